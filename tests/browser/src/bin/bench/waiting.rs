//! Ten seconds of a wait that runs, in which its minutes change once: in sight, and behind another tab.

use std::time::Duration;

use anyhow::Result;
use xtask::bench::table::{Goal, Row};

use crate::side::Side;
use crate::stage::{SMALL, Stage};
use crate::turns::{Turns, row};
use crate::visit::{Line, Visit};

const TIME: Duration = Duration::from_secs(10);

/// Each run takes so long that fewer have to do.
const RUNS: usize = 3;

pub async fn rows(stage: &Stage, turns: &Turns) -> Result<Vec<Row>> {
    let attribute = format!("ladder=\"{SMALL}\"");
    for side in [Side::Hand, Side::Widget] {
        stage.put_page(page(side), &side.elements(&attribute, 1))?;
    }
    let turns = turns.at_most(RUNS);
    let seen = vec![
        row("10 s of a wait: main thread, ms", Some(Goal::Times(1.1))),
        row("10 s of a wait: timers and frames", None),
    ];
    let mut rows = turns.fill(seen, async |side| wait(stage, side, false).await).await?;
    let hidden = vec![
        row("10 s of a wait, hidden: main thread, ms", None),
        row("10 s of a wait, hidden: timers and frames", Some(Goal::AtMost(0.0))),
    ];
    rows.extend(turns.fill(hidden, async |side| wait(stage, side, true).await).await?);
    Ok(rows)
}

fn page(side: Side) -> &'static str {
    match side {
        Side::Hand => "/wait-hand.html",
        Side::Widget => "/wait-widget.html",
    }
}

async fn wait(stage: &Stage, side: Side, is_hidden: bool) -> Result<Vec<f64>> {
    let visit = async |visit: &Visit<'_>| {
        visit.open(page(side)).await?;
        visit.ask("settled(1)").await?;
        visit.ask("press('start-wait')").await?;
        match is_hidden {
            true => visit.hidden(async || ten_seconds(visit).await).await,
            false => ten_seconds(visit).await,
        }
    };
    stage.visit(Line::Fast, visit).await
}

async fn ten_seconds(visit: &Visit<'_>) -> Result<Vec<f64>> {
    let called = visit.ask_number("calls()").await?;
    let before = visit.busy().await?;
    tokio::time::sleep(TIME).await;
    let busy = visit.busy().await? - before;
    Ok(vec![busy, visit.ask_number("calls()").await? - called])
}
