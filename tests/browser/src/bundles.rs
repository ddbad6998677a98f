//! Scripts of pages that are written as ES modules or in JSX: bundled with what they import from npm.
//! Knows the bundler and how a package wants to be told where it runs, nothing of what is bundled.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use xtask::server::Override;

use crate::test_page::Page;

/// What packages ask of whoever bundles them.
const SETTINGS: [&str; 10] = [
    "--bundle",
    "--format=iife",
    "--loader=jsx",
    "--jsx=automatic",
    // Frameworks tell of mistakes only where they are developed with.
    "--define:process.env.NODE_ENV=\"development\"",
    "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=true",
    "--define:import.meta.env.SSR=false",
    "--define:import.meta.env.DEV=false",
    // What Astro's own bundler knows by these names.
    "--alias:astro:transitions/client=./node_modules/astro/dist/transitions/router.js",
    "--alias:virtual:astro:adapter-config/client=data:text/javascript,export const internalFetchHeaders = {}",
];

/// One classic script of an ES module that may be written in JSX, and of all that it imports.
///
/// # Errors
///
/// The bundler is not installed, or does not understand the module.
pub fn bundle(module: &str) -> Result<Vec<u8>> {
    let folder = xtask::project_root().join("tests/browser");
    let mut command = Command::new(bundler(&folder.join("node_modules"))?);
    command.args(SETTINGS).args(["--log-level=error"]).current_dir(&folder);
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = pipes.spawn().context("starting the bundler")?;
    let mut input = running.stdin.take().context("the bundler takes no input")?;
    input.write_all(module.as_bytes()).context("handing over a module")?;
    drop(input);
    let output = running.wait_with_output().context("waiting for the bundler")?;
    if !output.status.success() {
        bail!("the bundler says: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}

/// The program itself, past its npm script: so it does not matter which Node.js there is, or whether there is one.
///
/// # Errors
///
/// It is not installed.
pub fn bundler(packages: &Path) -> Result<PathBuf> {
    let packages = packages.join("@esbuild");
    let kinds = std::fs::read_dir(&packages).with_context(|| packages.display().to_string())?;
    let mut files = kinds.flatten().map(|it| it.path().join("bin/esbuild"));
    files.find(|it| it.is_file()).context("esbuild has no program for this machine")
}

impl Page {
    /// Serves the bundle of a module under a path.
    pub fn serve_bundle(&self, path: &str, module: &str) -> Result<()> {
        let body = Some(bundle(module)?);
        self.server.set(path, Override { body, ..Override::default() });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_in_jsx_becomes_a_script() -> Result<()> {
        let script = bundle("import { h } from 'preact'; window.made = [h, <p>1</p>];")?;
        let script = String::from_utf8(script)?;
        assert!(!script.contains("import "), "nothing is left to be loaded");
        Ok(())
    }
}
