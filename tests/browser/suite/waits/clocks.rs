//! Waits under clocks that jump, stand still or are wrong, and waits of lengths that cannot be.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::clock::STANDING_CLOCK;
use browser_tests::documents::{with_steps, with_wait};
use browser_tests::runner::Test;
use browser_tests::watchers::{COUNTED_TIMERS, LISTENING};
use browser_tests::{Page, Widget, tests, timeout};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        tm_1_reload_mid_wait,
        tm_4_sleep_like,
        tm_5_clock_jumps_while_visible,
        tm_5_clock_jumps_while_closed,
        tm_10_hostile_durations,
        tm_10_long_waits_do_not_end_at_once,
    ]
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const YEAR: i64 = 365 * 24 * HOUR;
const TIMER: &str = "[role=timer]";

async fn start(widget: &Widget<'_>) -> Result<()> {
    widget.press("only", "start-wait").await?;
    widget.until_rung("only", "waiting").await
}

async fn until_it_says(page: &Page, widget: &Widget<'_>, words: &str) -> Result<()> {
    let there = async || Ok(widget.text("[data-rung=only] .wait").await?.contains(words));
    page.until(words, there).await
}

async fn tm_1_reload_mid_wait(page: &Page) -> Result<()> {
    const START: i64 = 1_795_424_400_000;
    page.run("sessionStorage.setItem('clock', arguments[0])", &[json!(START)]).await?;
    let widget = page.open_documents(STANDING_CLOCK, &[with_wait("kettle", 900)]).await?;
    start(&widget).await?;
    page.run("sessionStorage.setItem('clock', arguments[0])", &[json!(START + 6 * MINUTE)]).await?;
    page.reload().await?;
    widget.ready().await?;
    let deadline = widget.attribute(TIMER, "data-deadline").await?.context("no deadline")?;
    let left = deadline.parse::<i64>()? - (START + 6 * MINUTE);
    ensure!((left - 9 * MINUTE).abs() <= 1000, "{left} ms are left, not 9:00");
    until_it_says(page, &widget, "9 minutes left").await?;
    page.turn_clock_to(START + 15 * MINUTE - 1).await?;
    until_it_says(page, &widget, "Less than a minute left").await?;
    page.turn_clock_to(START + 15 * MINUTE).await?;
    widget.until_rung("only", "open").await
}

async fn tm_4_sleep_like(page: &Page) -> Result<()> {
    let frozen =
        "<script>{ const then = performance.now(); performance.now = () => then; }</script>";
    let widget =
        page.open_documents(&format!("{frozen}{LISTENING}"), &[with_wait("kettle", 900)]).await?;
    start(&widget).await?;
    page.run("listen()", &[]).await?;
    page.advance(Duration::from_secs(8 * 3600)).await?;
    widget.until_rung("only", "open").await?;
    page.until_true("said.length").await?;
    let words = widget.text("[data-rung=only] .wait").await?;
    let negative = ["-", "\u{2212}"].iter().any(|minus| words.contains(minus));
    ensure!(!negative && words.starts_with("The wait is over"), "{words}");
    // Two more looks bring nothing new.
    page.advance(Duration::from_secs(60)).await?;
    page.advance(Duration::from_secs(60)).await?;
    let said = page.run("return said", &[]).await?;
    ensure!(said == json!(["The wait is over. You may answer now."]), "{said}");
    Ok(())
}

/// An hour back, three years back, an hour forward.
const JUMPS: [i64; 3] = [-HOUR, -3 * YEAR, HOUR];

/// What has to be seen ten minutes before the end, after the clock has jumped.
async fn ensure_right_after(page: &Page, widget: &Widget<'_>, jump: i64) -> Result<()> {
    if jump > 0 {
        widget.until_rung("only", "open").await?;
        widget.expect("only", "extend-wait", true).await?;
        return widget.expect("only", "not-fixed", true).await;
    }
    // No more than the whole wait, however far back, and by the reader's own clock.
    until_it_says(page, widget, "15 minutes left").await?;
    widget.expect("only", "not-fixed", false).await?;
    let deadline = widget.attribute(TIMER, "data-deadline").await?.context("no deadline")?;
    // WebKitGTK may call its language C.
    let end = "new Intl.DateTimeFormat(/^en/.test(navigator.language) ? navigator.language : 'en', { hour: 'numeric', minute: '2-digit' })
        .format(window.Date.now() + (15 - arguments[0]) * 60000)";
    let said = widget.text(TIMER).await?;
    // It may have been said in the minute before this one.
    let mut words = Vec::new();
    for ago in [0, 1] {
        words.push(page.run(&format!("return {end}"), &[json!(ago)]).await?);
    }
    let is_said = words.iter().any(|it| it.as_str().is_some_and(|it| said.contains(it)));
    ensure!(is_said, "none of {words:?} in {said:?}; the deadline is {deadline}");
    Ok(())
}

async fn tm_5_clock_jumps_while_visible(page: &Page) -> Result<()> {
    for jump in JUMPS {
        page.run("localStorage.clear(); window.name = ''", &[]).await?;
        let widget = page.open_documents("", &[with_wait("kettle", 900)]).await?;
        start(&widget).await?;
        // A little before the next whole minute, so that the alarm itself finds the clock turned.
        let lead = i64::try_from(timeout::scaled(Duration::from_secs(1)).as_millis())?;
        page.advance_to_before_the_end(10 * MINUTE + lead).await?;
        until_it_says(page, &widget, "11 minutes left").await?;
        page.turn_clock_by(jump).await?;
        ensure_right_after(page, &widget, jump)
            .await
            .with_context(|| format!("turned by {jump} ms"))?;
    }
    Ok(())
}

async fn tm_5_clock_jumps_while_closed(page: &Page) -> Result<()> {
    for jump in JUMPS {
        page.run("localStorage.clear(); window.name = ''", &[]).await?;
        let widget = page.open_documents("", &[with_wait("kettle", 900)]).await?;
        start(&widget).await?;
        page.advance(Duration::from_secs(300)).await?;
        until_it_says(page, &widget, "10 minutes left").await?;
        page.open("/pages/blank.html").await?;
        page.turn_clock_by(jump).await?;
        page.open_the_same(1).await?;
        ensure_right_after(page, &widget, jump)
            .await
            .with_context(|| format!("turned by {jump} ms"))?;
    }
    Ok(())
}

async fn tm_10_hostile_durations(page: &Page) -> Result<()> {
    let good = with_wait("hostile", 900).to_string();
    // As an author's slip or an attacker writes them: not all of it is JSON.
    for seconds in ["-1", "1e308", "NaN", "\"15\"", "900.5", "315360000", "null", "1e999"] {
        let body = good.replace("{\"seconds\":900}", &format!("{{\"seconds\":{seconds}}}"));
        ensure!(body != good, "the test has not put {seconds} in");
        page.server.set(
            "/hostile.json",
            Override { body: Some(body.into_bytes()), ..Override::default() },
        );
        page.open_body("<fix-ladder src=/hostile.json loading=eager></fix-ladder><script src=/fix-ladder.js></script>").await?;
        page.widget().until_state("failed").await.with_context(|| seconds.to_owned())?;
        let errors = page.events_of("error").await?;
        let message = errors.first().and_then(|it| it["detail"]["message"].as_str()).unwrap_or("");
        ensure!(errors.len() == 1 && !message.is_empty(), "{seconds}: {errors:?}");
        page.take_errors().await?;
    }
    let widget = page.open_documents("", &[with_wait("nothing", 0)]).await?;
    ensure!(!widget.has("[data-action=start-wait]").await?, "0 seconds are no wait");
    widget.expect("only", "not-fixed", true).await?;

    // The same in what is stored: set aside, and the wait can be started.
    for until in ["1e308", "\"15\"", "-1", "315360000000000"] {
        let fact = format!(
            r#"{{"v":1,"t":5,"is":{{"wait":{{"started":{{"from":5,"until":{until}}}}}}}}}"#
        );
        page.run("localStorage.clear()", &[]).await?;
        page.store("fix-ladder/1/kettle/default/wait:only", &fact).await?;
        let widget = page.open_documents("", &[with_wait("kettle", 900)]).await?;
        widget.until("[data-notice=broken]").await?;
        start(&widget).await.with_context(|| until.to_owned())?;
    }
    Ok(())
}

/// Longer than a timer can be: 24.8 days are 2^31 milliseconds.
async fn tm_10_long_waits_do_not_end_at_once(page: &Page) -> Result<()> {
    let documents = [
        with_wait("days-25", 25 * 86_400),
        with_wait("days-30", 30 * 86_400),
        with_steps("none", 1),
    ];
    page.open_documents(COUNTED_TIMERS, &documents).await?;
    for id in ["days-25", "days-30"] {
        let widget = page.widget_at(&format!("#{id}"));
        start(&widget).await?;
    }
    let lengths = page.run("return Array.from(timers.values())", &[]).await?;
    let lengths: Vec<f64> = serde_json::from_value(lengths)?;
    ensure!(lengths.len() == 1, "one alarm for all: {lengths:?}");
    ensure!(lengths.iter().all(|it| (1.0..=HOUR as f64).contains(it)), "{lengths:?}");
    for days in [24, 1] {
        for id in ["days-25", "days-30"] {
            page.widget_at(&format!("#{id}")).until_rung("only", "waiting").await?;
        }
        page.advance(Duration::from_secs(days * 86_400)).await?;
    }
    page.widget_at("#days-25").until_rung("only", "open").await?;
    page.widget_at("#days-30").until_rung("only", "waiting").await?;
    page.until_true("timers.size === 1").await
}
