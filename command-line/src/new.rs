//! `new`: a small good ladder to edit. Knows nothing of what becomes of it.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{Outcome, report};

/// A ladder with a gentle rung and a drastic one, in which every part is used once.
pub const LADDER: &str = include_str!("new.md");

const EXAMPLES: &str = "\
Examples:
  fix-ladder new wifi.md
  fix-ladder new > wifi.md

The name of the file becomes the ladder's id: small letters, digits and hyphens.";

/// Writes a small good ladder to edit
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// The file to write, which must not be there yet; without one, the ladder is printed
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// # Errors
///
/// The file is there already, is no `.md`, or cannot be written.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let Some(file) = &arguments.file else {
        report::print(LADDER);
        return Ok(Outcome::Fine);
    };
    let name = file.display();
    if file.extension().is_none_or(|it| it != "md") {
        bail!("{name} would not be found as a ladder: give it a name that ends in `.md`");
    }
    let mut opened = match OpenOptions::new().write(true).create_new(true).open(file) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!("{name} is there already, and is not written over: choose another name")
        }
        opened => opened.with_context(|| format!("writing {name}"))?,
    };
    opened.write_all(LADDER.as_bytes()).with_context(|| format!("writing {name}"))?;
    eprintln!("{name} is written. See it with: fix-ladder preview {name}");
    Ok(Outcome::Fine)
}
