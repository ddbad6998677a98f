//! What large ladders and many widgets cost until they stand: time of the processor, and memory.

use anyhow::Result;
use xtask::bench::ladders;
use xtask::bench::table::{Goal, Row};

use crate::side::Side;
use crate::stage::{SMALL, Stage};
use crate::turns::{Turns, row};
use crate::visit::{Line, Visit};

const ONE: &str = "1 widget";

pub async fn rows(stage: &Stage, turns: &Turns) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (rungs, steps) in [(100, 5), (200, 5), (1, 5_000)] {
        let name = match rungs {
            1 => format!("1 rung of {steps} steps"),
            _ => format!("{rungs} rungs × {steps} steps"),
        };
        stage.put_document("/large.json", &ladders::of_size("large", rungs, steps))?;
        let attribute = "src=\"/large.json\"";
        rows.extend(measure(stage, turns, &name, (attribute, 1), Some(Goal::Times(1.15))).await?);
    }
    for (count, goal) in [(1, None), (10, None), (50, Some(Goal::Times(1.3)))] {
        let name = if count == 1 { ONE.to_owned() } else { format!("{count} widgets") };
        let attribute = format!("ladder=\"{SMALL}\"");
        rows.extend(measure(stage, turns, &name, (&attribute, count), goal).await?);
    }
    Ok(rows)
}

async fn measure(
    stage: &Stage,
    turns: &Turns,
    name: &str,
    (attribute, count): (&str, usize),
    goal: Option<Goal>,
) -> Result<Vec<Row>> {
    for side in [Side::Hand, Side::Widget] {
        stage.put_page(page(side), &side.elements(attribute, count))?;
    }
    // What it begins with: a large ladder may ask for more.
    let own = (name == ONE).then_some(Goal::AtMost(0.5));
    let empty = vec![
        row(format!("{name}: main thread, ms"), goal),
        row(format!("{name}: all threads, ms"), None),
        row(format!("{name}: memory, MB"), None),
        row(format!("{name}: of it the module's own, MB"), own),
    ];
    let load = async |side| {
        stage.visit(Line::Fast, async |visit: &Visit<'_>| load(visit, side, count).await).await
    };
    turns.fill(empty, load).await
}

fn page(side: Side) -> &'static str {
    match side {
        Side::Hand => "/load-hand.html",
        Side::Widget => "/load-widget.html",
    }
}

async fn load(visit: &Visit<'_>, side: Side, count: usize) -> Result<Vec<f64>> {
    let empty = visit.memory().await?;
    let before = visit.busy().await?;
    let all_before = visit.busy_in_all().await?;
    visit.open(page(side)).await?;
    visit.ask(&format!("settled({count})")).await?;
    let busy = visit.busy().await? - before;
    let all = visit.busy_in_all().await? - all_before;
    let own = visit.ask_number("moduleBytes()").await? / 1e6;
    Ok(vec![busy, all, visit.memory().await? - empty + own, own])
}
