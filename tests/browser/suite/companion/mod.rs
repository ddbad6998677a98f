//! What stands around a climb: other devices, another screen, the report. Each is loaded where it is asked for.

/// A climb for each device.
mod devices;
/// When the companion is loaded, and what happens where it cannot be.
mod door;
/// From one screen to another, by a link, a code, a file.
mod handing_over;
/// What an address brings along, and what becomes of it.
mod opening;
/// What was tried, as a text.
mod report;

use anyhow::{Context, Result};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget};

pub fn tests() -> Vec<Test> {
    let mut tests = devices::tests();
    tests.extend(door::tests());
    tests.extend(handing_over::tests());
    tests.extend(opening::tests());
    tests.extend(report::tests());
    tests
}

/// The body of a panel that stands and is filled.
fn filled(panel: &str) -> String {
    format!("dialog[open][data-panel='{panel}'] .panel-body > *")
}

/// Presses the button at the foot that opens a panel, and waits until it is filled.
async fn open_panel(widget: &Widget<'_>, action: &str, panel: &str) -> Result<()> {
    widget.click(&format!("[part=foot] [data-action={action}]")).await?;
    widget.until(&filled(panel)).await
}

async fn close_panel(widget: &Widget<'_>) -> Result<()> {
    widget.click("dialog [data-action=close-panel]").await?;
    widget.until_not("dialog").await
}

/// The resume link of a climb, from its panel.
async fn link_of(widget: &Widget<'_>) -> Result<String> {
    open_panel(widget, "resume-link", "resume").await?;
    let link = widget.ask("[data-text=link]", "found.value").await?;
    close_panel(widget).await?;
    Ok(link.as_str().context("no link")?.to_owned())
}

/// The part of a link that is ours.
fn token_of(link: &str) -> Result<&str> {
    Ok(link.split_once("fix-ladder=").context("no token")?.1)
}

/// Gives the address of the page this fragment, as a press on a link would, with something noted beside it.
async fn go_to_fragment(page: &Page, fragment: &str) -> Result<()> {
    let script = "history.pushState({ noted: 1 }, '', '#' + arguments[0]);
        window.dispatchEvent(new window.HashChangeEvent('hashchange'));";
    page.run(script, &[serde_json::json!(fragment)]).await.map(drop)
}
