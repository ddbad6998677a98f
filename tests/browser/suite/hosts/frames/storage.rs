//! Frames whose storage is blocked, full or not there: the reader is told, and shown the way out.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::{CORS, Files, STEP, inside};

pub fn tests() -> Vec<Test> {
    tests![
        hp_24_a_frame_that_keeps_nothing_shows_the_way_out,
        hp_28_a_frame_whose_storage_is_full_or_gone,
    ]
}

async fn hp_24_a_frame_that_keeps_nothing_shows_the_way_out(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let everybody = vec![(CORS.to_owned(), "*".to_owned())];
    files.send("/fix-ladder.wasm", Override { headers: everybody, ..Override::default() });
    let frame = files.frame("sandbox=\"allow-scripts allow-popups\"", "?ladder=icloud-photos")?;
    page.open_body(&frame).await?;
    inside(page, async || {
        let widget = page.widget();
        widget.until("[data-notice=not-kept]").await?;
        // Right there: above the list, and to be followed.
        let way = "const line = document.querySelector('[data-line=own-tab]'); const link = line.querySelector('a');
            return [line.nextElementSibling.localName, link.target, link.rel, link.href === location.href, line.getBoundingClientRect().top < 60]";
        page.until_true(&format!("(() => {{ {way} }})()[0] === 'fix-ladder'")).await?;
        let way = page.run(way, &[]).await?;
        ensure!(way == json!(["fix-ladder", "_blank", "noopener", true, true]), "{way}");
        widget.click(STEP).await?;
        widget.until(&format!("{STEP}:checked")).await
    })
    .await
}

/// What browsers make of the storage of a frame: full from the start, as in some private modes; not there, as in some
/// browsers inside apps; forbidden, as where third-party data is blocked.
const STORAGES: [&str; 3] = [
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "Object.defineProperty(window, 'localStorage', { value: null })",
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
];

async fn hp_28_a_frame_whose_storage_is_full_or_gone(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let html = std::fs::read_to_string(xtask::dist_folder().join("embed.html"))?;
    for storage in STORAGES {
        // Before the page's policy, as the browser itself is.
        let body = html.replacen("<head>", &format!("<head><script>{storage}</script>"), 1);
        files
            .send("/embed.html", Override { body: Some(body.into_bytes()), ..Override::default() });
        page.open_body(&files.frame("", "?ladder=icloud-photos")?).await?;
        inside(page, async || {
            let widget = page.widget();
            widget.ready().await?;
            widget.click(STEP).await?;
            widget.until(&format!("{STEP}:checked")).await?;
            widget.until("[data-notice=not-kept]").await?;
            page.until_true("document.querySelector('[data-line=own-tab]').nextElementSibling.localName === 'fix-ladder'").await?;
            page.ensure_no_errors().await
        })
        .await
        .with_context(|| storage.to_owned())?;
    }
    Ok(())
}
