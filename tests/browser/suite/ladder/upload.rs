//! What an author may say besides, on a ladder with all of it: folded words, an answer that it is moving, what is still
//! safe, what two numbers mean.

use anyhow::{Result, ensure};
use browser_tests::climb::on;
use browser_tests::local_files::upload;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        upload_folds_are_in_the_page_and_unfold,
        upload_moving_ends_nothing_and_can_be_taken_back,
        upload_safe_changes_with_a_tick,
        upload_number_is_judged_once_it_is_left,
    ]
}

const FIRST: &str = "[data-requirement=counted][data-part=first]";
const SECOND: &str = "[data-requirement=counted][data-part=second]";
const WRONG: &str = "[id='requirement.counted.wrong']:not([hidden])";
const MOVING: &str = ".moving-title";

async fn open(page: &Page) -> Result<Widget<'_>> {
    let body = Some(upload()?.to_string().into_bytes());
    page.server.set("/upload.json", Override { body, ..Override::default() });
    page.open_body(
        "<fix-ladder src=/upload.json loading=eager></fix-ladder><script src=/fix-ladder.js></script>",
    )
    .await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.until_rung("empty", "preparing").await?;
    Ok(widget)
}

async fn upload_folds_are_in_the_page_and_unfold(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    let fold = ".item [data-step=off] ~ div details.fold";
    ensure!(widget.ask(fold, "found.open").await? == false, "it is folded at first");
    let said = widget.ask(fold, "found.textContent").await?;
    ensure!(said.to_string().contains("The switch is at the back."), "{said}");
    widget.click(&format!("{fold} > summary")).await?;
    widget.until(&format!("{fold}[open]")).await?;
    ensure!(widget.ask(fold, "found.lastElementChild.offsetHeight > 0").await? == true);
    // What is done elsewhere folds nothing again.
    widget.click("[data-confirm='gone:1']").await?;
    widget.until("[data-confirm='gone:1']:checked").await?;
    ensure!(widget.ask(fold, "found.open").await? == true, "it stays unfolded");
    Ok(())
}

async fn upload_moving_ends_nothing_and_can_be_taken_back(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    let other = widget.ask(&on("empty", "not-fixed"), BELOW).await?;
    let words = widget.text(&on("empty", "moving")).await?;
    ensure!(words == "The number left is falling.", "{words}");
    widget.click(&on("empty", "moving")).await?;
    widget.until(MOVING).await?;
    let focused = "found.getRootNode().activeElement === found";
    ensure!(widget.ask(MOVING, focused).await? == true, "the focus is on what was answered");
    let after = widget.ask(&on("empty", "not-fixed"), BELOW).await?;
    ensure!(other == after, "another answer came under the finger: {other}, {after}");
    widget.until_rung("empty", "preparing").await?;
    let told = page.events_of("change").await?;
    let last = told.last().map(|it| it["detail"].clone()).unwrap_or_default();
    ensure!(last["kind"] == "answer" && last["rung"] == "empty", "{last}");
    let keys = page.stored_keys().await?;
    ensure!(keys.iter().any(|it| it.ends_with("/default/moving:empty")), "{keys:?}");
    page.reload().await?;
    widget.ready().await?;
    widget.until(MOVING).await?;
    ensure!(!widget.has(&on("empty", "moving")).await?, "it is said once");
    ensure!(widget.is_enabled(&on("empty", "fixed")).await?, "it may be fixed all the same");
    widget.click(&on("empty", "undo")).await?;
    widget.until(&on("empty", "moving")).await?;
    ensure!(!widget.has(MOVING).await?, "it is taken back");
    widget.click(&on("empty", "moving")).await?;
    widget.until(MOVING).await?;
    widget.click(&on("empty", "fixed")).await?;
    widget.until_rung("empty", "fixed").await
}

async fn upload_safe_changes_with_a_tick(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    ensure!(widget.text(".safe").await? == "Still safe: everything in the cloud");
    widget.write(FIRST, "7").await?;
    widget.write(SECOND, "7").await?;
    widget.click("[data-confirm='gone:1']").await?;
    widget.until_rung("empty", "open").await?;
    widget.click("[data-step=off]").await?;
    widget.until("[data-step=off]:checked").await?;
    let said = widget.text(".safe").await?;
    ensure!(said == "Still safe: the disk", "{said}");
    Ok(())
}

/// Where something begins on the page.
const BELOW: &str = "Math.round(found.getBoundingClientRect().top + scrollY)";

async fn upload_number_is_judged_once_it_is_left(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    widget.write(FIRST, "12,480").await?;
    let second = widget.find(SECOND).await?;
    for typed in ["1", "24"] {
        second.send_keys(typed).await?;
        page.take_a_turn().await?;
        ensure!(!widget.has("[data-requirement=counted][aria-invalid]").await?, "after {typed}");
        ensure!(!widget.has(WRONG).await?, "after {typed}");
    }
    let before = widget.ask(".warning", BELOW).await?;
    // Tab leaves the field.
    second.send_keys("\u{e004}").await?;
    widget.until(WRONG).await?;
    ensure!(widget.has(&format!("{SECOND}[aria-invalid]")).await?, "the second is wrong");
    let said = widget.text(WRONG).await?;
    ensure!(said == "12,356 fewer than there should be. Some are still on their way.", "{said}");
    let after = widget.ask(".warning", BELOW).await?;
    ensure!(before == after, "what stands below moved from {before} to {after}");
    // What is right is so at once, and what it means is said once it is left.
    second.send_keys("80").await?;
    widget.until(".item.done [data-requirement=counted]").await?;
    ensure!(!widget.has("[id='requirement.counted.counts']:not([hidden])").await?);
    second.send_keys("\u{e004}").await?;
    widget.until("[id='requirement.counted.counts']:not([hidden])").await?;
    let said = widget.text("[id='requirement.counted.counts']").await?;
    ensure!(said == "Both numbers are the same. By this count, nothing is missing.", "{said}");
    Ok(())
}
