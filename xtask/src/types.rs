//! `types`: the compiler of types and the linter over all scripts; and their unit tests in Node.js.
//!
//! Knows how these tools are called, not what they find. Nothing that is built needs them.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::files::files_below;
use crate::node;
use crate::progress;
use crate::runner::{self, Totals};
use crate::workspace::project_root;

const HELP: &str = "\
usage: cargo xtask types

Checks the types of all scripts, and lints them: `web/`, `bench/` and the scripts of the tests. Prints every fault.";

/// Has the unit tests, the packages of all these tools, and what their settings have in common.
const FOLDER: &str = "tests/web";

/// Folders with a `tsconfig.json`: each kind of script has globals of its own.
const PROJECTS: [&str; 6] =
    ["web", "web/worker", "bench", "tests/browser/pages", FOLDER, "tests/web/authors"];

/// What the linter looks at.
const LINTED: [&str; 6] =
    ["web", "bench", "blogs", "tests/browser/pages", "tests/browser/policy.js", FOLDER];

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    if crate::command_line::asks_for_help(&mut arguments, HELP)? {
        return Ok(ExitCode::SUCCESS);
    }
    prepare()?;
    let totals = check()?;
    println!("{totals}");
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Installs what is needed here.
///
/// # Errors
///
/// What is missing, with the commands that install it.
pub fn prepare() -> Result<()> {
    node::prepare(FOLDER)
}

/// Checks types and lints; each project is a check, and so is the linter.
pub fn check() -> Result<Totals> {
    let work = progress::begin("types of the scripts");
    let mut totals = Totals::default();
    for project in PROJECTS {
        totals.count(passes(tool("tsc")?.args(["--project", project]))?);
    }
    work.end(format!("types of the scripts: {totals}"));
    let work = progress::begin("the linter");
    let mut linter = tool("oxlint")?;
    linter.args(["--type-aware", "--deny-warnings"]).args(LINTED);
    // It looks for its second half among the packages of the folder that it is started in.
    linter.env("OXLINT_TSGOLINT_PATH", packages().join("tsgolint"));
    let is_clean = passes(&mut linter)?;
    totals.count(is_clean);
    work.end(if is_clean { "the linter: no faults" } else { "the linter: faults" });
    Ok(totals)
}

/// Runs the unit tests whose name contains the filter.
pub fn unit_tests(filter: Option<&str>) -> Result<Totals> {
    let work = progress::begin("unit tests of the scripts");
    let mut command = run_by_node()?;
    // Fake timers are an experiment in the oldest Node.js that will do.
    command.arg("--disable-warning=ExperimentalWarning");
    command.args(["--test", "--test-reporter=./tests/web/harness/reporter.js"]);
    command.arg("--test-reporter-destination=stdout");
    if let Some(filter) = filter {
        command.arg(format!("--test-name-pattern={}", escaped(filter)));
    }
    command.args(test_files()?);
    let totals = runner::run(command, |line| println!("{line}"))?;
    work.end(format!("unit tests of the scripts: {totals}"));
    Ok(totals)
}

fn test_files() -> Result<Vec<PathBuf>> {
    let is_test = |it: &PathBuf| it.to_string_lossy().ends_with(".test.js");
    let is_ours = |it: &PathBuf| !it.components().any(|part| part.as_os_str() == "node_modules");
    let files = files_below(&project_root().join(FOLDER))?;
    Ok(files.into_iter().filter(is_test).filter(is_ours).collect())
}

/// A filter is text, and Node.js takes patterns.
fn escaped(filter: &str) -> String {
    let mut pattern = String::new();
    for letter in filter.chars() {
        if !letter.is_alphanumeric() && !matches!(letter, ' ' | '_') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

fn packages() -> PathBuf {
    project_root().join(FOLDER).join("node_modules/.bin")
}

/// A program of the packages, in the folder of the workspace.
fn tool(name: &str) -> Result<Command> {
    let mut command = run_by_node()?;
    command.arg(packages().join(name));
    Ok(command)
}

fn run_by_node() -> Result<Command> {
    let mut command = Command::new(node::program()?);
    command.current_dir::<&Path>(&project_root());
    Ok(command)
}

/// Whether a tool finds no fault; what it finds it prints itself.
fn passes(command: &mut Command) -> Result<bool> {
    Ok(command.status().with_context(|| format!("starting {command:?}"))?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_no_pattern() {
        assert_eq!(escaped("rung 2: a.b(c)"), "rung 2\\: a\\.b\\(c\\)");
    }

    #[test]
    fn every_project_has_its_settings_and_the_tests_are_found() -> Result<()> {
        for project in PROJECTS {
            assert!(project_root().join(project).join("tsconfig.json").is_file(), "{project}");
        }
        assert!(!test_files()?.is_empty());
        Ok(())
    }
}
