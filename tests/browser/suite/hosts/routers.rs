//! Pages that change without being loaded: routers, caches of pages, elements that move.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::engine::{Engine, chromium};
use browser_tests::runner::Test;
use browser_tests::{Page, soak, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![h_5_spa_turbo, h_5_spa_turbolinks, h_5_spa_push_state, h_5_spa_moves];
    tests.extend(soak![h_5_spa_hundred_moves]);
    tests
}

const TAG: &str =
    "<script async src=\"/fix-ladder.js\" data-ladder=icloud-photos data-loading=eager></script>";
const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";
const ELEMENT: &str = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
const STEP: &str = "[data-rung=really-stuck] [data-step]";

/// Serves a page under a path.
fn serve(page: &Page, path: &str, head: &str, body: &str) {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{path}</title>
        <script src=\"/pages/counts.js\"></script>{head}</head><body><h1 id=\"{path}\">{path}</h1>{body}</body></html>"
    );
    page.server.set(path, Override { body: Some(html.into_bytes()), ..Override::default() });
}

/// Waits until a page is shown, and its widget stands there alone with one tick.
async fn one_widget_ticked(page: &Page, when: &str) -> Result<()> {
    let one = "document.querySelectorAll('fix-ladder').length === 1 && document.querySelector('fix-ladder').dataset.state === 'ready'";
    page.until_true(one).await.with_context(|| when.to_owned())?;
    page.widget().until(&format!("{STEP}:checked")).await.with_context(|| when.to_owned())?;
    let inside =
        "document.querySelector('fix-ladder').shadowRoot.querySelectorAll('.ladder').length === 1";
    page.until_true(inside).await.with_context(|| when.to_owned())
}

async fn shown(page: &Page, path: &str) -> Result<()> {
    page.until_true(&format!("document.getElementById('{path}') && !document.documentElement.hasAttribute('data-turbo-preview')")).await
}

/// Goes to and fro between a post with the script tag, one with the element, and one without any.
async fn to_and_fro(page: &Page, library: &str, visit: &str) -> Result<()> {
    let library = format!("<script src=\"/node_modules/{library}\"></script>");
    serve(page, "/tag.html", &library, TAG);
    serve(page, "/element.html", &library, &format!("{ELEMENT}{SCRIPT}"));
    serve(page, "/none.html", &library, "");
    serve(page, "/start.html", &library, "");
    page.open("/start.html").await?;
    page.until_true(&format!("window.{}", visit.split('.').next().unwrap_or_default())).await?;
    let go = async |path: &str| {
        page.run(&format!("window.{visit}('{path}')"), &[]).await?;
        shown(page, path).await
    };
    // The library brings its own listeners at the first visit and at the first click.
    go("/none.html").await?;
    page.run("document.querySelector('h1').click()", &[]).await?;
    let none = page.run("return counts()", &[]).await?;
    go("/tag.html").await?;
    page.widget().ready().await?;
    page.widget().click(STEP).await?;
    one_widget_ticked(page, "at first").await?;
    for _ in 0..3 {
        go("/none.html").await?;
        go("/element.html").await?;
        one_widget_ticked(page, "the element").await?;
        go("/none.html").await?;
        // From the cache: a copy of the page as it was, without shadow roots.
        page.run("history.back()", &[]).await?;
        shown(page, "/element.html").await?;
        one_widget_ticked(page, "back at the element").await?;
        go("/tag.html").await?;
        one_widget_ticked(page, "the tag").await?;
        go("/none.html").await?;
        page.run("history.back()", &[]).await?;
        shown(page, "/tag.html").await?;
        one_widget_ticked(page, "back at the tag").await?;
    }
    go("/none.html").await?;
    ensure!(page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 0);
    at_baseline(page, &none).await
}

/// Waits until the page has what it had: the library's own listeners on a new body are as many as on the old.
async fn at_baseline(page: &Page, before: &Value) -> Result<()> {
    // What the script looks for may have been under way before.
    let outcome = page.until("the listeners and timers are as before", async || {
        let now = page.run("return counts()", &[]).await?;
        Ok(now[0] == before[0] && now[1].as_u64() <= before[1].as_u64())
    });
    if let Err(error) = outcome.await {
        let now = page.run("return counts()", &[]).await?;
        return Err(error.context(format!("before {before}, now {now}")));
    }
    Ok(())
}

async fn h_5_spa_turbo(page: &Page) -> Result<()> {
    to_and_fro(page, "@hotwired/turbo/dist/turbo.es2017-umd.js", "Turbo.visit").await
}

async fn h_5_spa_turbolinks(page: &Page) -> Result<()> {
    to_and_fro(page, "turbolinks/dist/turbolinks.js", "Turbolinks.visit").await
}

/// A router of a few lines: it fetches, puts the body's HTML in, and keeps no scripts.
const ROUTER: &str = "<script>
window.show = async (path) => {
  const text = await (await fetch(path)).text();
  document.body.innerHTML = new DOMParser().parseFromString(text, 'text/html').body.innerHTML;
};
window.go = (path) => { history.pushState(null, '', path); return show(path) };
addEventListener('popstate', () => show(location.pathname));
</script>";

async fn h_5_spa_push_state(page: &Page) -> Result<()> {
    let head = format!("{ROUTER}{SCRIPT}");
    serve(page, "/element.html", &head, ELEMENT);
    serve(page, "/other.html", &head, &format!("<main>{ELEMENT}</main>"));
    serve(page, "/none.html", &head, "");
    page.open("/none.html").await?;
    let none = page.run("return counts()", &[]).await?;
    let go = async |path: &str| {
        page.run(&format!("window.go('{path}')"), &[]).await?;
        shown(page, path).await
    };
    go("/element.html").await?;
    page.widget().ready().await?;
    page.widget().click(STEP).await?;
    for _ in 0..3 {
        one_widget_ticked(page, "the element").await?;
        go("/other.html").await?;
        one_widget_ticked(page, "swapped for another").await?;
        go("/none.html").await?;
        page.run("history.back()", &[]).await?;
        shown(page, "/other.html").await?;
        one_widget_ticked(page, "back").await?;
        go("/element.html").await?;
    }
    go("/none.html").await?;
    at_baseline(page, &none).await
}

/// One cycle of everything that can happen to an element: moved, copied, taken out and put in again, swapped.
/// In the page itself, where microtasks come when they should.
const CYCLE: &str = "<script>
const until = (holds) => new Promise((resolve) => {
  const look = () => (holds() ? resolve() : requestAnimationFrame(look));
  look();
});
const ready = (element) => until(() => element.dataset.state === 'ready');
window.cycle = async () => {
  const [one, two] = [document.getElementById('one'), document.getElementById('two')];
  const element = document.querySelector('fix-ladder');
  two.append(element);
  one.append(element);
  const copy = element.cloneNode(true);
  two.append(copy);
  await ready(copy);
  copy.remove();
  element.remove();
  await until(() => !element.shadowRoot.querySelector('.ladder'));
  one.append(element);
  await ready(element);
  one.innerHTML = one.innerHTML;
  await ready(one.firstElementChild);
};
window.cycles = async (number) => {
  for (let at = 0; at < number; at += 1) await cycle();
};
</script>";

async fn open_cycles(page: &Page) -> Result<Value> {
    let head = format!("{CYCLE}{SCRIPT}");
    serve(page, "/moves.html", &head, &format!("<div id=one>{ELEMENT}</div><div id=two></div>"));
    page.open("/moves.html").await?;
    page.widget().ready().await?;
    page.widget().click(STEP).await?;
    page.run("return counts()", &[]).await
}

async fn run_cycles(page: &Page, number: u32) -> Result<()> {
    // One script, since each that the driver runs leaves something in the heap.
    let run = "const [number, done] = arguments; window.cycles(number).then(() => done())";
    page.client.execute_async(run, vec![json!(number)]).await.context("moving")?;
    one_widget_ticked(page, "after the moves").await
}

async fn h_5_spa_moves(page: &Page) -> Result<()> {
    let before = open_cycles(page).await?;
    stops_growing(page, 4).await?;
    at_baseline(page, &before).await
}

async fn h_5_spa_hundred_moves(page: &Page) -> Result<()> {
    let before = open_cycles(page).await?;
    stops_growing(page, 20).await?;
    at_baseline(page, &before).await
}

/// How often the page is given the time to settle: the module takes memory by the page until it has what it needs,
/// and engines compile for a while what they see again and again. What leaks would grow every time.
const STRETCHES: u32 = 6;

/// Moves the widgets about until so many cycles in a row have taken nothing. Each moves an element five times.
async fn stops_growing(page: &Page, cycles: u32) -> Result<()> {
    let mut early = Memory::of(page).await?;
    ensure!(early.module > 0.0, "the module's memory is not counted");
    for _ in 0..STRETCHES {
        // Not all at once, for the driver's timeout.
        for _ in 0..cycles / 4 {
            run_cycles(page, 4).await?;
        }
        let late = Memory::of(page).await?;
        if late.module <= early.module && late.heap <= early.heap * 1.01 {
            return Ok(());
        }
        early = late;
    }
    bail!("{cycles} cycles after many others still took memory: {early:?} in the end")
}

/// What a page holds, in bytes. The heap is counted where the engine tells: in Chromium.
#[derive(Debug)]
struct Memory {
    module: f64,
    heap: f64,
}

impl Memory {
    async fn of(page: &Page) -> Result<Memory> {
        // What the test itself collects is not the widget's.
        page.run("window.__events.length = 0", &[]).await?;
        let module = page.run("return moduleBytes()", &[]).await?.as_f64().context("no bytes")?;
        if page.engine != Engine::Chromium {
            return Ok(Memory { module, heap: 0.0 });
        }
        let tell = async |command| chromium::devtools(&page.client, command, json!({})).await;
        tell("Performance.enable").await?;
        for _ in 0..3 {
            tell("HeapProfiler.collectGarbage").await?;
        }
        let metrics = tell("Performance.getMetrics").await?;
        let metrics = metrics["metrics"].as_array().context("no metrics")?;
        let heap = metrics.iter().find(|it| it["name"] == "JSHeapUsedSize").context("no heap")?;
        Ok(Memory { module, heap: heap["value"].as_f64().context("no heap")? })
    }
}
