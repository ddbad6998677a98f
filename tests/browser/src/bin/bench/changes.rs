//! A page that changes 10,000 times a second beside a widget, as feeds, counters and frameworks do: what its looks for
//! script tags cost.

use std::time::Duration;

use anyhow::Result;
use xtask::bench::table::{Goal, Row};

use crate::side::Side;
use crate::stage::{SMALL, Stage};
use crate::turns::{Turns, row};
use crate::visit::{Line, Visit};

const TIME: Duration = Duration::from_secs(5);

/// Each run takes so long that fewer have to do.
const RUNS: usize = 3;

/// A hundred tasks a second of a hundred changes each, in a page of a thousand paragraphs.
const BUSY: &str = "<div id=many></div><div id=box></div><script>
many.append(...Array.from({ length: 1000 }, () => document.createElement('p')));
bench.change = async () => setInterval(() => {
  for (let at = 0; at < 50; at += 1) { box.append(document.createElement('i')); box.firstChild.remove() }
}, 10) > 0;
</script>";

pub async fn rows(stage: &Stage, turns: &Turns) -> Result<Vec<Row>> {
    let attribute = format!("ladder=\"{SMALL}\"");
    for side in [Side::Hand, Side::Widget] {
        stage.put_page(page(side), &format!("{}{BUSY}", side.elements(&attribute, 1)))?;
    }
    let rows = vec![row("5 s of 10,000 changes a second: main thread, ms", Some(Goal::Times(1.1)))];
    turns.at_most(RUNS).fill(rows, async |side| change(stage, side).await).await
}

fn page(side: Side) -> &'static str {
    match side {
        Side::Hand => "/changes-hand.html",
        Side::Widget => "/changes-widget.html",
    }
}

async fn change(stage: &Stage, side: Side) -> Result<Vec<f64>> {
    let visit = async |visit: &Visit<'_>| {
        visit.open(page(side)).await?;
        visit.ask("settled(1)").await?;
        visit.ask("change()").await?;
        let before = visit.busy().await?;
        tokio::time::sleep(TIME).await;
        Ok(vec![visit.busy().await? - before])
    };
    stage.visit(Line::Fast, visit).await
}
