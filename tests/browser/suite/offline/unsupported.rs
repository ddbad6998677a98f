//! Browsers that keep nothing, and the switch that ends all keeping.

use anyhow::{Context, Result, ensure};
use browser_tests::app_site::Site;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::versions::first;

pub fn tests() -> Vec<Test> {
    tests![
        sw_5_the_switch_takes_away_everything_but_progress,
        sw_8_a_worker_that_cannot_be_had_is_one_line,
        sw_8_a_browser_without_workers_is_one_line,
        sw_8_strict_types_are_one_line,
    ]
}

async fn sw_5_the_switch_takes_away_everything_but_progress(page: &Page) -> Result<()> {
    let first = first()?;
    let mut site = Site::new(page, first).await?;
    site.deploy_to("app2", first)?;
    site.open("/app2/").await?;
    page.until_cached().await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-wifi]").await?;
    let foreign = "const cache = await caches.open('somebody else');
        await cache.put('/theirs', new Response('theirs'));
        localStorage.setItem('theirs', 'theirs')";
    page.run_async(foreign, &[]).await?;
    ensure!(page.cached_pages().await?.len() == 3, "{:?}", page.cached_pages().await?);
    let stored = page.stored_keys().await?;

    site.put("app/sw.js", first.file("sw-off.js")?)?;
    // The first load is the last one of the worker; the browser itself asks for its successor.
    site.open("/app/").await?;
    let gone = async || {
        let none = "return navigator.serviceWorker.getRegistration().then((it) => !it)";
        Ok(page.run_async(none, &[]).await? == true)
    };
    page.until("nobody stands behind the page", gone).await?;
    let left = left_in(page).await?;
    let neighbour = format!("fix-ladder-app {} {}", site.url("/app2/"), first.version);
    ensure!(left == [neighbour, "somebody else".to_owned()], "{left:?}");

    site.start()?;
    site.open("/app/").await?;
    widget.ready().await?;
    ensure!(!page.is_controlled().await?, "the page is the server's");
    ensure!(site.asked()?.contains(&"/app/".to_owned()), "{:?}", site.asked()?);
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "progress is kept");
    ensure!(page.stored_keys().await? == stored, "nothing stored has gone");
    page.ensure_no_errors().await?;

    // And back again: the next good deployment is kept as ever.
    site.deploy(first)?;
    site.open("/app/").await?;
    page.until_cached().await?;
    site.stop();
    site.open("/app/").await?;
    page.ensure_shows(first).await
}

/// The names of the caches that there are, sorted.
async fn left_in(page: &Page) -> Result<Vec<String>> {
    let names = page.run_async("return (await caches.keys()).sort()", &[]).await?;
    Ok(serde_json::from_value(names)?)
}

/// Everything works, and the console has one line about it.
async fn works_with_one_line(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    page.until("it is said", async || Ok(!page.said().await?.is_empty())).await?;
    widget.skip_to("restart").await?;
    widget.click("[data-step=restart-passcode]").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let said = page.said().await?;
    let line = "fix-ladder: this browser does not keep the page for times without a connection.";
    ensure!(said.len() == 1 && said[0].starts_with(line), "{said:?}");
    let offers = page.run("return document.querySelector('.page-offers').textContent", &[]).await?;
    ensure!(offers == "", "the reader is not troubled with it: {offers}");
    page.ensure_no_errors().await
}

async fn sw_8_a_worker_that_cannot_be_had_is_one_line(page: &Page) -> Result<()> {
    let site = Site::new(page, first()?).await?;
    site.answer("/app/sw.js", Override { status: Some(404), ..Override::default() })?;
    site.open("/app/").await?;
    works_with_one_line(page).await?;
    ensure!(page.cached().await?.is_empty());
    Ok(())
}

async fn sw_8_a_browser_without_workers_is_one_line(page: &Page) -> Result<()> {
    let without = "<script>delete Navigator.prototype.serviceWorker</script>";
    let build = first()?.with_head(without)?;
    let site = Site::new(page, &build).await?;
    site.open("/app/").await?;
    ensure!(page.run("return 'serviceWorker' in navigator", &[]).await? == json!(false));
    works_with_one_line(page).await
}

async fn sw_8_strict_types_are_one_line(page: &Page) -> Result<()> {
    let site = Site::new(page, first()?).await?;
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    let headers = vec![("content-security-policy".to_owned(), policy.to_owned())];
    site.answer("/app/", Override { headers, ..Override::default() })?;
    site.open("/app/").await?;
    works_with_one_line(page).await?;
    let refused = page.recorded("violations").await?;
    let refused = refused.as_array().context("a list")?;
    ensure!(refused.len() == 1, "nothing but the worker is refused: {refused:?}");
    Ok(())
}
