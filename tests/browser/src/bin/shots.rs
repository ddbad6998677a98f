//! Pictures of the pages in many widths, light and dark, in every engine. Knows the pages, not what is in them.

use anyhow::Result;
use browser_tests::Page;
use browser_tests::engine::{Browser, Engine, Screen, Surroundings};

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
    for (name, path) in [("page", "/"), ("demo", "/demo/")] {
        for width in [320, 390, 1200] {
            let page = Page::new(browser.engine, browser.client.clone()).await?;
            page.open(path).await?;
            page.run("document.querySelector('fix-ladder').setAttribute('loading', 'eager')", &[])
                .await?;
            page.widget().ready().await?;
            let name = format!("{name}-{width}-{scheme}-{}", browser.engine.name());
            let file = page.picture(&name, Screen { width, height: 800 }).await?;
            println!("{}", file.display());
        }
    }
    Ok(())
}
