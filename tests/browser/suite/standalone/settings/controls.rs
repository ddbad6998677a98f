//! What a reader does with the settings and toasts of the standalone page, and what is seen of them.
//!
//! Knows how they are found, not what a browser can do.

use anyhow::Result;
use browser_tests::Page;
use serde_json::{Value, json};
use xtask::server::Override;

/// The standalone page in a browser as the query says, its ladder alive.
pub async fn open(page: &Page, query: &str) -> Result<()> {
    let html = std::fs::read_to_string(xtask::dist_folder().join("index.html"))?;
    let html =
        html.replacen("<head>", "<head><script src=\"/pages/browser_features.js\"></script>", 1);
    let body = Some(html.into_bytes());
    page.server.set("/own.html", Override { body, ..Override::default() });
    page.open(&format!("/own.html?{query}")).await?;
    page.widget().ready().await
}

pub async fn press(page: &Page, aid: &str) -> Result<()> {
    let script = "document.querySelector('.page-aids').open = true;
        document.querySelector(`[data-aid=${arguments[0]}]`).click()";
    page.run(script, &[json!(aid)]).await.map(drop)
}

pub async fn until_pressed(page: &Page, aid: &str, pressed: bool) -> Result<()> {
    let query = format!("[data-aid={aid}][aria-pressed={pressed}]");
    page.until_true(&format!("document.querySelector('{query}')")).await
}

/// Whether a switch is there for the reader.
pub async fn has_aid(page: &Page, aid: &str) -> Result<bool> {
    let script = "const aids = document.querySelector('.page-aids');
        aids.open = true;
        return document.querySelector(`[data-aid=${arguments[0]}]`).getClientRects().length > 0";
    Ok(page.run(script, &[json!(aid)]).await? == json!(true))
}

pub async fn until_offered(page: &Page, name: &str) -> Result<()> {
    page.until_true(&format!("document.querySelector('[data-offer={name}]')")).await
}

/// The names of what is offered at the moment.
pub async fn offers(page: &Page) -> Result<Value> {
    let script = "return Array.from(document.querySelectorAll('[data-offer]')).map((it) => it.dataset.offer)";
    page.run(script, &[]).await
}

/// Begins the wait of the second rung, once what is offered is out of the way.
pub async fn begin_waiting(page: &Page) -> Result<()> {
    page.run("document.querySelectorAll('[data-action=dismiss]').forEach((it) => it.click())", &[])
        .await?;
    let widget = page.widget();
    widget.press("really-stuck", "not-fixed").await?;
    widget.click_each("[data-rung=restart] [data-step]").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let deadline = widget.attribute("[role=timer]", "data-deadline").await?;
    page.run("window.__deadline = Number(arguments[0])", &[json!(deadline)]).await.map(drop)
}

pub async fn locks(page: &Page) -> Result<Value> {
    page.run("return window.__locks", &[]).await
}
