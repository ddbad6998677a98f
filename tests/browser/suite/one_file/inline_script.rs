//! The embed with its bytes inside, where the other has no chance: under policies without connections, on pages
//! without a server, in the page itself.

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::engine::Engine;
use browser_tests::local_files::{Folder, inline_script, watched};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use crate::security::policies::climb_to_the_end;

pub fn tests() -> Vec<Test> {
    tests![
        csp_4_inline_without_connections,
        csp_4_inline_under_trusted_types,
        csp_4_inline_without_webassembly_is_a_list,
        inline_beside_a_local_page,
        inline_pasted_into_a_page,
    ]
}

const POLICY: &str = "content-security-policy";
const TAG: &str =
    "<script src={cdn}/fix-ladder.inline.js data-ladder=icloud-photos data-loading=eager></script>";

/// The least that `docs/embedding.md` says a policy has to allow for this file; nothing else is allowed.
/// Browsers ask for the icon of a page on their own.
const MINIMUM: &str = "default-src 'none'; connect-src 'none'; script-src {harness} {cdn}/fix-ladder.inline.js 'wasm-unsafe-eval'; \
     img-src {blog}/favicon.ico; base-uri 'none'; form-action 'none'";

async fn csp_4_inline_without_connections(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    sites.open(&[(POLICY, MINIMUM)], TAG).await?;
    climb_to_the_end(page).await?;
    let margin = page.widget().ask("h2", "getComputedStyle(found).marginTop").await?;
    ensure!(margin == "0px", "the widget's own styles count: {margin}");
    ensure!(sites.refused().await?.is_empty(), "{:?}", sites.refused().await?);
    ensure!(sites.cdn.requests() == ["/fix-ladder.inline.js"], "{:?}", sites.cdn.requests());
    // The policy is at work.
    page.run("window.fetch('/pages/blank.html').catch(() => {})", &[]).await?;
    page.until("a connection is refused", async || Ok(!sites.refused().await?.is_empty())).await?;
    let refused = sites.refused().await?;
    ensure!(refused == ["enforce connect-src /pages/blank.html"], "{refused:?}");
    Ok(())
}

async fn csp_4_inline_under_trusted_types(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let policy = format!("{MINIMUM}; require-trusted-types-for 'script'; trusted-types 'none'");
    sites.open(&[(POLICY, &policy)], TAG).await?;
    climb_to_the_end(page).await?;
    ensure!(sites.refused().await?.is_empty(), "{:?}", sites.refused().await?);
    Ok(())
}

async fn csp_4_inline_without_webassembly_is_a_list(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let policy = MINIMUM.replace(" 'wasm-unsafe-eval'", "");
    sites.open(&[(POLICY, &policy)], TAG).await?;
    let widget = page.widget();
    widget.until_state("failed").await?;
    ensure!(widget.count(".plain-list ol.rungs > li").await? > 0, "the list is there");
    let reason = widget.text("[data-notice=failed]").await?;
    ensure!(reason.starts_with("This browser cannot run the guided version here"), "{reason}");
    ensure!(page.said().await?.len() == 1, "one line: {:?}", page.said().await?);
    let refused = sites.refused().await?;
    match page.engine {
        // The only engine that keeps quiet about WebAssembly.
        Engine::WebKit => ensure!(refused.is_empty(), "{refused:?}"),
        _ => ensure!(refused == ["enforce script-src wasm-eval"], "{refused:?}"),
    }
    page.ensure_no_errors().await
}

async fn inline_beside_a_local_page(page: &Page) -> Result<()> {
    let folder = Folder::new()?;
    folder.copy_built("fix-ladder.inline.js")?;
    let html = "<!doctype html><html lang=en><head><meta charset=utf-8><title>A local post</title></head><body><p>Before.</p>
        <script src=fix-ladder.inline.js data-ladder=icloud-photos data-loading=eager></script><p>After.</p></body></html>";
    folder.write("post.html", watched(html)?)?;
    page.client.goto(&folder.address("post.html")).await?;
    page.run("localStorage.clear()", &[]).await?;
    let widget = page.open_local(&folder, "post.html").await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.survives_a_reload().await?;
    ensure!(page.said().await?.is_empty(), "{:?}", page.said().await?);
    page.run("localStorage.clear()", &[]).await?;
    page.ensure_no_errors().await?;
    page.open("/pages/blank.html").await
}

async fn inline_pasted_into_a_page(page: &Page) -> Result<()> {
    let script = inline_script()?;
    // What would end the element early, or hide its end.
    for mark in ["</script", "<!--"] {
        let found = script.to_lowercase().matches(mark).count();
        ensure!(found == 0, "{mark} stands in the script {found} times");
    }
    page.open_body(&format!(
        "<p>Before.</p><script>{script}</script><fix-ladder ladder=icloud-photos loading=eager></fix-ladder><p id=after>After.</p>"
    ))
    .await?;
    page.widget().ready().await?;
    let seen = page.run("return document.body.innerText", &[]).await?;
    let seen = seen.as_str().context("no text")?;
    ensure!(seen.starts_with("Before.") && seen.ends_with("After."), "the script is not seen");
    let defined = "return [document.querySelectorAll('fix-ladder').length, after.textContent]";
    ensure!(page.run(defined, &[]).await? == json!([1, "After."]));
    ensure!(!page.server.requests().iter().any(|it| it.contains("fix-ladder")), "all is inside");
    climb_to_the_end(page).await
}
