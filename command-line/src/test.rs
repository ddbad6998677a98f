//! `test`: runs the climbs that are written beside a ladder, or writes the first. Knows files, and no climb.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use fix_ladder_author::{Diagnostic, Source};
use fix_ladder_core::ladder::{Ladder, validate};

use crate::load::{Loaded, files, load};
use crate::report::{self, Format};
use crate::{Outcome, climbs};

const EXAMPLES: &str = "\
Examples:
  fix-ladder test --init wifi.md    writes wifi.climbs, with every guard tried
  fix-ladder test wifi.md           runs wifi.climbs
  fix-ladder test ladders/          runs all that are beside ladders

A file of climbs is plain text, a line for each thing that a reader does:
  climb The restart helps
  rung restart-the-router is open
  tick all
  start wait
  blocked answer not fixed
  after 2 minutes
  answer fixed
  ladder is fixed";

/// Runs scripted climbs (NAME.climbs beside NAME.md): what is open, and what is blocked
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Texts, documents, or folders with texts
    #[arg(required = true, value_name = "FILES|FOLDERS")]
    paths: Vec<PathBuf>,
    /// Writes the first climbs of each ladder
    #[arg(long)]
    init: bool,
    /// How faults are said
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A file of climbs that was run, and what was said of it.
struct Ran {
    name: String,
    text: String,
    faults: Vec<Diagnostic>,
}

/// # Errors
///
/// A file that cannot be read or written, or no climbs at all.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let mut faulty: Vec<Loaded> = Vec::new();
    let mut ran: Vec<Ran> = Vec::new();
    let (mut n_climbs, mut n_looks) = (0, 0);
    for path in files(&arguments.paths)? {
        let loaded = load(&path)?;
        let checked = loaded.ladder.as_ref().and_then(|raw| validate(raw).ok());
        let Some(ladder) = checked else {
            faulty.push(loaded);
            continue;
        };
        let beside = path.with_extension("climbs");
        if arguments.init {
            init(&beside, &ladder)?;
        }
        if !beside.is_file() {
            eprintln!(
                "{}: no climbs; write the first with `fix-ladder test --init`",
                path.display()
            );
            continue;
        }
        let name = beside.display().to_string();
        let text = fs::read_to_string(&beside).with_context(|| format!("reading {name}"))?;
        let outcome = climbs::run(&ladder, &text);
        n_climbs += outcome.climbs;
        n_looks += outcome.looks;
        ran.push(Ran { name, text, faults: outcome.faults });
    }
    if ran.is_empty() && faulty.is_empty() {
        bail!("there are no climbs to run: write the first with `fix-ladder test --init`");
    }
    let said = faulty.iter().flat_map(Loaded::said).collect::<Vec<_>>();
    let of_climbs = ran.iter().filter(|it| !it.faults.is_empty());
    let of_climbs = of_climbs
        .map(|it| (Source { name: &it.name, text: &it.text }, it.faults.as_slice()))
        .collect::<Vec<_>>();
    let failed = !of_climbs.is_empty() || !faulty.is_empty();
    let all = [said, of_climbs].concat();
    match arguments.format {
        Format::Json => report::print(&(serde_json::to_string_pretty(&report::json(&all))? + "\n")),
        Format::Text => {
            report::print(&report::text(&all, report::colour()));
            let counts =
                [report::counted(n_climbs, "climb"), format!("{n_looks} things looked at")];
            let end = if failed { "not as expected" } else { "all as expected" };
            eprintln!("{}: {end}", counts.join(", "));
        }
    }
    Ok(Outcome::of(failed))
}

fn init(beside: &Path, ladder: &Ladder) -> Result<()> {
    let name = beside.display();
    if beside.exists() {
        bail!(
            "{name} is there already, and is not written over: rename it, to have another written"
        );
    }
    fs::write(beside, climbs::written(ladder)).with_context(|| format!("writing {name}"))?;
    eprintln!("{name} is written");
    Ok(())
}
