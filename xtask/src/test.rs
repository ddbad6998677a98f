//! `test`: the rules of the house, the native tests, and the tests in real browsers; one total.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result};
use lexopt::ValueExt;

use crate::build::{self, Profile};
use crate::setup::{self, Need};
use crate::{progress, tidy};

const HELP: &str = "\
usage: cargo xtask test [FILTER] [--native-only | --browser-only] [--engine NAME]… [--dev]

Runs everything and ends with the totals: `N passed, N failed`.

  FILTER            only tests whose name contains it
  --native-only     no browser
  --browser-only    nothing else
  --engine NAME     chromium; may be given again
  --dev             test the faster build, not the one that readers get";

/// What a run is asked to do.
struct Wanted {
    filter: Option<String>,
    native: bool,
    browser: bool,
    engines: Vec<String>,
    profile: Profile,
}

/// What became of the tests so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    passed: u64,
    failed: u64,
}

impl Totals {
    fn add(&mut self, other: Totals) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// A check that is not a runner's.
    fn count(&mut self, passed: bool) {
        match passed {
            true => self.passed += 1,
            false => self.failed += 1,
        }
    }
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
    println!("{} passed, {} failed", totals.passed, totals.failed);
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_wanted(wanted: &Wanted) -> Result<Totals> {
    if wanted.browser {
        setup::ensure(&[Need::WasmTarget, Need::Chromium, Need::Node])?;
    }
    let mut totals = Totals::default();
    if wanted.native {
        let mut command = crate::cargo();
        command.args(["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"]);
        totals.add(run_tests(command, wanted, "the native tests")?);
    }
    if wanted.browser {
        build::build(wanted.profile)?;
        install_packages()?;
        let mut command = crate::cargo();
        command.args(["test", "--package", "browser-tests", "--test", "browser"]);
        if !wanted.engines.is_empty() {
            command.env("FIX_LADDER_ENGINES", wanted.engines.join(","));
        }
        totals.add(run_tests(command, wanted, "the tests in browsers")?);
    }
    // Last, so that the built script is there to be looked at.
    if wanted.native && wanted.filter.is_none() {
        totals.count(tidy::check()?);
        if setup::find_program("node").is_some() {
            for script in tidy::scripts()? {
                totals.count(parses(&script)?);
            }
        }
    }
    Ok(totals)
}

/// Runs a runner, shows what it prints, and adds up its results.
fn run_tests(mut command: Command, wanted: &Wanted, what: &str) -> Result<Totals> {
    let work = progress::begin(what);
    if let Some(filter) = &wanted.filter {
        command.arg("--").arg(filter);
    }
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {what}"))?;
    let mut totals = Totals::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            totals.add(result_of(&line).unwrap_or_default());
        }
    }
    let status = child.wait()?;
    // What failed before a test could run has no line of its own.
    if !status.success() && totals.failed == 0 {
        totals.failed = 1;
    }
    work.end(format!("{what}: {} passed, {} failed", totals.passed, totals.failed));
    Ok(totals)
}

/// What a runner's last line says: `test result: ok. 3 passed; 0 failed; …`.
fn result_of(line: &str) -> Option<Totals> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut totals = Totals::default();
    for count in counts.split("; ") {
        match count.split_once(' ') {
            Some((number, "passed")) => totals.passed = number.parse().ok()?,
            Some((number, "failed")) => totals.failed = number.parse().ok()?,
            _ => {}
        }
    }
    Some(totals)
}

/// What the browser tests take from npm, at the versions of the lock file.
fn install_packages() -> Result<()> {
    let folder = crate::project_root().join("tests/browser");
    let needed = ["axe-core/axe.min.js", "csp_evaluator/dist/evaluator.js"];
    if needed.iter().all(|file| folder.join("node_modules").join(file).exists()) {
        return Ok(());
    }
    progress::say("installing", "axe-core and csp_evaluator, into tests/browser/node_modules");
    crate::run_visibly(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(folder),
    )
}

/// Whether Node.js finds no fault in a script's syntax.
fn parses(script: &Path) -> Result<bool> {
    let status = Command::new("node").arg("--check").arg(script).status()?;
    Ok(status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_from_both_runners() {
        let line = "test result: FAILED. 18 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.5s";
        assert_eq!(result_of(line), Some(Totals { passed: 18, failed: 2 }));
        assert_eq!(result_of("test ladder::result ... ok"), None);
        assert_eq!(result_of("test result: nonsense"), None);
    }
}
