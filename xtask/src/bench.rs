//! `bench`: the widget against the same ladder written by hand, in one run, in Chromium.
//!
//! Builds, and hands over to the program that drives the browser. What both need and no browser does (ladders of a
//! size, medians, the table) is in the modules below, and tested natively.

pub mod figures;
pub mod ladders;
pub mod sides;
pub mod table;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::ValueExt;

use crate::build;
use crate::build::profile::Profile;
use crate::engines;

const HELP: &str = "\
usage: cargo xtask bench [--quick | --runs N] [--only ROW] [--strategies] [--no-build]

Builds, and measures the widget against bench/reference.js, turn by turn, in Chromium. Prints medians and ratios with
their spread. A whole run is written to bench/results.md and into docs/performance.md. At the end, the command line checks
a hundred ladders, which has to take less than a second.

  --quick        3 runs of each row instead of 7; nothing is written
  --runs N       so many runs of each row
  --only ROW     only rows whose name contains it; nothing is written
  --strategies   when to fetch the module, on a post with pictures; written to bench/strategies.md
  --no-build     measure what is in dist/";

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short};
    let mut builds = true;
    let mut handed_on = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("no-build") => builds = false,
            Long("quick") => handed_on.push("--quick".to_owned()),
            Long("strategies") => handed_on.push("--strategies".to_owned()),
            Long("only") => handed_on.extend(["--only".to_owned(), arguments.value()?.string()?]),
            Long("runs") => {
                let runs: usize = arguments.value()?.parse()?;
                handed_on.extend(["--runs".to_owned(), runs.to_string()]);
            }
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    engines::prepare(&["chromium".to_owned()])?;
    if builds {
        build::build(Profile::Release)?;
    }
    let mut command = crate::process::cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--"]);
    let is_whole = !handed_on.iter().any(|it| it == "--only" || it == "--strategies");
    command.args(handed_on);
    crate::process::run_visibly(&mut command)?;
    if is_whole {
        let mut command = crate::process::cargo();
        command.args(["bench", "--quiet", "--package", "fix-ladder-command-line"]);
        crate::process::run_visibly(&mut command)?;
    }
    Ok(ExitCode::SUCCESS)
}
