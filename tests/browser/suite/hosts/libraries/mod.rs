//! Libraries and frameworks of real pages: what they do to a post while it is read, and to the platform under the
//! widget. What is common to these tests; knows no library.

/// Built-in objects with other methods than the browser gave them.
mod built_ins;
/// Vue, htmx, Astro's router.
mod frameworks;
/// jQuery runs the scripts of what it puts in by itself.
mod jquery;
/// Servers send the whole page anew, and scripts change only what is different.
mod morphing;
/// `fetch` and other parts of the platform that pages replace.
mod polyfills;
/// React and Preact.
mod react;

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use browser_tests::engine::Engine;
use browser_tests::runner::Test;
use serde_json::Value;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    let mut tests = jquery::tests();
    tests.extend(polyfills::tests());
    tests.extend(built_ins::tests());
    tests.extend(frameworks::tests());
    tests.extend(morphing::tests());
    tests.extend(react::tests());
    tests
}

const TAG: &str = "<script async src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>";
const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";
const ELEMENT: &str = "<fix-ladder ladder=\"icloud-photos\" loading=\"eager\"></fix-ladder>";
const STEP: &str = "[data-rung=really-stuck] [data-step]";

/// A recipe, with our files where the test server has them, and a widget that does not wait to be scrolled to.
fn ours(recipe: &str) -> String {
    recipe
        .replace("https://example.org/fix-ladder/", "/")
        .replace("<fix-ladder ", "<fix-ladder loading=\"eager\" ")
}

/// The tag of a library in `node_modules`.
fn library(file: &str) -> String {
    format!("<script src=\"/node_modules/{file}\"></script>")
}

/// Serves a page under a path.
fn serve(page: &Page, path: &str, head: &str, body: &str) {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{path}</title>{head}</head><body>{body}</body></html>"
    );
    serve_text(page, path, &html);
}

/// Serves what is no whole page.
fn serve_text(page: &Page, path: &str, text: &str) {
    let body = Some(text.as_bytes().to_vec());
    page.server.set(path, Override { body, ..Override::default() });
}

/// Runs a script as the page's own: in what WebKit's driver runs, microtasks come between its statements.
async fn act(page: &Page, script: &str) -> Result<()> {
    let run = format!("const [done] = arguments; setTimeout(() => {{ {script}; done() }})");
    page.client.execute_async(&run, Vec::new()).await.with_context(|| script.to_owned()).map(drop)
}

/// Waits for the widget, ticks a step, and remembers what stands there.
async fn tick(page: &Page) -> Result<()> {
    page.widget().ready().await?;
    page.widget().click(STEP).await?;
    page.widget().until(&format!("{STEP}:checked")).await?;
    remember(page).await
}

/// Remembers what the widget has rendered, to be asked whether it is still the same.
async fn remember(page: &Page) -> Result<()> {
    page.widget().ask(".ladder", "(window.kept = found, true)").await.map(drop)
}

/// Waits until there is one widget, it is ready, and has the tick.
async fn one_ticked(page: &Page, when: &str) -> Result<()> {
    ticked(page, 1, when).await
}

/// Waits until there are as many widgets, each is ready, and has the tick.
async fn ticked(page: &Page, widgets: usize, when: &str) -> Result<()> {
    let all = format!(
        "(() => {{ const all = Array.prototype.slice.call(document.querySelectorAll('fix-ladder'));
          return all.length === {widgets} && all.every((it) => it.dataset.state === 'ready'
            && it.shadowRoot.querySelectorAll('.ladder').length === 1 && it.shadowRoot.querySelector('{STEP}:checked')) }})()"
    );
    page.until_true(&all).await.with_context(|| when.to_owned())
}

/// As [`one_ticked`], and nothing has been rendered anew.
async fn the_same(page: &Page, when: &str) -> Result<()> {
    one_ticked(page, when).await?;
    let same = page.widget().ask(".ladder", "found === window.kept").await?;
    ensure!(same == true, "{when}: it has been rendered anew");
    Ok(())
}

/// Waits until no timer runs in the page: whoever has just looked for tags looks away for a moment.
async fn quiet(page: &Page) -> Result<()> {
    // WebKit's driver has one of its own while it asks.
    let own = u8::from(page.engine == Engine::WebKit);
    page.until_true(&format!("window.counts()[1] <= {own}")).await
}

/// Waits until the page has what it had: listeners on what outlives an element, and timers.
async fn at_baseline(page: &Page, before: &Value) -> Result<()> {
    let outcome = page.until("the listeners and timers are as before", async || {
        let now = page.run("return counts()", &[]).await?;
        // What the script looks for may have been under way before.
        Ok(now[0] == before[0] && now[1].as_u64() <= before[1].as_u64())
    });
    if let Err(error) = outcome.await {
        let now = page.run("return counts()", &[]).await?;
        return Err(error.context(format!("before {before}, now {now}")));
    }
    Ok(())
}
