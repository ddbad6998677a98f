//! The panel for the end of a wait, in a browser that does what its address says: what is asked for comes, in a page that
//! lies behind another as well, and nothing else does.

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_wait;
use browser_tests::runner::Test;
use browser_tests::timeout::ensure_quick;
use browser_tests::{Page, Widget, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![
        what_is_asked_for_comes_at_the_end_of_a_wait_and_the_screen_stays_on,
        what_the_browser_refuses_is_said_and_stays_off,
    ]
}

/// Plays what makes sounds, and writes down what can be seen and heard of a page that lies behind another.
const WATCHED: &str = r#"<script src="/pages/browser_features.js"></script><script>
const count = (name) => localStorage.setItem(name, Number(localStorage.getItem(name)) + 1);
const mute = new URLSearchParams(location.search).has("mute");
window.AudioContext = class {
  state = mute ? "suspended" : "running";
  currentTime = 0;
  resume = async () => {};
  close = async () => {};
  createOscillator = () => ({ frequency: {}, connect: (it) => it, start: () => count("sounds"), stop: () => {} });
  createGain = () => ({ gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (it) => it });
};
const look = () => {
  if (document.title === "A test") return;
  localStorage.setItem("title", document.title);
  localStorage.setItem("late", Date.now() - window.__deadline);
};
new MutationObserver(look).observe(document.head, { childList: true, subtree: true, characterData: true });
</script>"#;

const PRESSED: &str =
    "Array.from(found.querySelectorAll('[aria-pressed=true]'), (it) => it.dataset.action)";

/// A ladder with a running wait, and the panel open.
async fn open<'a>(page: &'a Page, query: &str) -> Result<Widget<'a>> {
    page.open_documents(WATCHED, &[with_wait("waits", 900)]).await?;
    page.open(&format!("/test.html?{query}")).await?;
    page.all_ready(1).await?;
    let widget = page.widget();
    widget.click("[data-step]").await?;
    widget.click("[data-action=start-wait]").await?;
    let deadline = widget.attribute("[role=timer]", "data-deadline").await?;
    page.run("window.__deadline = Number(arguments[0])", &[json!(deadline)]).await?;
    widget.click("[data-action=remind]").await?;
    widget.until("[data-panel=remind] [data-action=awake]").await?;
    Ok(widget)
}

async fn locks(page: &Page) -> Result<Value> {
    page.run("return window.__locks", &[]).await
}

async fn what_is_asked_for_comes_at_the_end_of_a_wait_and_the_screen_stays_on(
    page: &Page,
) -> Result<()> {
    let widget = open(page, "notes=granted&wake=held").await?;
    // First what rings whatever becomes of the page.
    let calendar = "[found.href.startsWith('blob:'), found.download, found.closest('.panel-body').textContent.includes('timer for')]";
    let calendar = widget.ask("[data-action=save-calendar]", calendar).await?;
    ensure!(calendar == json!([true, "waits.ics", true]), "{calendar}");
    let untouched =
        "return [window.__asked.length, window.__locks.length, localStorage.getItem('sounds')]";
    let untouched = page.run(untouched, &[]).await?;
    ensure!(untouched == json!([0, 0, null]), "something was there by itself: {untouched}");
    for name in ["sound", "notify", "awake"] {
        widget.click(&format!("[data-action={name}]")).await?;
        widget.until(&format!("[data-action={name}][aria-pressed=true]")).await?;
    }
    widget.click("[data-action=close-panel]").await?;
    ensure!(page.stored("sounds").await?.as_deref() == Some("2"), "no sound to know it by");
    ensure!(locks(page).await? == json!(["held screen"]));

    page.run("window.__sleepUntil = window.__deadline - 1500", &[]).await?;
    page.behind_another_tab(async || {
        page.open("/pages/blank.html").await?;
        page.until_true("localStorage.getItem('notes')").await
    })
    .await?;
    let notes = page.stored("notes").await?.context("no note")?;
    ensure!(notes.matches("The wait is over").count() == 1, "{notes}");
    ensure!(page.stored("sounds").await?.as_deref() == Some("4"), "one sound more");
    let title = page.stored("title").await?;
    ensure!(title.as_deref() == Some("✓ You may go on – A test"), "{title:?}");
    let late: f64 = page.stored("late").await?.context("no time")?.parse()?;
    ensure!(late >= 0.0, "{late} ms: too early");
    ensure_quick(late, 1000.0, "the end of the wait is told")?;
    // Given back as soon as the page is seen; and the screen is kept on again.
    page.until_true("document.title === 'A test'").await?;
    let held = json!(["held screen", "lost", "held screen"]);
    page.until("the screen is kept on again", async || Ok(locks(page).await? == held)).await?;
    widget.click("[data-action=fixed]").await?;
    let released = json!(["held screen", "lost", "held screen", "released"]);
    page.until("the screen may go off", async || Ok(locks(page).await? == released)).await?;
    ensure!(page.stored("sounds").await?.as_deref() == Some("4"), "what was told is told again");
    Ok(())
}

async fn what_the_browser_refuses_is_said_and_stays_off(page: &Page) -> Result<()> {
    let widget = open(page, "notes=denied&wake=refused&mute").await?;
    for (name, said) in
        [("sound", "play a sound"), ("notify", "show notes"), ("awake", "keep the screen")]
    {
        widget.click(&format!("[data-action={name}]")).await?;
        let what = format!("{said} is said");
        page.until(&what, async || Ok(widget.text(".panel-said").await?.contains(said))).await?;
        let pressed = widget.ask("[data-panel=remind]", PRESSED).await?;
        ensure!(pressed == json!([]), "{name}: {pressed}");
    }
    Ok(())
}
