//! Runs a test runner, hands on what it prints, and adds up its results.
//!
//! Knows the last line that both of Rust's runners print, nothing of what is tested.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// What became of the tests so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub passed: u64,
    pub failed: u64,
}

impl Totals {
    pub fn add(&mut self, other: Totals) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// A check that is not a runner's.
    pub fn count(&mut self, passed: bool) {
        match passed {
            true => self.passed += 1,
            false => self.failed += 1,
        }
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a runner to its end, and shows each line that it prints.
pub fn run(mut command: Command, mut show: impl FnMut(&str)) -> Result<Totals> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {command:?}"))?;
    let mut totals = Totals::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            totals.add(result_of(&line).unwrap_or_default());
            show(&line);
        }
    }
    let status = child.wait()?;
    // What failed before a test could run has no line of its own.
    if !status.success() && totals.failed == 0 {
        totals.failed = 1;
    }
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

    #[test]
    fn a_runner_that_fails_without_a_result_counts_as_one_failure() -> Result<()> {
        let mut command = Command::new("sh");
        command.args(["-c", "echo nothing; exit 3"]);
        assert_eq!(run(command, |_| ())?, Totals { passed: 0, failed: 1 });
        Ok(())
    }
}
