//! The standalone page as one file: opened from a folder that holds nothing else, and what it keeps there.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::engine::Engine;
use browser_tests::local_files::{Folder, kettle, single_file, watched};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        one_file_opens_by_double_click,
        one_file_keeps_a_running_wait,
        one_file_works_from_a_server,
        st_13_file_url_two_pages,
    ]
}

const FILE: &str = "fix-ladder.html";

/// What earlier pages of the same browser have left where all local files share one storage.
async fn forget(page: &Page, folder: &Folder) -> Result<()> {
    folder.write("blank.html", "<!doctype html><title>Nothing</title>")?;
    page.client.goto(&folder.address("blank.html")).await?;
    page.run("localStorage.clear()", &[]).await.map(drop)
}

async fn deadline(widget: &Widget<'_>) -> Result<String> {
    let deadline = widget.attribute("[role=timer]", "data-deadline").await?;
    deadline.context("no wait is running")
}

async fn one_file_opens_by_double_click(page: &Page) -> Result<()> {
    let elsewhere = Folder::new()?;
    forget(page, &elsewhere).await?;
    let folder = Folder::new()?;
    folder.copy_built(FILE)?;
    let widget = page.open_local(&folder, FILE).await?;
    let heard = "window.__errors = [];
        addEventListener('error', (event) => __errors.push(event.message));
        addEventListener('unhandledrejection', (event) => __errors.push(String(event.reason)))";
    page.run(heard, &[]).await?;
    ensure!(
        !page
            .run("return document.querySelector('fix-ladder > div > h2').checkVisibility()", &[])
            .await?
            .as_bool()
            .unwrap_or(true),
        "the list has made way"
    );
    ensure!(!widget.has("[data-notice]").await?, "there is nothing to complain of");
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let before = deadline(&widget).await?;
    ensure_nothing_is_fetched(page).await?;
    page.ensure_no_errors().await?;

    // Closed, and opened again.
    page.open("/pages/blank.html").await?;
    let widget = page.open_local(&folder, FILE).await?;
    widget.until_rung("restart", "waiting").await?;
    ensure!(deadline(&widget).await? == before, "the wait goes on");
    widget.click("[data-rung=really-stuck] [data-action=toggle]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    ensure_nothing_is_fetched(page).await?;
    forget(page, &elsewhere).await?;
    page.open("/pages/blank.html").await
}

async fn ensure_nothing_is_fetched(page: &Page) -> Result<()> {
    let fetched = "return window.performance.getEntriesByType('resource').map((it) => it.name)";
    let fetched = page.run(fetched, &[]).await?;
    ensure!(fetched == json!([]), "the page asked for {fetched}");
    Ok(())
}

async fn one_file_keeps_a_running_wait(page: &Page) -> Result<()> {
    let folder = Folder::new()?;
    forget(page, &folder).await?;
    let html = std::fs::read_to_string(xtask::dist_folder().join(FILE))?;
    folder.write(FILE, watched(&html)?)?;
    let widget = page.open_local(&folder, FILE).await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    page.advance(Duration::from_secs(5 * 60)).await?;
    widget.survives_a_reload().await?;
    // Local pages of WebKit have no name that outlives a reload, so their clock is the right one again.
    page.advance(Duration::from_secs(16 * 60)).await?;
    widget.until_rung("restart", "open").await?;
    ensure!(page.recorded("violations").await? == json!([]), "its policy refuses nothing of it");
    let said = page.said().await?;
    ensure!(said.is_empty(), "it complains: {said:?}");
    page.ensure_no_errors().await?;
    forget(page, &folder).await?;
    page.open("/pages/blank.html").await
}

async fn one_file_works_from_a_server(page: &Page) -> Result<()> {
    page.open("/fix-ladder.html").await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.survives_a_reload().await?;
    // There are none on a page without https; this one is of this computer.
    let workers = page
        .client
        .execute_async(
            "const done = arguments[0];
            navigator.serviceWorker.getRegistrations().then((all) => done(all.length), done)",
            Vec::new(),
        )
        .await?;
    ensure!(workers == 0, "{workers} workers");
    let others: Vec<String> = page
        .server
        .requests()
        .into_iter()
        // The test's own, and what browsers ask for by themselves.
        .filter(|it| !it.starts_with("/pages/") && it != "/favicon.ico" && it != "/fix-ladder.html")
        .collect();
    ensure!(others.is_empty(), "it asked for {others:?}");
    Ok(())
}

async fn st_13_file_url_two_pages(page: &Page) -> Result<()> {
    let folder = Folder::new()?;
    forget(page, &folder).await?;
    folder.copy_built(FILE)?;
    folder.write("kettle.html", single_file(&kettle()?)?)?;
    let ours = async |ladder: &str| -> Result<usize> {
        let begin = format!("fix-ladder/1/{ladder}/");
        Ok(page.stored_keys().await?.iter().filter(|it| it.starts_with(&begin)).count())
    };

    let photos = page.open_local(&folder, FILE).await?;
    photos.click("[data-step=stuck-charger]").await?;
    photos.until("[data-step=stuck-charger]:checked").await?;
    photos.press("really-stuck", "not-fixed").await?;
    photos.until_rung("restart", "open").await?;
    let as_left = photos.as_it_is().await?;
    let n_photos = ours("icloud-photos").await?;
    ensure!(n_photos >= 2, "progress is kept");

    let kettle = page.open_local(&folder, "kettle.html").await?;
    ensure!(kettle.text("h2").await? == "The kettle stays cold");
    let source = "return JSON.parse(document.querySelector('#fix-ladder-source').textContent).text";
    let source: serde_json::Value =
        serde_json::from_str(page.run(source, &[]).await?.as_str().context("a text")?)?;
    ensure!(source["title"] == "The kettle stays cold", "the text that it was made of is inside");
    // Where the storage is shared the keys lie side by side; they are never taken for one's own.
    let shared = if page.engine == Engine::Firefox { 0 } else { n_photos };
    ensure!(ours("icloud-photos").await? == shared, "{:?}", page.stored_keys().await?);
    ensure!(ours("kettle").await? == 0, "nothing of its own is there yet");
    ensure!(kettle.rungs().await?[0].1 == "open" && !kettle.has("input:checked").await?, "as new");
    kettle.click("[data-step=switch]").await?;
    kettle.until("[data-step=switch]:checked").await?;
    kettle.press("look", "start-wait").await?;
    kettle.until_rung("look", "waiting").await?;
    ensure!(ours("icloud-photos").await? == shared, "the other's keys are left alone");
    let kettle_as_left = kettle.as_it_is().await?;
    let n_kettle = ours("kettle").await?;

    let photos = page.open_local(&folder, FILE).await?;
    let now = photos.as_it_is().await?;
    ensure!(now == as_left, "before {as_left}\nafter {now}");
    let shared = if page.engine == Engine::Firefox { 0 } else { n_kettle };
    ensure!(ours("kettle").await? == shared, "{:?}", page.stored_keys().await?);
    photos.click("[data-action=start-over]").await?;
    photos.click("[data-action=confirm]").await?;
    photos.until_rung("really-stuck", "open").await?;

    let kettle = page.open_local(&folder, "kettle.html").await?;
    kettle.until_rung("look", "waiting").await?;
    let deadlines = |seen: &serde_json::Value| (seen["deadlines"].clone(), seen["boxes"].clone());
    let now = kettle.as_it_is().await?;
    ensure!(deadlines(&now) == deadlines(&kettle_as_left), "before {kettle_as_left}\nafter {now}");
    forget(page, &folder).await?;
    page.open("/pages/blank.html").await
}
