//! The script that draws plain lists: when it is asked for, from where it comes under every kind of policy, and
//! what a reader has where it does not come.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::local_files::{Folder, watched};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        csp_2_list_under_policies,
        csp_2_list_that_a_policy_refuses_leaves_the_reason,
        list_comes_only_where_it_is_needed,
        what_stands_stays_while_a_list_comes,
        list_that_does_not_come_leaves_the_reason,
        list_of_another_build_is_not_taken,
        list_beside_a_local_page,
    ]
}

pub const POLICY: &str = "content-security-policy";
pub const LIST: &str = "/fix-ladder.list.js";
pub const MODULE: &str = "/fix-ladder.wasm";
pub const NO_WASM: &str = "<script>delete window.WebAssembly</script>";
pub const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
pub const FOREIGN: &str = "<script nonce={nonce} src={cdn}/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";

/// All of which forbid WebAssembly, and connections.
const POLICIES: [&str; 3] = [
    "script-src 'nonce-{nonce}'; connect-src 'none'",
    "script-src 'nonce-{nonce}' 'strict-dynamic'; connect-src 'none'",
    "script-src {harness} {cdn}/fix-ladder.js {cdn}/fix-ladder.list.js; default-src 'none'; img-src {blog}/favicon.ico",
];

pub fn with_body(body: impl Into<Vec<u8>>) -> Override {
    Override { body: Some(body.into()), ..Override::default() }
}

pub fn built(file: &str) -> Result<String> {
    Ok(std::fs::read_to_string(xtask::dist_folder().join(file))?)
}

pub fn asked_for_lists(requests: &[String]) -> usize {
    requests.iter().filter(|it| it.starts_with(LIST)).count()
}

pub async fn ensure_list(page: &Page) -> Result<()> {
    page.widget().until_state("failed").await?;
    ensure!(page.widget().count(".plain-list ol.rungs > li").await? > 0, "the list is there");
    let said = page.widget().text("[data-notice=failed]").await?;
    ensure!(said.contains("plain list"), "{said}");
    Ok(())
}

/// A reason that promises no list; and the button, where another try may bring the list.
pub async fn ensure_reason_alone(page: &Page, reason: &str) -> Result<()> {
    page.widget().until_state("failed").await?;
    ensure!(!page.widget().has(".plain-list").await?, "a list is there");
    let said = page.widget().text("[data-notice=failed]").await?;
    ensure!(said.starts_with(reason) && !said.contains("plain list"), "{said}");
    if reason == NO_GUIDE {
        ensure!(page.widget().has("button[data-action=retry]").await?, "it can be tried again");
    }
    let told = page.events_of("error").await?.len();
    ensure!(told == 1, "the page is told {told} times");
    Ok(())
}

pub const NO_GUIDE: &str = "This browser cannot run the guided version here";

async fn csp_2_list_under_policies(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    for policy in POLICIES {
        let seen = async {
            sites.open(&[(POLICY, policy)], FOREIGN).await?;
            ensure_list(page).await?;
            let scripts =
                page.run("return document.querySelectorAll('script[src*=list]').length", &[]);
            ensure!(scripts.await? == 0, "no tag is left in the page");
            let refused = sites.refused().await?;
            ensure!(
                refused.iter().all(|it| it.ends_with("wasm-eval") || it.ends_with(MODULE)),
                "refused besides the module: {refused:?}"
            );
            page.ensure_no_errors().await
        };
        seen.await.with_context(|| policy.to_owned())?;
    }
    Ok(())
}

async fn csp_2_list_that_a_policy_refuses_leaves_the_reason(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    sites
        .open(&[(POLICY, "script-src {harness} {cdn}/fix-ladder.js; connect-src {cdn}")], FOREIGN)
        .await?;
    ensure_reason_alone(page, NO_GUIDE).await?;
    let asked = asked_for_lists(&sites.cdn.requests());
    ensure!(asked == 0, "asked {asked} times for what is refused");
    let refused = sites.refused().await?;
    let lists = refused.iter().filter(|it| it.ends_with(LIST)).count();
    ensure!(lists == 1, "by tag: {refused:?}");
    page.ensure_no_errors().await
}

async fn list_comes_only_where_it_is_needed(page: &Page) -> Result<()> {
    page.server.set("/bad.json", with_body("{"));
    let element = |source: &str, own: &str| {
        format!(
            "<fix-ladder {source} loading=eager>{own}</fix-ladder><script src=/fix-ladder.js></script>"
        )
    };
    let cases = [
        ("ready", element("ladder=icloud-photos", "")),
        ("failed", format!("{NO_WASM}{}", element("ladder=icloud-photos", "<p>Own.</p>"))),
        ("failed", element("src=/bad.json", "")),
        ("failed", element("src=/none.json", "")),
        ("failed", element("", "<p>Own.</p>")),
    ];
    for (state, body) in cases {
        let before = asked_for_lists(&page.server.requests());
        page.open_body(&body).await?;
        page.widget().until_state(state).await.with_context(|| body.clone())?;
        page.take_a_turn().await?;
        let asked = asked_for_lists(&page.server.requests()) - before;
        ensure!(asked == 0, "{body}: asked for a list");
        page.take_errors().await?;
    }
    page.open_body(&format!("{NO_WASM}{}", element("ladder=icloud-photos", "").repeat(3))).await?;
    let all = "document.querySelectorAll('fix-ladder[data-state=failed]').length === 3";
    page.until_true(all).await?;
    let asked = page.server.requests().iter().filter(|it| it.starts_with(LIST)).count();
    ensure!(asked == 1, "three widgets asked {asked} times");
    Ok(())
}

async fn what_stands_stays_while_a_list_comes(page: &Page) -> Result<()> {
    const WATCH: &str = "<script>
        window.seen = [];
        const look = () => {
          const { dataset, shadowRoot } = document.querySelector('fix-ladder');
          seen.push([dataset.state, Boolean(shadowRoot.querySelector('[data-notice=failed]')),
            Boolean(shadowRoot.querySelector('.plain-list'))].join(' '));
        };
        new MutationObserver(look).observe(document, { subtree: true, attributeFilter: ['data-state'] });
        addEventListener('fix-ladder-error', look);
        </script>";
    let slow = Override { delay: Some(Duration::from_millis(300)), ..Override::default() };
    page.server.set(LIST, slow);
    page.open_body(&format!("{WATCH}{NO_WASM}{TAG}")).await?;
    ensure_list(page).await?;
    let seen = page.run("return window.seen", &[]).await?;
    // It is told when it is seen, and seen in one piece.
    let expected = ["loading false false", "failed true true", "failed true true"];
    ensure!(seen == serde_json::json!(expected), "{seen}");
    page.ensure_no_errors().await
}

async fn list_that_does_not_come_leaves_the_reason(page: &Page) -> Result<()> {
    // The time for a list is over at once, until the test says otherwise. The page has loaded only when the list has
    // come, so nobody could say so later.
    let hurry = "<script>const later = window.setTimeout;
        window.hurry = true;
        window.setTimeout = (call, wait, ...rest) => later(call, wait === 8000 && hurry ? 0 : wait, ...rest);</script>";
    let missing = Override { status: Some(404), body: Some(Vec::new()), ..Override::default() };
    let never = Override { delay: Some(Duration::from_secs(1)), ..Override::default() };
    for trouble in [missing, never] {
        page.server.set(LIST, trouble);
        page.open_body(&format!("{hurry}{NO_WASM}{TAG}")).await?;
        ensure_reason_alone(page, NO_GUIDE).await?;
        page.server.unset(LIST);
        page.run("window.hurry = false", &[]).await?;
        // What is on its way may have to come first.
        page.until("there is a list", async || {
            let retry = "const button = document.querySelector('fix-ladder').shadowRoot.querySelector('button[data-action=retry]');
                if (button) button.click()";
            page.run(retry, &[]).await?;
            page.widget().has(".plain-list").await
        })
        .await?;
        ensure_list(page).await?;
        page.take_errors().await?;
    }
    Ok(())
}

async fn list_of_another_build_is_not_taken(page: &Page) -> Result<()> {
    let other = built("fix-ladder.list.js")?.replacen(
        "\"event\":\"fix-ladder-",
        "\"event\":\"fix-ladder-0",
        1,
    );
    page.server.set(LIST, with_body(other));
    page.open_body(&format!("{NO_WASM}{TAG}")).await?;
    ensure_reason_alone(page, NO_GUIDE).await?;
    page.ensure_no_errors().await
}

async fn list_beside_a_local_page(page: &Page) -> Result<()> {
    let folder = Folder::new()?;
    for file in ["fix-ladder.js", "fix-ladder.list.js", "fix-ladder.wasm"] {
        folder.copy_built(file)?;
    }
    let html = "<!doctype html><html lang=en><head><meta charset=utf-8><title>A local post</title></head><body>
        <script src=fix-ladder.js data-ladder=icloud-photos data-loading=eager></script></body></html>";
    folder.write("post.html", watched(html)?)?;
    page.client.goto(&folder.address("post.html")).await?;
    ensure_list(page).await?;
    page.take_errors().await?;
    page.open("/pages/blank.html").await
}
