//! Headers that stay in their place, and pages that glide: what has the focus is not under the one, and is there in the other.

use anyhow::{Context, Result};
use browser_tests::engine::Screen;
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, tests};

use super::guarded::{ELEMENT, open};

pub fn tests() -> Vec<Test> {
    tests![hp_12_what_has_the_focus_is_not_under_a_header]
}

const HEADER: &str = "<header style='position: fixed; inset: 0 0 auto; height: 90px; background: silver; z-index: 9'>A blog</header>";
const BEFORE: &str = "<p style='height: 900px'>Before.</p>";
const AFTER: &str = "<p style='height: 1800px'>After.</p>";

/// The focus is on the heading of the reader's rung, all of it below the header and above the end of the screen.
const IN_SIGHT: &str = "(() => {
const it = document.querySelector('fix-ladder').shadowRoot.activeElement;
if (!it || !it.matches('[data-here]')) return false;
const { top, bottom } = it.getBoundingClientRect();
return top >= 90 && bottom <= innerHeight })()";

async fn hp_12_what_has_the_focus_is_not_under_a_header(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 600, height: 600 }).await?;
    let scroller = "<style>html, body { height: 100%; margin: 0; overflow: hidden }
        main { height: 100%; overflow: auto; scroll-behavior: smooth }</style>";
    let pages = [
        ("fixed", "", format!("{HEADER}{BEFORE}{ELEMENT}{AFTER}")),
        (
            "sticky",
            "",
            format!(
                "{}{BEFORE}{ELEMENT}{AFTER}",
                HEADER.replace("fixed; inset: 0 0 auto", "sticky; top: 0")
            ),
        ),
        (
            "gliding",
            "<style>html { scroll-behavior: smooth }</style>",
            format!("{HEADER}{BEFORE}{ELEMENT}{AFTER}"),
        ),
        (
            "with room kept",
            "<style>html { scroll-padding-top: 100px }</style>",
            format!("{HEADER}{BEFORE}{ELEMENT}{AFTER}"),
        ),
        ("a scroll container", scroller, format!("{HEADER}<main>{BEFORE}{ELEMENT}{AFTER}</main>")),
    ];
    for (what, head, body) in pages {
        let widget = open(page, head, &body).await?;
        for (rung, next) in [("replug", "reader"), ("reader", "format-card")] {
            for action in ["skip-rung", "confirm"] {
                let css = format!("[data-rung={rung}] [data-action={action}]");
                // The button is pressed where the heading above it has just left the screen.
                widget.until(&css).await?;
                let place = "(found.scrollIntoView({ block: 'center', behavior: 'instant' }), found.click(), true)";
                widget.ask(&css, place).await?;
                page.take_a_turn().await?;
            }
            widget.until_rung(rung, "skipped").await?;
            page.until_true(IN_SIGHT).await.with_context(|| format!("{what}: {next}"))?;
        }
        // Back by the keyboard's way: the heading may be half under the header already.
        let undo = "[data-rung=format-card] [data-action=undo]";
        widget.until(undo).await?;
        let under = "(found.focus({ preventScroll: true }),
            found.closest('[data-rung]').previousElementSibling.scrollIntoView({ behavior: 'instant' }), found.click(), true)";
        widget.ask(undo, under).await?;
        page.take_a_turn().await?;
        page.until_true(IN_SIGHT).await.with_context(|| format!("{what}: back"))?;
    }
    page.set_screen(USUAL).await
}
