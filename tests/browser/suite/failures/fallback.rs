//! What a reader is left with where the widget cannot start: a readable list, a reason, a retry.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        without_webassembly_the_whole_ladder_is_a_list,
        without_webassembly_the_authors_list_stays,
        old_cache_is_passed_by,
        bad_document_names_every_fault,
        element_without_a_ladder_says_so,
        the_reason_fits_what_is_left,
        trying_again_keeps_the_focus,
        a_list_reads_in_its_own_direction,
    ]
}

const TAG: &str =
    "<script src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>";
const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";

/// Failed, with a reason, without a button that cannot help, and told once.
async fn ensure_failed(page: &Page) -> Result<()> {
    page.widget().until_state("failed").await?;
    ensure!(!page.widget().text("[data-notice=failed]").await?.is_empty(), "a reason is given");
    ensure!(!page.widget().has("button[data-action=retry]").await?, "it would be the same again");
    let told = page.events_of("error").await?;
    ensure!(told.len() == 1, "the page is told once: {told:?}");
    ensure!(told[0]["detail"]["message"].as_str().is_some_and(|it| !it.is_empty()));
    Ok(())
}

async fn without_webassembly_the_whole_ladder_is_a_list(page: &Page) -> Result<()> {
    page.open_body(&format!("<script>delete window.WebAssembly</script>{TAG}")).await?;
    ensure_failed(page).await?;
    let list = page.widget();
    let file = std::fs::read_to_string(xtask::dist_folder().join("ladders/icloud-photos.json"))?;
    let ladder: serde_json::Value = serde_json::from_str(&file)?;
    let rungs = ladder["rungs"].as_array().map_or(0, Vec::len);
    ensure!(list.count("ol > li > h3").await? == rungs as u64, "every rung is in it");
    let order = "Array.from(found.children).filter((rung) => rung.querySelector('blockquote')).map((rung) =>
        rung.querySelector('blockquote').compareDocumentPosition(rung.querySelector('ol')) & 4)";
    let order = list.ask("ol", order).await?;
    let guarded = order.as_array().is_some_and(|it| !it.is_empty() && it.iter().all(|it| *it == 4));
    ensure!(guarded, "each warning stands before the steps it guards: {order}");
    let bare = list.ask("a", "[...found.getRootNode().querySelectorAll('a')].filter((a) => a.rel !== 'noopener noreferrer nofollow').length").await?;
    ensure!(bare == 0, "no link hands anything over");
    page.check_accessibility().await
}

async fn without_webassembly_the_authors_list_stays(page: &Page) -> Result<()> {
    let body = "<script>delete window.WebAssembly</script>
        <fix-ladder ladder=icloud-photos loading=eager><ol id=own><li>Restart.</li></ol></fix-ladder>";
    page.open_body(&format!("{body}{SCRIPT}")).await?;
    ensure_failed(page).await?;
    ensure!(
        page.run("return own.checkVisibility()", &[]).await? == true,
        "the author's list is seen"
    );
    ensure!(!page.widget().has("ol").await?, "and no other");
    Ok(())
}

async fn old_cache_is_passed_by(page: &Page) -> Result<()> {
    let fetch = "<script>
        const real = window.fetch;
        window.fetch = (address, options = {}) => {
          const stale = String(address).includes('.wasm') && options.cache !== 'reload';
          return stale ? Promise.reject(new TypeError('integrity')) : real(address, options);
        };
        </script>";
    page.open_body(&format!("{fetch}{TAG}")).await?;
    page.widget().ready().await?;
    ensure!(page.events_of("error").await?.is_empty());
    Ok(())
}

async fn bad_document_names_every_fault(page: &Page) -> Result<()> {
    let body = r#"{"format":1,"id":"x","title":"X","rungs":[
        {"id":"a","title":"A","severity":"mild","steps":[{"id":"s","text":"S"}]},
        {"id":"a","title":"B","severity":"gentle","steps":[{"id":"s","text":"S"}]}]}"#;
    page.server.set("/bad.json", Override { body: Some(body.into()), ..Override::default() });
    page.open_body(&format!(
        "<fix-ladder src=/bad.json loading=eager><p id=own>Own.</p></fix-ladder>{SCRIPT}"
    ))
    .await?;
    ensure_failed(page).await?;
    let errors = page.events_of("error").await?[0]["detail"]["errors"].clone();
    ensure!(errors.as_array().is_some_and(|errors| errors.len() >= 3), "all of them: {errors}");
    ensure!(
        page.run("return own.checkVisibility()", &[]).await? == true,
        "the author's HTML stays"
    );
    Ok(())
}

async fn element_without_a_ladder_says_so(page: &Page) -> Result<()> {
    page.open_body(&format!("<fix-ladder loading=eager></fix-ladder>{SCRIPT}")).await?;
    ensure_failed(page).await?;
    page.open_body(&format!("<fix-ladder loading=eager><p id=own>Own.</p></fix-ladder>{SCRIPT}"))
        .await?;
    page.widget().until_state("failed").await?;
    ensure!(
        page.run("return own.checkVisibility()", &[]).await? == true,
        "the author's HTML stays"
    );
    ensure!(!page.widget().has("[data-notice]").await?, "nothing is said about it to the reader");
    Ok(())
}

async fn the_reason_fits_what_is_left(page: &Page) -> Result<()> {
    const NO_WASM: &str = "<script>delete window.WebAssembly</script>";
    const OWN: &str = "<p>Own.</p>";
    page.server.set("/bad.json", Override { body: Some(b"{".to_vec()), ..Override::default() });
    let cases = [
        (NO_WASM, "ladder=icloud-photos", "", "plain list"),
        (NO_WASM, "ladder=icloud-photos", OWN, "the author wrote"),
        (NO_WASM, "src=/bad.json", "", "cannot run the guided version here."),
        ("", "src=/none.json", "", "could not be loaded."),
        ("", "src=/none.json", OWN, "the author wrote"),
        ("", "src=/bad.json", "", "could not be read."),
        ("", "src=/bad.json", OWN, "cannot be shown, so this is what the author wrote"),
    ];
    for (before, source, own, reason) in cases {
        page.open_body(&format!(
            "{before}<fix-ladder {source} loading=eager>{own}</fix-ladder>{SCRIPT}"
        ))
        .await?;
        ensure_failed(page).await?;
        let said = page.widget().text("[data-notice=failed]").await?;
        ensure!(said.contains(reason), "{source} with `{own}` says: {said}");
        let promises_list = said.contains("plain list");
        ensure!(promises_list == page.widget().has("ol").await?, "{source}: {said}");
        page.take_errors().await?;
    }
    Ok(())
}

async fn trying_again_keeps_the_focus(page: &Page) -> Result<()> {
    const ENTER: &str = "\u{e007}";
    const FOCUSED: &str = "document.querySelector('fix-ladder').shadowRoot.activeElement";
    let missing = Override { status: Some(503), body: Some(Vec::new()), ..Override::default() };
    // What came with the script is drawn while it is waited for; of anything else there is only a notice.
    let first = ("ladder=icloud-photos", "localName === 'h2'");
    let notice = ("src=/ladders/icloud-photos.json", "dataset.notice === 'loading'");
    for (own, (source, waiting)) in [("", first), ("<p>Own.</p>", first), ("", notice)] {
        page.server.set("/fix-ladder.wasm", missing.clone());
        page.open_body(&format!("<fix-ladder {source} loading=eager>{own}</fix-ladder>{SCRIPT}"))
            .await?;
        page.widget().until_state("failed").await?;
        ensure!(
            page.run("return document.activeElement === document.body", &[]).await? == true,
            "a failure takes no focus from the page"
        );
        page.widget().find("button[data-action=retry]").await?.send_keys(ENTER).await?;
        page.until("it has failed again", async || Ok(page.events_of("error").await?.len() == 2))
            .await?;
        page.until_true(&format!("{FOCUSED}.dataset.action === 'retry'")).await?;
        page.take_errors().await?;
        // It does not come before the waiting has been seen.
        let slow = Override { delay: Some(Duration::from_secs(600)), ..Override::default() };
        page.server.set("/fix-ladder.wasm", slow);
        page.widget().find("button[data-action=retry]").await?.send_keys(ENTER).await?;
        page.until_true(&format!(
            "document.querySelector('fix-ladder').dataset.state === 'loading' && {FOCUSED}.{waiting}"
        ))
        .await?;
        page.server.unset("/fix-ladder.wasm");
        page.widget().ready().await?;
        page.until_true(&format!("{FOCUSED}.localName === 'h2'")).await?;
    }
    Ok(())
}

async fn a_list_reads_in_its_own_direction(page: &Page) -> Result<()> {
    let ladder = std::fs::read_to_string(xtask::dist_folder().join("ladders/icloud-photos.json"))?;
    let mut ladder: serde_json::Value = serde_json::from_str(&ladder)?;
    for (lang, dir) in
        [("ar", "rtl"), ("ku-Arab-IQ", "rtl"), ("az-Latn", "ltr"), ("sd-Deva", "ltr")]
    {
        ladder["lang"] = lang.into();
        let body = Some(ladder.to_string().into_bytes());
        page.server.set("/foreign.json", Override { body, ..Override::default() });
        page.open_body(&format!(
            "<script>delete window.WebAssembly</script><fix-ladder src=/foreign.json loading=eager></fix-ladder>{SCRIPT}"
        ))
        .await?;
        page.widget().until_state("failed").await?;
        let list = page.widget();
        let facts = "[found.lang, found.dir, found.querySelector('em').closest('[lang]').lang,
            found.querySelector('h3').closest('[lang]').lang]";
        let facts = list.ask(".plain-list", facts).await?;
        ensure!(facts == serde_json::json!([lang, dir, "en", lang]), "{facts}");
    }
    Ok(())
}
