//! What another tab does: a document of the same origin that writes to the same storage.

use anyhow::{Result, ensure};
use browser_tests::climb::on;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        a_tick_of_another_tab_is_shown,
        an_answer_of_another_tab_moves_no_question,
        the_readers_rung_is_open_wherever_it_came_from,
        an_emptied_store_is_filled_again,
        an_earlier_fact_does_not_stand_in_the_end,
        a_button_keeps_the_focus_while_others_tick,
    ]
}

const KEY: &str = "fix-ladder/1/icloud-photos/default/";
const NOT_FIXED: &str = r#"{"v":1,"t":1795424400000,"is":{"answer":"not-fixed"}}"#;

/// The ladder, and a frame that stands for the other tab: storage events go to other documents.
async fn beside_another_tab(page: &Page) -> Result<Widget<'_>> {
    let widget = page.open_ladder().await?;
    let frame = "const frame = document.createElement('iframe'); frame.id = 'other';
        frame.src = '/pages/blank.html'; frame.onload = () => { window.other = frame.contentWindow };
        document.body.append(frame)";
    page.run(frame, &[]).await?;
    page.until_true("window.other && other.location.pathname === '/pages/blank.html'").await?;
    Ok(widget)
}

async fn other_stores(page: &Page, name: &str, value: &str) -> Result<()> {
    let key = format!("{KEY}{name}");
    let script = "other.localStorage.setItem(arguments[0], arguments[1])";
    page.run(script, &[json!(key), json!(value)]).await.map(drop)
}

async fn a_tick_of_another_tab_is_shown(page: &Page) -> Result<()> {
    let widget = beside_another_tab(page).await?;
    let done = r#"{"v":1,"t":1795424400000,"is":{"done":true}}"#;
    other_stores(page, "step:stuck-wifi", done).await?;
    widget.until("[data-step=stuck-wifi]:checked").await?;
    ensure!(page.events_of("change").await?.is_empty(), "it was not this reader's doing");
    Ok(())
}

async fn an_answer_of_another_tab_moves_no_question(page: &Page) -> Result<()> {
    let widget = beside_another_tab(page).await?;
    widget.press("really-stuck", "skip-rung").await?;
    widget.until("[data-action=confirm]").await?;
    other_stores(page, "answer:really-stuck", NOT_FIXED).await?;
    widget.until_rung("restart", "open").await?;
    ensure!(!widget.has("[data-action=confirm]").await?, "nobody asked to skip this rung");
    Ok(())
}

async fn the_readers_rung_is_open_wherever_it_came_from(page: &Page) -> Result<()> {
    let widget = beside_another_tab(page).await?;
    widget.press("restart", "toggle").await?;
    widget.until("[data-step=restart-slide]").await?;
    other_stores(page, "answer:really-stuck", NOT_FIXED).await?;
    widget.until_rung("restart", "open").await?;
    widget.until(&on("restart", "fixed")).await
}

async fn an_emptied_store_is_filled_again(page: &Page) -> Result<()> {
    let widget = beside_another_tab(page).await?;
    widget.click("[data-step=stuck-wifi]").await?;
    page.run("other.localStorage.clear()", &[]).await?;
    let back = async || Ok(page.stored(&format!("{KEY}step:stuck-wifi")).await?.is_some());
    page.until("the fact is stored again", back).await?;
    widget.survives_a_reload().await?;
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "nothing is lost");
    Ok(())
}

async fn an_earlier_fact_does_not_stand_in_the_end(page: &Page) -> Result<()> {
    let widget = beside_another_tab(page).await?;
    widget.click("[data-step=stuck-wifi]").await?;
    other_stores(page, "step:stuck-wifi", r#"{"v":1,"t":5,"is":{"done":false}}"#).await?;
    let later = async || {
        let stored = page.stored(&format!("{KEY}step:stuck-wifi")).await?;
        Ok(stored.is_some_and(|it| it.contains("true")))
    };
    page.until("the later fact is stored again", later).await?;
    widget.survives_a_reload().await?;
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "the later fact counts");
    Ok(())
}

async fn a_button_keeps_the_focus_while_others_tick(page: &Page) -> Result<()> {
    let widget = beside_another_tab(page).await?;
    widget.skip_to("restart").await?;
    let start = on("restart", "start-wait");
    widget.ask(&start, "(found.focus(), true)").await?;
    let done = r#"{"v":1,"t":1795424400000,"is":{"done":true}}"#;
    other_stores(page, "step:restart-passcode", done).await?;
    widget.until("[data-step=restart-passcode]:checked").await?;
    let focused = "found.getRootNode().activeElement === found";
    ensure!(widget.ask(&start, focused).await? == true, "it was the reader's");
    Ok(())
}
