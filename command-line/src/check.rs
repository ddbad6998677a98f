//! `check`: what in a ladder was not understood, and what to do about it. Knows no rule of its own.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::Outcome;
use crate::load::{Loaded, files, load_all};
use crate::report::{self, Format};

const EXAMPLES: &str = "\
Examples:
  fix-ladder check wifi.md
  fix-ladder check ladders/
  fix-ladder check post.html                      any post of yours, as the widget would read it
  fix-ladder check --format json ladders/ > faults.json

A warning or a note is no fault: only errors end with 1.";

/// Says what in ladders was not understood: the line, the words, and what to do
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Texts (NAME.md), documents (NAME.json), pages and posts (NAME.html), or folders with texts. Drawings are found in the folder NAME/
    #[arg(required = true, value_name = "FILES|FOLDERS")]
    paths: Vec<PathBuf>,
    /// How it is said
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// # Errors
///
/// A file that cannot be read.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let loaded = load_all(&files(&arguments.paths)?)?;
    let said: Vec<_> = loaded.iter().flat_map(Loaded::said).collect();
    match arguments.format {
        Format::Json => {
            report::print(&(serde_json::to_string_pretty(&report::json(&said))? + "\n"));
        }
        Format::Text => {
            report::print(&report::text(&said, report::colour()));
            let mut counts = vec![report::counted(loaded.len(), "ladder")];
            counts.extend(report::counts(&said));
            if counts.len() == 1 {
                counts.push("nothing to say".to_owned());
            }
            eprintln!("{}", counts.join(", "));
        }
    }
    Ok(Outcome::of(loaded.iter().any(|it| it.ladder.is_none())))
}
