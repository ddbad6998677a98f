//! The first visit on a slow phone and a slow line: when the ladder is seen, and when it can be used.

use anyhow::Result;
use xtask::bench::table::{Goal, Row};

use crate::side::Side;
use crate::stage::{SMALL, Stage};
use crate::turns::{Turns, row};
use crate::visit::{Line, Visit};

const POST: &str = "<h1>Nine days without a connection</h1>\
    <p>My mother reads the paper on her phone every morning. On a Tuesday it did not come, and on Wednesday neither.</p>\
    <p>I have mended this for enough cousins by now to have an order of doing things.</p>";

pub async fn rows(stage: &Stage, turns: &Turns) -> Result<Vec<Row>> {
    for side in [Side::Hand, Side::Widget] {
        let ladder = match side {
            Side::Hand => {
                format!("<hand-ladder ladder=\"{SMALL}\"></hand-ladder>{}", side.script())
            }
            Side::Widget => {
                format!("<script async src=\"/fix-ladder.js\" data-ladder=\"{SMALL}\"></script>")
            }
        };
        stage.put_page(page(side), &format!("{POST}{ladder}<p>That was all.</p>"))?;
    }
    let view = vec![row("first view, slow, ms", Some(Goal::Times(1.25)))];
    let mut rows = turns.fill(view, async |side| first_view(stage, side).await).await?;
    let tick = vec![
        row("first tick stored, slow, ms", Some(Goal::Times(1.7))),
        row("main thread blocked until then, slow, ms", None),
    ];
    rows.extend(turns.fill(tick, async |side| first_tick(stage, side).await).await?);
    Ok(rows)
}

fn page(side: Side) -> &'static str {
    match side {
        Side::Hand => "/slow-hand.html",
        Side::Widget => "/slow-widget.html",
    }
}

async fn first_view(stage: &Stage, side: Side) -> Result<Vec<f64>> {
    let visit = async |visit: &Visit<'_>| {
        visit.open(page(side)).await?;
        Ok(vec![visit.ask_number("firstView()").await?])
    };
    stage.visit(Line::Slow, visit).await
}

async fn first_tick(stage: &Stage, side: Side) -> Result<Vec<f64>> {
    let visit = async |visit: &Visit<'_>| {
        visit.open(page(side)).await?;
        let stored = visit.ask_number("firstTick()").await?;
        visit.ask("pause(500)").await?;
        Ok(vec![stored, visit.ask_number("blocked()").await?])
    };
    stage.visit(Line::Slow, visit).await
}
