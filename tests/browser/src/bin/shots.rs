//! Pictures of the pages, of a climb's moments and of widgets in themes of real blogs, narrow and wide, light
//! and dark, in every engine. Knows the pages, and how a climb gets to its moments.

use std::time::Duration;

use anyhow::Result;
use browser_tests::Page;
use browser_tests::engine::{Browser, Engine, Screen, Surroundings};

/// Pages as they are when they are opened.
const PAGES: [(&str, &str); 5] = [
    ("page", "/"),
    ("demo", "/demo/"),
    ("bootstrap", "/pages/themes/bootstrap.html"),
    ("pico", "/pages/themes/pico.html"),
    ("markdown", "/pages/themes/markdown.html"),
];

const WIDTHS: [u32; 3] = [320, 390, 1200];

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        for engine in Engine::wanted()? {
            for dark in [false, true] {
                let surroundings = Surroundings { dark, ..Surroundings::default() };
                let browser = Browser::start_in(engine, &surroundings).await?;
                let outcome = take_all(&browser, if dark { "dark" } else { "light" }).await;
                browser.stop().await;
                outcome?;
            }
        }
        Ok(())
    })
}

async fn take_all(browser: &Browser, scheme: &str) -> Result<()> {
    for (name, path) in PAGES {
        for width in WIDTHS {
            let page = Page::new(browser.engine, browser.client.clone()).await?;
            open(&page, path).await?;
            take(&page, name, width, scheme).await?;
        }
    }
    for width in [390, 1200] {
        let page = Page::new(browser.engine, browser.client.clone()).await?;
        open(&page, "/demo/").await?;
        moments(&page, width, scheme).await?;
    }
    Ok(())
}

async fn open(page: &Page, path: &str) -> Result<()> {
    page.open(path).await?;
    page.run("document.querySelector('fix-ladder').setAttribute('loading', 'eager')", &[]).await?;
    page.widget().ready().await
}

/// A wait, a rung being prepared, and the end.
async fn moments(page: &Page, width: u32, scheme: &str) -> Result<()> {
    let widget = page.widget();
    widget.press("really-stuck", "not-fixed").await?;
    widget.click_each("[data-rung=restart] [data-step]").await?;
    widget.press("restart", "start-wait").await?;
    page.advance(Duration::from_secs(4 * 60)).await?;
    take(page, "moment-1-wait", width, scheme).await?;
    page.advance(Duration::from_secs(12 * 60)).await?;
    widget.until_rung("restart", "open").await?;
    take(page, "moment-2-waited", width, scheme).await?;
    widget.press("restart", "not-fixed").await?;
    widget.skip_to("delete-all").await?;
    take(page, "moment-3-danger", width, scheme).await?;
    widget.press("delete-all", "skip-rung").await?;
    take(page, "moment-4-asked", width, scheme).await?;
    widget.press("delete-all", "cancel").await?;
    widget.press("delete-all", "fixed").await?;
    widget.until_rung("delete-all", "fixed").await?;
    take(page, "moment-5-fixed", width, scheme).await?;
    widget.click("[data-action=reopen]").await?;
    widget.skip_to("erase").await?;
    widget.press("erase", "skip-rung").await?;
    widget.press("erase", "confirm").await?;
    widget.until_rung("erase", "skipped").await?;
    take(page, "moment-6-end", width, scheme).await
}

async fn take(page: &Page, name: &str, width: u32, scheme: &str) -> Result<()> {
    let name = format!("{name}-{width}-{scheme}-{}", page.engine.name());
    let file = page.picture(&name, Screen { width, height: 800 }).await?;
    println!("{}", file.display());
    Ok(())
}
