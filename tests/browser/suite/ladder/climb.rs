//! The whole climb on the demo post, as a reader does it, with a reload after every single thing.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::tab::Tab;
use browser_tests::{Page, Widget, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![whole_climb, undo_and_start_over, skipping_asks_twice_and_satisfies_nothing]
}

const RUNGS: [&str; 6] =
    ["really-stuck", "restart", "copy-photos", "toggle", "delete-all", "erase"];
const MINUTE: Duration = Duration::from_secs(60);

async fn whole_climb(page: &Page) -> Result<()> {
    page.open("/demo/").await?;
    page.run("document.querySelector('fix-ladder').scrollIntoView()", &[]).await?;
    let widget = page.widget();
    widget.ready().await?;
    for (choice, option) in [
        ("device", "iphone-with-face-id"),
        ("system", "ios-26-and-later"),
        ("computer", "mac-with-finder"),
    ] {
        widget.choose(&format!("[data-choice={choice}]"), option).await?;
        widget.survives_a_reload().await?;
    }
    let here = page.this_tab().await?;
    let (beside, waits) = climb_beside(page).await?;
    page.go_to(&here).await?;
    for (index, rung) in RUNGS.into_iter().enumerate() {
        let states: Vec<String> =
            widget.rungs().await?.into_iter().map(|(_, state)| state).collect();
        ensure!(
            states.iter().take(index).all(|state| state == "not-fixed")
                && states.iter().skip(index + 1).all(|state| state == "locked"),
            "one rung is the reader's, the {index}th: {states:?}"
        );
        guards(&widget, rung).await?;
        tick_every_step(&widget, rung).await?;
        wait(page, &widget, rung).await?;
        if rung != "erase" {
            widget.press(rung, "not-fixed").await?;
            widget.until_rung(rung, "not-fixed").await?;
            widget.survives_a_reload().await?;
        }
    }
    end(page, &widget).await?;
    // What was done here was done for one device.
    page.go_to(&beside).await?;
    for reloaded in [false, true] {
        let still = page.run(WAIT_BESIDE, &[]).await?;
        ensure!(still == waits, "the other device waits as {waits}, and now as {still}");
        let states = widget.rungs().await?;
        let restart = states.iter().find(|(rung, _)| rung == "restart").map(|it| &*it.1);
        // On a slow machine its wait may be over by now.
        ensure!(matches!(restart, Some("waiting" | "open")), "it has {states:?}");
        let locked = states.iter().filter(|(_, state)| state == "locked").count();
        ensure!(locked + 2 == RUNGS.len(), "reloaded {reloaded}: the other device has {states:?}");
        page.reload().await?;
        widget.ready().await?;
    }
    Ok(())
}

/// What is stored of the wait of every device but the first.
const WAIT_BESIDE: &str = "return Object.keys(localStorage)
    .filter((key) => key.endsWith('/wait:restart') && !key.includes('/default/'))
    .map((key) => localStorage.getItem(key)).join()";

/// Begins a climb for a second device in another tab, up to a wait. Returns the tab, and what is stored of the wait.
async fn climb_beside(page: &Page) -> Result<(Tab, Value)> {
    let tab = page.new_tab().await?;
    page.go_to(&tab).await?;
    page.open("/demo/").await?;
    page.run("document.querySelector('fix-ladder').scrollIntoView()", &[]).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.until_rung("really-stuck", "open").await?;
    widget.click("[part=foot] [data-action=new-case]").await?;
    widget.click("[data-panel=cases] [data-action=add-case]").await?;
    widget.until("[data-panel=cases] [data-field=case-name]").await?;
    widget.click("dialog [data-action=close-panel]").await?;
    widget.until_not("dialog").await?;
    let chosen = widget.ask("[data-choice=device]", "found.value").await?;
    ensure!(chosen == "", "the second device is {chosen} without having been asked");
    widget.press("really-stuck", "not-fixed").await?;
    widget.until_rung("really-stuck", "not-fixed").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let waits = page.run(WAIT_BESIDE, &[]).await?;
    ensure!(waits.as_str().is_some_and(|it| it.contains("started")), "one wait, not {waits}");
    Ok((tab, waits))
}

/// Meets the guards of a rung, if it has any, and takes one back in between.
async fn guards(widget: &Widget<'_>, rung: &str) -> Result<()> {
    if matches!(rung, "really-stuck" | "restart" | "copy-photos") {
        return widget.until_rung(rung, "open").await;
    }
    widget.until_rung(rung, "preparing").await?;
    let (steps, open) = widget.steps(rung).await?;
    ensure!(steps > 0 && open == 0, "{open} of {steps} steps of `{rung}` are open too early");
    widget.expect(rung, "fixed", true).await?;
    widget.expect(rung, "not-fixed", false).await?;
    widget.meet_guards(rung, async || widget.survives_a_reload().await).await?;
    widget.until_rung(rung, "open").await?;

    let first = format!("[data-rung='{rung}'] [data-confirm]");
    widget.click(&first).await?;
    widget.until_rung(rung, "preparing").await?;
    ensure!(widget.steps(rung).await?.1 == 0, "a guard taken back closes the steps");
    widget.expect(rung, "not-fixed", false).await?;
    widget.click(&first).await?;
    widget.until_rung(rung, "open").await
}

async fn tick_every_step(widget: &Widget<'_>, rung: &str) -> Result<()> {
    let (steps, open) = widget.steps(rung).await?;
    ensure!(steps == open && steps > 0, "every step of `{rung}` can be ticked");
    for done in 0..steps {
        widget.click(&format!("[data-rung='{rung}'] [data-step]:not(:checked)")).await?;
        widget.survives_a_reload().await?;
        let ticked = widget.count(&format!("[data-rung='{rung}'] [data-step]:checked")).await?;
        ensure!(ticked == done + 1, "{ticked} steps of `{rung}` are ticked, not {}", done + 1);
    }
    Ok(())
}

/// Waits in three ways: to the end, by leaving, and with five minutes more.
async fn wait(page: &Page, widget: &Widget<'_>, rung: &str) -> Result<()> {
    if matches!(rung, "really-stuck" | "copy-photos" | "erase") {
        return widget.expect(rung, "not-fixed", true).await;
    }
    widget.expect(rung, "not-fixed", false).await?;
    widget.press(rung, "start-wait").await?;
    widget.until_rung(rung, "waiting").await?;
    widget.expect(rung, "not-fixed", false).await?;
    widget.survives_a_reload().await?;
    match rung {
        "restart" => {
            page.advance(6 * MINUTE).await?;
            let timer = format!("[data-rung='{rung}'] [role=timer]");
            let nine = async || Ok(widget.text(&timer).await?.contains("9 minutes left"));
            page.until("nine minutes are left", nine).await?;
            widget.survives_a_reload().await?;
            page.advance(9 * MINUTE).await?;
        }
        "toggle" => {
            widget.press(rung, "skip-wait").await?;
            widget.expect(rung, "not-fixed", false).await?;
            widget.press(rung, "confirm").await?;
        }
        _ => {
            widget.press(rung, "extend-wait").await?;
            page.advance(16 * MINUTE).await?;
            widget.until_rung(rung, "waiting").await?;
            page.advance(4 * MINUTE).await?;
        }
    }
    widget.until_rung(rung, "open").await?;
    widget.survives_a_reload().await?;
    widget.expect(rung, "not-fixed", true).await
}

async fn end(page: &Page, widget: &Widget<'_>) -> Result<()> {
    widget.press("erase", "fixed").await?;
    widget.until_rung("erase", "fixed").await?;
    let told = page.events_of("fixed").await?;
    ensure!(told.len() == 1, "the page is told once: {told:?}");
    let detail = &told[0]["detail"];
    ensure!(detail["ladder"] == "icloud-photos" && detail["rung"] == "erase", "{detail}");
    // The clock was put forward by 35 minutes; the rest is what the test itself took.
    ensure!(detail["minutes"].as_u64().is_some_and(|it| (35..60).contains(&it)), "{detail}");
    ensure!(widget.text(".ending").await?.contains("Keep the copy,"), "the copy is to be kept");
    widget.survives_a_reload().await?;
    ensure!(!widget.has("[aria-current]").await?, "no rung is the reader's any more");
    Ok(())
}

async fn undo_and_start_over(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    widget.press("restart", "undo").await?;
    widget.until_rung("restart", "open").await?;
    widget.press("restart", "undo").await?;
    widget.until_rung("really-stuck", "open").await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "the tick is still there");

    widget.press("really-stuck", "fixed").await?;
    widget.until_rung("really-stuck", "fixed").await?;
    widget.click("[data-action=reopen]").await?;
    widget.until_rung("really-stuck", "open").await?;

    let keys = page.stored_keys().await?;
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=cancel]").await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "nothing is lost by asking");
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=confirm]").await?;
    let unticked = async || Ok(!widget.is_checked("[data-step=stuck-charger]").await?);
    page.until("the tick no longer counts", unticked).await?;
    widget.survives_a_reload().await?;
    let kept = page.stored_keys().await?;
    ensure!(keys.iter().all(|key| kept.contains(key)), "starting over is a fact, not a deletion");
    widget.click("[data-step=stuck-charger]").await?;
    widget.survives_a_reload().await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "a new climb has begun");
    let kinds: Vec<_> =
        page.events_of("change").await?.iter().map(|it| it["detail"]["kind"].clone()).collect();
    ensure!(kinds.is_empty(), "a reload tells the page nothing: {kinds:?}");
    Ok(())
}

async fn skipping_asks_twice_and_satisfies_nothing(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    widget.press("really-stuck", "skip-rung").await?;
    widget.press("really-stuck", "cancel").await?;
    widget.until_rung("really-stuck", "open").await?;
    widget.skip_to("erase").await?;
    widget.until_rung("erase", "preparing").await?;
    ensure!(widget.steps("erase").await?.1 == 0, "nothing of the last resort is open");
    let told = page.events_of("change").await?;
    let kinds: Vec<_> = told.iter().map(|it| &it["detail"]["kind"]).collect();
    ensure!(kinds == vec![&json!("skip"); 5], "{kinds:?}");
    widget.press("erase", "get-help").await?;
    widget.until("[data-help]").await?;
    widget.until_rung("erase", "preparing").await?;
    ensure!(page.events_of("change").await?.len() == 5, "asking for help answers nothing");
    Ok(())
}
