//! A change in the text of a long ladder, until the studio's preview shows it; beside what the reference takes to show such a
//! ladder once.

use anyhow::{Context, Result};
use serde_json::json;
use xtask::bench::ladders;
use xtask::bench::sides::Sent;
use xtask::bench::table::{Goal, Row};

use crate::side::Side;
use crate::stage::Stage;
use crate::turns::{Turns, row};
use crate::visit::{Line, Visit};

const RUNGS: usize = 60;
const STEPS: usize = 5;

/// Changes of one run.
const CHANGES: usize = 5;

/// Writes a text and waits until its ladder is seen under this title. How long the longest task took that kept the author
/// from writing.
const WRITE: &str = "const [text, title, done] = arguments;
    const field = document.getElementById('text');
    let longest = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    tasks.observe({ type: 'longtask' });
    const write = () => {
      // Before that, the draft that the studio begins with takes its place.
      if (!document.getElementById('name').value) return setTimeout(write, 20);
      document.getElementById('start').close();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      look();
    };
    const look = () => {
      const all = document.getElementById('frame').contentDocument.querySelectorAll('fix-ladder');
      const seen = all.length === 1 && all[0].dataset.state === 'ready' && all[0].shadowRoot.querySelector('[part=title]');
      if (!seen || !seen.textContent.includes(title)) return setTimeout(look, 20);
      setTimeout(() => { tasks.disconnect(); done(longest); }, 50);
    };
    write();";

pub async fn rows(stage: &Stage, turns: &Turns) -> Result<Vec<Row>> {
    stage.put_document("/long.json", &ladders::of_size("long", RUNGS, STEPS))?;
    stage.put_page("/long-hand.html", &Side::Hand.elements("src=\"/long.json\"", 1))?;
    let file = xtask::dist_folder().join("studio.html");
    let studio =
        std::fs::read(&file).context("reading dist/studio.html; run `cargo xtask build`")?;
    stage.server.set("/studio.html", Sent::new("/studio.html", &studio)?.answer());
    let rows = vec![
        row(
            "studio, a change in 300 steps until it is seen: main thread, ms",
            Some(Goal::Times(1.5)),
        ),
        row(
            "studio, the longest that it keeps from writing meanwhile, ms",
            Some(Goal::AtMost(200.0)),
        ),
    ];
    turns.fill(rows, async |side| change(stage, side).await).await
}

/// The text of such a ladder.
fn text(title: &str) -> String {
    let steps: String = (1..=STEPS)
        .map(|step| format!("{step}. Open the settings, and look for entry {step}.\n"))
        .collect();
    let rung =
        |rung| format!("## Try number {rung}\n\n- Takes: 5 minutes\n\nIt may help.\n\n{steps}\n");
    let rungs: String = (1..=RUNGS).map(rung).collect();
    format!("# {title}\n\nIt comes and goes.\n\n{rungs}")
}

async fn change(stage: &Stage, side: Side) -> Result<Vec<f64>> {
    let visit = async |visit: &Visit<'_>| {
        let before = visit.busy().await?;
        if side == Side::Hand {
            visit.open("/long-hand.html").await?;
            visit.ask("settled(1)").await?;
            return Ok(vec![visit.busy().await? - before]);
        }
        visit.open("/studio.html").await?;
        write(visit, "The beginning").await?;
        let before = visit.busy().await?;
        let mut longest: f64 = 0.0;
        for change in 0..CHANGES {
            longest = longest.max(write(visit, &format!("Change {change}")).await?);
        }
        Ok(vec![(visit.busy().await? - before) / CHANGES as f64, longest])
    };
    stage.visit(Line::Fast, visit).await
}

async fn write(visit: &Visit<'_>, title: &str) -> Result<f64> {
    let arguments = vec![json!(text(title)), json!(title)];
    let longest = visit.client.execute_async(WRITE, arguments).await.context("writing")?;
    longest.as_f64().context("no number")
}
