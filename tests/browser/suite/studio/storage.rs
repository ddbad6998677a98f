//! Drafts: kept, removed and put back; in two tabs; and where nothing can be kept.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::support::Studio;

pub fn tests() -> Vec<Test> {
    tests![studio_keeps_drafts_apart, studio_works_where_nothing_is_kept]
}

const N_DRAFTS: &str = "kept('fix-ladder/studio/draft/').length";

async fn studio_keeps_drafts_apart(page: &Page) -> Result<()> {
    let studio = Studio::begun(page).await?;
    studio.run("root().querySelector('[data-step=pull-plug]').click()").await?;
    studio.until("kept('fix-ladder/1/').length").await?;
    let here = page.this_tab().await?;

    // Another tab shows the same draft, and writes in it.
    let there = page.new_tab().await?;
    page.go_to(&there).await?;
    page.open("/studio.html").await?;
    studio.until_shown("The Wi-Fi drops").await?;
    studio.replace("Count to thirty", "Count to forty").await?;
    studio
        .until(
            "kept('fix-ladder/studio/draft/').some((it) => localStorage[it].includes('to forty'))",
        )
        .await?;
    page.go_to(&here).await?;
    studio.until("document.querySelector('[data-notice=elsewhere]')").await?;
    // Who goes on writing here has a draft of their own from now on.
    studio.replace("Count to thirty", "Count to twenty").await?;
    studio.until("document.querySelector('[data-notice=parted]')").await?;
    ensure!(studio.run(&format!("return {N_DRAFTS}")).await? == json!(2));
    let texts = studio
        .text_of("kept('fix-ladder/studio/draft/').map((it) => localStorage[it]).join()")
        .await?;
    ensure!(texts.contains("to forty") && texts.contains("to twenty"), "nothing is written over");
    ensure!(studio.text_of("byId('name').value").await? == "my-ladder-2");
    // A widget that still stands would keep its progress again.
    page.go_to(&there).await?;
    page.client.close_window().await?;
    page.go_to(&here).await?;

    // Removed, put back, removed for good.
    studio.run("byId('to-drafts').click()").await?;
    let last = "byId('all-drafts').querySelector('li:last-child button:last-child')";
    let name =
        studio.text_of("byId('all-drafts').querySelector('li:last-child').dataset.draft").await?;
    studio.run(&format!("{last}.click()")).await?;
    ensure!(studio.run(&format!("return {N_DRAFTS}")).await? == json!(1));
    studio.run(&format!("{last}.click()")).await?;
    ensure!(studio.run(&format!("return {N_DRAFTS}")).await? == json!(2), "it is back");
    ensure!(
        studio.run(&format!("return kept('fix-ladder/1/preview-{name}/').length")).await?
            != json!(0)
    );
    studio
        .run(&format!("{last}.click(); byId('drafts').querySelector('[data-close]').click()"))
        .await?;
    studio
        .until(&format!("{N_DRAFTS} === 1 && kept('fix-ladder/1/preview-{name}/').length === 0"))
        .await?;
    page.ensure_no_errors().await
}

async fn studio_works_where_nothing_is_kept(page: &Page) -> Result<()> {
    let html = std::fs::read_to_string(xtask::dist_folder().join("studio.html"))?;
    let blocked = "<script>for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } })</script>";
    let html = html.replacen("<head>", &format!("<head>{blocked}"), 1);
    page.server.set(
        "/blocked.html",
        xtask::server::Override { body: Some(html.into_bytes()), ..Default::default() },
    );
    page.open("/blocked.html").await?;
    let studio = Studio(page);
    studio.until("byId('start').open").await?;
    studio.run("byId('examples').querySelector('button').click()").await?;
    studio.until_shown("The Wi-Fi drops").await?;
    studio.until("document.querySelectorAll('[data-notice=not-kept]').length === 1").await?;
    studio.run("document.querySelector('[data-notice=not-kept] button').click()").await?;
    studio.replace("Count to thirty", "Count to forty").await?;
    studio.until_shown("Count to forty").await?;
    ensure!(
        studio.run("return document.querySelectorAll('[data-notice=not-kept]').length").await?
            == json!(0),
        "it is said once"
    );
    page.ensure_no_errors().await
}
