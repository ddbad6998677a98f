//! Content Security Policies and Trusted Types, as real blogs have them: a widget or the list, and not one
//! violation more than the policy has to report.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::engine::Engine;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

pub fn tests() -> Vec<Test> {
    tests![
        csp_1_matrix,
        csp_2_list_and_reason_within_a_second,
        csp_3_zero_extra_permissions,
        csp_5_trusted_types_none,
    ]
}

const POLICY: &str = "content-security-policy";
/// The embed from the blog's own origin, and from another.
const OWN: &str =
    "<script src={blog}/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
const FOREIGN: &str = "<script nonce={nonce} src={cdn}/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";

/// What a page with a policy shows.
enum Shows {
    Widget,
    /// The plain list, and what the policy says that it refused: no engine but WebKit keeps quiet about
    /// WebAssembly.
    List(&'static str),
}

const WASM: &str = "enforce script-src wasm-eval";
const CONNECTION: &str = "enforce connect-src /fix-ladder.wasm";

/// Policy, body, outcome.
const MATRIX: [(&str, &str, Shows); 8] = [
    ("script-src 'self'", OWN, Shows::List(WASM)),
    ("script-src 'self' 'wasm-unsafe-eval'", OWN, Shows::Widget),
    ("script-src 'self' 'wasm-unsafe-eval'; style-src 'none'", OWN, Shows::Widget),
    ("script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", OWN, Shows::List(CONNECTION)),
    (
        "script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'",
        FOREIGN,
        Shows::Widget,
    ),
    (
        "script-src {harness} {cdn} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
        FOREIGN,
        Shows::Widget,
    ),
    // Browsers ask for the icon of a page on their own.
    (
        "default-src 'none'; img-src {blog}/favicon.ico; script-src {harness} {cdn}/fix-ladder.js 'wasm-unsafe-eval'; connect-src {cdn}/fix-ladder.wasm",
        FOREIGN,
        Shows::Widget,
    ),
    // Much seen where plug-ins ask for everything: what lets `eval` in lets WebAssembly in.
    ("default-src 'self' {cdn} 'unsafe-inline' 'unsafe-eval' data:", FOREIGN, Shows::Widget),
];

async fn csp_1_matrix(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    for (policy, body, shows) in &MATRIX {
        sites.open(&[(POLICY, policy)], body).await?;
        shows_as_expected(page, &sites, shows).await.with_context(|| (*policy).to_owned())?;
    }
    Ok(())
}

async fn shows_as_expected(page: &Page, sites: &Sites<'_>, shows: &Shows) -> Result<()> {
    let mut expected = Vec::new();
    match shows {
        Shows::Widget => {
            page.widget().ready().await?;
            let margin = page.widget().ask("h2", "getComputedStyle(found).marginTop").await?;
            ensure!(margin == "0px", "the widget's own styles count: {margin}");
        }
        Shows::List(refused) => {
            page.widget().until_state("failed").await?;
            ensure!(
                page.widget().count(".plain-list ol.rungs > li").await? > 0,
                "the list is there"
            );
            ensure!(page.said().await?.len() == 1, "one line: {:?}", page.said().await?);
            if *refused != WASM || page.engine != Engine::WebKit {
                expected.push((*refused).to_owned());
            }
        }
    }
    let refused = sites.refused().await?;
    ensure!(refused == expected, "the policy refused {refused:?}");
    page.ensure_no_errors().await
}

async fn csp_2_list_and_reason_within_a_second(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    sites.open(&[(POLICY, "script-src 'self'")], OWN).await?;
    page.widget().until_state("failed").await?;
    let refused = page.recorded("refusedAt").await?.as_f64().unwrap_or_default();
    let failed = page.recorded("failedAt").await?.as_f64().unwrap_or_default();
    ensure!(refused > 0.0 && failed >= refused, "refused at {refused}, told at {failed}");
    ensure!(failed - refused < 1000.0, "the list took {} ms", failed - refused);
    let reason = page.widget().text("[data-notice=failed]").await?;
    ensure!(reason.starts_with("This browser cannot run the guided version here"), "{reason}");
    let said = page.said().await?;
    ensure!(said.len() == 1 && said[0].starts_with("fix-ladder: the module could not be"));
    let told = page.events_of("error").await?;
    ensure!(told.len() == 1, "{told:?}");
    ensure!(!page.widget().has("button[data-action=retry]").await?, "no policy changes by a press");
    Ok(())
}

/// The least that `docs/embedding.md` says a policy has to allow.
const MINIMUM: &str =
    "script-src {harness} {cdn}/fix-ladder.js 'wasm-unsafe-eval'; connect-src {cdn}";

async fn csp_3_zero_extra_permissions(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    // Browsers ask for the icon of a page on their own.
    let nothing_else = format!(
        "{MINIMUM}; default-src 'none'; img-src {{blog}}/favicon.ico; base-uri 'none'; form-action 'none'; report-uri /report"
    );
    let headers =
        [(POLICY, MINIMUM), ("content-security-policy-report-only", nothing_else.as_str())];
    sites.open(&headers, FOREIGN).await?;
    climb_to_the_end(page).await?;
    ensure!(sites.refused().await?.is_empty(), "{:?}", sites.refused().await?);
    page.run("window.__offend()", &[]).await?;
    let reports = || sites.blog.requests().iter().filter(|it| *it == "/report").count();
    page.until("an offence is reported", async || Ok(reports() > 0)).await?;
    ensure!(reports() == 1, "{} reports, one of them for the offence", reports());
    let refused = sites.refused().await?;
    ensure!(refused == ["report img-src /offence.png"], "{refused:?}");
    Ok(())
}

async fn csp_5_trusted_types_none(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let policy = format!("{MINIMUM}; require-trusted-types-for 'script'; trusted-types 'none'");
    sites.open(&[(POLICY, &policy)], FOREIGN).await?;
    climb_to_the_end(page).await?;
    ensure!(sites.refused().await?.is_empty(), "{:?}", sites.refused().await?);
    page.run("window.__offend()", &[]).await?;
    let heard = async || Ok(!sites.refused().await?.is_empty());
    page.until("an offence is told", heard).await?;
    let refused = sites.refused().await?;
    ensure!(refused == ["enforce require-trusted-types-for trusted-types-sink"], "{refused:?}");
    Ok(())
}

/// A tick, a wait, the end.
pub async fn climb_to_the_end(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-rung=really-stuck] [data-step]").await?;
    widget.until("[data-rung=really-stuck] [data-step]:checked").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.until_rung("restart", "open").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    page.advance(Duration::from_secs(16 * 60)).await?;
    widget.until_rung("restart", "open").await?;
    widget.press("restart", "fixed").await?;
    widget.until_rung("restart", "fixed").await?;
    widget.until(".fixed-ending").await?;
    ensure!(page.events_of("fixed").await?.len() == 1, "it is told");
    page.ensure_no_errors().await
}
