//! What the standalone page offers around its ladder: a note after a wait, a screen that stays on, the hint how
//! it becomes an app. `pages/aids.js` plays browsers that can and cannot do it.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        a_note_when_a_wait_ends_in_the_background,
        a_note_by_the_worker_where_there_is_one,
        no_note_for_a_wait_that_was_left,
        no_note_that_nobody_asked_for,
        tm_11_no_permission_no_promise,
        the_screen_is_kept_on,
        the_screen_may_not_be_kept_on,
        the_hint_to_install_is_given_once,
        nothing_takes_the_focus_under_an_offer,
        an_embed_offers_nothing_of_this,
    ]
}

/// The standalone page in a browser as the query says, its ladder alive.
async fn open(page: &Page, query: &str) -> Result<()> {
    let html = std::fs::read_to_string(xtask::dist_folder().join("index.html"))?;
    let html = html.replacen("<head>", "<head><script src=\"/pages/aids.js\"></script>", 1);
    let body = Some(html.into_bytes());
    page.server.set("/own.html", Override { body, ..Override::default() });
    page.open(&format!("/own.html?{query}")).await?;
    page.widget().ready().await
}

async fn press(page: &Page, aid: &str) -> Result<()> {
    let script = "document.querySelector('.page-aids').open = true;
        document.querySelector(`[data-aid=${arguments[0]}]`).click()";
    page.run(script, &[json!(aid)]).await.map(drop)
}

async fn until_pressed(page: &Page, aid: &str, pressed: bool) -> Result<()> {
    let query = format!("[data-aid={aid}][aria-pressed={pressed}]");
    page.until_true(&format!("document.querySelector('{query}')")).await
}

/// Whether a switch is there for the reader.
async fn has_aid(page: &Page, aid: &str) -> Result<bool> {
    let script = "const aids = document.querySelector('.page-aids');
        aids.open = true;
        return document.querySelector(`[data-aid=${arguments[0]}]`).getClientRects().length > 0";
    Ok(page.run(script, &[json!(aid)]).await? == json!(true))
}

async fn until_offered(page: &Page, name: &str) -> Result<()> {
    page.until_true(&format!("document.querySelector('[data-offer={name}]')")).await
}

/// The names of what is offered at the moment.
async fn offers(page: &Page) -> Result<Value> {
    let script = "return Array.from(document.querySelectorAll('[data-offer]')).map((it) => it.dataset.offer)";
    page.run(script, &[]).await
}

/// Begins the wait of the second rung, once what is offered is out of the way.
async fn begin_waiting(page: &Page) -> Result<()> {
    page.run("document.querySelectorAll('[data-action=dismiss]').forEach((it) => it.click())", &[])
        .await?;
    let widget = page.widget();
    widget.press("really-stuck", "not-fixed").await?;
    widget.click_each("[data-rung=restart] [data-step]").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await
}

/// Leaves the page for another tab, whereupon it sleeps until a moment before the wait ends. Returns the notes
/// that there are once `expression` is true in the other tab.
async fn notes_behind(page: &Page, expression: &str) -> Result<Value> {
    page.run("window.__sleep = 15 * 60 * 1000 - 1500", &[]).await?;
    page.behind_another_tab(async || {
        page.open("/pages/blank.html").await?;
        page.until_true(expression).await
    })
    .await?;
    page.run("return JSON.parse(localStorage.getItem('notes') || '[]')", &[]).await
}

const A_NOTE: &str = "localStorage.getItem('notes')";

async fn a_note_when_a_wait_ends_in_the_background(page: &Page) -> Result<()> {
    open(page, "notes=granted").await?;
    press(page, "remind").await?;
    until_pressed(page, "remind", true).await?;
    until_offered(page, "reminding").await?;
    begin_waiting(page).await?;
    let notes = notes_behind(page, A_NOTE).await?;
    ensure!(notes[0]["by"] == "page" && notes[1].is_null(), "one note: {notes}");
    ensure!(notes[0]["title"] == "The wait is over", "{notes}");
    // What was wanted once is still wanted at the next visit, and can be taken back.
    page.reload().await?;
    page.widget().ready().await?;
    until_pressed(page, "remind", true).await?;
    press(page, "remind").await?;
    until_pressed(page, "remind", false).await?;
    ensure!(page.stored("fix-ladder/app/remind").await?.as_deref() == Some("no"));
    Ok(())
}

async fn a_note_by_the_worker_where_there_is_one(page: &Page) -> Result<()> {
    open(page, "notes=granted&worker").await?;
    press(page, "remind").await?;
    until_pressed(page, "remind", true).await?;
    begin_waiting(page).await?;
    let notes = notes_behind(page, A_NOTE).await?;
    ensure!(notes[0]["by"] == "worker" && notes[1].is_null(), "one note: {notes}");
    Ok(())
}

/// The moment has passed at which a note would have come.
const PASSED: &str = "localStorage.getItem('passed')";

async fn no_note_for_a_wait_that_was_left(page: &Page) -> Result<()> {
    open(page, "notes=granted").await?;
    press(page, "remind").await?;
    until_pressed(page, "remind", true).await?;
    begin_waiting(page).await?;
    page.widget().press("restart", "skip-wait").await?;
    page.widget().press("restart", "confirm").await?;
    page.widget().until_rung("restart", "open").await?;
    let notes = notes_behind(page, PASSED).await?;
    ensure!(notes == json!([]), "{notes}");
    Ok(())
}

async fn no_note_that_nobody_asked_for(page: &Page) -> Result<()> {
    open(page, "notes=granted").await?;
    begin_waiting(page).await?;
    let notes = notes_behind(page, PASSED).await?;
    ensure!(notes == json!([]), "{notes}");
    let asked = page.run("return window.__asked", &[]).await?;
    ensure!(asked == json!([]), "the browser asks only after the reader has: {asked}");
    Ok(())
}

/// Everything that the page says to its reader, the widget's words included.
async fn said(page: &Page) -> Result<String> {
    let script = "document.querySelector('.page-aids').open = true;
        return [document.body.innerText, document.querySelector('fix-ladder').shadowRoot.lastElementChild.innerText].join(' ')";
    Ok(page.run(script, &[]).await?.as_str().unwrap_or_default().to_lowercase())
}

async fn tm_11_no_permission_no_promise(page: &Page) -> Result<()> {
    for query in
        ["notes=denied&wake=refused", "notes=absent&wake=absent", "notes=granted&wake=works"]
    {
        open(page, query).await?;
        for aid in ["remind", "awake"] {
            if has_aid(page, aid).await? {
                press(page, aid).await?;
            }
        }
        if query.contains("denied") {
            until_offered(page, "remind-refused").await?;
            until_offered(page, "awake-refused").await?;
            until_pressed(page, "remind", false).await?;
        }
        if page.widget().has("[data-action=start-wait]").await? || query.contains("denied") {
            begin_waiting(page).await?;
        }
        let said = said(page).await?;
        ensure!(said.contains("you may go on at"), "a wait is on the page: {said}");
        for promise in
            ["will ring", "rings", "we ring", "alarm", "will be told", "will tell you", "will wake"]
        {
            ensure!(!said.contains(promise), "{query}: the page promises: {promise}");
        }
        let absent = query.contains("absent");
        ensure!(
            has_aid(page, "remind").await? != absent && has_aid(page, "awake").await? != absent
        );
    }
    Ok(())
}

async fn locks(page: &Page) -> Result<Value> {
    page.run("return window.__locks", &[]).await
}

async fn the_screen_is_kept_on(page: &Page) -> Result<()> {
    open(page, "wake=works").await?;
    ensure!(locks(page).await? == json!([]), "nobody has asked for it");
    press(page, "awake").await?;
    until_pressed(page, "awake", true).await?;
    page.until_true("window.__locks.length === 1").await?;
    // A browser lets go of it when the page is left: it is taken again.
    page.behind_another_tab(async || Ok(())).await?;
    page.until_true("window.__locks.length === 2").await?;
    press(page, "awake").await?;
    until_pressed(page, "awake", false).await?;
    page.until_true("window.__locks[2] === 'released'").await?;
    page.behind_another_tab(async || Ok(())).await?;
    ensure!(locks(page).await? == json!(["held screen", "held screen", "released"]));
    Ok(())
}

async fn the_screen_may_not_be_kept_on(page: &Page) -> Result<()> {
    open(page, "wake=refused").await?;
    press(page, "awake").await?;
    until_offered(page, "awake-refused").await?;
    until_pressed(page, "awake", false).await?;
    let dismiss =
        "document.querySelector('[data-offer=awake-refused] [data-action=dismiss]').click()";
    page.run(dismiss, &[]).await?;
    ensure!(offers(page).await? == json!([]));
    open(page, "wake=absent&notes=absent").await?;
    ensure!(!has_aid(page, "awake").await?, "what cannot be had is not offered");
    let folded = "return document.querySelector('.page-aids').getClientRects().length";
    ensure!(page.run(folded, &[]).await? == json!(0), "an empty fold is not shown either");
    Ok(())
}

async fn the_hint_to_install_is_given_once(page: &Page) -> Result<()> {
    open(page, "").await?;
    ensure!(offers(page).await? == json!([]), "no hint where no home screen is known");
    open(page, "standalone=yes").await?;
    ensure!(offers(page).await? == json!([]), "no hint in the app itself");
    open(page, "standalone=chrome").await?;
    ensure!(
        offers(page).await? == json!([]),
        "no hint in a browser that has its buttons elsewhere"
    );
    open(page, "standalone=no").await?;
    until_offered(page, "install").await?;
    let script = "const line = document.querySelector('[data-offer=install]');
        const { top, bottom } = line.getBoundingClientRect();
        return [line.innerText.includes('Share'), top >= 0 && bottom <= innerHeight + 1]";
    ensure!(
        page.run(script, &[]).await? == json!([true, true]),
        "it says where, and is on the screen"
    );
    page.reload().await?;
    page.widget().ready().await?;
    ensure!(offers(page).await? == json!([]), "once");
    Ok(())
}

async fn nothing_takes_the_focus_under_an_offer(page: &Page) -> Result<()> {
    open(page, "standalone=no").await?;
    until_offered(page, "install").await?;
    let script = "const done = arguments[0];
        const bar = document.querySelector('.page-offers');
        const root = document.querySelector('fix-ladder').shadowRoot;
        const all = Array.from(root.querySelectorAll('button, input, select, summary, a[href]'));
        const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        (async () => {
          const hidden = [];
          let reached = 0;
          for (const it of all) {
            it.focus();
            if (root.activeElement !== it) continue;
            reached += 1;
            await frame();
            const { top, bottom } = it.getBoundingClientRect();
            if (top < 0 || bottom > bar.getBoundingClientRect().top) hidden.push(it.outerHTML.slice(0, 80));
          }
          done([reached > 10, hidden]);
        })()";
    let found = page.client.execute_async(script, Vec::new()).await?;
    ensure!(found == json!([true, []]), "{found}");
    Ok(())
}

async fn an_embed_offers_nothing_of_this(page: &Page) -> Result<()> {
    let tag = "<script src=/pages/aids.js></script><script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
    let html = format!("</head><body>{tag}</body>");
    page.server.set(
        "/post.html",
        Override {
            body: Some(
                format!("<!doctype html><html lang=en><head><title>A post</title>{html}")
                    .into_bytes(),
            ),
            ..Override::default()
        },
    );
    page.open("/post.html?standalone=no&notes=granted&wake=works").await?;
    page.widget().ready().await?;
    begin_waiting(page).await?;
    let (asked, locks) = (page.run("return window.__asked", &[]).await?, locks(page).await?);
    ensure!(asked == json!([]) && locks == json!([]) && offers(page).await? == json!([]));
    let keys = page.stored_keys().await?;
    ensure!(keys.iter().all(|key| key.starts_with("fix-ladder/1/")), "{keys:?}");
    let workers = page.client.execute_async(
        "const done = arguments[0];
        navigator.serviceWorker.getRegistrations().then((all) => done(all.length))",
        Vec::new(),
    );
    ensure!(workers.await? == json!(0), "an embed registers no worker");
    Ok(())
}
