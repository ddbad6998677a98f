//! From one version to the next: offered, taken or left, and nothing of the reader's is lost.

use anyhow::{Context, Result, ensure};
use browser_tests::app_site::Site;
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, Widget, tests};
use fantoccini::Locator;

use super::versions::{first, second};

pub fn tests() -> Vec<Test> {
    tests![
        sw_2_an_accepted_version_takes_the_wait_along,
        sw_2_a_version_that_is_left_comes_once_the_page_is_closed,
        sw_2_two_tabs_each_change_when_they_are_loaded,
        sw_2_a_version_that_is_taken_back_leaves_nothing,
    ]
}

const OFFER: &str = ".page-offers [data-offer=new-version]";

/// The first version, kept and opened again, so that the worker stands behind it.
async fn kept<'a>(page: &'a Page) -> Result<(Site<'a>, Widget<'a>)> {
    let site = Site::new(page, first()?).await?;
    site.open("/app/").await?;
    page.until_cached().await?;
    site.open("/app/").await?;
    page.ensure_shows(first()?).await?;
    Ok((site, page.widget()))
}

pub async fn until_offered(page: &Page) -> Result<()> {
    page.until_true(&format!("document.querySelector('{OFFER}')")).await
}

async fn is_offered(page: &Page) -> Result<bool> {
    let script = format!("return Boolean(document.querySelector('{OFFER}'))");
    Ok(page.run(&script, &[]).await? == true)
}

/// Presses a button of the offer as a reader does.
pub async fn press(page: &Page, action: &str) -> Result<()> {
    let css = format!("{OFFER} [data-action={action}]");
    let button = page.client.find(Locator::Css(&css)).await.context("finding the offer")?;
    button.click().await.with_context(|| format!("pressing {action}"))
}

/// Waits until the page has become another version.
pub async fn until_version(page: &Page, version: &str) -> Result<()> {
    let said =
        format!("document.querySelector('.page-version').textContent === 'Version {version}'");
    page.until_true(&said).await
}

async fn sw_2_an_accepted_version_takes_the_wait_along(page: &Page) -> Result<()> {
    let (mut site, widget) = kept(page).await?;
    widget.skip_to("restart").await?;
    widget.click("[data-step=restart-passcode]").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let before = widget.as_it_is().await?;
    ensure!(before["deadlines"][0].is_string(), "a wait runs: {before}");
    site.deploy(second()?)?;
    // The page itself asks, as soon as somebody looks at it.
    page.run("document.dispatchEvent(new Event('visibilitychange'))", &[]).await?;
    until_offered(page).await?;
    ensure!(widget.as_it_is().await? == before, "the offer changes nothing");
    page.ensure_shows(first()?).await?;
    press(page, "take-version").await?;
    until_version(page, &second()?.version).await?;
    page.ensure_shows(second()?).await?;
    let after = widget.as_it_is().await?;
    ensure!(before == after, "before {before}\nafter {after}");
    page.ensure_caches_only(&site.url("/app/"), second()?).await?;
    ensure!(!is_offered(page).await?, "nothing is left to be offered");
    site.stop();
    site.open("/app/").await?;
    page.ensure_shows(second()?).await
}

async fn sw_2_a_version_that_is_left_comes_once_the_page_is_closed(page: &Page) -> Result<()> {
    let tab = page.new_tab().await?;
    page.go_to(&tab).await?;
    let (mut site, widget) = kept(page).await?;
    widget.click("[data-step=stuck-wifi]").await?;
    site.deploy(second()?)?;
    // The browser asks by itself whenever the page is opened.
    site.open("/app/").await?;
    until_offered(page).await?;
    press(page, "dismiss").await?;
    ensure!(!is_offered(page).await?, "Later is for this time");
    page.ensure_shows(first()?).await?;
    for stopped in [false, true] {
        if stopped {
            site.stop();
        }
        site.open("/app/").await?;
        page.ensure_shows(first()?).await?;
        until_offered(page).await?;
    }
    // The last page of the app goes, and with it the old version.
    site.start()?;
    page.go_home().await?;
    site.open("/other/").await?;
    let taken = "return navigator.serviceWorker.getRegistration('/app/').then((it) =>
        it.active.state === 'activated' && !it.waiting)";
    page.until("the new version has taken over", async || {
        Ok(page.run_async(taken, &[]).await? == true)
    })
    .await?;
    site.stop();
    site.open("/app/").await?;
    page.ensure_shows(second()?).await?;
    page.ensure_caches_only(&site.url("/app/"), second()?).await?;
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "progress is kept");
    Ok(())
}

async fn sw_2_two_tabs_each_change_when_they_are_loaded(page: &Page) -> Result<()> {
    let (mut site, widget) = kept(page).await?;
    let one = page.this_tab().await?;
    let two = page.new_window().await?;
    page.go_to(&two).await?;
    page.set_screen(USUAL).await?;
    site.open("/app/").await?;
    page.ensure_shows(first()?).await?;
    site.deploy(second()?)?;
    ensure!(page.look_for_update().await? == "installed");
    until_offered(page).await?;
    page.go_to(&one).await?;
    until_offered(page).await?;
    press(page, "take-version").await?;
    until_version(page, &second()?.version).await?;
    page.ensure_shows(second()?).await?;
    // The other one is what it was, and goes on.
    page.go_to(&two).await?;
    let left = format!("Version {}", first()?.version);
    let shown = page.run("return document.querySelector('.page-version').textContent", &[]).await?;
    ensure!(shown == left.as_str(), "{shown}");
    widget.click("[data-step=stuck-wifi]").await?;
    page.ensure_no_errors().await?;
    page.go_to(&one).await?;
    widget.until("[data-step=stuck-wifi]:checked").await?;
    page.go_to(&two).await?;
    site.stop();
    // Its offer still stands, and is as good.
    press(page, "take-version").await?;
    until_version(page, &second()?.version).await?;
    page.ensure_shows(second()?).await?;
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "progress is kept");
    page.ensure_caches_only(&site.url("/app/"), second()?).await
}

async fn sw_2_a_version_that_is_taken_back_leaves_nothing(page: &Page) -> Result<()> {
    let (mut site, _) = kept(page).await?;
    site.deploy(second()?)?;
    ensure!(page.look_for_update().await? == "installed");
    ensure!(page.cached_pages().await?.len() == 2, "both versions are kept, each whole");
    site.deploy(first()?)?;
    page.until_waiting(&first()?.version).await?;
    until_offered(page).await?;
    press(page, "take-version").await?;
    // The same version again: what tells is that nothing else is left.
    page.until("one version is left", async || {
        // To look into a cache that goes away meanwhile would make it anew.
        Ok(page.run_async("return (await caches.keys()).length", &[]).await? == 1)
    })
    .await?;
    site.stop();
    site.open("/app/").await?;
    page.ensure_shows(first()?).await?;
    page.ensure_caches_only(&site.url("/app/"), first()?).await
}
