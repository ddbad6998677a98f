//! Pictures of the pages in many widths, light and dark. Knows the pages, not what is in them.

use anyhow::Result;
use browser_tests::Page;
use browser_tests::engine::{Browser, Engine, Screen};

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let browser = Browser::start(Engine::Chromium).await?;
        let outcome = take_all(&browser).await;
        browser.stop().await;
        outcome
    })
}

async fn take_all(browser: &Browser) -> Result<()> {
    for (name, path) in [("page", "/"), ("demo", "/demo/")] {
        for width in [320, 390, 1200] {
            for (scheme, dark) in [("light", false), ("dark", true)] {
                let page = Page::new(browser.engine, browser.client.clone()).await?;
                page.open(path).await?;
                page.run(
                    "document.querySelector('fix-ladder').setAttribute('loading', 'eager')",
                    &[],
                )
                .await?;
                page.widget().ready().await?;
                let screen = Screen { width, height: 800, dark };
                let file = page.picture(&format!("{name}-{width}-{scheme}"), screen).await?;
                println!("{}", file.display());
            }
        }
    }
    Ok(())
}
