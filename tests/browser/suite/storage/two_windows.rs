//! Two real windows, and two pages of one history, on one storage.

use anyhow::{Context, Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::runner::Test;
use browser_tests::tab::Tab;
use browser_tests::timeout::ensure_quick;
use browser_tests::{Page, soak, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    let mut all = tests![
        st_4_two_tabs_400,
        st_5_same_step_conflict,
        a_visible_window_shows_a_tick_within_a_second,
        a_hidden_tab_shows_a_tick_when_it_is_looked_at,
    ];
    all.extend(soak![st_4_two_tabs_400_ten_times]);
    all
}

/// Ticks steps one a task once the other window is ready for it as well, or at once where it is alone, and notes when it
/// began, when it was done, and when as many as wanted were shown as ticked.
const TICKING: &str = r#"<script>
const other = new BroadcastChannel('ticking');
window.tickAll = (ids, alone, wanted) => {
  const root = document.querySelector('fix-ladder').shadowRoot;
  const log = (window.log = { ticked: 0 });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const id = ids.shift();
    if (!log.began) log.began = Date.now();
    if (id === undefined) { log.done = Date.now(); return; }
    root.querySelector(`[data-step='${id}']`).click();
    log.ticked += 1;
    port2.postMessage(0);
  };
  // Whoever comes second says so, and is answered, so that both know.
  const begin = () => {
    other.onmessage = null;
    port2.postMessage(0);
  };
  other.onmessage = () => {
    other.postMessage(0);
    begin();
  };
  if (alone) begin();
  else other.postMessage(0);
  const look = setInterval(() => {
    if (root.querySelectorAll('[data-step]:checked').length < wanted) return;
    clearInterval(look);
    log.shown = Date.now();
  }, 10);
};
</script>"#;

/// Has both windows tick at the same time.
async fn tick_in_both(
    page: &Page,
    tabs: &[Tab; 2],
    ids: [Vec<String>; 2],
    wanted: usize,
) -> Result<[Value; 2]> {
    for (tab, ids) in tabs.iter().zip(ids) {
        page.go_to(tab).await?;
        page.run("tickAll(...arguments)", &[json!(ids), json!(false), json!(wanted)]).await?;
    }
    let mut logs = Vec::new();
    for tab in tabs {
        page.go_to(tab).await?;
        // How fast a machine ticks is not the question, so the time for it begins anew with every twenty.
        let all = if wanted > 0 { wanted / 2 } else { 100 };
        for ticked in (0..=all).step_by(20) {
            page.until_true(&format!("window.log.ticked >= {ticked}")).await?;
        }
        page.until_true("window.log.done").await?;
    }
    for tab in tabs {
        page.go_to(tab).await?;
        if wanted > 0 {
            page.until_true("window.log.shown").await?;
        }
        logs.push(page.run("return window.log", &[]).await?);
    }
    let [one, two] = [&logs[0], &logs[1]];
    let at = |log: &Value, name: &str| log[name].as_i64().unwrap_or(0);
    ensure!(
        at(one, "began") < at(two, "done") && at(two, "began") < at(one, "done"),
        "not at the same time: {one}, {two}"
    );
    Ok([one.clone(), two.clone()])
}

async fn two_windows(page: &Page, document: Value) -> Result<[Tab; 2]> {
    page.open_documents(TICKING, &[document]).await?;
    let first = page.this_tab().await?;
    let second = page.new_window().await?;
    page.go_to(&second).await?;
    page.open_the_same(1).await?;
    Ok([first, second])
}

async fn st_4_two_tabs_400(page: &Page) -> Result<()> {
    let kept = two_tabs_400(page).await?;
    ensure!(kept == 400, "{kept} of 400 were kept");
    Ok(())
}

async fn st_4_two_tabs_400_ten_times(page: &Page) -> Result<()> {
    let mut kept = Vec::new();
    for _ in 0..10 {
        kept.push(two_tabs_400(page).await?);
        page.go_home().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    eprintln!("{}: kept {kept:?} of 400", page.engine.name());
    ensure!(kept.iter().all(|it| *it == 400), "{kept:?} of 400 were kept");
    Ok(())
}

/// How many of 400 ticks were kept.
async fn two_tabs_400(page: &Page) -> Result<u64> {
    let tabs = two_windows(page, with_steps("long", 400)).await?;
    let steps =
        |parity: usize| (0..400).filter(move |it| it % 2 == parity).map(|it| format!("s{it}"));
    let ids = [steps(0).collect(), steps(1).collect()];
    let logs = tick_in_both(page, &tabs, ids, 400).await?;
    let time = |name: &str| logs.iter().filter_map(|log| log[name].as_i64()).max().unwrap_or(0);
    let late = time("shown") - time("done");
    ensure_quick(late as f64, 1000.0, "the last tick is shown everywhere")?;
    eprintln!(
        "{}: all 400 shown in both windows {late} ms after the last tick",
        page.engine.name()
    );
    let mut fewest = u64::MAX;
    for tab in &tabs {
        page.go_to(tab).await?;
        page.reload().await?;
        page.all_ready(1).await?;
        fewest = fewest.min(page.widget().count("[data-step]:checked").await?);
    }
    let stored = page.stored_keys().await?.iter().filter(|key| key.contains("/step:")).count();
    Ok(fewest.min(stored as u64))
}

async fn st_5_same_step_conflict(page: &Page) -> Result<()> {
    let tabs = two_windows(page, with_steps("fought-over", 1)).await?;
    let hundred = || vec!["s0".to_owned(); 100];
    tick_in_both(page, &tabs, [hundred(), hundred()], 0).await?;
    let shown = async |tab: &Tab| {
        page.go_to(tab).await?;
        page.widget().is_checked("[data-step=s0]").await
    };
    let key = "fix-ladder/1/fought-over/default/step:s0";
    let agree = async || {
        let (one, two) = (shown(&tabs[0]).await?, shown(&tabs[1]).await?);
        let stored = page.stored(key).await?.context("nothing is stored")?;
        let fact: Value = serde_json::from_str(&stored)?;
        Ok(one == two && fact["is"]["done"] == one)
    };
    page.until("both windows and the store agree", agree).await?;
    let agreed = shown(&tabs[0]).await?;
    for tab in &tabs {
        page.go_to(tab).await?;
        page.reload().await?;
        page.all_ready(1).await?;
        ensure!(shown(tab).await? == agreed, "a reload changed what both had agreed on");
    }
    Ok(())
}

async fn a_visible_window_shows_a_tick_within_a_second(page: &Page) -> Result<()> {
    let [first, second] = two_windows(page, with_steps("seen", 3)).await?;
    page.go_to(&first).await?;
    page.run("window.tickAll([], true, 1)", &[]).await?;
    page.go_to(&second).await?;
    page.run("window.tickAll(['s1'], true, 1)", &[]).await?;
    page.until_true("window.log.done").await?;
    let ticked = page.run("return window.log.done", &[]).await?.as_i64().context("no time")?;
    page.go_to(&first).await?;
    page.until_true("window.log.shown").await?;
    let shown = page.run("return window.log.shown", &[]).await?.as_i64().context("no time")?;
    ensure_quick((shown - ticked) as f64, 1000.0, "shown in the other window")
}

async fn a_hidden_tab_shows_a_tick_when_it_is_looked_at(page: &Page) -> Result<()> {
    page.open_documents(TICKING, &[with_steps("seen", 3)]).await?;
    let count = "window.unseen = 0; document.addEventListener('visibilitychange', () => { window.unseen += document.hidden })";
    page.run(count, &[]).await?;
    page.behind_another_tab(async || {
        let widget = page.open_the_same(1).await?;
        widget.click("[data-step=s2]").await?;
        widget.until("[data-step=s2]:checked").await
    })
    .await?;
    page.widget().until("[data-step=s2]:checked").await?;
    ensure!(page.run("return window.unseen", &[]).await? == 1, "the tab was never hidden");
    Ok(())
}
