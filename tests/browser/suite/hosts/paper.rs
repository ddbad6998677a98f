//! What is printed of a widget, wherever its reader is: seen or unseen, by a menu or by a script, on a dark page.
//!
//! No driver tells what is on paper. So the rules for paper are put on the screen, and the page is told what browsers
//! tell it before they print.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        hp_10_a_script_that_prints_has_everything_at_once,
        hp_10_an_unseen_widget_prints_what_the_author_wrote,
        hp_10_an_unseen_widget_says_what_is_missing_on_paper,
        hp_10_a_dark_page_is_printed_dark_on_white,
    ]
}

const LAZY: &str =
    "<p style='height: 9000px'>Before.</p><fix-ladder ladder=icloud-photos>@</fix-ladder>
    <script src=/fix-ladder.js></script>";

/// Puts the rules for paper on the screen.
const PAPER: &str = "
const styles = document.querySelector('fix-ladder').shadowRoot.adoptedStyleSheets;
for (const sheet of styles) for (const { media } of sheet.cssRules) if (media && media.mediaText === 'print') media.mediaText = 'all'";

const SEEN: &str = "
const host = document.querySelector('fix-ladder'), own = document.querySelector('#own');
const seen = (css) => { const it = host.shadowRoot.querySelector(css); return Boolean(it && it.checkVisibility()) };
return [Boolean(own && own.checkVisibility()), seen('[data-rung]'), seen('[data-notice=on-paper]')]";

/// Fails unless these are seen: the author's own HTML, a first view, the sentence for paper.
async fn ensure_seen(page: &Page, what: &str, wanted: [bool; 3]) -> Result<()> {
    let seen = page.run(SEEN, &[]).await?;
    ensure!(seen == json!(wanted), "{what}: {seen} is seen, not {wanted:?}");
    Ok(())
}

async fn hp_10_a_script_that_prints_has_everything_at_once(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    // Between two turns of a long render nobody can have it at once.
    page.take_a_turn().await?;
    // As `print()` does it in the middle of a script: nothing is waited for.
    let script = "const root = document.querySelector('fix-ladder').shadowRoot;
        const page = [window.queueMicrotask, window.setTimeout], later = [];
        const bodies = () => root.querySelectorAll('.body').length;
        setTimeout(() => later.push(1), 1);
        const counts = [bodies()];
        for (const type of ['beforeprint', 'afterprint']) { dispatchEvent(new Event(type)); counts.push(bodies()) }
        return [counts, root.querySelectorAll('[data-rung]').length, later.length,
          page[0] === window.queueMicrotask && page[1] === window.setTimeout]";
    let seen = page.run(script, &[]).await?;
    let all = widget.rungs().await?.len();
    ensure!(seen == json!([[1, all, 1], all, 0, true]), "{seen}");
    // A browser's own way, where its driver has one.
    if page.client.print(fantoccini::wd::PrintConfiguration::default()).await.is_ok() {
        page.until("it is folded again", async || Ok(widget.count(".body").await? == 1)).await?;
    }
    Ok(())
}

async fn hp_10_an_unseen_widget_prints_what_the_author_wrote(page: &Page) -> Result<()> {
    page.open_body(&LAZY.replace('@', "<ol id=own><li>Restart it.<li>Ask somebody.</ol>")).await?;
    page.until_true("document.querySelector('fix-ladder').shadowRoot").await?;
    ensure_seen(page, "on the screen", [false, true, false]).await?;
    page.run(PAPER, &[]).await?;
    ensure_seen(page, "on paper", [true, false, false]).await?;
    // It may go, and come again, at any time.
    page.run("window.kept = document.querySelector('#own'); kept.remove()", &[]).await?;
    page.until_true(
        "document.querySelector('fix-ladder').shadowRoot.querySelector('[data-notice]')",
    )
    .await?;
    ensure_seen(page, "without it", [false, true, true]).await?;
    page.run("document.querySelector('fix-ladder').append(window.kept)", &[]).await?;
    page.until_true("window.kept.checkVisibility()").await?;
    ensure_seen(page, "with it again", [true, false, false]).await
}

async fn hp_10_an_unseen_widget_says_what_is_missing_on_paper(page: &Page) -> Result<()> {
    let named = LAZY.replace("ladder=icloud-photos", "src=/ladders/icloud-photos.json");
    for (what, html, has_view) in [("travels", LAZY, true), ("named", named.as_str(), false)] {
        page.open_body(&html.replace('@', "")).await?;
        page.until_true("document.querySelector('fix-ladder').shadowRoot").await?;
        ensure_seen(page, what, [false, has_view, false]).await?;
        page.run(PAPER, &[]).await?;
        ensure_seen(page, what, [false, has_view, true]).await?;
        let said = page.widget().text("[data-notice=on-paper]").await?;
        ensure!(said.ends_with(&page.server.url("/test.html")), "{what}: {said}");
        // Whoever prints it again has all of it.
        page.run(
            "dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))",
            &[],
        )
        .await?;
        page.widget().ready().await.context("it has not been loaded for the next print")?;
        ensure_seen(page, what, [false, true, false]).await?;
    }
    Ok(())
}

/// Browsers leave the ground of a page away, and the text of the widget is not theirs to darken.
async fn hp_10_a_dark_page_is_printed_dark_on_white(page: &Page) -> Result<()> {
    for file in ["/fix-ladder.wasm", "/none"] {
        // The second time with the plain list.
        let status = (file == "/fix-ladder.wasm").then_some(200);
        let gone = xtask::server::Override { status: Some(404), ..Default::default() };
        if status.is_none() {
            page.server.set("/fix-ladder.wasm", gone);
        }
        page.open_html(
            "<style>body { background: #16181c; color: #e9e7e2 }</style></head><body>
            <fix-ladder ladder=icloud-photos loading=eager></fix-ladder><script src=/fix-ladder.js></script></body>",
        )
        .await?;
        let state = if status.is_some() { "ready" } else { "failed" };
        page.widget().until_state(state).await?;
        page.take_errors().await?;
        page.run(PAPER, &[]).await?;
        let css = "[data-theme=dark] > :is(.widget, .plain-list)";
        page.widget().until(css).await?;
        let colours = "[getComputedStyle(found).color, getComputedStyle(found).backgroundColor,
            getComputedStyle(found.querySelector('.severity')).color]";
        let colours = page.widget().ask(css, colours).await?;
        let wanted = json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(11, 110, 96)"]);
        ensure!(colours[0] == wanted[0] && colours[1] == wanted[1], "{state}: {colours}");
    }
    Ok(())
}
