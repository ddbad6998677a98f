//! The policies of the project's own pages: how strict they are, and that the pages can live with them.
//!
//! That no code is made from strings is held by `cargo xtask tidy`, and shown by the policies of `policies.rs`.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        csp_6_own_pages_have_a_strict_policy,
        csp_6_own_pages_keep_to_their_policy,
        csp_6_no_other_script_than_the_pages_own,
    ]
}

/// Every page that is built for readers, with what it may fetch.
const PAGES: [(&str, &str); 4] = [
    ("embed.html", "'self' https: http:"),
    ("index.html", "'self'"),
    ("icloud-photos/index.html", "'self'"),
    ("fix-ladder.html", "'none'"),
];

fn dist(file: &str) -> Result<String> {
    Ok(std::fs::read_to_string(xtask::dist_folder().join(file))?)
}

fn policy_of(file: &str) -> Result<String> {
    let page = dist(file)?;
    let policy = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"");
    let policy = policy.and_then(|(_, rest)| rest.split_once('"'));
    policy.map(|(policy, _)| policy.to_owned()).with_context(|| format!("{file} has no policy"))
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

/// For authors; its own tests open it.
const STUDIO: (&str, &str) = ("studio.html", "'none'");

async fn csp_6_own_pages_have_a_strict_policy(_: &Page) -> Result<()> {
    for (file, connect) in PAGES.into_iter().chain([STUDIO]) {
        let policy = policy_of(file)?;
        let found = faults(&policy)?;
        ensure!(found.is_empty(), "{file}: {found:?}");
        let directive = |name| policy.split("; ").find_map(|it| it.strip_prefix(name));
        let allowed = directive("connect-src ").or_else(|| directive("default-src "));
        ensure!(allowed == Some(connect), "{file}: {policy}");
    }
    ensure!(!faults("script-src 'unsafe-inline'")?.is_empty(), "a weak policy is seen to be weak");
    Ok(())
}

/// Opens a page as the server would, with a recorder that comes before the policy.
async fn open_watched(page: &Page, file: &str, html: &str) -> Result<()> {
    // The page's own script names the element as well, and must not be changed.
    let html = html.replacen("<head>", "<head><script src=/pages/recorder.js></script>", 1);
    let body = Some(html.into_bytes());
    page.server.set(&format!("/{file}"), Override { body, ..Override::default() });
    page.open(&format!("/{file}")).await
}

async fn csp_6_own_pages_keep_to_their_policy(page: &Page) -> Result<()> {
    for (file, _) in PAGES {
        open_watched(page, file, &dist(file)?).await?;
        page.widget().ready().await?;
        let violations = page.recorded("violations").await?;
        ensure!(violations == json!([]), "{file}: {violations}");
        let paper = page.run("return getComputedStyle(document.body).backgroundColor", &[]).await?;
        ensure!(paper != "rgba(0, 0, 0, 0)", "{file} has its own style sheet");
        let offence = "const style = document.createElement('style'); style.textContent = 'p {}'; document.body.append(style)";
        page.run(offence, &[]).await?;
        page.until_true("window.__recorded.violations.length > 0").await?;
        let refused = page.recorded("violations").await?;
        ensure!(refused == json!([["enforce", "style-src-elem", "inline"]]), "{file}: {refused}");
    }
    Ok(())
}

async fn csp_6_no_other_script_than_the_pages_own(page: &Page) -> Result<()> {
    for (file, _) in PAGES {
        let html = dist(file)?;
        let (before, after) = html.rsplit_once("</body>").context("no end of the body")?;
        let second = format!("{before}<script>window.intruder = true</script></body>{after}");
        open_watched(page, file, &second).await?;
        page.widget().ready().await?;
        ensure!(page.run("return window.intruder", &[]).await?.is_null(), "{file}: it has run");
        one_script_is_refused(page).await.with_context(|| file.to_owned())?;

        // The page for frames has its list from that script.
        if file == "embed.html" {
            continue;
        }
        let changed = html.replacen("const PAGE = {", "const PAGE =  {", 1);
        ensure!(changed.len() == html.len() + 1, "{file}: nothing is changed");
        open_watched(page, file, &changed).await?;
        one_script_is_refused(page).await.with_context(|| file.to_owned())?;
        let dead = "const element = document.querySelector('fix-ladder');
            return !element.matches(':defined') && element.querySelector('h2').checkVisibility()";
        ensure!(page.run(dead, &[]).await? == true, "{file}: the list alone is left");
    }
    Ok(())
}

/// It is told a moment after the page has loaded.
async fn one_script_is_refused(page: &Page) -> Result<()> {
    page.until_true("window.__recorded.violations.length > 0").await?;
    let refused = page.recorded("violations").await?;
    ensure!(refused == json!([["enforce", "script-src-elem", "inline"]]), "{refused}");
    Ok(())
}
