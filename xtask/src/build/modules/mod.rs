//! The modules of WebAssembly, each compiled and bound.
//!
//! Knows the order of the steps. Which modules there are, and how each step works, is in the files below.

pub mod binary;
mod bind;
mod compile;
pub mod compress;
mod glue;
pub mod wasm_module;

use anyhow::{Context, Result};

use self::wasm_module::{MODULES, STUDIO, WasmModule};
use crate::build::profile::Profile;

/// A module as it is built.
pub struct BuiltModule {
    pub module: &'static WasmModule,
    pub wasm: Vec<u8>,
    /// What goes between it and JavaScript, where it is bound.
    pub glue: Option<String>,
}

/// Compiles every module, and binds those that are.
///
/// # Errors
///
/// The compiler has said what is wrong, or the glue is not of the form that is known.
pub fn build_all(profile: Profile) -> Result<Vec<BuiltModule>> {
    MODULES.iter().map(|module| build(module, profile)).collect()
}

/// The module of the studio, which travels in its page.
///
/// # Errors
///
/// The compiler has said what is wrong.
pub fn build_studio(profile: Profile) -> Result<Vec<u8>> {
    compile::compile(&STUDIO, profile)
}

fn build(module: &'static WasmModule, profile: Profile) -> Result<BuiltModule> {
    let wasm = compile::compile(module, profile)?;
    if !module.is_bound {
        return Ok(BuiltModule { module, wasm, glue: None });
    }
    let (glue, wasm) = bind::bind(wasm, profile)
        .with_context(|| format!("binding {} to JavaScript", module.package))?;
    Ok(BuiltModule { module, wasm, glue: Some(glue) })
}
