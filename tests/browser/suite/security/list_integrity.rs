//! What vouches for the script that draws plain lists: no byte of it runs that is not this build's.

use anyhow::{Context, Result, ensure};
use browser_tests::blog_and_cdn::Sites;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

use crate::failures::plain_list::{
    FOREIGN, LIST, MODULE, NO_GUIDE, NO_WASM, POLICY, TAG, asked_for_lists, built, ensure_list,
    ensure_reason_alone, with_body,
};

pub fn tests() -> Vec<Test> {
    tests![
        csp_2_list_under_trusted_types,
        csp_2_foreign_list_under_trusted_types,
        sri_1_changed_list_does_not_run,
        list_of_a_host_that_names_nobody,
    ]
}

const TRUSTED: &str = "script-src {harness} {cdn}; connect-src {cdn}; require-trusted-types-for 'script'; trusted-types 'none'";
/// That an address was given to a tag. Engines that know no Trusted Types give it.
const SINK: &str = "enforce require-trusted-types-for trusted-types-sink";

/// Nobody but `import` may run it there, and only what has been looked at.
async fn csp_2_list_under_trusted_types(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    sites.open(&[(POLICY, TRUSTED)], FOREIGN).await?;
    ensure_list(page).await?;
    let refused = sites.refused().await?;
    let is_expected = |it: &String| it.ends_with("wasm-eval") || it == SINK;
    ensure!(refused.iter().all(is_expected), "refused besides the module: {refused:?}");
    page.ensure_no_errors().await
}

async fn csp_2_foreign_list_under_trusted_types(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let list = built("fix-ladder.list.js")?;
    let everybody = ("access-control-allow-origin".to_owned(), "*".to_owned());
    let changed = Override {
        headers: vec![everybody.clone()],
        ..with_body(format!("window.ran = true;\n{list}"))
    };
    let moved = Override {
        status: Some(302),
        headers: vec![everybody, ("location".to_owned(), sites.blog.url("/elsewhere.js"))],
        ..with_body("")
    };
    sites.blog.set("/elsewhere.js", changed.clone());
    for (name, wrong, policy) in [
        ("changed", Some(changed), TRUSTED.to_owned()),
        ("moved", Some(moved), TRUSTED.replace("{cdn}", "{cdn} {blog}")),
        ("without a header", Some(Override::default()), TRUSTED.to_owned()),
        ("unseen", None, TRUSTED.replace("connect-src {cdn}", "connect-src 'none'")),
    ] {
        let seen = async {
            let is_unseen = wrong.is_none();
            if let Some(wrong) = wrong {
                sites.cdn.set(LIST, wrong);
            }
            sites.open(&[(POLICY, &policy)], FOREIGN).await?;
            page.widget().until_state("failed").await?;
            ensure!(page.run("return window.ran || false", &[]).await? == false, "it has run");
            // Where there are no Trusted Types, a tag with a hash needs no connection.
            let is_vouched_for = is_unseen && !sites.refused().await?.contains(&SINK.to_owned());
            if !is_vouched_for {
                ensure_reason_alone(page, "").await?;
            }
            page.take_errors().await
        };
        seen.await.with_context(|| name.to_owned())?;
        sites.cdn.set(
            LIST,
            Override {
                headers: vec![("access-control-allow-origin".to_owned(), "*".to_owned())],
                ..Override::default()
            },
        );
    }
    Ok(())
}

async fn sri_1_changed_list_does_not_run(page: &Page) -> Result<()> {
    let hash = xtask::integrity(built("fix-ladder.js")?.as_bytes());
    let vouched = TAG.replace("src=", &format!("integrity={hash} crossorigin=anonymous src="));
    let module = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder><script type=module src=/fix-ladder.js></script>";
    let imported = module.replace(" src=/fix-ladder.js>", ">import('/fix-ladder.js')");
    for tag in [TAG, &vouched, module, &imported] {
        let body = format!("{NO_WASM}{tag}");
        page.server.unset(LIST);
        page.open_body(&body).await?;
        ensure_list(page).await?;
        let list = built("fix-ladder.list.js")?;
        let moved = Override {
            status: Some(302),
            headers: vec![("location".to_owned(), "/changed.js".to_owned())],
            ..with_body("")
        };
        page.server.set("/changed.js", with_body(format!("window.ran = true;\n{list}")));
        for wrong in [
            with_body(format!("window.ran = true;\n{list}")),
            with_body(format!("{list}\nwindow.ran = true;")),
            moved,
        ] {
            page.server.set(LIST, wrong);
            page.open_body(&body).await?;
            ensure_reason_alone(page, NO_GUIDE).await?;
            ensure!(page.run("return window.ran || false", &[]).await? == false, "it has run");
            page.take_errors().await?;
        }
        page.server.unset(LIST);
        page.widget().click("button[data-action=retry]").await?;
        page.widget().until(".plain-list").await?;
    }
    Ok(())
}

async fn list_of_a_host_that_names_nobody(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    // Without the header that `import` and the module need.
    sites.cdn.set(LIST, Override::default());
    sites.cdn.set(MODULE, Override::default());
    sites.open(&[], FOREIGN).await?;
    // Whose hash nobody can look at does not run.
    ensure_reason_alone(page, "The list of fixes could not be loaded").await?;
    ensure!(!page.widget().has("[data-action=retry]").await?, "it would be the same again");
    let asked = asked_for_lists(&sites.cdn.requests());
    ensure!(asked == 1, "asked {asked} times");
    page.take_errors().await?;
    Ok(())
}
