//! `soak`: the tests that take long, in every engine, within a bound, and blog engines. Knows no test.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use lexopt::ValueExt;

use crate::blogs;
use crate::build;
use crate::build::profile::Profile;
use crate::engines::{self, Plan};
use crate::setup::{self, Need};

const HELP: &str = "\
usage: cargo xtask soak [FILTER | engines [PART]] [--engine NAME]… [--minutes N]

Builds, and runs the tests that take long: hundreds of moves, all combinations, many repeats.
Before that it renews what blog engines make of our tags, in tests/fixtures/engines/.

  FILTER          only tests whose name contains it, and no blog engines
  engines         only the blog engines: WordPress, Jekyll, Hugo, Astro, Ghost and kramdown; all of them, or those
                  whose name holds PART, as `wrapped` for whole ladders in a post
  --engine NAME   chromium, firefox or webkit; may be given again; all three without
  --minutes N     the most that it may take; 20 without. What is not done by then has failed";

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short, Value};
    let mut named = Vec::new();
    let mut filter = None;
    let mut part = None;
    let mut minutes = 20;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("engine") => named.push(arguments.value()?.string()?),
            Long("minutes") => minutes = arguments.value()?.parse()?,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            Value(value) if filter.is_none() => filter = Some(value.string()?),
            Value(value) if part.is_none() && filter.as_deref() == Some("engines") => {
                part = Some(value.string()?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let only_blogs = filter.as_deref() == Some("engines");
    if only_blogs || filter.is_none() {
        blogs::renew(part.as_deref().unwrap_or_default())?;
    }
    if only_blogs {
        return Ok(ExitCode::SUCCESS);
    }
    setup::ensure(&[Need::OldLibraries, Need::WordPress])?;
    let engines = engines::prepare(&named)?;
    build::build(Profile::Release)?;
    let limit = Some(Duration::from_secs(60 * minutes));
    let totals =
        engines::run(&engines, &Plan { filter: filter.as_deref(), only_long: true, limit })?;
    println!("{totals}");
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
