//! Consent tools, tag managers and lazy loaders, which run a script late, from a copy, or take what it asks for.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::Value;

use super::{RECORDER, SCRIPT, one_behind, tag};

pub fn tests() -> Vec<Test> {
    tests![
        hp_5_consent_with_klaro,
        hp_5_a_tag_manager_brings_the_script,
        hp_6_lazy_loaders_and_the_base,
    ]
}

async fn hp_5_consent_with_klaro(page: &Page) -> Result<()> {
    let klaro = "<script>window.klaroConfig = { elementID: 'klaro', storageMethod: 'localStorage', default: false, mustConsent: false,
        translations: { en: { purposes: { help: 'Help' } } },
        services: [{ name: 'fix-ladder', purposes: ['help'], default: false }] };</script>
        <script src=/node_modules/klaro/dist/klaro-no-css.js></script>";
    let kept = tag(
        "type=text/plain data-type=application/javascript data-name=fix-ladder data-src=/fix-ladder.js",
    );
    page.open_body(&format!("{klaro}<article>{kept}<p>After.</p></article>")).await?;
    page.until_true("window.klaro && klaro.getManager").await?;
    ensure!(
        page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 0,
        "nothing before consent"
    );
    page.run("const it = klaro.getManager(); it.updateConsent('fix-ladder', true); it.saveAndApplyConsents()", &[]).await?;
    one_behind(page, "article > script", "after consent").await?;
    ensure!(
        !page
            .server
            .requests()
            .iter()
            .any(|it| it.contains("ladders/") || it.contains("document.wasm")),
        "taken for a document"
    );
    // The document by the attribute that no consent tool takes for its own.
    page.run("localStorage.clear()", &[]).await?;
    let kept = "<script type=text/plain data-type=application/javascript data-name=fix-ladder data-src=/fix-ladder.js data-document=/pages/kettle.json data-loading=eager></script>";
    page.open_body(&format!("{klaro}<article>{kept}</article>")).await?;
    page.until_true("window.klaro && klaro.getManager").await?;
    page.run("const it = klaro.getManager(); it.updateConsent('fix-ladder', true); it.saveAndApplyConsents()", &[]).await?;
    one_behind(page, "article > script", "a document after consent").await?;
    let own =
        page.run("return document.querySelector('fix-ladder').getAttribute('src')", &[]).await?;
    ensure!(own == "/pages/kettle.json", "{own}");
    Ok(())
}

/// A tag manager keeps of a tag what it knows, and runs it from a box of its own at the end of the page.
async fn hp_5_a_tag_manager_brings_the_script(page: &Page) -> Result<()> {
    let run = "const box = document.body.appendChild(document.createElement('div'));
        box.style.cssText = 'display: none; visibility: hidden';
        const tag = document.createElement('script'); tag.src = '/fix-ladder.js'; tag.async = true;
        box.append(tag)";
    for place in [
        "<p class=here></p><fix-ladder ladder=icloud-photos loading=eager><ol><li>Restart.</li></ol></fix-ladder>".to_owned(),
        tag("type=text/plain src=/fix-ladder.js"),
    ] {
        page.open_body(&format!("<article>{place}</article>")).await?;
        page.run(run, &[]).await?;
        one_behind(page, "script, .here", &place).await?;
    }
    Ok(())
}

async fn hp_6_lazy_loaders_and_the_base(page: &Page) -> Result<()> {
    // What a lazy loader does with what it takes for its own: the document would run as a script.
    let lazy = "<script>addEventListener('DOMContentLoaded', () => {
        for (const it of document.querySelectorAll('script[data-src]')) { it.src = it.dataset.src; it.removeAttribute('data-src') }
    })</script>";
    for (attributes, base) in [
        ("src=/fix-ladder.js data-document=/pages/kettle.json", ""),
        ("src=fix-ladder.js data-document=pages/kettle.json data-base=http://{host}/", ""),
        ("data-src=/fix-ladder.js data-document=pages/kettle.json", ""),
        ("src=/fix-ladder.js data-document=kettle.json data-base=/", "<base href=/pages/>"),
    ] {
        let attributes =
            attributes.replace("{host}", page.server.url("").trim_start_matches("http://"));
        let base = if base.is_empty() { String::new() } else { base.to_owned() };
        page.open_body(&format!(
            "{lazy}{base}<article><script {attributes} data-loading=eager></script></article>{}",
            if attributes.contains("data-src") { SCRIPT } else { "" }
        ))
        .await?;
        one_behind(page, "script", &attributes).await?;
        let rung: Value = page
            .run("return document.querySelector('fix-ladder').getAttribute('ladder')", &[])
            .await?;
        ensure!(rung.is_null(), "{rung}");
    }
    // Both names at once: that of ours wins, since the other may be anybody's.
    page.open_body("<script src=/fix-ladder.js data-document=/pages/kettle.json data-src=/anything.json data-loading=eager></script>").await?;
    one_behind(page, "script", "both").await?;
    // A base that has no slash, and one that is no address.
    page.open_body(&format!("{RECORDER}<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager data-base=http://[x></script>")).await?;
    page.widget().until_state("failed").await?;
    let told = page.said().await?;
    ensure!(told.len() == 1 && told[0].contains("has no address"), "{told:?}");
    page.take_errors().await.map(drop)
}
