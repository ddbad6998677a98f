//! What a reader on a phone sees without doing anything: the first step, the whole rail, no rung that has no end.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::Screen;
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, Widget, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        first_step_is_on_the_first_screen,
        whole_rail_is_seen_without_unfolding,
        no_rung_is_longer_than_four_screens,
        a_question_is_seen_with_its_answers,
        on_paper_everything_is_open,
    ]
}

const PHONE: Screen = Screen { width: 390, height: 844 };

/// The demo post, and the standalone page.
const PAGES: [&str; 2] = ["/demo/", "/index.html"];

async fn on_a_phone<'a>(page: &'a Page, address: &str) -> Result<Widget<'a>> {
    page.set_screen(PHONE).await?;
    page.open(address).await?;
    page.run("document.querySelector('fix-ladder').scrollIntoView()", &[]).await?;
    let widget = page.widget();
    widget.ready().await?;
    Ok(widget)
}

async fn first_step_is_on_the_first_screen(page: &Page) -> Result<()> {
    for address in PAGES {
        let widget = on_a_phone(page, address).await?;
        let begins = widget.ask(
            "[data-step]",
            "found.getBoundingClientRect().top - host.getBoundingClientRect().top",
        );
        let begins = begins.await?.as_f64().context("no place")?;
        ensure!(begins < 844.0, "{address}: the first step begins {begins} px below the top");
    }
    page.set_screen(USUAL).await
}

async fn whole_rail_is_seen_without_unfolding(page: &Page) -> Result<()> {
    for address in PAGES {
        let widget = on_a_phone(page, address).await?;
        let seen = "Array.from(found.querySelectorAll('[data-rung]'), (rung) => ['.title', '.severity'].every((css) => {
            const part = rung.querySelector(`.row ${css}`);
            return part && part.checkVisibility() && part.getBoundingClientRect().height > 0 && part.textContent.trim() !== '';
        }))";
        let seen: Vec<bool> = serde_json::from_value(widget.ask(".rungs", seen).await?)?;
        ensure!(seen.len() > 4 && seen.iter().all(|it| *it), "{address}: {seen:?}");
    }
    page.set_screen(USUAL).await
}

async fn no_rung_is_longer_than_four_screens(page: &Page) -> Result<()> {
    let widget = on_a_phone(page, "/demo/").await?;
    let mut long = Vec::new();
    for (rung, _) in widget.rungs().await? {
        widget.skip_to(&rung).await?;
        let css = format!("[data-rung='{rung}'].here");
        let height = widget.ask(&css, "found.getBoundingClientRect().height").await?;
        let height = height.as_f64().context("no height")?;
        if height > 4.0 * 844.0 {
            long.push(format!("{rung} is {:.1} screens long", height / 844.0));
        }
    }
    ensure!(long.is_empty(), "{long:?}");
    page.set_screen(USUAL).await
}

/// A question opens at the lower edge of the screen: its answers have to be seen.
async fn a_question_is_seen_with_its_answers(page: &Page) -> Result<()> {
    let widget = on_a_phone(page, "/demo/").await?;
    for (action, rung) in [("skip-rung", true), ("start-over", false)] {
        if !rung {
            widget.click("[data-step]").await?;
        }
        let css = format!("[data-action={action}]");
        widget
            .ask(&css, "(found.scrollIntoView({ block: 'end', behavior: 'instant' }), true)")
            .await?;
        widget.click(&css).await?;
        for answer in ["confirm", "cancel"] {
            let css = format!("[data-action={answer}]");
            widget.until(&css).await?;
            let place = "[found.getBoundingClientRect().top, found.getBoundingClientRect().bottom, innerHeight]";
            let place: Vec<f64> = serde_json::from_value(widget.ask(&css, place).await?)?;
            ensure!(place[0] >= 0.0 && place[1] <= place[2], "{action}: {answer} is at {place:?}");
        }
        let focused =
            widget.ask("#question", "found.getRootNode().activeElement === found").await?;
        ensure!(focused == json!(true), "{action}: the question has the focus");
        widget.click("[data-action=cancel]").await?;
        let focused = widget.ask(&css, "found.getRootNode().activeElement === found").await?;
        ensure!(focused == json!(true), "{action}: and its button has it back");
    }
    page.set_screen(USUAL).await
}

async fn on_paper_everything_is_open(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let bodies = widget.count(".body").await?;
    page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    let all = widget.rungs().await?.len() as u64;
    page.until("all rungs are open", async || Ok(widget.count(".body").await? == all)).await?;
    page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
    page.until("and folded again", async || Ok(widget.count(".body").await? == bodies)).await
}
