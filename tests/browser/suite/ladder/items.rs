//! One item at a time: which of a rung's items is whole, what a press and a tick do, and that nothing moves under a
//! finger or under the eyes.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![
        only_the_next_item_is_whole,
        a_press_on_the_words_unfolds_and_one_on_the_box_ticks,
        a_tick_moves_the_unfolding_on_and_nothing_under_the_finger,
        what_is_done_folds_out_of_sight_and_nothing_moves,
        what_is_done_folds_where_the_page_holds_no_scroll,
        what_another_tab_does_folds_nothing_that_is_read,
        everything_is_unfolded_by_one_press_for_good,
        words_that_are_found_are_unfolded,
        wrong_evidence_is_never_folded,
    ]
}

/// A gentle rung of twelve steps with long notes, and one that asks for evidence.
fn long() -> Value {
    let note = "This is what there is to know about it, and it is more than a line. ".repeat(8);
    let steps: Vec<Value> = (0..12)
        .map(|it| json!({ "id": format!("s{it}"), "text": format!("Do thing {it}"), "more": [note] }))
        .collect();
    let short = json!({ "id": "short", "text": "Do no more" });
    let steps: Vec<Value> = steps.into_iter().chain([short]).collect();
    json!({
        "format": 1, "id": "long", "title": "A long ladder",
        "rungs": [
            { "id": "many", "title": "Many things", "severity": "gentle", "steps": steps },
            { "id": "asks", "title": "A question", "severity": "drastic", "steps": [{ "id": "go", "text": "Go" }],
              "requirements": [
                { "id": "sure", "text": "I am sure", "evidence": "confirm", "more": [note] },
                { "id": "where", "text": "I have a copy", "evidence": { "place": { "not": ["cloud"] } } },
              ] },
        ],
    })
}

async fn open_long<'a>(page: &'a Page, before: &str) -> Result<Widget<'a>> {
    page.open_documents(&format!("{before}<p>Before.</p>"), &[long()]).await
}

/// The steps that are whole, and those that are ticked.
async fn seen(widget: &Widget<'_>) -> Result<(Vec<String>, Vec<String>)> {
    let script = "(() => { const ids = (css) => Array.from(found.querySelectorAll(css), (it) => it.closest('li').firstChild.dataset.step);
        return [ids('.more:not([hidden])'), ids('[data-step]:checked')] })()";
    let seen = widget.ask(".here .body", script).await?;
    Ok(serde_json::from_value(seen)?)
}

async fn whole(widget: &Widget<'_>) -> Result<Vec<String>> {
    Ok(seen(widget).await?.0)
}

fn step(number: u32) -> String {
    format!("[data-step=s{number}]")
}

fn toggle(number: u32) -> String {
    format!("{} + .line > [data-action=toggle-item]", step(number))
}

/// Where the top of an element stands on the screen.
async fn top(widget: &Widget<'_>, css: &str) -> Result<f64> {
    let top = widget.ask(css, "found.getBoundingClientRect().top").await?;
    Ok(top.as_f64().unwrap_or(f64::NAN))
}

async fn only_the_next_item_is_whole(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    ensure!(whole(&widget).await? == ["s0"]);
    ensure!(widget.count("[data-step]").await? == 13, "all boxes are there");
    ensure!(widget.has(".next > [data-step=s0]").await?, "it is marked");
    let toggle = toggle(1);
    ensure!(widget.attribute(&toggle, "aria-expanded").await?.as_deref() == Some("false"));
    let controls = widget.attribute(&toggle, "aria-controls").await?.unwrap_or_default();
    ensure!(
        widget.has(&format!("[id='{controls}'][hidden]")).await?,
        "{controls} is what it unfolds"
    );
    ensure!(!widget.has("[data-step=short] + .line > button").await?, "there is nothing to unfold");
    widget.click("[data-step=short] + .line > label").await?;
    ensure!(widget.is_checked("[data-step=short]").await?, "so its words tick it");
    Ok(())
}

async fn a_press_on_the_words_unfolds_and_one_on_the_box_ticks(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    widget.click(&toggle(3)).await?;
    ensure!(whole(&widget).await? == ["s0", "s3"]);
    ensure!(!widget.is_checked(&step(3)).await?, "nothing is ticked by that");
    widget.click(&toggle(3)).await?;
    widget.click(&toggle(0)).await?;
    ensure!(seen(&widget).await? == (vec![], vec![]), "even the next one can be folded");
    widget.click(&step(0)).await?;
    widget.until(".next > [data-step=s1]").await?;
    ensure!(whole(&widget).await? == ["s1"], "what has been folded by hand stays so");
    let height = widget.ask(&toggle(4), "found.getBoundingClientRect().height").await?;
    ensure!(height.as_f64() >= Some(44.0), "{height} is too little for a finger");
    Ok(())
}

async fn a_tick_moves_the_unfolding_on_and_nothing_under_the_finger(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    for number in 0..3 {
        widget.ask(&step(number), "(found.scrollIntoView({ block: 'center' }), true)").await?;
        let before = top(&widget, &step(number)).await?;
        widget.click(&step(number)).await?;
        widget.until(&format!(".next > {}", step(number + 1))).await?;
        let after = top(&widget, &step(number)).await?;
        ensure!((after - before).abs() < 1.0, "the box went from {before} to {after}");
        let whole = whole(&widget).await?;
        ensure!(whole.contains(&format!("s{number}")), "what is on the screen stays as it is");
        ensure!(whole.contains(&format!("s{}", number + 1)), "the next one is whole");
        let focus = "found.getRootNode().activeElement === found";
        ensure!(widget.ask(&step(number), focus).await? == json!(true), "the focus stays");
    }
    let before = top(&widget, &step(2)).await?;
    widget.click(&step(2)).await?;
    widget.until(".next > [data-step=s2]").await?;
    ensure!((top(&widget, &step(2)).await? - before).abs() < 1.0, "nor does taking back move it");
    ensure!(whole(&widget).await?.contains(&"s3".to_owned()), "what was open is open");
    Ok(())
}

/// Ticks two, reads the third, and watches it while the two fold above.
async fn folds_above(page: &Page, before: &str) -> Result<()> {
    let widget = open_long(page, before).await?;
    widget.click(&step(0)).await?;
    widget.until(".next > [data-step=s1]").await?;
    widget.click(&step(1)).await?;
    widget.until(".next > [data-step=s2]").await?;
    ensure!(whole(&widget).await? == ["s0", "s1", "s2"]);
    let read = "[data-step=s2]";
    let sight = "(window.places = [], scrollTo({ top: scrollY + found.getBoundingClientRect().top - 8, behavior: 'instant' }),
        (function look() { places.push(Math.round(found.getBoundingClientRect().top)); requestAnimationFrame(look) })(), true)";
    widget.ask(read, sight).await?;
    let folded = "[id='step.s1.more'][hidden]";
    widget.until(folded).await?;
    widget.until("[id='step.s0.more'][hidden]").await?;
    let frames = page.run("return places.length", &[]).await?;
    page.until_true(&format!("places.length > {frames} + 3")).await?;
    ensure!(whole(&widget).await? == ["s2"], "what is done is a line again");
    // A frame may come between the scroll and its measure, and none after.
    let places: Vec<f64> =
        serde_json::from_value(page.run("return window.places.slice(1)", &[]).await?)?;
    let moved = places.iter().any(|it| (it - 8.0).abs() > 1.5);
    ensure!(!moved, "what was read was seen at {places:?}");
    Ok(())
}

async fn what_is_done_folds_out_of_sight_and_nothing_moves(page: &Page) -> Result<()> {
    folds_above(page, "").await
}

async fn what_is_done_folds_where_the_page_holds_no_scroll(page: &Page) -> Result<()> {
    folds_above(page, "<style>html { overflow-anchor: none; scroll-behavior: smooth }</style>")
        .await
}

async fn what_another_tab_does_folds_nothing_that_is_read(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    let done = r#"{"v":1,"t":1795424400000,"is":{"done":true}}"#;
    let before = top(&widget, &toggle(0)).await?;
    let frame = "const frame = document.createElement('iframe');
        frame.src = '/pages/blank.html'; frame.onload = () => { window.other = frame.contentWindow };
        document.body.append(frame)";
    page.run(frame, &[]).await?;
    page.until_true("window.other && other.location.pathname === '/pages/blank.html'").await?;
    let script = "other.localStorage.setItem('fix-ladder/1/long/default/step:s0', arguments[0])";
    page.run(script, &[json!(done)]).await?;
    widget.until(".next > [data-step=s1]").await?;
    ensure!(whole(&widget).await? == ["s0", "s1"], "what is being read stays open");
    ensure!((top(&widget, &toggle(0)).await? - before).abs() < 1.0);
    Ok(())
}

async fn everything_is_unfolded_by_one_press_for_good(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    let button = "[data-action=unfold-all]";
    let before = top(&widget, button).await?;
    widget.click(button).await?;
    widget.until_not(".more[hidden]").await?;
    ensure!(
        (top(&widget, button).await? - before).abs() < 1.0,
        "the button stays under the finger"
    );
    ensure!(!widget.is_enabled("[data-action=start-over]").await?, "that is no progress");
    ensure!(page.events_of("change").await?.is_empty(), "nor does it change anything");
    page.reload().await?;
    widget.ready().await?;
    ensure!(whole(&widget).await?.len() == 12, "it is remembered");
    widget.click(&step(0)).await?;
    ensure!(whole(&widget).await?.len() == 12, "and folds by no tick");
    widget.click(button).await?;
    widget.until(".more[hidden]").await?;
    ensure!(whole(&widget).await? == ["s1"], "one at a time again");
    Ok(())
}

async fn words_that_are_found_are_unfolded(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    let more = "[id='step.s5.more']";
    ensure!(widget.attribute(more, "hidden").await?.as_deref() == Some("until-found"));
    // What browsers do where they have found something.
    let found = "(found.dispatchEvent(new Event('beforematch', { bubbles: true })), found.removeAttribute('hidden'), true)";
    widget.ask(more, found).await?;
    widget.until(&format!("{}[aria-expanded=true]", toggle(5))).await?;
    ensure!(whole(&widget).await? == ["s0", "s5"]);
    widget.click(&toggle(5)).await?;
    ensure!(whole(&widget).await? == ["s0"], "and folds like any other");
    Ok(())
}

async fn wrong_evidence_is_never_folded(page: &Page) -> Result<()> {
    let widget = open_long(page, "").await?;
    widget.skip_to("asks").await?;
    widget.until_rung("asks", "preparing").await?;
    let field = "[data-requirement=where]";
    widget.write(field, "the cloud").await?;
    widget.until(&format!("{field}[aria-invalid]")).await?;
    let is_seen = async || widget.ask(field, "!found.closest('[hidden]')").await;
    ensure!(is_seen().await? == json!(true));
    ensure!(!widget.has("[aria-controls='requirement.where.more']").await?, "nothing folds it");
    page.reload().await?;
    widget.ready().await?;
    ensure!(is_seen().await? == json!(true), "not even where another is next");
    widget.write(field, "the drawer").await?;
    widget.until(".done [aria-controls='requirement.where.more']").await?;
    Ok(())
}
