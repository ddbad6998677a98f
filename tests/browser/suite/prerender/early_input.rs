//! What the reader touches in a first view: it brings the widget in, is carried out by it, and is never seen undone.

use anyhow::{Context, Result, ensure};
use browser_tests::paused_module::PAUSED;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use super::tag::TAG;

pub fn tests() -> Vec<Test> {
    tests![
        first_view_keeps_what_is_touched,
        first_view_unfolds_what_is_pressed,
        first_view_keeps_touches_through_a_failure,
        first_view_keeps_the_focus_and_what_is_unfolded,
        first_view_is_not_taken_from_under_a_finger,
        first_view_is_not_taken_from_a_finger_that_comes_late,
        first_view_answers_nothing,
    ]
}

/// Which boxes are ticked in what is seen.
const TICKED: &str = "<script>window.__look = () => {
const host = document.querySelector('fix-ladder');
const boxes = host && host.shadowRoot ? Array.from(host.shadowRoot.querySelectorAll('[data-step]')) : [];
return boxes.filter((it) => it.checked && it.checkVisibility()).map((it) => it.dataset.step);
}</script>";

const KEY: &str = "fix-ladder/1/icloud-photos/default/";

async fn first_view_keeps_what_is_touched(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TICKED}{TAG}")).await?;
    let widget = page.widget();
    widget.click("[data-step=stuck-charger]").await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.choose("[data-choice=device]", "ipad-with-home-button").await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.click("[data-step=stuck-status]").await?;
    widget.click("[data-rung=restart] [data-action=toggle]").await?;
    // Folded again: as it was.
    widget.click("[data-rung=toggle] [data-action=toggle]").await?;
    widget.click("[data-rung=toggle] [data-action=toggle]").await?;
    ensure!(widget.state().await?.as_deref() == Some("loading"), "held back");
    ensure!(page.stored_keys().await?.is_empty(), "nothing is stored by the first view");
    let classes = "Array.from(found.parentNode.children, (it) => it.className).slice(0, 4)";
    let looks = widget.ask(".item", classes).await?;
    ensure!(looks == json!(["item done", "item next", "item done", "item"]), "{looks}");
    page.more_frames().await?;
    page.run("window.__frames = []", &[]).await?;
    page.release().await?;
    widget.ready().await?;
    page.more_frames().await?;

    let frames = page.frames().await?;
    ensure!(
        frames == [json!(["stuck-charger", "stuck-status"])],
        "ticked all the time: {frames:?}"
    );
    ensure!(widget.ask(".item", classes).await? == looks, "the same steps are quiet, and next");
    let chosen = widget.ask("[data-choice=device]", "found.value").await?;
    ensure!(chosen == json!("ipad-with-home-button"), "{chosen}");
    ensure!(widget.has("[data-rung=restart] .body").await?, "unfolded");
    ensure!(!widget.has("[data-rung=toggle] .body").await?, "folded again");
    let kept = page.stored_keys().await?;
    let facts =
        ["choice:device", "step:stuck-charger", "step:stuck-status"].map(|it| format!("{KEY}{it}"));
    ensure!(facts.iter().all(|it| kept.contains(it)), "{kept:?}");
    ensure!(!kept.contains(&format!("{KEY}step:stuck-wifi")), "the last state wins: {kept:?}");
    let told: Vec<Value> =
        page.events().await?.iter().map(|it| json!([it["type"], it["detail"]["kind"]])).collect();
    let expected = [
        json!(["ready", null]),
        json!(["change", "step"]),
        json!(["change", "choice"]),
        json!(["change", "step"]),
    ];
    ensure!(told == expected, "in their order: {told:?}");
    widget.click("[data-step=stuck-charger]").await?;
    ensure!(!widget.is_checked("[data-step=stuck-charger]").await?, "the box is the widget's own");
    Ok(())
}

/// What is whole, whether it is the first view's or the widget's.
const WHOLE: &str = "Array.from(found.querySelectorAll('.more:not([hidden])'), (it) => it.id)";

async fn first_view_unfolds_what_is_pressed(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    let widget = page.widget();
    let pressed = "[aria-controls='step.stuck-status-again.more']";
    widget.click(pressed).await?;
    ensure!(widget.attribute(pressed, "aria-expanded").await?.as_deref() == Some("true"));
    // A step with a drawing comes next only where all of it is there.
    for step in ["charger", "wifi", "status"] {
        widget.click(&format!("[data-step=stuck-{step}]")).await?;
    }
    widget.click("[aria-controls='step.stuck-status.more']").await?;
    let whole = widget.ask(".here", WHOLE).await?;
    ensure!(
        whole == json!(["step.stuck-status-words.more", "step.stuck-status-again.more"]),
        "the next one, and what was pressed: {whole}"
    );
    ensure!(widget.state().await?.as_deref() == Some("loading"), "held back");
    let place = "Math.round(found.getBoundingClientRect().top)";
    let before = widget.ask("[data-action=fixed]", place).await?;
    page.release().await?;
    widget.ready().await?;
    widget.until("[data-action=fixed]:enabled").await?;
    ensure!(widget.ask(".here", WHOLE).await? == whole, "the widget shows the same");
    ensure!(widget.ask("[data-action=fixed]", place).await? == before, "and nothing has moved");

    page.run("localStorage.clear()", &[]).await?;
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    widget.click("[data-action=unfold-all]").await?;
    ensure!(!widget.has(".more[hidden]").await?, "all at once");
    page.release().await?;
    widget.ready().await?;
    widget.until_not(".more[hidden]").await?;
    ensure!(page.stored(&format!("{KEY}unfolded")).await?.is_some(), "and for good");
    Ok(())
}

async fn first_view_keeps_touches_through_a_failure(page: &Page) -> Result<()> {
    let broken = "<script>const real = WebAssembly.instantiate;
      WebAssembly.instantiate = () => new Promise((_, no) => { window.__fail = () => {
        WebAssembly.instantiate = real; no(new RangeError('no memory')) } })</script>";
    page.open_body(&format!("{broken}{TAG}")).await?;
    let widget = page.widget();
    widget.click("[data-step=stuck-charger]").await?;
    page.until_true("window.__fail").await?;
    page.run("window.__fail()", &[]).await?;
    widget.until_state("failed").await?;
    widget.click("[data-action=retry]").await?;
    widget.ready().await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "it is still ticked");
    page.take_a_turn().await?;
    ensure!(page.stored(&format!("{KEY}step:stuck-charger")).await?.is_some(), "and stored");
    Ok(())
}

async fn first_view_keeps_the_focus_and_what_is_unfolded(page: &Page) -> Result<()> {
    for css in [
        "[data-step=stuck-status]",
        "[data-choice=system]",
        "[data-rung=erase] [data-action=toggle]",
    ] {
        page.open_body(&format!("{PAUSED}{TAG}")).await?;
        let widget = page.widget();
        widget.ask(".body > .sources summary", "(found.click(), true)").await?;
        widget.ask(css, "(found.focus(), true)").await?;
        page.release().await?;
        widget.ready().await?;
        let same = widget.ask(css, "found.getRootNode().activeElement === found").await?;
        ensure!(same == json!(true), "{css} has the focus");
        let open = widget
            .ask(".body > .sources", "found.open && found.querySelectorAll('li').length > 1")
            .await?;
        ensure!(open == json!(true), "the sources are unfolded, and there");
        ensure!(widget.count("details[open]").await? == 1, "no others");
    }
    Ok(())
}

async fn first_view_answers_nothing(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    let widget = page.widget();
    for action in ["fixed", "not-fixed", "skip-rung", "start-over"] {
        let css = format!("[data-action={action}]");
        ensure!(!widget.is_enabled(&css).await?, "{action} waits for the widget");
        widget.click_by_script(&css).await?;
    }
    page.release().await?;
    widget.ready().await?;
    for action in ["fixed", "not-fixed", "skip-rung"] {
        ensure!(widget.is_enabled(&format!("[data-action={action}]")).await?, "{action} is open");
    }
    ensure!(page.events_of("change").await?.is_empty(), "nothing has been answered");
    ensure!(page.stored_keys().await?.is_empty(), "and nothing stored");
    widget.press("really-stuck", "fixed").await?;
    widget.until_rung("really-stuck", "fixed").await
}

/// What is pressed in the first view and let go in the widget would be pressed in vain.
async fn first_view_is_not_taken_from_under_a_finger(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{TAG}")).await?;
    press_charger(page).await?;
    page.release().await?;
    page.until_true("window.__compiled").await?;
    then_it_is_ticked(page).await
}

/// A device that gives way after each piece of work, and then does nothing before `__go()`.
const SLOW: &str = "<script>(() => {
const { setTimeout: later, Date: { now } } = window;
const held = [];
let ahead = 0;
Date.now = () => now() + (ahead += 20);
window.setTimeout = (call, wait, ...rest) => wait === 0 ? held.push(call) : later(call, wait, ...rest);
window.__held = () => held.length;
window.__go = () => {
  Date.now = now;
  window.setTimeout = later;
  held.splice(0).forEach((call) => later(call, 0));
};
})()</script>";

/// The finger comes while the widget is being drawn, which takes a while on a slow device.
async fn first_view_is_not_taken_from_a_finger_that_comes_late(page: &Page) -> Result<()> {
    page.open_body(&format!("{PAUSED}{SLOW}{TAG}")).await?;
    page.release().await?;
    page.until_true("window.__held() > 0").await?;
    press_charger(page).await?;
    page.run("__go()", &[]).await?;
    then_it_is_ticked(page).await
}

fn mouse() -> MouseActions {
    MouseActions::new("mouse".to_owned())
}

async fn press_charger(page: &Page) -> Result<()> {
    let element = page.widget().find("[data-step=stuck-charger]").await?;
    let down = mouse()
        .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    page.client.perform_actions(down).await.context("pressing")
}

async fn then_it_is_ticked(page: &Page) -> Result<()> {
    let widget = page.widget();
    for _ in 0..5 {
        page.more_frames().await?;
    }
    ensure!(widget.state().await?.as_deref() == Some("loading"), "it is still pressed");
    let up = mouse().then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client.perform_actions(up).await.context("letting go")?;
    widget.ready().await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "it is ticked");
    page.take_a_turn().await?;
    ensure!(page.stored(&format!("{KEY}step:stuck-charger")).await?.is_some(), "and stored");
    Ok(())
}
