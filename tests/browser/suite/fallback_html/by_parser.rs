//! What the parser brings after the script, in pieces.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::seen::{SCRIPT, seen, until};

pub fn tests() -> Vec<Test> {
    tests![
        own_html_that_the_parser_brings_later_is_all_there_is,
        own_html_that_the_parser_brings_later_stands_for_the_widget,
        own_html_that_comes_while_it_loads_is_seen,
        own_html_makes_way_whenever_it_came,
    ]
}

const NO_WASM: &str = "<script>delete window.WebAssembly</script>";

/// Another document in the page, which gets its HTML in pieces, as from a slow line: `begin()`, `put(html)` …, `end()`.
const STREAM: &str = "<div id=place></div><script>
let frame;
window.begin = () => {
  if (frame) frame.remove();
  frame = document.createElement('iframe');
  place.append(frame);
  frame.contentDocument.open();
  put('<!doctype html><html lang=en><head><title>A post</title><script src=/pages/harness.js></' + 'script>');
};
window.put = (html) => frame.contentDocument.write(html);
window.end = () => frame.contentDocument.close();
window.inside = () => frame.contentWindow;
</script>";

/// The ways in which a script comes: before the element, or after it.
const BEFORE: [&str; 4] = [
    SCRIPT,
    "<script defer src=/fix-ladder.js></script>",
    "<script async src=/fix-ladder.js></script>",
    "<script type=module src=/fix-ladder.js></script>",
];

async fn put(page: &Page, html: &str) -> Result<()> {
    page.run("put(arguments[0])", &[json!(html)]).await?;
    page.take_a_turn().await
}

/// Waits until the script has run, unless that may be when the parser is at its end.
async fn defined(page: &Page, script: &str) -> Result<()> {
    match script == SCRIPT {
        true => page.until_true("inside().customElements.get('fix-ladder')").await,
        false => Ok(()),
    }
}

async fn own_html_that_the_parser_brings_later_is_all_there_is(page: &Page) -> Result<()> {
    page.open_body(STREAM).await?;
    for script in BEFORE {
        for (own, is_own) in [
            ("<p id=own>Own.</p>", true),
            (" Own words.", true),
            ("", false),
            ("\n<!-- none -->\n", false),
        ] {
            let streamed = async {
                page.run("begin()", &[]).await?;
                put(page, &format!("{script}</head><body>")).await?;
                defined(page, script).await?;
                put(page, "<fix-ladder loading=eager>").await?;
                let early = seen(page).await?;
                ensure!(early.is_null() || early[0] == "loading", "too early: {early}");
                put(page, own).await?;
                let early = seen(page).await?;
                ensure!(early.is_null() || early[6] == 0, "told too early: {early}");
                ensure!(
                    early.is_null() || early[2].as_str().is_some_and(|it| it.is_empty() == is_own),
                    "{early}"
                );
                put(page, "</fix-ladder><p>After.</p>").await?;
                page.run("end()", &[]).await?;
                let has_element = own.contains("id=own");
                let said = if is_own { "" } else { "This list of fixes could not be read. Reload" };
                page.until("it has failed", async || Ok(seen(page).await?[0] == "failed")).await?;
                let last = seen(page).await?;
                ensure!(last[1] == has_element && last[3] == false && last[6] == 1, "{last}");
                ensure!(last[4] == false && last[5] == false, "{last}");
                let told = last[2].as_str().unwrap_or_default();
                ensure!(told.is_empty() == said.is_empty(), "{told}");
                Ok(())
            };
            streamed.await.with_context(|| format!("{script}{own}"))?;
        }
    }
    page.ensure_no_errors().await
}

async fn own_html_that_the_parser_brings_later_stands_for_the_widget(page: &Page) -> Result<()> {
    page.server.set("/bad.json", Override { body: Some(b"{".to_vec()), ..Override::default() });
    page.open_body(STREAM).await?;
    for script in BEFORE {
        for (element, before, begins) in [
            (
                "ladder=icloud-photos",
                NO_WASM,
                "This browser cannot run the guided version here, so this is what",
            ),
            (
                "src=/pages/kettle.json",
                NO_WASM,
                "This browser cannot run the guided version here, so this is what",
            ),
            ("src=/bad.json", "", "The guided version cannot be shown, so this is what"),
            ("src=/none.json", "", "The guided version could not be loaded, so this is what"),
            ("ladder=no-such", "", "The guided version could not be loaded, so this is what"),
        ] {
            let streamed = async {
                page.run("begin()", &[]).await?;
                put(page, &format!("{before}{script}</head><body>")).await?;
                defined(page, script).await?;
                put(page, &format!("<fix-ladder {element} loading=eager>")).await?;
                // As late as can be: it has failed, and perhaps a list stands there by now.
                if script == SCRIPT {
                    page.until("it has failed", async || Ok(seen(page).await?[0] == "failed"))
                        .await?;
                }
                put(page, "<ol id=own><li>Own.</li>").await?;
                if script == SCRIPT {
                    let now = seen(page).await?;
                    ensure!(now[1] == true && now[4] == false && now[5] == false, "{now}");
                }
                put(page, "<li>More.</li></ol></fix-ladder><p>After.</p>").await?;
                page.run("end()", &[]).await?;
                page.until("it has failed", async || Ok(seen(page).await?[0] == "failed")).await?;
                let last = seen(page).await?;
                ensure!(last[2].as_str().is_some_and(|it| it.starts_with(begins)), "{last}");
                ensure!(
                    last[1] == true && last[3] == false && last[4] == false && last[5] == false,
                    "{last}"
                );
                ensure!(last[6] == 1, "told once: {last}");
                Ok(())
            };
            streamed.await.with_context(|| format!("{script}{element}"))?;
        }
    }
    page.ensure_no_errors().await
}

async fn own_html_that_comes_while_it_loads_is_seen(page: &Page) -> Result<()> {
    let slow = Override { delay: Some(Duration::from_secs(600)), ..Override::default() };
    page.server.set("/slow.json", slow);
    page.open_body(STREAM).await?;
    page.run("begin()", &[]).await?;
    put(page, &format!("{SCRIPT}</head><body><fix-ladder src=/slow.json loading=eager>")).await?;
    page.until("it loads", async || Ok(seen(page).await?[0] == "loading")).await?;
    let said = seen(page).await?;
    ensure!(said[2] != "" && said[1] == false, "something is said meanwhile: {said}");
    put(page, "<p id=own>Own.").await?;
    until(page, json!(["loading", true, "", false, false, false, 0])).await?;
    page.run("inside().own.remove()", &[]).await?;
    page.until("it is said again", async || Ok(seen(page).await?[2] == said[2])).await?;
    page.run("inside().document.querySelector('fix-ladder').innerHTML = '<b id=own>Own</b>'", &[])
        .await?;
    until(page, json!(["loading", true, "", false, false, false, 0])).await?;
    page.run("end()", &[]).await?;
    page.server.unset("/slow.json");
    page.ensure_no_errors().await
}

async fn own_html_makes_way_whenever_it_came(page: &Page) -> Result<()> {
    page.open_body(STREAM).await?;
    for (element, first) in [("src=/pages/kettle.json", false), ("ladder=icloud-photos", true)] {
        page.run("begin()", &[]).await?;
        // The parser waits for the script, and goes on with both at once. In one piece: what is written while Firefox
        // waits may come before what was written earlier.
        let both = format!("<fix-ladder {element} loading=eager><p id=own>Own.</p>");
        put(page, &format!("{SCRIPT}</head><body>{both}")).await?;
        page.until("the element is there", async || Ok(!seen(page).await?.is_null())).await?;
        let now = seen(page).await?;
        ensure!(!first || now[1] == false, "the prerendered view stands already: {now}");
        page.until("it is ready", async || Ok(seen(page).await?[0] == "ready")).await?;
        put(page, "<p>More.</p></fix-ladder>").await?;
        page.run("end()", &[]).await?;
        let last = seen(page).await?;
        ensure!(last == json!(["ready", false, "", false, false, true, 0]), "{last}");
    }
    page.ensure_no_errors().await
}
