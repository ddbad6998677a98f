//! The policy of the project's own page: how strict it is, and that the page can live with it.
//!
//! That no code is made from strings is held by `cargo xtask tidy`, and shown by the policies of `policies.rs`.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![csp_6_own_page_has_a_strict_policy, csp_6_own_page_keeps_to_its_policy]
}

fn dist(file: &str) -> Result<String> {
    Ok(std::fs::read_to_string(xtask::dist_folder().join(file))?)
}

fn own_policy() -> Result<String> {
    let page = dist("index.html")?;
    let policy = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"");
    let policy = policy.and_then(|(_, rest)| rest.split_once('"'));
    policy.map(|(policy, _)| policy.to_owned()).context("index.html has no policy")
}

/// Those that csp_evaluator takes for more than a perhaps.
fn faults(policy: &str) -> Result<Vec<String>> {
    let folder = xtask::project_root().join("tests/browser");
    let output = Command::new("node").args(["policy.js", policy]).current_dir(folder).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "csp_evaluator does not run; `npm ci --ignore-scripts` in tests/browser: {said}"
    );
    let findings: Vec<(u32, String, String)> = serde_json::from_slice(&output.stdout)?;
    let faults = findings.into_iter().filter(|(severity, ..)| *severity < 40);
    Ok(faults.map(|(_, directive, what)| format!("{directive}: {what}")).collect())
}

async fn csp_6_own_page_has_a_strict_policy(_: &Page) -> Result<()> {
    let found = faults(&own_policy()?)?;
    ensure!(found.is_empty(), "{found:?}");
    ensure!(!faults("script-src 'unsafe-inline'")?.is_empty(), "a weak policy is seen to be weak");
    Ok(())
}

async fn csp_6_own_page_keeps_to_its_policy(page: &Page) -> Result<()> {
    let html =
        dist("index.html")?.replace("<head>", "<head><script src=/pages/witness.js></script>");
    let body = Some(html.into_bytes());
    page.server.set("/own.html", Override { body, ..Override::default() });
    page.open("/own.html").await?;
    page.widget().ready().await?;
    ensure!(page.witness("violations").await? == json!([]), "nothing is refused");
    let paper = page.run("return getComputedStyle(document.body).backgroundColor", &[]).await?;
    ensure!(paper != "rgba(0, 0, 0, 0)", "the page has its own style sheet");
    let offence = "const style = document.createElement('style'); style.textContent = 'p {}'; document.body.append(style)";
    page.run(offence, &[]).await?;
    page.until_true("window.__witness.violations.length > 0").await?;
    let refused = page.witness("violations").await?;
    ensure!(refused == json!([["enforce", "style-src-elem", "inline"]]), "{refused}");
    Ok(())
}
