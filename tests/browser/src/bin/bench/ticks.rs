//! One tick among few and among many steps, until it is shown, stored and laid out.

use anyhow::{Context, Result};
use xtask::bench::figures::spread;
use xtask::bench::ladders;
use xtask::bench::table::{Goal, Row};

use crate::side::Side;
use crate::stage::Stage;
use crate::turns::{Turns, row};
use crate::visit::{Line, Visit};

/// Ticks of one run; the middle one counts.
const TICKS: usize = 21;

pub async fn rows(stage: &Stage, turns: &Turns) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (steps, goal) in [(20, None), (2_000, Some(Goal::Times(1.5)))] {
        stage.put_document("/steps.json", &ladders::of_size("steps", 1, steps))?;
        for side in [Side::Hand, Side::Widget] {
            stage.put_page(page(side), &side.elements("src=\"/steps.json\"", 1))?;
        }
        let empty = vec![
            row(format!("one tick among {steps} steps, ms"), goal),
            row(format!("one tick among {steps} steps, without layout, ms"), None),
            row(format!("one tick among {steps} steps, all of the main thread, ms"), None),
        ];
        rows.extend(turns.fill(empty, async |side| tick(stage, side).await).await?);
    }
    Ok(rows)
}

fn page(side: Side) -> &'static str {
    match side {
        Side::Hand => "/steps-hand.html",
        Side::Widget => "/steps-widget.html",
    }
}

async fn tick(stage: &Stage, side: Side) -> Result<Vec<f64>> {
    let visit = async |visit: &Visit<'_>| {
        visit.open(page(side)).await?;
        visit.ask("settled(1)").await?;
        let before = visit.busy().await?;
        let ticks = visit.ask(&format!("ticks({TICKS})")).await?;
        let busy = (visit.busy().await? - before) / TICKS as f64;
        let ticks: Vec<[f64; 2]> = serde_json::from_value(ticks).context("no list of ticks")?;
        let middle = |which: usize| {
            let took: Vec<f64> = ticks.iter().map(|times| times[which]).collect();
            spread(&took).map(|it| it.median).context("no ticks")
        };
        Ok(vec![middle(1)?, middle(0)?, busy])
    };
    stage.visit(Line::Fast, visit).await
}
