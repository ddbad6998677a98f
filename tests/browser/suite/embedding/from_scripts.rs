//! What scripts of a page do with the element: `ladder`, `progress`, `reset()`. Knows no attribute.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        from_script_a_ladder_and_what_is_known_of_the_climb,
        from_script_the_climb_starts_over,
        from_script_what_is_no_ladder_is_told,
    ]
}

/// The kettle as an object; what is set before there is an element of this kind; and all that the page is told.
const BEGIN: &str = "
<script>window.told = [];
for (const name of ['ready', 'change', 'error']) addEventListener('fix-ladder-' + name, ({ target, detail }) => {
  told.push([name, detail.kind || detail.ladder || detail.message, target.progress && target.progress.rung]);
});</script>
<fix-ladder id=early loading=eager ladder=icloud-photos></fix-ladder><div id=place></div>";
const SET: &str = "const [done] = arguments; fetch('/pages/kettle.json').then((it) => it.json()).then((kettle) => {
  window.kettle = early.ladder = kettle;
  const script = document.createElement('script');
  script.src = '/fix-ladder.js';
  script.onload = () => done();
  document.body.append(script);
})";

async fn open(page: &Page) -> Result<()> {
    page.open_body(BEGIN).await?;
    page.client.execute_async(SET, Vec::new()).await.context("setting the ladder")?;
    page.widget_at("#early").ready().await
}

async fn ids_of(widget: &Widget<'_>) -> Result<Vec<String>> {
    Ok(widget.rungs().await?.into_iter().map(|(id, _)| id).collect())
}

async fn from_script_a_ladder_and_what_is_known_of_the_climb(page: &Page) -> Result<()> {
    open(page).await?;
    let early = page.widget_at("#early");
    ensure!(early.text("[part=title]").await?.contains("kettle"), "what was set goes first");
    let read = "const all = [early.progress, early.progress.rungs, early.progress.rungs[0], early.progress.choices];
        return [early.ladder === kettle, early.progress, all.every(Object.isFrozen), told]";
    let read = page.run(read, &[]).await?;
    let ids = ids_of(&early).await?;
    let rung = read[1]["rung"].as_str().context("no rung")?.to_owned();
    ensure!(read[0] == true && read[2] == true, "the same object, and frozen: {read}");
    ensure!(
        rung == ids[0] && read[1]["rungs"].as_array().map(Vec::len) == Some(ids.len()),
        "{read}"
    );
    ensure!(read[1]["ladder"] == "kettle" && read[1]["case"] == "default", "{read}");
    ensure!(read[1]["ended"] == false && read[1]["fixed"] == json!(null), "{read}");
    ensure!(read[3][0] == json!(["ready", "kettle", rung]), "the page may ask at once: {read}");

    // The next rung, once the first has not helped; and what the page is told of that is so by then.
    early.skip_to(&ids[1]).await?;
    let now = page
        .run("return [early.progress.rung, early.progress.rungs[0].state, told.at(-1)[2]]", &[])
        .await?;
    ensure!(now == json!([ids[1], "skipped", ids[1]]), "{now}");

    // The same again changes nothing; another one does, and nothing at all lets the attribute count.
    let same = "window.before = early.shadowRoot.querySelector('[part=title]');
        early.ladder = JSON.parse(JSON.stringify(kettle)); return early.ladder === kettle";
    ensure!(page.run(same, &[]).await? == json!(false), "the one that was set last");
    page.take_a_turn().await?;
    let is_same = "return [before.isConnected, early.dataset.state, told.filter(([it]) => it === 'ready').length]";
    ensure!(page.run(is_same, &[]).await? == json!([true, "ready", 1]), "nobody notices");
    page.run("early.ladder = { ...kettle, id: 'other', title: 'Another one' }", &[]).await?;
    page.until_true(
        "early.shadowRoot.querySelector('[part=title]').textContent.includes('Another')",
    )
    .await?;
    early.ready().await?;
    page.run("early.ladder = null", &[]).await?;
    page.until_true(
        "early.shadowRoot.querySelector('[part=title]')?.textContent.includes('Photos')",
    )
    .await?;
    early.ready().await?;
    let back = "return [early.ladder, early.progress.ladder]";
    let photos = "icloud-photos";
    ensure!(page.run(back, &[]).await? == json!([photos, photos]), "the attribute counts again");

    // Frameworks set properties where there are any, and an element may get its ladder before it has a place.
    page.run("const it = document.createElement('fix-ladder'); it.id = 'late'; it.setAttribute('loading', 'eager');
        it.ladder = 'none'; it.ladder = kettle; place.append(it)", &[]).await?;
    page.widget_at("#late").ready().await?;
    let late = page
        .run("return [late.getAttribute('ladder'), late.progress.ladder, late.progress.rung]", &[])
        .await?;
    ensure!(late == json!(["none", "kettle", ids[1]]), "the same climb: {late}");
    page.ensure_no_errors().await?;

    // A choice, and the end.
    let late = page.widget_at("#late");
    late.choose("[data-choice=kettle]", "stove").await?;
    late.press(&ids[1], "fixed").await?;
    late.until_rung(&ids[1], "fixed").await?;
    let end = "const { rung, fixed, ended, choices } = late.progress; return [rung, fixed, ended, choices.kettle]";
    let end = page.run(end, &[]).await?;
    ensure!(end == json!([null, ids[1], true, "stove"]), "{end}");
    Ok(())
}

async fn from_script_the_climb_starts_over(page: &Page) -> Result<()> {
    open(page).await?;
    let early = page.widget_at("#early");
    let ids = ids_of(&early).await?;
    page.run("early.reset()", &[]).await?;
    page.take_a_turn().await?;
    let first = "return [told.length, early.progress.rung]";
    ensure!(page.run(first, &[]).await? == json!([1, ids[0]]), "there was nothing to start over");
    early.skip_to(&ids[1]).await?;
    page.run("const field = document.createElement('input'); field.id = 'field'; place.append(field); field.focus()", &[]).await?;
    page.run("early.reset()", &[]).await?;
    page.until_true("told.at(-1)[1] === 'start-over'").await?;
    page.until_true(&format!("early.progress.rung === '{}'", ids[0])).await?;
    let told = page.run("return [told.at(-1), document.activeElement.id]", &[]).await?;
    ensure!(
        told == json!([["change", "start-over", ids[0]], "field"]),
        "told, and nobody is taken away: {told}"
    );
    early.click("[data-action=undo-start-over]").await?;
    page.until_true(&format!("early.progress.rung === '{}'", ids[1])).await?;

    // A widget that waits to be seen is loaded for it.
    page.run("place.style.paddingTop = '9000px'; const it = document.createElement('fix-ladder'); it.id = 'late';
        place.append(it); early.remove(); it.ladder = kettle", &[]).await?;
    page.take_a_turn().await?;
    let waits = "return [late.dataset.state, late.progress]";
    ensure!(page.run(waits, &[]).await? == json!(["loading", null]), "far below");
    page.run("late.reset()", &[]).await?;
    page.widget_at("#late").ready().await?;
    page.until_true(&format!("late.progress.rung === '{}'", ids[0])).await?;
    page.ensure_no_errors().await
}

async fn from_script_what_is_no_ladder_is_told(page: &Page) -> Result<()> {
    open(page).await?;
    page.run("const round = {}; round.round = round; early.innerHTML = '<p>Words.</p>'; early.ladder = round", &[]).await?;
    page.widget_at("#early").until_state("failed").await?;
    page.run("early.ladder = { format: 1, title: 'No rungs' }", &[]).await?;
    page.until_true("told.filter(([it]) => it === 'error').length === 2").await?;
    let said = page.run("return [told.filter(([it]) => it === 'error').map(([, it]) => it), early.progress, early.firstElementChild.checkVisibility()]", &[]).await?;
    let words = said[0][0].as_str().unwrap_or_default();
    ensure!(!words.is_empty() && said[0][1] != said[0][0], "{said}");
    ensure!(said[1] == json!(null) && said[2] == true, "no climb, and the fallback: {said}");
    Ok(())
}
