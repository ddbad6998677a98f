//! `shots`: pictures of the pages in many widths, light and dark, into `target/shots/`, and those of the paper on themes
//! into `docs/themes/`. Knows no browser.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::build;
use crate::build::profile::Profile;
use crate::engines;
use crate::files::write_whole;

const HELP: &str = "\
usage: cargo xtask shots [theming]

Builds, and saves pictures of the standalone page and the demo post at 320, 390 and 1200 pixels,
light and dark, in every engine, as target/shots/*.png.

  theming    the pictures of docs/theming.md instead, in Chromium, into docs/themes/";

/// The pictures of the paper, by their names.
const THEMING: [&str; 4] = ["notebook-dark", "notebook-light", "parts", "properties"];

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short, Value};
    let mut is_theming = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(value) if value == "theming" => is_theming = true,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let named: &[String] = if is_theming { &["chromium".to_owned()] } else { &[] };
    engines::prepare(named)?;
    build::build(Profile::Dev)?;
    let bin = if is_theming { "theming" } else { "shots" };
    let mut command = crate::process::cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--bin", bin]);
    crate::process::run_visibly(&mut command)?;
    if is_theming {
        let root = crate::workspace::project_root();
        for name in THEMING {
            let taken = root.join(format!("target/shots/theming-{name}.png"));
            let bytes = fs::read(&taken).with_context(|| taken.display().to_string())?;
            write_whole(&root.join(format!("docs/themes/{name}.png")), &bytes)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
