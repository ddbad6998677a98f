//! The project's own commands, one file a command: the command you type is the file you open.
//!
//! A library too, so that the browser tests can use [`server`] and [`integrity`].

pub mod bench;
pub mod build;
pub mod pack;
pub mod serve;
pub mod server;
pub mod setup;
pub mod site;
pub mod size;
pub mod soak;
pub mod test;
pub mod tidy;
pub mod types;

mod address;
mod art;
mod built_in;
mod bundle;
mod bundler;
mod dist;
mod embed;
mod engines;
mod files;
mod first;
mod glue;
mod ladders;
mod limits;
mod manifest;
mod messages;
mod minify;
mod page;
mod progress;
mod runner;
mod section;
mod shots;
mod squeeze;
mod watch;
mod worker;

pub use bundle::{Script, integrity};
pub use files::write_whole;
pub use worker::{Kept, worker};

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

const HELP: &str = "\
usage: cargo xtask <command> [options]

  build    the embed, the ladders and the pages, into dist/
  pack     a folder and a zip to carry to a host, with the tags to paste
  serve    build, serve dist/ on this computer, rebuild and reload on change
  test     everything: native tests, and browser tests in three engines
  soak     the browser tests that take long
  size     what readers wait for, held against its budgets
  tidy     the rules of the house that no compiler holds
  types    types of the scripts, and what the linter finds
  shots    pictures of the pages in many widths, into target/shots/
  bench    the widget against the same ladder written by hand
  art      the icons and pictures of the app, into app/

`cargo xtask <command> --help` says more.";

/// Runs the command that the arguments name.
///
/// # Errors
///
/// Whatever stopped the command, with what it was doing.
pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short, Value};
    match arguments.next()? {
        Some(Value(command)) => match command.to_str() {
            Some("art") => art::run(arguments),
            Some("bench") => bench::run(arguments),
            Some("build") => build::run(arguments),
            Some("pack") => pack::run(arguments),
            Some("serve") => serve::run(arguments),
            Some("shots") => shots::run(arguments),
            Some("size") => size::run(arguments),
            Some("soak") => soak::run(arguments),
            Some("test") => test::run(arguments),
            Some("tidy") => tidy::run(arguments),
            Some("types") => types::run(arguments),
            _ => bail!("there is no command {command:?}\n\n{HELP}"),
        },
        Some(Long("help") | Short('h')) | None => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

/// The folder of the workspace, wherever the command was started.
pub fn project_root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    root_of(&xtask)
}

/// The folder above with this program's source in it. There may be none where another project has started the program,
/// and then it is where the program was built: what is built is never put into a stranger's folder.
fn root_of(package: &Path) -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_root = |folder: &&Path| folder.join("xtask/src/dist.rs").is_file();
    let root = package.ancestors().find(is_root).or(own.parent());
    root.unwrap_or(own).to_owned()
}

/// The folder that everything built for readers goes to.
pub fn dist_folder() -> PathBuf {
    project_root().join("dist")
}

/// The folder that Cargo builds into.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => project_root().join(folder),
        None => project_root().join("target"),
    }
}

/// Cargo itself, in the folder of the workspace.
fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(project_root());
    command
}

/// Runs a program that shows its own progress, and fails where it fails.
fn run_visibly(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {command:?}"))?;
    if !status.success() {
        bail!("{:?} failed: {status}", command.get_program());
    }
    Ok(())
}

/// For a command without options: whether help was asked for, and then prints it.
///
/// # Errors
///
/// Any other argument.
pub fn asks_for_help(arguments: &mut lexopt::Parser, help: &str) -> Result<bool> {
    use lexopt::Arg::{Long, Short};
    match arguments.next()? {
        None => Ok(false),
        Some(Long("help") | Short('h')) => {
            println!("{help}");
            Ok(true)
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_that_of_this_project() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("a folder")?;
        let stranger = tempfile::tempdir()?;
        std::fs::create_dir_all(stranger.path().join("ladders/deep"))?;
        let deep = stranger.path().join("ladders/deep");
        for package in [
            &root.join("xtask"),
            &root.join("tests/browser"),
            stranger.path(),
            &deep,
            Path::new(""),
        ] {
            assert_eq!(root_of(package), root, "{}", package.display());
        }
        Ok(())
    }
}
