//! The page in a browser that was closed and is started again, without a driver: progress and the page are still there.

use anyhow::{Result, ensure};
use browser_tests::app_site::{Build, Site};
use browser_tests::engine::Engine;
use browser_tests::restarted_browser::{Profile, Running};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};

use super::versions::first;

pub fn tests() -> Vec<Test> {
    tests![
        sw_1_a_new_process_starts_without_the_server,
        sw_2_a_new_process_has_the_version_that_was_left,
    ]
}

/// The first version, as it tells a profile what it sees.
fn telling(profile: &Profile) -> Result<Build> {
    let (head, origin) = profile.probe();
    first()?.with_head(&head)?.with_connection_to(&origin)
}

/// Leaves the page once it is kept, with a step that has been ticked.
async fn leave(browser: Running<'_>, version: &str) -> Result<()> {
    browser
        .until("kept, and a step ticked", |it| it["cached"] == true && it["ticked"] == 1)
        .await?;
    browser.until_stored("step:stuck-wifi").await?;
    browser.until_cached(version).await?;
    browser.close().await
}

async fn sw_1_a_new_process_starts_without_the_server(page: &Page) -> Result<()> {
    let profile = Profile::new(page.engine)?;
    let one = telling(&profile)?;
    let mut site = Site::new(page, &one).await?;
    let browser = profile.start(&site.url("/app/#tick"))?;
    leave(browser, &one.version).await?;
    site.stop();
    let browser = profile.start(&site.url("/app/"))?;
    let seen = browser.until("the page is there", |it| it["controlled"] == true).await?;
    ensure!(seen["ticked"] == 1, "progress is kept: {seen}");
    browser.close().await
}

async fn sw_2_a_new_process_has_the_version_that_was_left(page: &Page) -> Result<()> {
    let profile = Profile::new(page.engine)?;
    let one = telling(&profile)?;
    let two = one.named("0.1.0-second")?;
    let mut site = Site::new(page, &one).await?;
    let browser = profile.start(&site.url("/app/#tick"))?;
    leave(browser, &one.version).await?;
    site.deploy(&two)?;
    // Opened once more, the page is offered the new version, and nobody takes it.
    let browser = profile.start(&site.url("/app/"))?;
    let seen = browser.until("the offer", |it| it["offered"] == true).await?;
    ensure!(seen["version"] == format!("Version {}", one.version), "{seen}");
    browser.until_cached(&two.version).await?;
    browser.close().await?;
    site.stop();
    let browser = profile.start(&site.url("/app/"))?;
    let seen = browser.until("the page is there", |it| it["controlled"] == true).await?;
    // Firefox, ended by the system, forgets a worker that waits. The one before is as whole as ever.
    let expected = if page.engine == Engine::Firefox { &one } else { &two };
    ensure!(seen["version"] == format!("Version {}", expected.version), "{seen}");
    ensure!(seen["ticked"] == 1, "progress is kept: {seen}");
    browser.close().await?;
    if page.engine == Engine::Firefox {
        site.start()?;
        let browser = profile.start(&site.url("/app/"))?;
        browser.until("the offer again", |it| it["offered"] == true).await?;
        browser.close().await?;
    }
    Ok(())
}
