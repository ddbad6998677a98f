//! Readers who come back: no box is ever seen unticked that they have ticked, and the room of the widget is kept.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::Engine;
use browser_tests::paused_module::PAUSED;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::tag::TAG;

pub fn tests() -> Vec<Test> {
    tests![
        first_view_of_a_returning_reader_unticks_nothing,
        first_view_keeps_the_room_only_for_those_who_return,
        first_view_stands_where_nothing_can_be_stored,
    ]
}

const HEIGHT: &str = "fix-ladder/height/icloud-photos";

/// What of the widget is seen: its title, its first boxes, its height, and where what follows begins.
const SEEN: &str = "<script>window.__look = () => {
const host = document.querySelector('fix-ladder');
const end = document.querySelector('#after');
if (!host || !host.shadowRoot || !end) return null;
const find = (css) => host.shadowRoot.querySelector(css);
const box = (name) => { const it = find(`[data-step=${name}]`); return it && it.checked; };
const title = find('h2');
return [title ? title.textContent : '', box('stuck-charger'), box('stuck-wifi'),
  title && title.getBoundingClientRect().top, host.getBoundingClientRect().height, end.getBoundingClientRect().top];
}</script>";

fn post() -> String {
    format!("{PAUSED}{SEEN}<p>Before.</p>{TAG}<p id=after>After.</p>")
}

async fn first_view_of_a_returning_reader_unticks_nothing(page: &Page) -> Result<()> {
    page.open_body(&post()).await?;
    page.release().await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.press("restart", "undo").await?;
    widget.until_rung("really-stuck", "open").await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.click("[data-step=stuck-wifi]").await?;
    let noted = "localStorage.getItem(arguments[0]) == document.querySelector('fix-ladder').getBoundingClientRect().height";
    page.until("its height is noted", async || {
        Ok(page.run(&format!("return {noted}"), &[json!(HEIGHT)]).await? == json!(true))
    })
    .await?;

    for _ in 0..2 {
        page.open_body(&post()).await?;
        page.more_frames().await?;
        ensure!(widget.state().await?.as_deref() == Some("loading"), "held back");
        let gap = "found.getBoundingClientRect().top - found.parentNode.querySelector('h2').getBoundingClientRect().bottom";
        let gap = widget.ask(".late", gap).await?.as_f64().context("nothing is said")?;
        ensure!(gap < 40.0, "what is said stands {gap} pixels below the title");
        page.release().await?;
        widget.ready().await?;
        page.more_frames().await?;
        let frames = page.frames().await?;
        let [first, last] = frames.as_slice() else {
            anyhow::bail!("the room, then the widget, and nothing else: {frames:?}");
        };
        ensure!(first[0] == "iCloud Photos won’t sync" && first[0] == last[0], "{first}");
        ensure!(first[1].is_null() && first[2].is_null(), "no box is seen too early: {first}");
        ensure!(last[1] == true && last[2] == true, "the boxes are ticked: {last}");
        for place in [3, 4, 5] {
            let apart = first[place].as_f64().context("a place")?
                - last[place].as_f64().context("a place")?;
            ensure!(apart.abs() < 0.1, "what is seen has moved: {first}, then {last}");
        }
        if page.engine == Engine::Chromium {
            ensure!(page.shifts().await? == json!([]), "{}", page.shifts().await?);
        }
    }
    Ok(())
}

async fn first_view_keeps_the_room_only_for_those_who_return(page: &Page) -> Result<()> {
    page.open_body(&post()).await?;
    page.release().await?;
    let widget = page.widget();
    widget.ready().await?;
    page.more_frames().await?;
    ensure!(page.stored_keys().await?.is_empty(), "nothing is stored of those who only look");
    widget.click("[data-step=stuck-charger]").await?;
    page.until_true(&format!("localStorage.getItem('{HEIGHT}')")).await?;
    // A rung is unfolded: the widget is taller, and so is what is noted.
    let before = page.stored(HEIGHT).await?;
    widget.click("[data-rung=restart] [data-action=toggle]").await?;
    page.until_true(&format!(
        "localStorage.getItem('{HEIGHT}') != {}",
        before.context("a height")?
    ))
    .await?;
    // What is no number keeps no room, and does no harm.
    page.store(HEIGHT, "1e9px; color: red").await?;
    page.open_body(&post()).await?;
    page.more_frames().await?;
    let frames = page.frames().await?;
    ensure!(frames[0][4].as_f64().is_some_and(|it| it < 100.0), "{frames:?}");
    page.release().await?;
    widget.ready().await?;
    // Progress that another widget set aside is progress as well.
    page.run("localStorage.clear()", &[]).await?;
    page.store("fix-ladder/1/icloud-photos/default/broken/step:stuck-wifi", "{").await?;
    page.store("fix-ladder/1/icloud-photos-2/default/step:a", "{}").await?;
    page.open_body(&post()).await?;
    ensure!(!widget.has("[data-step]").await?, "nothing is shown that may be otherwise");
    page.release().await?;
    widget.ready().await?;
    page.run(
        "localStorage.removeItem('fix-ladder/1/icloud-photos/default/broken/step:stuck-wifi')",
        &[],
    )
    .await?;
    page.open_body(&post()).await?;
    ensure!(widget.has("[data-step]").await?, "what is another ladder's says nothing of this one");
    page.release().await?;
    widget.ready().await
}

async fn first_view_stands_where_nothing_can_be_stored(page: &Page) -> Result<()> {
    let throwing = "<script>Object.defineProperty(window, 'localStorage',
      { get() { throw new DOMException('no', 'SecurityError') } })</script>";
    page.open_body(&format!("{throwing}{}", post())).await?;
    let widget = page.widget();
    widget.click("[data-step=stuck-charger]").await?;
    page.release().await?;
    widget.ready().await?;
    widget.until("[data-notice=not-kept]").await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "kept in memory");
    let title = widget.ask("h2", "found.textContent").await?;
    ensure!(title == "iCloud Photos won’t sync", "{title}");
    Ok(())
}
