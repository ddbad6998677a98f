//! `size`: holds what readers wait for against the budgets in `tests/size.txt`.
//!
//! Knows files and their bytes. What makes them large or small is written down in `docs/performance.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::build::dist::brotli_size;
use crate::build::modules::binary::initial_memory;
use crate::files::write_whole;

const HELP: &str = "\
usage: cargo xtask size [--write]

Measures what the last release build in dist/ weighs, and holds it against tests/size.txt: what has grown by more
than 2 % fails.

  --write    notes today's sizes as the new budget; goals stay";

/// The budgets, below the folder of the project.
const BUDGETS: &str = "tests/size.txt";

/// How much more than its budget something may weigh, in hundredths.
const MARGIN: usize = 2;

/// What readers load before they can tick anything.
const UNTIL_THE_FIRST_TICK: [&str; 2] = ["fix-ladder.js", "fix-ladder.wasm"];

/// What is weighed, in the order of the file.
const WEIGHED: [&str; 10] = [
    "fix-ladder.js",
    "until-the-first-tick",
    "memory-at-the-start",
    "fix-ladder.document.wasm",
    "fix-ladder.list.js",
    "fix-ladder.companion.js",
    "fix-ladder.companion.wasm",
    "fix-ladder.post.js",
    "fix-ladder.post.wasm",
    // For authors; readers load none of it.
    "studio.html",
];

/// One line of the file. All numbers are bytes; of files, after brotli at its best.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Budget {
    name: String,
    budget: usize,
    goal: Option<usize>,
}

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short};
    let mut write = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("write") => write = true,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if write {
        let file = crate::workspace::project_root().join(BUDGETS);
        let budgets =
            read(&fs::read_to_string(&file).with_context(|| format!("reading {BUDGETS}"))?)?;
        let measured = measure(&crate::workspace::dist_folder())?;
        write_whole(&file, renewed(&budgets, &measured).as_bytes())?;
    }
    Ok(if check()? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints a table of sizes. Whether everything is within its budget.
///
/// # Errors
///
/// There is no build, or `tests/size.txt` is not what it should be.
pub fn check() -> Result<bool> {
    let text = fs::read_to_string(crate::workspace::project_root().join(BUDGETS))
        .with_context(|| format!("reading {BUDGETS}"))?;
    let (table, faults) = held(&read(&text)?, &measure(&crate::workspace::dist_folder())?)?;
    eprint!("{table}");
    for fault in &faults {
        eprintln!("xtask: {fault}");
    }
    Ok(faults.is_empty())
}

/// What is weighed and how much it weighs, in bytes.
type Measured = Vec<(&'static str, usize)>;

fn measure(dist: &Path) -> Result<Measured> {
    let file = |name: &str| {
        fs::read(dist.join(name))
            .with_context(|| format!("dist/{name} is not there: run `cargo xtask build`"))
    };
    WEIGHED
        .into_iter()
        .map(|name| {
            let weight = match name {
                "until-the-first-tick" => UNTIL_THE_FIRST_TICK
                    .into_iter()
                    .map(|part| Ok(brotli_size(&file(part)?)))
                    .sum::<Result<usize>>()?,
                "memory-at-the-start" => initial_memory(&file("fix-ladder.wasm")?)?
                    .context("dist/fix-ladder.wasm says nothing of its memory")?,
                file_name => brotli_size(&file(file_name)?),
            };
            Ok((name, weight))
        })
        .collect()
}

/// Reads lines of a name, a budget and a goal or `-`; what follows `#` is for people.
fn read(text: &str) -> Result<Vec<Budget>> {
    let mut budgets = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default();
        let words: Vec<&str> = line.split_whitespace().collect();
        let budget = match words.as_slice() {
            [] => continue,
            [name, budget, goal] => budget.parse().ok().and_then(|budget| {
                let goal = if *goal == "-" { None } else { Some(goal.parse().ok()?) };
                Some(Budget { name: (*name).to_owned(), budget, goal })
            }),
            _ => None,
        };
        let Some(budget) = budget else {
            bail!(
                "{BUDGETS}, line {}: write a name, a budget in bytes, and a goal in bytes or `-`",
                index + 1
            );
        };
        budgets.push(budget);
    }
    Ok(budgets)
}

/// A table for people, and what is too large.
fn held(budgets: &[Budget], measured: &Measured) -> Result<(String, Vec<String>)> {
    let mut table = String::new();
    let mut faults = Vec::new();
    for (name, weight) in measured {
        let Some(it) = budgets.iter().find(|it| it.name == *name) else {
            bail!(
                "{BUDGETS} has no line for {name}: run `cargo xtask size --write` after adding one"
            );
        };
        let goal = match it.goal {
            Some(goal) if *weight <= goal => format!("goal {goal}: met"),
            Some(goal) => format!("goal {goal}: missed by {}", weight - goal),
            None => String::new(),
        };
        writeln!(table, "{:>12} {name:<26} {weight:>8} of {:>8}  {goal}", "size", it.budget)?;
        if weight * 100 > it.budget * (100 + MARGIN) {
            faults.push(format!(
                "{name} has {weight} bytes, more than its {} and {MARGIN} %: find what has grown, or note that it was worth it with `cargo xtask size --write`",
                it.budget
            ));
        }
    }
    Ok((table, faults))
}

fn renewed(budgets: &[Budget], measured: &Measured) -> String {
    let mut text = "# What readers wait for, in bytes; files after brotli at its best. `cargo xtask size --write` renews the\n# second column. Nothing may weigh more than that and 2 %.\n# what, how much, goal\n".to_owned();
    for (name, weight) in measured {
        let goal = budgets.iter().find(|it| it.name == *name).and_then(|it| it.goal);
        let goal = goal.map_or_else(|| "-".to_owned(), |it| it.to_string());
        text.extend([format!("{name:<26} {weight:>8} {goal:>8}\n")]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# People.\nfix-ladder.js 1000 900 # and more\n\nfix-ladder.list.js 500 -\n";

    #[test]
    fn what_has_grown_is_named() -> Result<()> {
        let budgets = read(TEXT)?;
        let (table, faults) =
            held(&budgets, &vec![("fix-ladder.js", 1020), ("fix-ladder.list.js", 3)])?;
        assert!(faults.is_empty() && table.contains("goal 900: missed by 120"), "{table}");
        let (table, faults) =
            held(&budgets, &vec![("fix-ladder.js", 900), ("fix-ladder.list.js", 511)])?;
        assert!(table.contains("goal 900: met"), "{table}");
        assert!(
            faults.len() == 1
                && faults[0].starts_with("fix-ladder.list.js has 511 bytes, more than its 500")
        );
        assert!(held(&budgets, &vec![("other", 1)]).is_err());
        Ok(())
    }

    #[test]
    fn a_budget_is_renewed_and_its_goal_stays() -> Result<()> {
        let text = renewed(&read(TEXT)?, &vec![("fix-ladder.js", 7), ("fix-ladder.list.js", 8)]);
        let budgets = read(&text)?;
        assert_eq!(
            budgets[0],
            Budget { name: "fix-ladder.js".to_owned(), budget: 7, goal: Some(900) }
        );
        assert_eq!((budgets[1].budget, budgets[1].goal), (8, None));
        Ok(())
    }

    #[test]
    fn a_line_that_is_none_is_told_by_its_number() {
        for line in ["a", "a b -", "a 1", "a 1 b", "a 1 2 3"] {
            let error = read(&format!("# People.\n{line}\n")).err().map(|it| it.to_string());
            assert!(error.is_some_and(|it| it.starts_with("tests/size.txt, line 2: ")), "{line}");
        }
    }
}
