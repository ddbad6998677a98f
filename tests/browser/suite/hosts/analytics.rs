//! The events told to tools that count without cookies: each recipe of docs/embedding.md as it is printed, beside a
//! stub of the one function that its tool documents.

use anyhow::{Result, ensure};
use browser_tests::recipes::recipe;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![hp_events_reach_tools_that_count]
}

/// Each tool with its stub, which notes what it is told as `counted`.
const TOOLS: [(&str, &str); 3] = [
    ("Plausible", "window.plausible = (name, { props }) => counted.push([name, props])"),
    ("Umami", "window.umami = { track: (name, data) => counted.push([name, data]) }"),
    (
        "GoatCounter",
        "window.goatcounter = { count: ({ path, title, event }) => counted.push([title, path, event]) }",
    ),
];

/// What a tool is told, in its own words.
fn told(tool: &str, rung: Option<&str>, kind: &str) -> Value {
    if tool == "GoatCounter" {
        let path: Vec<&str> = [Some("fix-ladder"), rung.map(|_| "icloud-photos"), rung, Some(kind)]
            .into_iter()
            .flatten()
            .collect();
        return json!(["Fix ladder", path.join("/"), true]);
    }
    match rung {
        Some(rung) => {
            json!(["Fix ladder", { "ladder": "icloud-photos", "rung": rung, "kind": kind }])
        }
        None => json!(["Fix ladder", { "kind": kind }]),
    }
}

async fn hp_events_reach_tools_that_count(page: &Page) -> Result<()> {
    for (tool, stub) in TOOLS {
        let recipe = recipe(tool)?;
        ensure!(recipe.lines().count() <= 10, "{tool}: ten lines or fewer");
        for has_tool in [true, false] {
            // A reader may block the tool: then nothing is told, and nothing throws.
            let stub = if has_tool { stub } else { "" };
            page.open_body(&format!(
                "<script>window.counted = []; {stub}</script><script>{recipe}</script>
                <script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>
                <fix-ladder id=wrong ladder=NO loading=eager></fix-ladder>"
            ))
            .await?;
            let widget = page.widget_at("fix-ladder:not(#wrong)");
            widget.ready().await?;
            page.widget_at("#wrong").until_state("failed").await?;
            widget.click("[data-step=stuck-charger]").await?;
            widget.press("really-stuck", "fixed").await?;
            widget.until_rung("really-stuck", "fixed").await?;
            page.until_true("__events.some((it) => it.type === 'fixed')").await?;
            let counted = page.run("return JSON.stringify(counted)", &[]).await?;
            let counted: Vec<Value> = serde_json::from_str(counted.as_str().unwrap_or_default())?;
            let rung = Some("really-stuck");
            let mut wanted = vec![
                told(tool, None, "error"),
                told(tool, rung, "step"),
                told(tool, rung, "answer"),
                told(tool, rung, "fixed"),
            ];
            wanted.retain(|_| has_tool);
            ensure!(counted == wanted, "{tool}: {counted:?}, not {wanted:?}");
            page.ensure_no_errors().await?;
            page.run("localStorage.clear()", &[]).await?;
        }
    }
    Ok(())
}
