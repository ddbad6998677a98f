//! One voice for all widgets and windows that show a wait, and silence, of timers as well, where
//! nobody looks.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_wait;
use browser_tests::runner::Test;
use browser_tests::tab::Tab;
use browser_tests::timeout::{self, ensure_quick};
use browser_tests::watchers::LISTENING;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![
        tm_8_ten_timers_two_tabs,
        tm_8_a_wait_that_ends_unseen_is_said_when_the_page_is_seen,
        tm_8_two_widgets_without_locks_say_it_once,
        tm_8_a_widget_that_is_not_drawn_leaves_it_to_another,
        tm_8_what_was_said_under_a_wrong_clock_is_said_again,
        tm_9_no_polling_when_hidden,
    ]
}

const OVER: &str = "The wait is over. You may answer now.";
const LAST_MINUTE: &str = "Less than a minute left.";

/// `asked` and `answered` count who has asked to be the one that speaks, and who knows by now.
const COUNTED_CLAIMS: &str = r#"<script>
window.asked = window.answered = 0;
const request = navigator.locks.request.bind(navigator.locks);
navigator.locks.request = (name, options, decide) => {
  window.asked += 1;
  return request(name, options, (lock) => { window.answered += 1; return decide(lock); });
};
</script>"#;

/// Presses a button in each of these ladders, in one task.
async fn press_in(page: &Page, ladders: &[String], action: &str) -> Result<()> {
    let script = "for (const id of arguments[0]) document.getElementById(id).shadowRoot
        .querySelector(`[data-action=${arguments[1]}]`).click()";
    page.run(script, &[json!(ladders), json!(action)]).await.map(drop)
}

/// When a number of running waits was first seen, in milliseconds since 1970.
const WATCH: &str = "const wanted = arguments[0]; window.seen = 0;
    const look = setInterval(() => {
      const running = Array.from(document.querySelectorAll('fix-ladder'), (it) => it.shadowRoot.querySelector('[role=timer]'));
      if (running.filter(Boolean).length !== wanted) return;
      clearInterval(look);
      window.seen = Date.now();
    }, 10);";

/// Everything said so far in both windows.
async fn said_in(page: &Page, tabs: &[Tab; 2]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for tab in tabs {
        page.go_to(tab).await?;
        let said: Vec<String> = serde_json::from_value(page.run("return said", &[]).await?)?;
        all.extend(said);
    }
    Ok(all)
}

/// Waits until every widget of both windows knows whether it speaks, and fails unless each of ten
/// waits has been spoken of once.
async fn ensure_said_once(page: &Page, tabs: &[Tab; 2], words: &str, claims: u64) -> Result<()> {
    for tab in tabs {
        page.go_to(tab).await?;
        page.until_true(&format!("asked === {claims} && answered === {claims}")).await?;
    }
    let said = said_in(page, tabs).await?;
    let count = said.iter().filter(|it| *it == words).count();
    ensure!(count == 10, "{count} times {words:?} for ten waits: {said:?}");
    Ok(())
}

async fn tm_8_ten_timers_two_tabs(page: &Page) -> Result<()> {
    let names: Vec<String> = (0..10).map(|number| format!("wait-{number}")).collect();
    let mut documents: Vec<Value> = names.iter().map(|name| with_wait(name, 900)).collect();
    // One of them stands on the page twice.
    documents.push(documents[0].clone());
    let widgets = documents.len();
    let before = format!("{LISTENING}{COUNTED_CLAIMS}");
    page.open_documents(&before, &documents).await?;
    let second = page.new_window().await?;
    let tabs = [page.this_tab().await?, second];
    page.go_to(&tabs[1]).await?;
    page.open_the_same(widgets).await?;
    for tab in &tabs {
        page.go_to(tab).await?;
        page.run("listen()", &[]).await?;
    }
    page.go_to(&tabs[0]).await?;
    press_in(page, &names, "start-wait").await?;

    // Five are taken back in the second window; the first one agrees.
    for (half, running) in [("undo", 6), ("start-wait", 11)] {
        page.go_to(&tabs[1]).await?;
        page.until_true("Array.from(document.querySelectorAll('fix-ladder')).length === 11")
            .await?;
        let before = if half == "undo" { 11 } else { 6 };
        page.run(WATCH, &[json!(before)]).await?;
        page.until_true("window.seen").await?;
        page.go_to(&tabs[0]).await?;
        page.run(WATCH, &[json!(running)]).await?;
        page.go_to(&tabs[1]).await?;
        press_in(page, &names[5..], half).await?;
        let pressed = page.now().await?;
        page.go_to(&tabs[0]).await?;
        page.until_true("window.seen").await?;
        let seen = page.run("return window.seen", &[]).await?.as_i64().context("no time")?;
        ensure_quick((seen - pressed) as f64, 1000.0, "the other window agrees")?;
    }
    let said = said_in(page, &tabs).await?;
    let starts = said.iter().filter(|it| it.starts_with("The wait has started")).count();
    ensure!(starts == 15 && said.len() == 15, "fifteen starts, once each: {said:?}");

    // The last minute comes by the clock; both windows are told to look.
    for tab in &tabs {
        page.go_to(tab).await?;
        // Half a minute is time enough for both to be told, and less than a minute is left of every wait.
        page.advance_to_before_the_end(30_000).await?;
    }
    ensure_said_once(page, &tabs, LAST_MINUTE, widgets as u64).await?;

    // The end comes by the alarm, in both windows at the same moments.
    let lead = i64::try_from(timeout::scaled(Duration::from_secs(2)).as_millis())?;
    for tab in &tabs {
        page.go_to(tab).await?;
        page.advance_to_before_the_end(lead).await?;
    }
    ensure_said_once(page, &tabs, OVER, 2 * widgets as u64).await?;
    let said = said_in(page, &tabs).await?;
    ensure!(said.len() == 35, "15 starts, 10 last minutes, 10 ends: {said:?}");
    Ok(())
}

async fn tm_8_a_wait_that_ends_unseen_is_said_when_the_page_is_seen(page: &Page) -> Result<()> {
    let widget = page.open_documents(LISTENING, &[with_wait("kettle", 900)]).await?;
    widget.press("only", "start-wait").await?;
    let sleep = "listen(); said.length = 0; window.unseen = 0;
        document.addEventListener('visibilitychange', () => { if (document.hidden) { window.unseen += 1; __turn(901000); } })";
    page.run(sleep, &[]).await?;
    page.behind_another_tab(async || page.open("/pages/blank.html").await).await?;
    page.until_true("said.length").await?;
    widget.until_rung("only", "open").await?;
    let said = page.run("return [unseen, ...said]", &[]).await?;
    ensure!(said == json!([1, OVER]), "{said}");
    Ok(())
}

/// Two widgets of one ladder, each in a `<div>`. Returns who said something, once the wait is over
/// for both: 0 for the first, 1 for the second, after how many have asked.
async fn speakers_of_two(page: &Page, before: &str, after_start: &str) -> Result<Value> {
    let element = page.elements_for(&[with_wait("kettle", 900)]);
    page.open_body(&format!(
        "{before}<div>{element}</div><div>{element}</div><script src=\"/fix-ladder.js\"></script>"
    ))
    .await?;
    page.all_ready(2).await?;
    page.widget().press("only", "start-wait").await?;
    let both = |css: &str| {
        format!(
            "Array.from(document.querySelectorAll('fix-ladder')).every((it) => it.shadowRoot.querySelector('{css}'))"
        )
    };
    page.until_true(&both("[role=timer]")).await?;
    let listen = "window.speakers = [];
        document.querySelectorAll('fix-ladder').forEach((it, index) => {
          const status = it.shadowRoot.querySelector('[role=status]');
          new MutationObserver(() => { speakers.push(index); }).observe(status, { childList: true, characterData: true, subtree: true });
        });";
    page.run(&format!("{listen}{after_start}"), &[]).await?;
    page.advance(Duration::from_secs(901)).await?;
    page.until_true(&both("[data-state=open]")).await?;
    page.until_true("speakers.length").await?;
    page.take_a_turn().await?;
    page.run("return speakers", &[]).await
}

async fn tm_8_two_widgets_without_locks_say_it_once(page: &Page) -> Result<()> {
    let none = "<script>Object.defineProperty(navigator, 'locks', { value: undefined });
        document.hasFocus = () => true;</script>";
    let speakers = speakers_of_two(page, none, "").await?;
    // Which of them stood first depends on whose document came first.
    ensure!([json!([0]), json!([1])].contains(&speakers), "said by {speakers}");
    Ok(())
}

async fn tm_8_a_widget_that_is_not_drawn_leaves_it_to_another(page: &Page) -> Result<()> {
    let hide = "document.querySelector('div').style.display = 'none';";
    let speakers = speakers_of_two(page, "", hide).await?;
    ensure!(speakers == json!([1]), "said by {speakers}");
    Ok(())
}

async fn tm_8_what_was_said_under_a_wrong_clock_is_said_again(page: &Page) -> Result<()> {
    let widget = page.open_documents(LISTENING, &[with_wait("kettle", 900)]).await?;
    widget.press("only", "start-wait").await?;
    page.run("listen(); said.length = 0", &[]).await?;
    for by in [3600, 905] {
        page.advance(Duration::from_secs(by)).await?;
        widget.until_rung("only", "open").await?;
        page.until_true("said.length").await?;
        let said = page.run("return said.splice(0)", &[]).await?;
        ensure!(said == json!([OVER]), "{said}");
        page.set_back(Duration::from_secs(3600)).await?;
        widget.until_rung("only", "waiting").await?;
        let free = "navigator.locks.query().then((locks) => { window.held = locks.held.length })";
        let nobody = async || {
            page.run(free, &[]).await?;
            Ok(page.run("return window.held", &[]).await? == json!(0))
        };
        page.until("nobody holds the name any more", nobody).await?;
    }
    Ok(())
}

/// While the page is hidden, a minute is played by hand: no real time passes. Timers of the page do
/// not run but by hand; what a driver sets is not the page's.
const BY_HAND: &str = r#"<script>{
  const { setTimeout: later, setInterval: often, requestAnimationFrame: draw, clearTimeout: clear } = window;
  const isOwn = () => new Error().stack.includes('/fix-ladder.js');
  const pending = (window.pending = new Map());
  const count = (window.count = { timers: 0, callbacks: 0, reads: 0, frames: 0, intervals: 0 });
  let last = 1e6;
  window.setTimeout = (run, length, ...rest) => {
    if (!isOwn()) return later(run, length, ...rest);
    count.timers += 1;
    // By those of no length the framework lets the browser breathe while it draws.
    if (!length) return later(run, length, ...rest);
    pending.set(++last, { run, at: Date.now() + length });
    return last;
  };
  window.clearTimeout = (id) => { if (!pending.delete(id)) clear(id); };
  window.setInterval = (...all) => { if (isOwn()) count.intervals += 1; return often(...all); };
  window.requestAnimationFrame = (run) => { if (isOwn()) count.frames += 1; return draw(run); };
  for (const name of ['getItem', 'key']) {
    const read = Storage.prototype[name];
    Storage.prototype[name] = function (...all) { count.reads += 1; return read.apply(this, all); };
  }
  /** A minute, second by second, with every timer that comes due. Returns what it took. */
  window.aMinute = () => {
    const before = { ...count };
    for (let second = 0; second < 60; second += 1) {
      __turn(1000);
      for (const [id, { run, at }] of Array.from(pending)) {
        if (at > Date.now()) continue;
        pending.delete(id);
        count.callbacks += 1;
        run();
      }
    }
    return Object.fromEntries(Object.keys(count).map((name) => [name, count[name] - before[name]]));
  };
  // After everybody else has heard that the page is hidden.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) later(() => { window.unseen = { pending: pending.size, ...aMinute() }; });
  });
}</script>"#;

async fn tm_9_no_polling_when_hidden(page: &Page) -> Result<()> {
    let documents = [with_wait("kettle", 900), with_wait("oven", 1800)];
    page.open_documents(BY_HAND, &documents).await?;
    for id in ["kettle", "oven"] {
        let widget = page.widget_at(&format!("#{id}"));
        widget.press("only", "start-wait").await?;
        widget.until_rung("only", "waiting").await?;
    }
    ensure!(page.run("return pending.size", &[]).await? == 1, "one alarm while visible");
    let visible = page.run("return aMinute()", &[]).await?;
    let callbacks = visible["callbacks"].as_u64().context("no number")?;
    ensure!((1..=60).contains(&callbacks), "while visible: {visible}");
    ensure!(page.run("return pending.size", &[]).await? == 1, "one alarm again");

    page.behind_another_tab(async || page.open("/pages/blank.html").await).await?;
    page.until_true("window.unseen").await?;
    let unseen = page.run("return unseen", &[]).await?;
    let nothing = json!({ "pending": 0, "timers": 0, "callbacks": 0, "reads": 0, "frames": 0, "intervals": 0 });
    ensure!(unseen == nothing, "while hidden: {unseen}");
    page.until_true("pending.size === 1").await?;
    page.widget_at("#kettle").until("[role=timer]").await?;
    let shown = page.widget_at("#kettle").text("[role=timer]").await?;
    ensure!(shown.contains("13 minutes left"), "two minutes have gone: {shown}");
    eprintln!("{}: {callbacks} callbacks a minute while visible", page.engine.name());
    Ok(())
}
