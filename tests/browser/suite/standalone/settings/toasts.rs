//! The screen that stays on, the hint to install, and how offers and the fold keep out of the way.

use anyhow::{Result, ensure};
use browser_tests::engine::Screen;
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, tests};
use fantoccini::Locator;
use serde_json::json;
use xtask::server::Override;

use super::controls::{
    begin_waiting, has_aid, locks, offers, open, press, until_offered, until_pressed,
};

pub fn tests() -> Vec<Test> {
    tests![
        the_screen_is_kept_on,
        the_screen_may_not_be_kept_on,
        the_screen_may_be_let_go_by_the_system,
        offers_leave_half_of_a_small_screen,
        a_1_fold_and_offers,
        the_hint_to_install_is_given_once,
        nothing_takes_the_focus_under_an_offer,
        the_fold_goes_when_the_reader_goes_on,
        an_embed_offers_nothing_of_this,
    ]
}

async fn the_screen_is_kept_on(page: &Page) -> Result<()> {
    open(page, "wake=works").await?;
    ensure!(locks(page).await? == json!([]), "nobody has asked for it");
    press(page, "awake").await?;
    until_pressed(page, "awake", true).await?;
    page.until_true("window.__locks.length === 1").await?;
    // A browser lets go of it when the page is left: it is taken again.
    page.behind_another_tab(async || Ok(())).await?;
    page.until_true("window.__locks.length === 3").await?;
    press(page, "awake").await?;
    until_pressed(page, "awake", false).await?;
    page.until_true("window.__locks[3] === 'released'").await?;
    page.behind_another_tab(async || Ok(())).await?;
    ensure!(locks(page).await? == json!(["held screen", "lost", "held screen", "released"]));
    Ok(())
}

async fn the_screen_may_be_let_go_by_the_system(page: &Page) -> Result<()> {
    open(page, "wake=works").await?;
    press(page, "awake").await?;
    page.until_true("window.__locks.length === 1").await?;
    page.run("window.__loseLock()", &[]).await?;
    until_offered(page, "awake-refused").await?;
    until_pressed(page, "awake", false).await
}

/// A page with two lines at its lower edge.
async fn open_with_offers(page: &Page) -> Result<()> {
    open(page, "standalone=no&notes=denied&wake=refused").await?;
    until_offered(page, "install").await?;
    press(page, "awake").await?;
    until_offered(page, "awake-refused").await
}

async fn offers_leave_half_of_a_small_screen(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 320, height: 480 }).await?;
    open_with_offers(page).await?;
    let script = "const bar = document.querySelector('.page-offers');
        const reach = Array.from(bar.querySelectorAll('button'), (it) => {
          it.scrollIntoView({ block: 'nearest' });
          const { top, bottom } = it.getBoundingClientRect();
          return top >= bar.getBoundingClientRect().top - 1 && bottom <= innerHeight + 1;
        });
        return [bar.offsetHeight <= innerHeight / 2 + 1, reach, document.documentElement.scrollWidth <= innerWidth]";
    let found = page.run(script, &[]).await?;
    ensure!(found == json!([true, [true, true], true]), "{found}");
    page.set_screen(USUAL).await
}

async fn a_1_fold_and_offers(page: &Page) -> Result<()> {
    open_with_offers(page).await?;
    // What they lie over cannot be judged, and is judged without them elsewhere; they themselves only beside it.
    page.run("document.querySelector('.page-offers').style.position = 'static'", &[]).await?;
    for part in [".page-header", ".page-offers"] {
        page.check_part(part).await?;
    }
    // By the keyboard: the line goes, and the focus is where it was before.
    let step = "[data-rung=really-stuck] [data-step]";
    page.widget().ask(step, "(found.focus(), true)").await?;
    let button = "[data-offer=install] [data-action=dismiss]";
    page.client.find(Locator::Css(button)).await?.send_keys("\u{e007}").await?;
    page.until_true("!document.querySelector('[data-offer=install]')").await?;
    let held = page.widget().ask(step, "found === found.getRootNode().activeElement").await?;
    ensure!(held == json!(true), "the focus is back at the step");
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
    for other in ["chrome", "edge", "duck"] {
        open(page, &format!("standalone={other}")).await?;
        ensure!(offers(page).await? == json!([]), "{other} has its buttons elsewhere");
    }
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

async fn the_fold_goes_when_the_reader_goes_on(page: &Page) -> Result<()> {
    open(page, "notes=granted&wake=works").await?;
    let is_open = async || page.run("return document.querySelector('.page-aids').open", &[]).await;
    let fold = page.client.find(Locator::Css(".page-aids summary")).await?;
    fold.click().await?;
    ensure!(is_open().await? == json!(true));
    page.client.find(Locator::Css("[data-aid=remind]")).await?.click().await?;
    until_pressed(page, "remind", true).await?;
    ensure!(is_open().await? == json!(true), "a switch does not close it");
    page.widget().click("[data-rung=really-stuck] [data-step]").await?;
    ensure!(is_open().await? == json!(false), "going on closes it");
    fold.send_keys("\u{e007}").await?;
    ensure!(is_open().await? == json!(true), "by the keyboard too");
    fold.send_keys("\u{e00c}").await?;
    ensure!(is_open().await? == json!(false), "Escape closes it");
    let focused = page.run("return document.activeElement.localName", &[]).await?;
    ensure!(focused == json!("summary"), "{focused} has the focus");
    Ok(())
}

async fn an_embed_offers_nothing_of_this(page: &Page) -> Result<()> {
    let tag = "<script src=/pages/browser_features.js></script><script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
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
    let own = ["fix-ladder/1/", "fix-ladder/height/"];
    ensure!(keys.iter().all(|key| own.iter().any(|it| key.starts_with(it))), "{keys:?}");
    let workers = page.client.execute_async(
        "const done = arguments[0];
        navigator.serviceWorker.getRegistrations().then((all) => done(all.length))",
        Vec::new(),
    );
    ensure!(workers.await? == json!(0), "an embed registers no worker");
    Ok(())
}
