//! Binds a module to JavaScript by wasm-bindgen. Knows how to call it; [`glue`] makes its output smaller.

use anyhow::Result;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use super::glue;
use crate::build::profile::Profile;

/// The glue and the bound module.
///
/// # Errors
///
/// The module is none, or the glue is not of the form that is known.
pub fn bind(wasm: Vec<u8>, profile: Profile) -> Result<(String, Vec<u8>)> {
    let mut output = Bindgen::new()
        .input_bytes("fix_ladder", wasm)
        .no_modules(true)?
        .typescript(false)
        // Which every browser has that can run the module.
        .encode_into(EncodeInto::Always)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(true)
        .generate_output()?;
    let js = output.js().to_owned();
    let glue = glue::small(output.wasm_mut(), &js)?;
    Ok((glue, output.wasm_mut().emit_wasm()))
}
