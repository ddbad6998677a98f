//! Waits by the wall clock: over a reload, under a wrong clock, by the alarm alone.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};

pub fn tests() -> Vec<Test> {
    tests![
        wait_goes_on_over_a_reload,
        alarm_rings_by_itself,
        clock_set_back_adds_nothing,
        wait_is_announced_at_most_four_times,
    ]
}

const MINUTE: Duration = Duration::from_secs(60);
const TIMER: &str = "[data-rung=restart] [role=timer]";

async fn in_a_wait(page: &Page) -> Result<Widget<'_>> {
    let widget = page.open_ladder().await?;
    widget.skip_to("restart").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    Ok(widget)
}

async fn left(page: &Page, widget: &Widget<'_>) -> Result<i64> {
    let deadline = widget.attribute(TIMER, "data-deadline").await?.context("no deadline")?;
    Ok(deadline.parse::<i64>()? - page.now().await?)
}

async fn wait_goes_on_over_a_reload(page: &Page) -> Result<()> {
    let widget = in_a_wait(page).await?;
    let before = left(page, &widget).await?;
    ensure!((840_000..=900_000).contains(&before), "15 minutes: {before}");
    page.advance(6 * MINUTE).await?;
    page.reload().await?;
    widget.ready().await?;
    let after = left(page, &widget).await?;
    ensure!(before - after >= 360_000 && before - after < 420_000, "{before} then {after}");
    page.advance(60 * MINUTE).await?;
    page.reload().await?;
    widget.ready().await?;
    widget.until_rung("restart", "open").await?;
    ensure!(!widget.has(TIMER).await?, "no timer runs");
    widget.expect("restart", "extend-wait", true).await
}

/// Nothing but the alarm tells the widget: the clock is right before the end, and then goes on.
async fn alarm_rings_by_itself(page: &Page) -> Result<()> {
    let widget = in_a_wait(page).await?;
    page.advance(14 * MINUTE + Duration::from_millis(59_000)).await?;
    widget.until_rung("restart", "open").await?;
    widget.expect("restart", "not-fixed", true).await
}

async fn clock_set_back_adds_nothing(page: &Page) -> Result<()> {
    let widget = in_a_wait(page).await?;
    page.advance(5 * MINUTE).await?;
    page.set_back(3 * 365 * 24 * 60 * MINUTE).await?;
    let fifteen = async || Ok(widget.text(TIMER).await?.contains("15 minutes left"));
    page.until("no more than the whole wait is left", fifteen).await?;
    // Under the wrong clock too the reader has a way on, and back.
    widget.press("restart", "undo").await?;
    widget.press("restart", "start-wait").await?;
    page.advance(15 * MINUTE).await?;
    widget.until_rung("restart", "open").await
}

async fn wait_is_announced_at_most_four_times(page: &Page) -> Result<()> {
    let widget = in_a_wait(page).await?;
    let listen = "(window.said = [found.textContent], new MutationObserver(() => said.push(found.textContent))
        .observe(found, { childList: true, characterData: true, subtree: true }), true)";
    widget.ask("[role=status]", listen).await?;
    for minute in 1..=16_i64 {
        page.advance(MINUTE).await?;
        // Everything the widget does about it is done once the time that is left is shown.
        let shown = match 15 - minute {
            rest if rest > 1 => format!("{rest} minutes left"),
            1 => "Less than a minute left".to_owned(),
            _ => "The wait is over".to_owned(),
        };
        let words = async || Ok(widget.text("[data-rung=restart] .wait").await?.contains(&shown));
        page.until(&shown, words).await?;
        let said = 1 + [10, 14, 15].into_iter().filter(|it| *it <= minute).count();
        page.until_true(&format!("said.length >= {said}")).await?;
    }
    let said = page.run("return said", &[]).await?;
    let said: Vec<String> = serde_json::from_value(said)?;
    ensure!(said.len() == 4, "{said:?}");
    ensure!(said[1] == "5 minutes left." && said[3].starts_with("The wait is over"), "{said:?}");
    Ok(())
}
