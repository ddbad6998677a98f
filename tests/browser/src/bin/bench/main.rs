//! Measures the widget against the reference, in turns: see `docs/performance.md`.
//!
//! Knows the order of things; what is measured is in the modules.

mod changes;
mod load;
mod side;
mod slow;
mod stage;
mod strategies;
mod studio;
mod ticks;
mod turns;
mod visit;
mod waiting;

use std::fs;

use anyhow::{Context, Result};
use lexopt::ValueExt;
use xtask::bench::table::{Row, put_between, table};

use crate::stage::{Files, Stage};
use crate::turns::Turns;

/// Runs of each row that are worth writing down.
const ENOUGH: usize = 7;

fn main() -> Result<()> {
    let (turns, only_strategies) = wanted()?;
    let files = Files::made()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let stage = Stage::start(files).await?;
        let outcome = match only_strategies {
            true => measure_strategies(&stage, &turns).await,
            false => measure(&stage, &turns).await,
        };
        stage.stop().await;
        outcome
    })
}

/// What the command line asks for: how often, and whether it is about the strategies.
fn wanted() -> Result<(Turns, bool)> {
    use lexopt::Arg::Long;
    let mut turns = Turns { runs: ENOUGH, only: None };
    let mut only_strategies = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("quick") => turns.runs = 3,
            Long("runs") => turns.runs = arguments.value()?.parse()?,
            Long("only") => turns.only = Some(arguments.value()?.string()?),
            Long("strategies") => only_strategies = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok((turns, only_strategies))
}

async fn measure(stage: &Stage, turns: &Turns) -> Result<()> {
    let mut rows = stage.weights();
    rows.extend(slow::rows(stage, turns).await?);
    rows.extend(ticks::rows(stage, turns).await?);
    rows.extend(load::rows(stage, turns).await?);
    rows.extend(waiting::rows(stage, turns).await?);
    rows.extend(changes::rows(stage, turns).await?);
    rows.extend(studio::rows(stage, turns).await?);
    let rows: Vec<Row> = rows.into_iter().filter(|row| turns.wants(&row.name)).collect();
    let text = format!("{}\n{}", stage.machine(turns.runs).await?, table(&rows));
    println!("{text}");
    // What is only a part is not worth keeping.
    match turns.only {
        Some(_) => Ok(()),
        None => write_down(turns, "results", "bench", &text),
    }
}

async fn measure_strategies(stage: &Stage, turns: &Turns) -> Result<()> {
    let text = strategies::measure(stage, turns.runs).await?;
    println!("{text}");
    write_down(turns, "strategies", "bench strategies", &text)
}

/// Into a file of its own, and to its place in the paper. What was only a glance is not written down.
fn write_down(turns: &Turns, name: &str, place: &str, text: &str) -> Result<()> {
    if turns.runs < ENOUGH {
        return Ok(());
    }
    let root = xtask::project_root();
    let results = format!("# What `cargo xtask bench` measured last: {name}\n\n{text}");
    let file = root.join("bench").join(name).with_extension("md");
    xtask::write_whole(&file, results.as_bytes())?;
    let paper = root.join("docs/performance.md");
    let before = fs::read_to_string(&paper).context("reading docs/performance.md")?;
    let after = put_between(&before, place, text).context("docs/performance.md")?;
    xtask::write_whole(&paper, after.as_bytes())
}
