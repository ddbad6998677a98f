//! On how many sheets of A4 the built-in ladder is printed. One browser tells.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::Engine;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use fantoccini::wd::PrintConfiguration;

use super::print;

/// The most sheets that it may take.
const MOST: usize = 5;
/// What begins each page in the file that Chromium prints.
const BEGINS: &[u8] = b"/Type /Page\n";

pub fn tests() -> Vec<Test> {
    tests![the_built_in_ladder_is_on_five_sheets_as_it_stands_and_empty]
}

async fn the_built_in_ladder_is_on_five_sheets_as_it_stands_and_empty(page: &Page) -> Result<()> {
    if page.engine != Engine::Chromium {
        return Ok(());
    }
    let widget = page.open_ladder().await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.click_each("[data-rung=restart] [data-step]").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    for how in ["print-as-is", "print-empty"] {
        print(page, &widget, how).await?;
        // On A4, where nothing else is said.
        let file = page.client.print(PrintConfiguration::default()).await.context("printing")?;
        let kept = xtask::project_root().join("target/shots").join(format!("{how}.pdf"));
        xtask::write_whole(&kept, &file)?;
        let count = file.windows(BEGINS.len()).filter(|it| *it == BEGINS).count();
        ensure!((2..=MOST).contains(&count), "{how}: {count} sheets, see {}", kept.display());
        // The browser has said that it has printed.
        widget.until_not(".printed").await?;
        widget.click("[data-action=close-panel]").await?;
        widget.until_not("dialog").await?;
    }
    Ok(())
}
