//! Touches of a first view that cannot be carried out at once, or not as they were meant.

use anyhow::{Result, ensure};
use browser_tests::paused_module::PAUSED;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

use super::tag::TAG;
use crate::crash::hostile_page::HOSTILE;

pub fn tests() -> Vec<Test> {
    tests![
        first_view_keeps_touches_from_another_ladder,
        first_view_keeps_touches_where_another_tab_has_answered,
        first_view_keeps_touches_through_a_crash_at_the_start,
        first_view_keeps_touches_through_a_crash_of_what_takes_them,
        first_view_keeps_touches_while_it_is_away,
        first_view_keeps_touches_through_failures_without_a_list,
        first_view_chooses_nothing_that_is_not_there,
        first_view_does_not_repeat_touches,
    ]
}

const KEY: &str = "fix-ladder/1/icloud-photos/default/";
const HOST: &str = "const it = document.querySelector('fix-ladder');";

/// Another ladder, with the same ids.
fn serve_other(page: &Page) {
    let document = json!({ "format": 1, "id": "other", "title": "Other",
        "choices": [{ "id": "device", "label": "Device", "options": [
            { "id": "ipad-with-home-button", "label": "One" }, { "id": "two", "label": "Two" }] }],
        "rungs": [
        { "id": "really-stuck", "title": "One", "severity": "gentle", "steps": [{ "id": "stuck-charger", "text": "Do." }] },
        { "id": "restart", "title": "Two", "severity": "gentle", "steps": [{ "id": "restart-off", "text": "Do." }] }] });
    page.elements_for(&[document]);
}

/// Ticks, chooses, unfolds.
async fn touch(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.click("[data-step=stuck-charger]").await?;
    widget.choose("[data-choice=device]", "ipad-with-home-button").await?;
    widget.click("[data-rung=restart] [data-action=toggle]").await?;
    ensure!(page.stored_keys().await?.is_empty(), "nothing is stored by the first view");
    Ok(())
}

/// Everything that [`touch`] has done, and nothing else.
async fn all_is_there(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    let facts = "Object.keys(localStorage).filter((key) => key.startsWith('fix-ladder/1/') && !key.endsWith('/seen')).sort().join()";
    let wanted = [format!("{KEY}choice:device"), format!("{KEY}step:stuck-charger")].join(",");
    page.until_true(&format!("{facts} === '{wanted}'")).await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "ticked");
    let chosen = widget.ask("[data-choice=device]", "found.value").await?;
    ensure!(chosen == json!("ipad-with-home-button"), "{chosen}");
    widget.until("[data-rung=restart] .body").await
}

async fn first_view_keeps_touches_from_another_ladder(page: &Page) -> Result<()> {
    serve_other(page);
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    touch(page).await?;
    page.run(&format!("{HOST} it.setAttribute('src', '/other.json')"), &[]).await?;
    page.release().await?;
    let widget = page.widget();
    widget.ready().await?;
    page.take_a_turn().await?;
    ensure!(!widget.is_checked("[data-step=stuck-charger]").await?, "the other's step");
    ensure!(widget.ask("[data-choice=device]", "found.value").await? == json!(""), "its choice");
    ensure!(!widget.has("[data-rung=restart] .body").await?, "its rung");
    ensure!(page.stored_keys().await?.is_empty(), "{:?}", page.stored_keys().await?);
    // What the reader does there takes nothing from what they did here.
    widget.click("[data-step=stuck-charger]").await?;
    widget.click("[data-step=stuck-charger]").await?;
    page.run("localStorage.clear()", &[]).await?;
    page.run(&format!("{HOST} it.removeAttribute('src')"), &[]).await?;
    widget.until("[data-rung=erase]").await?;
    all_is_there(page).await?;
    page.ensure_no_errors().await
}

async fn first_view_keeps_touches_where_another_tab_has_answered(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    let widget = page.widget();
    touch(page).await?;
    // Folded in the first view and unfolded by the reader; unfolded by itself where it is the reader's rung.
    let answer = json!({ "v": 1, "t": page.now().await?, "is": { "answer": "not-fixed" } });
    page.store(&format!("{KEY}answer:really-stuck"), &answer.to_string()).await?;
    page.release().await?;
    widget.ready().await?;
    page.until_true(&format!("localStorage['{KEY}choice:device']")).await?;
    page.take_a_turn().await?;
    widget.until_rung("restart", "open").await?;
    ensure!(widget.has("[data-rung=restart] .body").await?, "it is not folded");
    ensure!(!widget.has("[data-rung=really-stuck] .body").await?, "what is answered stays folded");
    ensure!(page.stored(&format!("{KEY}step:stuck-charger")).await?.is_none(), "a tick too late");
    widget.click("[data-rung=really-stuck] [data-action=toggle]").await?;
    ensure!(!widget.is_checked("[data-step=stuck-charger]").await?, "nor is it seen");
    let chosen = widget.ask("[data-choice=device]", "found.value").await?;
    ensure!(chosen == json!("ipad-with-home-button"), "{chosen}");
    page.ensure_no_errors().await
}

/// Time goes on once the widget has died of it.
const MENDED: &str = "<script>(() => {
    const { error } = console;
    console.error = (...words) => { hostile.startTime(); window.broke = true; error(...words); };
    })()</script>";

async fn first_view_keeps_touches_through_a_crash_at_the_start(page: &Page) -> Result<()> {
    for crash in ["hostile.stopTime()", "hostile.left = 1"] {
        page.open_body(&format!("{PAUSED}<script>{HOSTILE}</script>{MENDED}{TAG}")).await?;
        touch(page).await?;
        page.run(crash, &[]).await?;
        page.release().await?;
        page.until_true("window.broke").await?;
        all_is_there(page).await?;
        page.take_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

/// The widget stands, has been given the touches, and breaks on the first.
async fn first_view_keeps_touches_through_a_crash_of_what_takes_them(page: &Page) -> Result<()> {
    let at_ready = "<script>(() => {
        const set = Element.prototype.setAttribute;
        Element.prototype.setAttribute = function (name, value) {
          if (name === 'data-state' && value === 'ready' && !window.broke) hostile.stopTime();
          return set.call(this, name, value);
        };
        })()</script>";
    page.open_body(&format!("{PAUSED}<script>{HOSTILE}</script>{MENDED}{at_ready}{TAG}")).await?;
    touch(page).await?;
    page.release().await?;
    page.until_true("window.broke").await?;
    all_is_there(page).await?;
    page.take_errors().await.map(drop)
}

async fn first_view_keeps_touches_while_it_is_away(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TAG}<div id=there></div>")).await?;
    touch(page).await?;
    page.run(&format!("{HOST} there.append(it)"), &[]).await?;
    ensure!(page.widget().is_checked("[data-step=stuck-charger]").await?, "moved as it was");
    page.run(&format!("{HOST} window.kept = it; it.remove()"), &[]).await?;
    page.take_a_turn().await?;
    page.release().await?;
    page.until_true("window.__compiled").await?;
    page.run("document.body.append(kept)", &[]).await?;
    all_is_there(page).await?;
    page.ensure_no_errors().await
}

/// Neither the widget nor the list comes, twice.
async fn first_view_keeps_touches_through_failures_without_a_list(page: &Page) -> Result<()> {
    let broken = "<script>const real = WebAssembly.instantiate;
      WebAssembly.instantiate = () => new Promise((_, no) => { window.__fail = () => {
        window.__fail = null; no(new RangeError('no memory')) } });
      window.__mend = () => { WebAssembly.instantiate = real; }</script>";
    let missing = Override { status: Some(404), body: Some(Vec::new()), ..Override::default() };
    page.server.set("/fix-ladder.list.js", missing);
    page.open_body(&format!("{broken}{TAG}")).await?;
    let widget = page.widget();
    touch(page).await?;
    for round in 0..2 {
        page.until_true("window.__fail").await?;
        page.run("window.__fail()", &[]).await?;
        widget.until_state("failed").await?;
        ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "frozen as it was");
        if round == 1 {
            page.run("window.__mend()", &[]).await?;
        }
        widget.click("[data-action=retry]").await?;
    }
    all_is_there(page).await?;
    page.take_errors().await.map(drop)
}

async fn first_view_chooses_nothing_that_is_not_there(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    let widget = page.widget();
    widget.ask("[data-choice=device] option:last-child", "found.value = 'a-watch', true").await?;
    widget.choose("[data-choice=device]", "a-watch").await?;
    widget.choose("[data-choice=system]", "ios-18").await?;
    page.release().await?;
    widget.ready().await?;
    page.until_true(&format!("localStorage['{KEY}choice:system']")).await?;
    ensure!(page.stored(&format!("{KEY}choice:device")).await?.is_none(), "nothing is chosen");
    let index = widget.ask("[data-choice=device]", "found.selectedIndex").await?;
    ensure!(index == json!(0), "the first line, not an empty one: {index}");
    page.ensure_no_errors().await
}

/// Once they are stored, they are over: what the reader does afterwards counts, also after a crash.
async fn first_view_does_not_repeat_touches(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}<script>{HOSTILE}</script>{MENDED}{TAG}")).await?;
    touch(page).await?;
    page.release().await?;
    all_is_there(page).await?;
    let widget = page.widget();
    widget.click("[data-step=stuck-charger]").await?;
    widget.choose("[data-choice=device]", "iphone-with-face-id").await?;
    page.run("hostile.stopTime()", &[]).await?;
    widget.click_by_script("[data-step=stuck-wifi]").await?;
    page.until_true("window.broke").await?;
    // A click that the dead one did not hear is heard by the next.
    page.until("another has come", async || {
        widget.click_by_script("[data-rung=toggle] [data-action=toggle]").await?;
        widget.has("[data-rung=toggle] .body").await
    })
    .await?;
    ensure!(!widget.is_checked("[data-step=stuck-charger]").await?, "unticked by the reader");
    let chosen = widget.ask("[data-choice=device]", "found.value").await?;
    ensure!(chosen == json!("iphone-with-face-id"), "{chosen}");
    page.take_errors().await.map(drop)
}
