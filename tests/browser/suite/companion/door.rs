//! The companion comes when it is asked for, from nobody else, and what it cannot do breaks nothing.

use anyhow::{Result, ensure};
use browser_tests::app_site::{Build, Site};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

use super::{close_panel, filled, open_panel};

pub fn tests() -> Vec<Test> {
    tests![
        nothing_of_it_is_loaded_before_it_is_asked_for,
        it_comes_under_trusted_types_from_another_origin,
        the_app_has_it_without_a_server,
    ]
}

const MODULE: &str = "/fix-ladder.companion.wasm";

async fn nothing_of_it_is_loaded_before_it_is_asked_for(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let asked = || page.server.requests().iter().filter(|it| it.contains("companion")).count();
    ensure!(asked() == 0, "it was loaded with the rest");
    page.server.set(MODULE, Override { status: Some(404), ..Override::default() });
    let button = "[part=foot] [data-action=new-case]";
    widget.click(button).await?;
    widget.until("[data-notice=not-opened]").await?;
    ensure!(!widget.has("dialog").await?, "nothing is half open");
    ensure!(!widget.has("[aria-busy]").await?, "nobody waits any more");
    widget.click("[data-step=stuck-wifi]").await?;
    widget.until("[data-step=stuck-wifi]:checked").await?;
    page.server.unset(MODULE);
    widget.click(button).await?;
    widget.until(&filled("cases")).await?;
    ensure!(!widget.has("[data-notice=not-opened]").await?, "what was told is over");
    let focus = "found.contains(found.getRootNode().activeElement)";
    ensure!(widget.ask("dialog", focus).await? == true, "the focus is in the panel");
    widget.find("dialog .panel-title").await?.send_keys("\u{e00c}").await?;
    widget.until_not("dialog").await?;
    ensure!(
        widget.ask(button, "found.getRootNode().activeElement === found").await? == true,
        "and goes back"
    );
    // A server that has it may have been away for a moment: the browser says so in its own words.
    page.take_errors().await.map(drop)
}

async fn it_comes_under_trusted_types_from_another_origin(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let policy = "script-src {harness} {cdn} 'wasm-unsafe-eval'; connect-src {cdn}; require-trusted-types-for 'script'; trusted-types 'none'";
    let tag = "<script nonce={nonce} src={cdn}/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
    sites.open(&[("content-security-policy", policy)], tag).await?;
    let widget = page.widget();
    widget.ready().await?;
    for (action, panel) in [("new-case", "cases"), ("resume-link", "resume")] {
        open_panel(&widget, action, panel).await?;
        close_panel(&widget).await?;
    }
    let refused = sites.refused().await?;
    let is_expected = |it: &String| it == "enforce require-trusted-types-for trusted-types-sink";
    ensure!(refused.iter().all(is_expected), "{refused:?}");
    Ok(())
}

async fn the_app_has_it_without_a_server(page: &Page) -> Result<()> {
    let build = Build::of_dist()?;
    let mut site = Site::new(page, &build).await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    site.stop();
    site.open("/app/").await?;
    let widget = page.widget();
    widget.ready().await?;
    open_panel(&widget, "resume-link", "resume").await?;
    ensure!(widget.has("[data-panel=resume] svg.qr").await?, "the picture of the link is there");
    Ok(())
}
