//! Other programs, run by the commands. Knows how they are started, not what they do.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Cargo itself, in the folder of the workspace.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::workspace::project_root());
    command
}

/// Runs a program that shows its own progress, and fails where it fails.
///
/// # Errors
///
/// It cannot be started, or has failed.
pub fn run_visibly(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {command:?}"))?;
    if !status.success() {
        bail!("{:?} failed: {status}", command.get_program());
    }
    Ok(())
}
