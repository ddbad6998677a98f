//! `test`: the native tests, the types, lints and unit tests of the scripts, the tests in real browsers, and the rules
//! of the house; one total.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use lexopt::ValueExt;

use crate::build;
use crate::build::profile::Profile;
use crate::engines::{self, Plan};
use crate::runner::{self, Totals};
use crate::{progress, size, tidy, types};

const HELP: &str = "\
usage: cargo xtask test [FILTER] [--native-only | --browser-only] [--engine NAME]… [--dev]

Runs everything and ends with the totals: `N passed, N failed`.

  FILTER            only tests whose name contains it
  --native-only     no browser
  --browser-only    nothing else
  --engine NAME     chromium, firefox or webkit; may be given again; all three without
  --dev             test the faster build, not the one that readers get";

/// What a run is asked to do.
struct Wanted {
    filter: Option<String>,
    native: bool,
    browser: bool,
    engines: Vec<String>,
    profile: Profile,
}

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short, Value};
    let mut wanted = Wanted {
        filter: None,
        native: true,
        browser: true,
        engines: Vec::new(),
        profile: Profile::Release,
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("native-only") => wanted.browser = false,
            Long("browser-only") => wanted.native = false,
            Long("engine") => wanted.engines.push(arguments.value()?.string()?),
            Long("dev") => wanted.profile = Profile::Dev,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            Value(filter) if wanted.filter.is_none() => wanted.filter = Some(filter.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let totals = run_wanted(&wanted)?;
    println!("{totals}");
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_wanted(wanted: &Wanted) -> Result<Totals> {
    // Before the native tests, so that nobody waits for minutes to be told what is missing.
    let engines = match wanted.browser {
        true => engines::prepare(&wanted.engines)?,
        false => Vec::new(),
    };
    if wanted.native {
        types::prepare()?;
    }
    let mut totals = Totals::default();
    let mut phases = Phases::new();
    if wanted.native {
        let mut command = crate::process::cargo();
        // What drives the browsers has tests of its own, which need none. There are no examples in comments to be run.
        command.args(["test", "--workspace", "--no-fail-fast", "--tests"]);
        command.args(wanted.filter.iter().flat_map(|filter| ["--", filter.as_str()]));
        let work = progress::begin("the native tests");
        let native = runner::run(command, |line| println!("{line}"))?;
        work.end(format!("the native tests: {native}"));
        totals.add(native);
        phases.end("native tests");
        totals.add(types::unit_tests(wanted.filter.as_deref())?);
        if wanted.filter.is_none() {
            totals.add(types::check()?);
        }
        phases.end("scripts");
    }
    if wanted.browser {
        build::build(wanted.profile)?;
        phases.end("build");
        if wanted.profile == Profile::Release && wanted.filter.is_none() {
            totals.count(size::check()?);
        }
        let plan = Plan { filter: wanted.filter.as_deref(), only_long: false, limit: None };
        totals.add(engines::run(&engines, &plan)?);
        phases.end("tests in browsers");
    }
    // Last, so that the built script is there to be looked at.
    if wanted.native && wanted.filter.is_none() {
        totals.count(tidy::check()?);
    }
    phases.end("rules of the house");
    phases.print();
    Ok(totals)
}

/// What each part of a run took, for those who wonder where the time goes.
struct Phases {
    begun: Instant,
    took: Vec<String>,
}

impl Phases {
    fn new() -> Phases {
        Phases { begun: Instant::now(), took: Vec::new() }
    }

    fn end(&mut self, phase: &str) {
        self.took.push(format!("{phase} {} s", self.begun.elapsed().as_secs()));
        self.begun = Instant::now();
    }

    fn print(&self) {
        progress::say("time", self.took.join(", "));
    }
}
