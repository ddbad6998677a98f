//! The project's own commands, one file or folder a command: the command you type is the file you open.
//!
//! Knows the names of the commands, nothing of what they do. A library too, so that the browser tests can use
//! [`server`], [`blogs`], [`recipes`] and [`integrity`].

pub mod bench;
pub mod blogs;
pub mod build;
pub mod pack;
pub mod recipes;
pub mod serve;
pub mod server;
pub mod setup;
pub mod size;
pub mod soak;
pub mod test;
pub mod tidy;
pub mod types;

mod address;
mod art;
mod command_line;
mod digest;
mod drawings;
mod engines;
mod files;
mod lock;
mod node;
mod process;
mod progress;
mod runner;
mod shots;
mod snippet;
mod templates;
mod watch;
mod workspace;

pub use build::scripts::script::Script;
pub use digest::integrity;
pub use files::write_whole;
pub use workspace::{dist_folder, project_root, target_folder};

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
usage: cargo xtask <command> [options]

  build    the embed, the ladders and the pages, into dist/
  pack     a folder and a zip to carry to a host, with the tags to paste
  serve    build, serve dist/ on this computer, rebuild and reload on change
  test     everything: native tests, and browser tests in three engines
  soak     the browser tests that take long, and blog engines with our tags
  size     what readers wait for, held against its budgets
  tidy     the rules of the house that no compiler holds
  types    types of the scripts, and what the linter finds
  shots    pictures of the pages in many widths, into target/shots/
  bench    the widget against the same ladder written by hand
  art      the icons and pictures of the app, into app/
  drawings  the drawings of the ladders and the kit, into docs/drawings/

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
            Some("drawings") => drawings::run(arguments),
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
