//! A ladder that is printed by itself: what is on paper, and on how many sheets.

mod alone;
mod pages;

use anyhow::Result;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget};

pub fn tests() -> Vec<Test> {
    let mut tests = alone::tests();
    tests.extend(pages::tests());
    tests
}

/// In the place of the browser's own print: the page is told that it is about to be printed, and that is all.
const PRINTS: &str = "window.print = () => dispatchEvent(new Event('beforeprint'));";

/// Has the ladder rendered as it is printed. It stays so until `afterprint`.
async fn print(page: &Page, widget: &Widget<'_>, how: &str) -> Result<()> {
    page.run(PRINTS, &[]).await?;
    // Nobody comes back to the page meanwhile, as a driver's pointer would.
    widget.click_by_script("[data-action=print]").await?;
    widget.until(&format!("[data-action={how}]")).await?;
    widget.click_by_script(&format!("[data-action={how}]")).await?;
    widget.until(".printed").await
}
