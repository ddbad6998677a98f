//! An author names another ladder while the first is still on its way.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

pub fn tests() -> Vec<Test> {
    tests![the_ladder_named_last_is_the_one]
}

const SCRIPT: &str = "<script src=/fix-ladder.js></script>";
const ELEMENT: &str = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";

/// Holds what reads documents until `__read()`, and each request for `kettle.json` until `__bring()`.
const HELD: &str = "<script>(() => {
    const reading = new Promise((done) => { window.__read = done; });
    const bringing = new Promise((done) => { window.__bring = done; });
    const { fetch } = window;
    window.fetch = async (address, ...rest) => {
        if (String(address).includes('kettle')) await bringing;
        const answer = await fetch(address, ...rest);
        if (String(address).includes('document.wasm')) await reading;
        return answer;
    };
    })()</script>";

async fn the_ladder_named_last_is_the_one(page: &Page) -> Result<()> {
    page.open_body(&format!("{HELD}{SCRIPT}{ELEMENT}<div id=more></div>")).await?;
    page.widget().ready().await?;
    let more = "more.innerHTML = '<fix-ladder id=one src=/pages/arabic.json loading=eager></fix-ladder>\
        <fix-ladder id=two src=/pages/arabic.json loading=eager></fix-ladder>'";
    page.run(more, &[]).await?;
    // Both have their document, and wait for what reads it.
    let came = "performance.getEntriesByType('resource')\
        .filter((it) => it.name.endsWith('arabic.json') && it.responseEnd > 0).length === 2";
    page.until_true(came).await?;
    page.take_a_turn().await?;
    page.run("one.setAttribute('src', '/pages/kettle.json')", &[]).await?;
    page.take_a_turn().await?;
    page.run("window.__read()", &[]).await?;
    page.widget_at("#two").ready().await?;
    page.run("window.__bring()", &[]).await?;
    page.widget_at("#one").ready().await?;
    let title = page.widget_at("#one").text("[part=title]").await?;
    ensure!(title.contains("kettle"), "not what was named last: {title}");
    page.ensure_no_errors().await
}
