//! Browsers that cannot unpack the bytes: a list, a reason, and no loop.

use anyhow::{Context, Result, ensure};
use browser_tests::local_files::kettle;
use browser_tests::local_files::single_file;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        inline_that_cannot_be_unpacked_is_a_list,
        one_file_that_cannot_be_unpacked_keeps_its_list
    ]
}

/// What stands before everything, in one browser each: none at all, and one that knows older formats only.
const WITHOUT: [&str; 2] = [
    "delete window.DecompressionStream;",
    "const Real = DecompressionStream;
    window.DecompressionStream = class {
      constructor(format) {
        window.asked = (window.asked || 0) + 1;
        if (format === 'deflate-raw') throw new TypeError(`Unsupported compression format: '${format}'`);
        return new Real(format);
      }
    };",
];

const RECORDER: &str = "<script src=/pages/recorder.js></script>";

async fn inline_that_cannot_be_unpacked_is_a_list(page: &Page) -> Result<()> {
    for shim in WITHOUT {
        page.open_body(&format!(
            "{RECORDER}<script>{shim}</script><script src=/fix-ladder.inline.js data-ladder=icloud-photos data-loading=eager></script>"
        ))
        .await?;
        let widget = page.widget();
        widget.until_state("failed").await?;
        ensure!(widget.count(".plain-list ol.rungs > li").await? > 0, "the list is there");
        says_why(page).await.with_context(|| shim.to_owned())?;
    }
    Ok(())
}

async fn one_file_that_cannot_be_unpacked_keeps_its_list(page: &Page) -> Result<()> {
    let html = single_file(&kettle()?)?;
    for shim in WITHOUT {
        let html = html.replacen("<head>", &format!("<head>{RECORDER}<script>{shim}</script>"), 1);
        let body = Some(html.into_bytes());
        page.server.set("/kettle.html", Override { body, ..Override::default() });
        page.open("/kettle.html").await?;
        page.widget().until_state("failed").await?;
        let seen = "return [document.querySelector('fix-ladder > div > h2').checkVisibility(),
            document.querySelectorAll('fix-ladder > div > ol > li').length]";
        ensure!(page.run(seen, &[]).await? == json!([true, 2]), "its own list is seen");
        ensure!(!page.widget().has("ol").await?, "and no other");
        says_why(page).await.with_context(|| shim.to_owned())?;
    }
    Ok(())
}

/// Told once, to the reader and to the page; not to be tried again.
async fn says_why(page: &Page) -> Result<()> {
    let widget = page.widget();
    let reason = widget.text("[data-notice=failed]").await?;
    ensure!(reason.starts_with("This browser cannot run the guided version here"), "{reason}");
    ensure!(page.events_of("error").await?.len() == 1, "{:?}", page.events_of("error").await?);
    let said = page.said().await?;
    let unpacked = "fix-ladder: the module could not be unpacked: ";
    ensure!(said.len() == 1 && said[0].starts_with(unpacked), "{said:?}");
    ensure!(!widget.has("[data-action=retry]").await?, "no other try, which would fail as well");
    widget.until_state("failed").await?;
    let asked = page.run("return window.asked || 1", &[]).await?;
    ensure!(asked == 1, "unpacking was tried {asked} times");
    page.ensure_no_errors().await
}
