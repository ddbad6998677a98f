//! Time zones: a wait is as long everywhere, and its end is told by the clock on the wall.

use anyhow::{Context, Result, ensure};
use browser_tests::clock::STANDING_CLOCK;
use browser_tests::documents::with_wait;
use browser_tests::engine::{Engine, Surroundings};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, soak, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    let mut all = tests![tm_6_auckland_to_honolulu, tm_6_zone_changes_while_the_page_stands];
    all.extend(soak![tm_6_eight_zones_over_clock_changes]);
    all
}

const MINUTE: i64 = 60_000;
const KEY: &str = "fix-ladder/1/kettle/default/wait:only";

/// A wait of fifteen minutes that begins at `start`, seen in `zone`; `end` is its end on the wall.
struct Journey {
    zone: &'static str,
    /// In milliseconds since 1970.
    start: i64,
    end: &'static str,
}

/// 4 April 2026, 13:50 UTC: in Auckland 02:50 in summer, ten minutes before clocks go back to 02:00.
const AUTUMN_OF_AUCKLAND: i64 = 1_775_310_600_000;

const AUCKLAND: Journey =
    Journey { zone: "Pacific/Auckland", start: AUTUMN_OF_AUCKLAND, end: "2:05" };
const HONOLULU: Journey =
    Journey { zone: "Pacific/Honolulu", start: AUTUMN_OF_AUCKLAND, end: "4:05" };

/// Each ends after the clocks there have changed, or lies where they never do.
const JOURNEYS: [Journey; 8] = [
    AUCKLAND,
    HONOLULU,
    // 27 September 2026, 02:00 to 03:00.
    Journey { zone: "Pacific/Auckland", start: 1_790_430_600_000, end: "3:05" },
    // 29 March 2026, 02:00 to 03:00.
    Journey { zone: "Europe/Berlin", start: 1_774_745_400_000, end: "3:05" },
    // 25 October 2026, 03:00 to 02:00.
    Journey { zone: "Europe/Berlin", start: 1_792_889_400_000, end: "2:05" },
    // 8 March 2026, 02:00 to 03:00.
    Journey { zone: "America/New_York", start: 1_772_952_600_000, end: "3:05" },
    // Half an hour only, 5 April 2026, 02:00 to 01:30.
    Journey { zone: "Australia/Lord_Howe", start: 1_775_314_200_000, end: "1:35" },
    // Fourty-five minutes past the hours of the others, at any time.
    Journey { zone: "Asia/Kathmandu", start: AUTUMN_OF_AUCKLAND, end: "7:50" },
];

async fn at(page: &Page, moment: i64) -> Result<Widget<'_>> {
    page.open("/pages/blank.html").await?;
    page.run("sessionStorage.setItem('clock', arguments[0])", &[json!(moment)]).await?;
    page.open_documents(STANDING_CLOCK, &[with_wait("kettle", 900)]).await
}

/// Exactly so many minutes are left, and the end is told by the clock of the place.
async fn ensure_left(
    page: &Page,
    widget: &Widget<'_>,
    minutes: i64,
    journey: &Journey,
) -> Result<()> {
    let deadline =
        widget.attribute("[role=timer]", "data-deadline").await?.context("no deadline")?;
    let clock = page.run("return Number(sessionStorage.getItem('clock'))", &[]).await?;
    let left = deadline.parse::<i64>()? - clock.as_i64().context("no clock")?;
    ensure!(left == minutes * MINUTE, "{left} ms are left in {}", journey.zone);
    let end = async || {
        let words = widget.text("[role=timer]").await?;
        let digits = words.find(journey.end);
        // "12:05" ends like "2:05".
        let whole = digits.is_some_and(|it| !words[..it].ends_with('1'));
        Ok(whole && words.contains(&format!("{minutes} minutes left")))
    };
    let what = format!("{} and {minutes} minutes left in {}", journey.end, journey.zone);
    page.until(&what, end).await
}

async fn through_a_wait(page: &Page, journey: &Journey) -> Result<Value> {
    let widget = at(page, journey.start).await?;
    widget.press("only", "start-wait").await?;
    ensure_left(page, &widget, 15, journey).await?;
    page.turn_clock_to(journey.start + 5 * MINUTE).await?;
    ensure_left(page, &widget, 10, journey).await?;
    let stored = json!(page.stored(KEY).await?);
    page.reload().await?;
    widget.ready().await?;
    ensure_left(page, &widget, 10, journey).await?;
    page.turn_clock_to(journey.start + 15 * MINUTE - 1).await?;
    widget.until_rung("only", "waiting").await?;
    page.turn_clock_to(journey.start + 15 * MINUTE).await?;
    widget.until_rung("only", "open").await?;
    Ok(stored)
}

fn in_zone(journey: &Journey) -> Surroundings {
    Surroundings { time_zone: Some(journey.zone), ..Surroundings::default() }
}

async fn tm_6_auckland_to_honolulu(page: &Page) -> Result<()> {
    let stored = std::cell::RefCell::new(Value::Null);
    page.elsewhere(in_zone(&AUCKLAND), async |there| {
        stored.replace(through_a_wait(there, &AUCKLAND).await?);
        Ok(())
    })
    .await?;
    let stored = stored.into_inner();
    let fact = stored.as_str().context("the wait was not kept")?;
    page.elsewhere(in_zone(&HONOLULU), async |there| {
        there.store(KEY, fact).await?;
        let widget = at(there, HONOLULU.start + 5 * MINUTE).await?;
        ensure_left(there, &widget, 10, &HONOLULU).await?;
        there.turn_clock_to(HONOLULU.start + 15 * MINUTE).await?;
        widget.until_rung("only", "open").await
    })
    .await
}

/// Only where a browser can be taken elsewhere while it runs: WebKitGTK cannot.
async fn tm_6_zone_changes_while_the_page_stands(page: &Page) -> Result<()> {
    if page.engine == Engine::WebKit {
        let refused = page.travel_to(HONOLULU.zone).await;
        ensure!(refused.is_err(), "WebKitGTK can travel now: test it");
        return Ok(());
    }
    page.elsewhere(in_zone(&AUCKLAND), async |there| {
        let widget = at(there, AUCKLAND.start).await?;
        widget.press("only", "start-wait").await?;
        ensure_left(there, &widget, 15, &AUCKLAND).await?;
        there.travel_to(HONOLULU.zone).await?;
        there.turn_clock_to(HONOLULU.start + 5 * MINUTE).await?;
        ensure_left(there, &widget, 10, &HONOLULU).await
    })
    .await
}

async fn tm_6_eight_zones_over_clock_changes(page: &Page) -> Result<()> {
    for journey in &JOURNEYS {
        page.elsewhere(in_zone(journey), async |there| {
            through_a_wait(there, journey).await.map(drop)
        })
        .await?;
    }
    Ok(())
}
