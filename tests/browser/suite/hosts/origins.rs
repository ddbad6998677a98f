//! Files from another origin than the page, and pages that have no origin or no address of their own: each has its
//! widget, or one sentence for the author, and no try that cannot help.

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        hp_23_a_foreign_host_without_cors_is_named,
        hp_23_isolated_and_tight_lipped_pages,
        hp_23_pages_in_frames_without_an_address,
        hp_23_a_sandboxed_page_without_cors_is_told_of,
    ]
}

const CORS: &str = "access-control-allow-origin";
const ATTRIBUTES: &str = "data-ladder=\"icloud-photos\" data-loading=\"eager\"";
const FILES: [&str; 3] = ["/fix-ladder.js", "/fix-ladder.list.js", "/fix-ladder.wasm"];

/// Fails unless the author has been told in one sentence with these words, and the reader is offered no other try.
async fn one_sentence(page: &Page, words: &str) -> Result<()> {
    let widget = page.widget();
    widget.until_state("failed").await?;
    widget.until("[data-notice=failed]").await?;
    ensure!(!widget.has("[data-action=retry]").await?, "another try cannot help");
    let said = page.said().await?;
    let ours: Vec<&String> = said.iter().filter(|it| it.starts_with("fix-ladder: ")).collect();
    ensure!(ours.len() == 1 && ours[0].contains(words), "{ours:?}");
    page.take_errors().await.map(drop)
}

async fn hp_23_a_foreign_host_without_cors_is_named(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    for file in FILES {
        sites.cdn.unset(file);
    }
    sites
        .open(&[], &format!("<script src=\"{{cdn}}/fix-ladder.js\" {ATTRIBUTES}></script>"))
        .await?;
    one_sentence(page, "has to send Access-Control-Allow-Origin").await?;
    // The beginning is there to read all the same.
    page.widget().until("[data-rung=really-stuck]").await?;
    // The file that holds everything needs nobody's leave, since the tag does not ask for it.
    sites
        .open(&[], &format!("<script src=\"{{cdn}}/fix-ladder.inline.js\" {ATTRIBUTES}></script>"))
        .await?;
    page.widget().ready().await?;
    // With `crossorigin` the browser does not run it, and nobody is there to say so. So the short tag has none.
    sites.open(&[], &format!("<fix-ladder ladder=icloud-photos><p id=own>Own.</p></fix-ladder><script crossorigin=\"anonymous\" src=\"{{cdn}}/fix-ladder.inline.js\"></script>")).await?;
    let own =
        "return customElements.get('fix-ladder') === undefined && own.getClientRects().length > 0";
    ensure!(page.run(own, &[]).await? == true, "the fallback is left");
    page.take_errors().await.map(drop)
}

async fn hp_23_isolated_and_tight_lipped_pages(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let isolated = [
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-opener-policy", "same-origin"),
    ];
    let bound = format!("crossorigin=\"anonymous\" {ATTRIBUTES}");
    // An isolated page takes what is asked for by CORS; what is not, it takes with a header of its own.
    sites
        .open(&isolated, &format!("<script {bound} src=\"{{cdn}}/fix-ladder.js\"></script>"))
        .await?;
    page.widget().ready().await?;
    ensure!(
        page.run("return window.crossOriginIsolated", &[]).await? != false,
        "the page is isolated"
    );
    let headers = [(CORS, "*"), ("cross-origin-resource-policy", "cross-origin")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    sites.cdn.set("/fix-ladder.js", Override { headers, ..Override::default() });
    sites
        .open(&isolated, &format!("<script {ATTRIBUTES} src=\"{{cdn}}/fix-ladder.js\"></script>"))
        .await?;
    page.widget().ready().await?;
    // Who tells nobody where they come from is served all the same, with a hash or without.
    let script = std::fs::read(xtask::dist_folder().join("fix-ladder.js"))?;
    for integrity in [String::new(), format!("integrity=\"{}\"", xtask::integrity(&script))] {
        for policy in ["no-referrer", "same-origin", "unsafe-url"] {
            sites
                .open(
                    &[("referrer-policy", policy)],
                    &format!("<script {bound} {integrity} src=\"{{cdn}}/fix-ladder.js\"></script>"),
                )
                .await?;
            page.widget().ready().await.with_context(|| policy.to_owned())?;
        }
    }
    page.ensure_no_errors().await
}

/// A page with the tag, whose addresses hold from everywhere.
fn whole_page(page: &Page) -> String {
    let [harness, recorder, script] =
        ["/pages/harness.js", "/pages/recorder.js", "/fix-ladder.js"].map(|it| page.server.url(it));
    format!(
        "<!doctype html><html lang=en><head><title>A post</title><script src=\"{harness}\"></script><script src=\"{recorder}\"></script></head><body><h1>A post</h1><script src=\"{script}\" {ATTRIBUTES}></script></body></html>"
    )
}

/// Serves the files to everybody, as pages without an origin need it.
fn serve_everybody(page: &Page) {
    for file in FILES {
        let headers = vec![(CORS.to_owned(), "*".to_owned())];
        page.server.set(file, Override { headers, ..Override::default() });
    }
}

async fn hp_23_pages_in_frames_without_an_address(page: &Page) -> Result<()> {
    serve_everybody(page);
    let html = whole_page(page);
    // How a page comes into a frame, and whether it may keep something there.
    for (make, is_kept) in [
        ("frame.srcdoc = arguments[0]", true),
        ("frame.sandbox = 'allow-scripts'; frame.srcdoc = arguments[0]", false),
        ("frame.sandbox = 'allow-scripts allow-same-origin'; frame.srcdoc = arguments[0]", true),
        ("frame.src = URL.createObjectURL(new Blob([arguments[0]], { type: 'text/html' }))", true),
        ("frame.src = 'data:text/html;charset=utf-8,' + encodeURIComponent(arguments[0])", false),
        (
            "document.body.append(frame); frame.contentDocument.open(); frame.contentDocument.write(arguments[0]); frame.contentDocument.close()",
            true,
        ),
    ] {
        page.open_body("<h1>Around</h1>").await?;
        page.run("localStorage.clear()", &[]).await?;
        let script = format!(
            "const frame = document.createElement('iframe'); frame.width = 900; frame.height = 700; {make}; if (!frame.parentNode) document.body.append(frame)"
        );
        page.run(&script, &[json!(html)]).await?;
        page.client.clone().enter_frame(0).await.context("entering the frame")?;
        let outcome = async {
            let widget = page.widget();
            widget.ready().await?;
            widget.click("[data-step=stuck-charger]").await?;
            widget.until("[data-step=stuck-charger]:checked").await?;
            let told = widget.has("[data-notice=not-kept]").await?;
            ensure!(told != is_kept, "told that nothing is kept: {told}");
            page.ensure_no_errors().await
        }
        .await;
        page.client.clone().enter_parent_frame().await?;
        outcome.with_context(|| make.to_owned())?;
    }
    Ok(())
}

async fn hp_23_a_sandboxed_page_without_cors_is_told_of(page: &Page) -> Result<()> {
    page.open_body("<h1>Around</h1>").await?;
    let make = "const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts'; frame.width = 900; frame.height = 700; frame.srcdoc = arguments[0]; document.body.append(frame)";
    page.run(make, &[json!(whole_page(page))]).await?;
    page.client.clone().enter_frame(0).await.context("entering the frame")?;
    let outcome = one_sentence(page, "has to send Access-Control-Allow-Origin").await;
    page.client.clone().enter_parent_frame().await?;
    outcome
}
