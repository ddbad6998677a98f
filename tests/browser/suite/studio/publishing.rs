//! What comes out of the studio: a tag, a page, and the studio itself as a local file.

use anyhow::{Context, Result, ensure};
use browser_tests::local_files::{Folder, watched};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::support::Studio;

pub fn tests() -> Vec<Test> {
    tests![
        studio_publishes_the_same_ladder,
        studio_publishes_a_page_in_the_language_of_its_ladder,
        studio_is_one_local_file,
    ]
}

/// What would be saved is noted instead.
const CATCH_BLOBS: &str = "const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((it) => { window.savedText = it; }); return make(blob); };
    HTMLAnchorElement.prototype.click = function () { window.savedName = this.download; }";

async fn studio_publishes_the_same_ladder(page: &Page) -> Result<()> {
    let studio = Studio::begun(page).await?;
    let rungs = studio.rungs().await?;

    // Without a clipboard the text is selected, and the studio says so.
    studio.run("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
        Document.prototype.execCommand = () => false; byId('to-out').click(); byId('copy').click()").await?;
    studio.until("byId('out-said').textContent.includes('by hand')").await?;
    let selected = "return byId('out-text').selectionEnd === byId('out-text').value.length && document.activeElement === byId('out-text')";
    ensure!(studio.run(selected).await? == json!(true));
    studio.run("const it = byId('address'); it.value = '/fix-ladder.js'; it.dispatchEvent(new Event('input', { bubbles: true })); byId('out').querySelector('[data-close]').click()").await?;
    let tag = studio.published("tag").await?;
    let text = studio.published("text").await?;

    // The page in one file, as it would be saved.
    studio.run(CATCH_BLOBS).await?;
    studio.run("byId('to-out').click(); document.querySelector('#forms [value=page]').click(); byId('save').click()").await?;
    studio.until("window.savedText && window.savedName").await?;
    ensure!(studio.text_of("window.savedName").await? == "my-ladder.html");
    let saved = studio.text_of("window.savedText").await?;
    studio.run("byId('out').querySelector('[data-close]').click()").await?;

    // While the text is broken, only the text can be taken out.
    studio.replace("Severity: drastic", "Severity: drasitc").await?;
    ensure!(
        studio.published("tag").await?.is_empty()
            && studio.published("text").await?.contains("drasitc")
    );
    page.ensure_no_errors().await?;

    page.open_body(&tag).await?;
    let widget = page.widget();
    widget.ready().await?;
    let read = "return Array.from(document.querySelector('fix-ladder').shadowRoot.querySelectorAll('[data-rung]'), (it) => it.dataset.rung + ' ' + it.dataset.severity)";
    ensure!(page.run(read, &[]).await? == rungs, "the tag is the same ladder");
    ensure!(page.run("return document.querySelector('fix-ladder').textContent.includes('every Wi-Fi password')", &[]).await? == json!(true));

    page.server.set(
        "/saved.html",
        Override { body: Some(saved.clone().into_bytes()), ..Override::default() },
    );
    page.open("/saved.html").await?;
    let widget = page.widget();
    widget.ready().await?;
    ensure!(page.run(read, &[]).await? == rungs, "the page is the same ladder");
    ensure!(
        page.run("return document.title.includes('The Wi-Fi drops')", &[]).await? == json!(true)
    );
    page.ensure_no_errors().await?;

    // And the studio opens it again.
    page.open("/studio.html").await?;
    studio.until("!byId('no-ladder').hidden").await?;
    let drop = "const files = new DataTransfer(); files.items.add(new File([arguments[0]], 'saved.html'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))";
    page.run(drop, &[json!(saved)]).await?;
    studio.until_shown("The Wi-Fi drops").await?;
    ensure!(studio.text_of("byId('text').value").await? == text, "its text is inside");
    page.ensure_no_errors().await
}

async fn studio_publishes_a_page_in_the_language_of_its_ladder(page: &Page) -> Result<()> {
    let studio = Studio::first(page).await?;
    studio.run("Array.from(byId('examples').querySelectorAll('button')).find((it) => it.textContent.includes('Drucker')).click()").await?;
    studio.until_shown("Der Drucker").await?;
    studio.run(CATCH_BLOBS).await?;
    studio.run("byId('to-out').click(); document.querySelector('#forms [value=page]').click(); byId('save').click()").await?;
    studio.until("window.savedText").await?;
    let saved = studio.text_of("window.savedText").await?;
    page.ensure_no_errors().await?;
    page.server
        .set("/saved.html", Override { body: Some(saved.into_bytes()), ..Override::default() });
    page.open("/saved.html").await?;
    page.widget().ready().await?;
    let lang = "return [document.documentElement.lang, document.querySelector('fix-ladder').shadowRoot.querySelector('.ladder').lang]";
    ensure!(page.run(lang, &[]).await? == json!(["de", "de"]));
    let said = page
        .run("return document.title + document.querySelector('.page-footer').textContent", &[])
        .await?;
    let said = said.as_str().unwrap_or_default();
    ensure!(
        said.contains("zum letzten Mittel") && said.contains("bleibt in diesem Browser"),
        "{said}"
    );
    page.ensure_no_errors().await
}

async fn studio_is_one_local_file(page: &Page) -> Result<()> {
    let folder = Folder::new()?;
    let html = std::fs::read_to_string(xtask::dist_folder().join("studio.html"))?;
    folder.write("studio.html", watched(&html)?)?;
    folder.write("blank.html", "<!doctype html><title>Nothing</title>")?;
    page.client.goto(&folder.address("blank.html")).await?;
    page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    page.client.goto(&folder.address("studio.html")).await.context("opening the studio")?;
    let studio = Studio(page);
    studio.until("byId('start').open").await?;
    studio.run("byId('examples').querySelector('button').click()").await?;
    studio.until_shown("The Wi-Fi drops").await?;
    studio.replace("Count to thirty", "Count to forty").await?;
    studio.until_shown("Count to forty").await?;
    let fetched = "return performance.getEntriesByType('resource').map((it) => it.name)";
    ensure!(page.run(fetched, &[]).await? == json!([]), "it asks for nothing");
    ensure!(page.recorded("violations").await? == json!([]), "its policy refuses nothing of it");
    let made = "const div = document.createElement('div');
        try { div.innerHTML = '<b>x</b>'; } catch (error) { return 'refused'; }
        return window.trustedTypes ? 'made' : 'refused'";
    ensure!(page.run(made, &[]).await? == json!("refused"), "nobody else makes HTML of a text");
    page.ensure_no_errors().await?;
    page.run("localStorage.clear(); sessionStorage.clear()", &[]).await?;
    page.open("/pages/blank.html").await
}
