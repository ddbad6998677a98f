//! What a widget itself shows of what stands around the climb: the ticket of a wait, handing over, what came back, the way
//! back from starting over, for whom the climb is, and what its author has changed. What the buttons open is tested with
//! the companion.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::climb::on;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        around_a_wait_is_a_ticket_and_its_end_moves_nothing,
        around_a_climb_is_handed_over_before_the_page_is_taken_away,
        around_what_came_back_goes_on_at_the_next_rung_and_has_a_way_back,
        around_starting_over_is_undone_after_a_reload,
        around_what_has_changed_is_told_to_who_has_been_here,
        around_the_place_of_the_report_is_the_companions,
    ]
}

const MINUTE: Duration = Duration::from_secs(60);

fn step(id: &str, text: &str, interrupts: bool) -> Value {
    json!({ "id": id, "text": text, "interrupts": interrupts })
}

/// Two rungs: the first restarts the device, the second erases it.
fn document(steps: &[Value], warning: &str) -> Value {
    json!({
        "format": 1, "id": "tablet", "title": "The tablet is stuck",
        "rungs": [
            { "id": "restart", "title": "Restart it", "severity": "gentle", "steps": steps, "wait": { "seconds": 600 } },
            { "id": "erase", "title": "Erase it", "severity": "last-resort",
              "requirements": [{ "id": "elsewhere", "text": "This page is on another screen.", "evidence": "hand-over" }],
              "warnings": [{ "id": "gone", "text": [warning] }],
              "steps": [step("wipe", "Erase.", true)] },
        ],
    })
}

fn first_words() -> Value {
    document(&[step("look", "Look.", false), step("off", "Switch it off.", true)], "All is gone.")
}

async fn open<'a>(page: &'a Page, document: &Value) -> Result<Widget<'a>> {
    let body = Some(document.to_string().into_bytes());
    page.server.set("/tablet.json", Override { body, ..Override::default() });
    let post = "<fix-ladder src=/tablet.json loading=eager></fix-ladder><script src=/fix-ladder.js></script>";
    page.open_body(post).await?;
    let widget = page.widget();
    widget.ready().await?;
    Ok(widget)
}

async fn around_a_wait_is_a_ticket_and_its_end_moves_nothing(page: &Page) -> Result<()> {
    let widget = open(page, &first_words()).await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    let time = widget.text(".when").await?;
    ensure!(widget.text(".wait-title").await? == format!("You may go on after {time}"), "{time}");
    let size = "parseFloat(getComputedStyle(found).fontSize)";
    let sizes = [widget.ask(".when", size).await?, widget.ask(".wait-title", size).await?];
    ensure!(sizes[0].as_f64() > sizes[1].as_f64().map(|it| 1.3 * it), "large: {sizes:?}");
    let said = widget.text(".meanwhile").await?;
    for expected in [
        format!("You may close this page and come back after {time}."),
        format!("set your phone’s timer for {time}."),
    ] {
        ensure!(said.contains(&expected), "{said}");
    }
    ensure!(widget.is_enabled(&on("restart", "remind")).await?, "a reminder is offered");
    let place = "Math.round(found.getBoundingClientRect().top + scrollY)";
    let before = widget.ask(&on("restart", "fixed"), place).await?;
    page.advance(11 * MINUTE).await?;
    widget.until_rung("restart", "open").await?;
    let after = widget.ask(&on("restart", "fixed"), place).await?;
    ensure!(before == after, "the answer has moved from {before} to {after}");
    let unseen = "getComputedStyle(found).visibility";
    ensure!(widget.ask(&on("restart", "remind"), unseen).await? == "hidden", "nothing is ahead");
    // Whoever comes to it later sees no empty room.
    widget.survives_a_reload().await?;
    ensure!(!widget.has(&on("restart", "remind")).await?, "{:?}", widget.text(".wait").await?);
    Ok(())
}

async fn around_a_climb_is_handed_over_before_the_page_is_taken_away(page: &Page) -> Result<()> {
    let widget = open(page, &first_words()).await?;
    let offer = on("restart", "resume-link");
    let said = widget.ask(&offer, "found.parentNode.textContent").await?;
    ensure!(said.to_string().contains("step 2 takes this page away"), "{said}");
    widget.skip_to("erase").await?;
    widget.until_rung("erase", "preparing").await?;
    ensure!(widget.count(&on("erase", "resume-link")).await? == 1, "it is asked for, once");
    widget.click("[data-confirm='gone:1']").await?;
    widget.until_rung("erase", "preparing").await?;
    widget.click("[data-requirement=elsewhere][value=written-down]").await?;
    widget.until_rung("erase", "open").await?;
    widget.survives_a_reload().await?;
    widget.click("[data-requirement=elsewhere][value=opened]").await?;
    let chosen = async || widget.is_checked("[data-requirement=elsewhere][value=opened]").await;
    page.until("the other one is chosen", chosen).await?;
    ensure!(!widget.is_checked("[value=written-down]").await?, "one at a time");
    widget.until_rung("erase", "open").await?;
    let key = "fix-ladder/1/tablet/default/requirement:elsewhere";
    let stored = page.stored(key).await?.unwrap_or_default();
    ensure!(stored.contains(r#""is":{"place":"opened"}"#), "{stored}");
    Ok(())
}

async fn around_what_came_back_goes_on_at_the_next_rung_and_has_a_way_back(
    page: &Page,
) -> Result<()> {
    let widget = open(page, &first_words()).await?;
    page.store(
        "fix-ladder/1/tablet/default/case",
        &json!({ "v": 1, "t": page.now().await?, "is": { "case": { "name": "Mum’s iPad", "removed": false } } })
            .to_string(),
    )
    .await?;
    page.reload().await?;
    widget.ready().await?;
    let line = widget.ask("[part=title] + p", "found.textContent").await?;
    ensure!(line == "For Mum’s iPad Other devices", "{line}");
    widget.press("restart", "fixed").await?;
    widget.until_rung("restart", "fixed").await?;
    page.advance(50 * 60 * MINUTE).await?;
    widget.click("[data-action=came-back]").await?;
    widget.until_rung("erase", "preparing").await?;
    widget.until_rung("restart", "not-fixed").await?;
    let aside = widget.text("[data-rung=restart] .aside").await?;
    ensure!(aside.starts_with("helped for 2 days, came back · "), "{aside}");
    let focused = "found.getRootNode().activeElement === found";
    ensure!(widget.ask("[data-here]", focused).await? == true, "the focus is where it goes on");
    widget.survives_a_reload().await?;
    widget.press("erase", "undo").await?;
    widget.until_rung("restart", "fixed").await
}

async fn around_starting_over_is_undone_after_a_reload(page: &Page) -> Result<()> {
    let widget = open(page, &first_words()).await?;
    let undo = "[data-action=undo-start-over]";
    widget.click("[data-step=look]").await?;
    widget.press("restart", "skip-rung").await?;
    widget.press("restart", "confirm").await?;
    widget.until_rung("erase", "preparing").await?;
    ensure!(!widget.has(undo).await?, "there is nothing to undo");
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=confirm]").await?;
    widget.until_rung("restart", "open").await?;
    widget.until(undo).await?;
    widget.survives_a_reload().await?;
    widget.click(undo).await?;
    widget.until_rung("erase", "preparing").await?;
    widget.until_not(undo).await?;
    widget.press("erase", "undo").await?;
    widget.until_rung("restart", "open").await?;
    ensure!(widget.is_checked("[data-step=look]").await?, "the tick is back");
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=confirm]").await?;
    widget.until(undo).await?;
    page.advance(25 * 60 * MINUTE).await?;
    page.reload().await?;
    widget.ready().await?;
    ensure!(!widget.has(undo).await?, "for a day");
    Ok(())
}

async fn around_what_has_changed_is_told_to_who_has_been_here(page: &Page) -> Result<()> {
    let notice = "[data-notice=changed]";
    let edited = document(
        &[
            step("charge", "Charge it.", false),
            step("look", "Look.", false),
            step("off", "Switch it off.", true),
            step("on", "Switch it on.", false),
        ],
        "Everything on it is gone.",
    );
    let widget = open(page, &first_words()).await?;
    widget.click("[data-step=look]").await?;
    let seen = async || page.stored("fix-ladder/1/tablet/default/seen").await;
    let noted = async || Ok(seen().await?.is_some());
    page.until("it is noted what the reader has seen", noted).await?;
    let before = seen().await?;
    // The same once more, and then the author's edits, as often as nobody does anything.
    open(page, &first_words()).await?;
    ensure!(!widget.has(notice).await?, "nothing has changed");
    for _ in 0..2 {
        open(page, &edited).await?;
        let said = widget.text(notice).await?;
        let expected =
            "Since you were last here: 2 steps are new, 1 warning was reworded. Each is marked.";
        ensure!(said == expected, "{said}");
        ensure!(seen().await? == before, "nobody has done anything");
    }
    let label = async |id: &str| widget.text(&format!("[for='step.{id}']")).await;
    ensure!(label("charge").await?.ends_with("New: Charge it."), "{}", label("charge").await?);
    ensure!(!label("look").await?.contains("New"), "{}", label("look").await?);
    ensure!(widget.is_checked("[data-step=look]").await?, "the tick is kept");
    widget.press("erase", "toggle").await?;
    widget.until("[data-confirm='gone:1']").await?;
    let warning = widget.text("[id='warning.gone']").await?;
    ensure!(warning.contains("Reworded:"), "{warning}");
    widget.click("[data-step=charge]").await?;
    let noted = async || Ok(seen().await? != before);
    page.until("the note is renewed", noted).await?;
    ensure!(widget.has(notice).await?, "it stays for this visit");
    open(page, &edited).await?;
    ensure!(!widget.has(notice).await?, "it is said once");
    // Whoever begins has nothing to compare.
    page.run("localStorage.clear()", &[]).await?;
    open(page, &edited).await?;
    ensure!(!widget.has(notice).await?, "nothing is new to who is new");
    Ok(())
}

/// Where the ladder ends, another script writes down what was tried: the widget neither takes that for a translator's work
/// nor takes it away.
async fn around_the_place_of_the_report_is_the_companions(page: &Page) -> Result<()> {
    let widget = open(page, &first_words()).await?;
    widget.skip_to("erase").await?;
    widget.press("erase", "get-help").await?;
    let (place, button) = ("[data-panel=report]", ".ending [data-action=copy-report]");
    widget.until(place).await?;
    page.take_a_turn().await?;
    let height = "found.offsetHeight";
    for words in ["One fix.", "Two fixes."] {
        widget.ask(place, &format!("(found.textContent = '{words}', true)")).await?;
    }
    ensure!(widget.ask(button, height).await? == 0, "then it is not needed");
    widget.click("[data-confirm='gone:1']").await?;
    widget.until("[data-confirm='gone:1']:checked").await?;
    widget.press("restart", "toggle").await?;
    widget.until("[data-step=look]").await?;
    ensure!(widget.text(place).await? == "Two fixes.", "{}", widget.text(place).await?);
    Ok(())
}
