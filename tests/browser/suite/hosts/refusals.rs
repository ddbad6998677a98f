//! Files that a policy, a server or a blocker keeps away: the author is told what to do, the reader is offered another
//! try only where it can help.

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![hp_27_policies_that_keep_files_away, hp_27_servers_and_blockers]
}

const POLICY: &str = "content-security-policy";
const SCRIPTS: &str = "script-src 'nonce-{nonce}' {harness} 'strict-dynamic' 'wasm-unsafe-eval'";
const WIDGET: &str = "<fix-ladder ladder=icloud-photos loading=eager><p>Own.</p></fix-ladder>
    <script nonce={nonce} src={cdn}/fix-ladder.js></script>";
const DOCUMENT: &str =
    "<fix-ladder src={cdn}/pages/kettle.json loading=eager><p>Own.</p></fix-ladder>
    <script nonce={nonce} src={blog}/fix-ladder.js></script>";

/// Failed, with this in the one line for the author, and a button or none.
async fn failed(page: &Page, cause: &str, has_retry: bool) -> Result<()> {
    page.widget().until_state("failed").await.with_context(|| cause.to_owned())?;
    let said = page.said().await?;
    let ours: Vec<&String> = said.iter().filter(|it| it.starts_with("fix-ladder: ")).collect();
    ensure!(ours.len() == 1 && ours[0].contains(cause), "{cause}: {said:?}");
    ensure!(page.widget().has("[data-action=retry]").await? == has_retry, "a button: {cause}");
    Ok(())
}

async fn hp_27_policies_that_keep_files_away(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    // A nonce is enough for the script, and what it brings is trusted with it.
    let allowed = format!("{SCRIPTS}; connect-src {{cdn}}");
    sites.open(&[(POLICY, &allowed)], WIDGET).await?;
    page.widget().ready().await.context("strict-dynamic")?;
    for (policy, body) in [
        (format!("{SCRIPTS}; connect-src 'self'"), WIDGET),
        (format!("default-src 'none'; {SCRIPTS}"), WIDGET),
        (format!("{SCRIPTS}; connect-src 'none'"), DOCUMENT),
    ] {
        sites.open(&[(POLICY, &policy)], body).await?;
        failed(page, "the page's policy forbids it. Add it to connect-src", false)
            .await
            .with_context(|| policy.clone())?;
        page.take_errors().await?;
    }
    // A policy that is only tried out forbids nothing.
    let tried = [("content-security-policy-report-only", "connect-src 'none'")];
    sites.open(&tried, WIDGET).await?;
    page.widget().ready().await?;
    page.take_errors().await.map(drop)
}

async fn hp_27_servers_and_blockers(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    // No header for other sites: of the module, and of a document.
    sites.cdn.set("/fix-ladder.wasm", Override::default());
    sites.open(&[], WIDGET).await?;
    failed(
        page,
        "its server lets no other site read it. It has to send Access-Control-Allow-Origin",
        false,
    )
    .await?;
    page.take_errors().await?;
    let kettle = std::fs::read(xtask::project_root().join("tests/browser/pages/kettle.json"))?;
    sites.cdn.set("/pages/kettle.json", Override { body: Some(kettle), ..Override::default() });
    sites.open(&[], DOCUMENT).await?;
    failed(page, "its server lets no other site read it", false).await?;
    page.take_errors().await?;
    // Hosts that have no such file, or do not hand it out: never. Hosts that are busy: later perhaps.
    let cors = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
    for (status, has_retry) in
        [(404, false), (403, false), (410, false), (429, true), (500, true), (503, true)]
    {
        let answer = Override {
            status: Some(status),
            headers: cors.clone(),
            body: Some(b"no".to_vec()),
            ..Override::default()
        };
        sites.cdn.set("/fix-ladder.wasm", answer);
        sites.open(&[], WIDGET).await?;
        failed(page, &format!("the server answered {status}"), has_retry).await?;
        page.take_errors().await?;
    }
    // A proxy or a blocker that puts something else in its place, and one that lets nothing through.
    let other =
        Override { headers: cors, body: Some(b"<h1>Blocked</h1>".to_vec()), ..Override::default() };
    sites.cdn.set("/fix-ladder.wasm", other);
    sites.open(&[], WIDGET).await?;
    failed(page, "is not the file that belongs to this script", true).await?;
    page.take_errors().await?;
    let blocker = "<script nonce={nonce}>const real = window.fetch;
        window.fetch = (address, ...more) => String(address).includes('.wasm') ? Promise.reject(new TypeError('blocked')) : real(address, ...more)</script>";
    sites.open(&[], &format!("{blocker}{WIDGET}")).await?;
    failed(page, "could not be loaded", true).await?;
    page.take_errors().await.map(drop)
}
