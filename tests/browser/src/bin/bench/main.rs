//! Measures the widget against the reference, in turns: see `docs/performance.md`.
//!
//! Knows the order of things; what is measured is in the modules.

mod load;
mod slow;
mod stage;
mod ticks;
mod turns;
mod waiting;

use std::fs;

use anyhow::{Context, Result};
use lexopt::ValueExt;
use xtask::bench::table::{Row, put_between, table};

use crate::stage::Stage;
use crate::turns::Turns;

fn main() -> Result<()> {
    let turns = wanted()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let stage = Stage::start().await?;
        let outcome = measure(&stage, &turns).await;
        stage.stop().await;
        outcome
    })
}

/// What the command line asks for.
fn wanted() -> Result<Turns> {
    use lexopt::Arg::Long;
    let mut turns = Turns { runs: 7, only: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("quick") => turns.runs = 3,
            Long("runs") => turns.runs = arguments.value()?.parse()?,
            Long("only") => turns.only = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(turns)
}

async fn measure(stage: &Stage, turns: &Turns) -> Result<()> {
    let mut rows = stage.weights();
    rows.extend(slow::rows(stage, turns).await?);
    rows.extend(ticks::rows(stage, turns).await?);
    rows.extend(load::rows(stage, turns).await?);
    rows.extend(waiting::rows(stage, turns).await?);
    let rows: Vec<Row> = rows.into_iter().filter(|row| turns.wants(&row.name)).collect();
    let text = format!("{}\n{}", stage.machine(turns.runs).await?, table(&rows));
    println!("{text}");
    // What is only a part, or only a glance, is not worth keeping.
    if turns.only.is_none() && turns.runs >= 7 {
        write_down(&text)?;
    }
    Ok(())
}

fn write_down(text: &str) -> Result<()> {
    let root = xtask::project_root();
    let results = format!("# What `cargo xtask bench` measured last\n\n{text}");
    fs::write(root.join("bench/results.md"), results).context("writing bench/results.md")?;
    let paper = root.join("docs/performance.md");
    let before = fs::read_to_string(&paper).context("reading docs/performance.md")?;
    let after = put_between(&before, "bench", text).context("docs/performance.md")?;
    fs::write(&paper, after).context("writing docs/performance.md")
}
