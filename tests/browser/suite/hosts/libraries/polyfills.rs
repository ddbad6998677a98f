//! `fetch` and other parts of the platform that pages replace by something of their own.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::library;

pub fn tests() -> Vec<Test> {
    tests![
        hp_15_another_fetch_brings_the_module,
        hp_15_another_fetch_brings_no_other_module,
        hp_15_other_parts_of_the_platform_are_replaced,
    ]
}

const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
const DOCUMENT: &str =
    "<script src=/fix-ladder.js data-src=/pages/kettle.json data-loading=eager></script>";

/// The real library, where a page insists on it: it leaves a `fetch` alone that is there.
fn whatwg_fetch() -> String {
    format!(
        "<script>window.fetch = undefined</script>{}",
        library("whatwg-fetch/dist/fetch.umd.js")
    )
}

/// A wrapper around `fetch` as pages have them, by its body: `own` is the browser's.
fn wrapper(body: &str) -> String {
    format!("<script>{{ const own = window.fetch; window.fetch = {body} }}</script>")
}

/// Names, and what stands in the head of a page.
fn fetches() -> Vec<(&'static str, String)> {
    vec![
        ("whatwg-fetch", whatwg_fetch()),
        ("all is handed on", wrapper("function () { return own.apply(this, arguments) }")),
        ("the options are dropped", wrapper("(address) => own(address)")),
        (
            "nothing but texts",
            wrapper("(address, options) => own(address.replace('#', '%23'), options)"),
        ),
        (
            "integrity is refused",
            wrapper(
                "(address, options = {}) => options.integrity ? Promise.reject(TypeError('no')) : own(address, options)",
            ),
        ),
        ("zone.js", library("zone.js/bundles/zone.umd.js")),
    ]
}

async fn hp_15_another_fetch_brings_the_module(page: &Page) -> Result<()> {
    for (name, head) in fetches() {
        for tag in [TAG, DOCUMENT] {
            page.open_body(&format!("{head}{tag}")).await?;
            page.widget().ready().await.with_context(|| name.to_owned())?;
            page.ensure_no_errors().await.with_context(|| name.to_owned())?;
        }
    }
    Ok(())
}

async fn hp_15_another_fetch_brings_no_other_module(page: &Page) -> Result<()> {
    let mut module = std::fs::read(xtask::dist_folder().join("fix-ladder.wasm"))?;
    // Far into the code, where a browser alone would notice nothing.
    let middle = module.len() / 2;
    module[middle] ^= 1;
    page.server.set("/fix-ladder.wasm", Override { body: Some(module), ..Override::default() });
    for (name, head) in fetches() {
        page.open_body(&format!("<script src=/pages/recorder.js></script>{head}{TAG}")).await?;
        page.widget().until_state("failed").await.with_context(|| name.to_owned())?;
        let said = page.said().await?;
        let is_told =
            said.len() == 1 && said[0].contains("is not the file that belongs to this script");
        ensure!(is_told, "{name}: {said:?}");
        page.take_errors().await?;
    }
    Ok(())
}

/// As old promises of libraries are: of another class, and later by a timer.
const PROMISE: &str = "<script>{
  const Own = Promise;
  window.Promise = function (start) {
    const kept = new Own((done, fail) => start((it) => setTimeout(done, 0, it), (it) => setTimeout(fail, 0, it)));
    this.then = (...given) => new Promise((done, fail) => kept.then(...given).then(done, fail));
    this.catch = (given) => this.then(undefined, given);
    // The driver of WebKit asks for it.
    this.finally = (given) => this.then((it) => (given(), it), (it) => (given(), Promise.reject(it)));
  };
  for (const name of ['all', 'race', 'resolve', 'reject']) {
    Promise[name] = (it) => new Promise((done, fail) => Own[name](it).then(done, fail));
  }
}</script>";

/// As pages make them for tests and for old browsers: everything is in sight at once, or nothing ever is told of.
fn observer(body: &str) -> String {
    format!(
        "<script>window.IntersectionObserver = class {{
          constructor(callback) {{ this.callback = callback }} observe(it) {{ {body} }} unobserve() {{}} disconnect() {{}}
        }}</script>"
    )
}

async fn hp_15_other_parts_of_the_platform_are_replaced(page: &Page) -> Result<()> {
    let lazy = TAG.replace("eager", "lazy");
    let forced = "<script>window.customElements.forcePolyfill = true</script>";
    let none = "<script>delete window.IntersectionObserver; delete window.IntersectionObserverEntry</script>";
    let cases = [
        ("an old Promise", PROMISE.to_owned(), TAG),
        (
            "an observer that calls at once",
            observer("this.callback([{ isIntersecting: true, target: it }])"),
            &lazy,
        ),
        (
            "an observer without isIntersecting",
            observer("this.callback([{ intersectionRatio: 1, target: it }])"),
            &lazy,
        ),
        (
            "the observer of W3C",
            format!("{none}{}", library("intersection-observer/intersection-observer.js")),
            &lazy,
        ),
        (
            "custom elements by script",
            format!(
                "{forced}{}",
                library("@webcomponents/webcomponentsjs/bundles/webcomponents-ce.js")
            ),
            TAG,
        ),
        (
            "an adapter for old classes",
            library("@webcomponents/webcomponentsjs/custom-elements-es5-adapter.js"),
            TAG,
        ),
        (
            "zone.js, and its patches",
            library("zone.js/bundles/zone.umd.js")
                + &library("zone.js/bundles/zone-patch-resize-observer.umd.js"),
            &lazy,
        ),
    ];
    for (name, head, tag) in &cases {
        page.open_body(&format!("{head}{tag}")).await?;
        let widget = page.widget();
        widget.ready().await.with_context(|| (*name).to_owned())?;
        widget.click(super::STEP).await.with_context(|| (*name).to_owned())?;
        widget.until(&format!("{}:checked", super::STEP)).await?;
        widget.survives_a_reload().await.with_context(|| (*name).to_owned())?;
        page.ensure_no_errors().await.with_context(|| (*name).to_owned())?;
        page.run("localStorage.clear()", &[json!(null)]).await?;
    }
    Ok(())
}
