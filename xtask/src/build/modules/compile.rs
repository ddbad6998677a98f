//! Compiles a package to WebAssembly. Knows Cargo and its folders, nothing of what a module does.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::wasm_module::WasmModule;
use crate::build::profile::Profile;
use crate::{process, progress};

/// A package as a module, as the linker leaves it.
///
/// # Errors
///
/// The compiler has said what is wrong.
pub fn compile(module: &WasmModule, profile: Profile) -> Result<Vec<u8>> {
    let package = module.package;
    let work = progress::begin(format!("compiling {package} to WebAssembly"));
    let mut command = process::cargo();
    command.args(["rustc", "--package", package, "--lib", "--crate-type", "cdylib"]);
    command.args(["--target", "wasm32-unknown-unknown"]);
    // A user's own configuration may name another folder; the module there now would be an old one.
    command.arg("--target-dir").arg(crate::workspace::target_folder());
    match profile {
        Profile::Release => command.arg("--release"),
        // Half the bytes to be bound, and nobody debugs them line by line.
        Profile::Dev => command.env("CARGO_PROFILE_DEV_DEBUG", "false"),
    };
    command.arg("--");
    for argument in module.link_arguments {
        command.args(["-C".to_owned(), format!("link-arg={argument}")]);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", path_flags().join("\x1f"));
    process::run_visibly(&mut command).with_context(|| format!("compiling {package}"))?;
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    let file = crate::workspace::target_folder()
        .join("wasm32-unknown-unknown")
        .join(folder)
        .join(format!("{}.wasm", package.replace('-', "_")));
    let wasm = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
    work.end(format!("{package} is compiled"));
    Ok(wasm)
}

/// Keeps the folders of this machine out of the module, so that every machine builds the same bytes.
fn path_flags() -> Vec<String> {
    let flag =
        |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let mut flags = vec![flag(&crate::workspace::project_root(), "fix-ladder")];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))) else {
        return flags;
    };
    flags.push(flag(&home, "cargo"));
    // The last flag that fits is the one that counts: the packages themselves, without their folder.
    let packages = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    flags.extend(packages.map(|folder| flag(&folder.path(), "")));
    flags
}
