//! `shots`: pictures of the pages in many widths, light and dark, into `target/shots/`. Knows no browser.

use std::process::ExitCode;

use anyhow::Result;

use crate::build;
use crate::build::profile::Profile;
use crate::engines;

const HELP: &str = "\
usage: cargo xtask shots

Builds, and saves pictures of the standalone page and the demo post at 320, 390 and 1200 pixels,
light and dark, in every engine, as target/shots/*.png.";

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    if crate::command_line::asks_for_help(&mut arguments, HELP)? {
        return Ok(ExitCode::SUCCESS);
    }
    engines::prepare(&[])?;
    build::build(Profile::Dev)?;
    let mut command = crate::process::cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--bin", "shots"]);
    crate::process::run_visibly(&mut command)?;
    Ok(ExitCode::SUCCESS)
}
