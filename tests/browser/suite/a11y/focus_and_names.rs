//! For every reader: focus, names, several widgets that agree, storage that fails.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::documents::with_steps;
use browser_tests::runner::Test;
use browser_tests::watchers::COUNTED_TIMERS;
use browser_tests::widget_states::BLOCKED;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        focus_moves_only_after_an_answer,
        what_is_far_below_is_laid_out_when_it_comes_near,
        buttons_say_where_they_are,
        two_widgets_agree_and_share_one_alarm,
        blocked_storage_is_climbed_in_memory,
        full_storage_is_said_and_tried_again,
    ]
}

async fn focus_moves_only_after_an_answer(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let focused = "found.getRootNode().activeElement === found";
    widget.click("[data-step=stuck-charger]").await?;
    ensure!(widget.ask("[data-step=stuck-charger]", focused).await? == true, "a tick keeps it");
    widget.press("really-stuck", "skip-rung").await?;
    ensure!(widget.ask("#question", focused).await? == true, "a question has it");
    widget.press("really-stuck", "cancel").await?;
    ensure!(widget.ask("[data-action=skip-rung]", focused).await? == true, "and gives it back");
    widget.press("really-stuck", "not-fixed").await?;
    ensure!(
        widget.ask("[data-rung=restart] h3", focused).await? == true,
        "the next heading has it"
    );
    widget.press("restart", "start-wait").await?;
    ensure!(widget.ask("[data-rung=restart] .wait-title", focused).await? == true);

    // The end of a wait takes it from nobody, in the widget or in the post.
    page.run(
        "document.body.insertAdjacentHTML('beforeend', '<input id=comment>');
        comment.focus({ preventScroll: true }); comment.scrollIntoView()",
        &[],
    )
    .await?;
    // Without the anchoring that Safari lacks, what stands above has to keep its height.
    let place = "document.documentElement.style.overflowAnchor = 'none'; return comment.getBoundingClientRect().top";
    let before = page.run(place, &[]).await?;
    page.advance(Duration::from_secs(901)).await?;
    widget.until_rung("restart", "open").await?;
    ensure!(page.run("return document.activeElement.id", &[]).await? == json!("comment"));
    let after = page.run(place, &[]).await?;
    let apart = before.as_f64().unwrap_or(0.0) - after.as_f64().unwrap_or(f64::MAX);
    ensure!(apart.abs() < 1.0, "what the reader is reading moved from {before} to {after}");
    Ok(())
}

async fn buttons_say_where_they_are(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let name = widget.text("[data-rung=restart] [data-action=toggle]").await?;
    ensure!(name.starts_with("Fix 2 of 6: Restart the device"), "{name}");
    let label = widget.text("label[for='step.stuck-wifi']").await?;
    ensure!(label.starts_with("Step 2 of "), "{label}");
    let expanded = async |value: &str| {
        let found =
            widget.attribute("[data-rung=restart] [data-action=toggle]", "aria-expanded").await?;
        ensure!(found.as_deref() == Some(value), "aria-expanded is {found:?}");
        Ok(())
    };
    expanded("false").await?;
    widget.press("restart", "toggle").await?;
    widget.until("[data-step=restart-slide]").await?;
    expanded("true").await?;
    ensure!(widget.count("[aria-current=step]").await? == 1, "one rung is the reader's");
    ensure!(widget.attribute("[data-rung=really-stuck]", "aria-current").await?.is_some());
    Ok(())
}

async fn two_widgets_agree_and_share_one_alarm(page: &Page) -> Result<()> {
    let element = "<fix-ladder ladder=\"icloud-photos\" loading=\"eager\"></fix-ladder>";
    page.open_body(&format!("{COUNTED_TIMERS}<div id=one>{element}</div><div id=two>{element}</div><script src=\"/fix-ladder.js\"></script>")).await?;
    let (one, two) = (page.widget_at("#one fix-ladder"), page.widget_at("#two fix-ladder"));
    one.ready().await?;
    two.ready().await?;
    ensure!(page.run("return timers.size", &[]).await? == 0, "no wait, no alarm");
    one.click("[data-step=stuck-charger]").await?;
    two.until("[data-step=stuck-charger]:checked").await?;
    two.press("really-stuck", "not-fixed").await?;
    one.until_rung("restart", "open").await?;
    one.press("restart", "start-wait").await?;
    two.until_rung("restart", "waiting").await?;
    ensure!(page.run("return timers.size", &[]).await? == 1, "one alarm for both");
    page.advance(Duration::from_secs(901)).await?;
    for widget in [&one, &two] {
        widget.until_rung("restart", "open").await?;
    }
    // Nothing runs any more, once it is settled which of the two says so.
    page.until_true("timers.size === 0").await?;
    page.run("document.querySelector('#one fix-ladder').remove()", &[]).await?;
    two.click("[data-step=restart-passcode]").await?;
    two.until("[data-step=restart-passcode]:checked").await
}

async fn blocked_storage_is_climbed_in_memory(page: &Page) -> Result<()> {
    let tag = "<script src=\"/fix-ladder.js\" data-ladder=\"icloud-photos\" data-loading=\"eager\"></script>";
    page.open_body(&format!("{BLOCKED}{tag}")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.until("[data-notice=not-kept]").await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.until_rung("restart", "open").await?;
    widget.press("restart", "start-wait").await?;
    page.advance(Duration::from_secs(901)).await?;
    widget.until_rung("restart", "open").await
}

async fn full_storage_is_said_and_tried_again(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    let fill = "let size = 4000000; for (let n = 0; size; n += 1) {
        try { localStorage.setItem('filler' + n, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); } }";
    page.run(fill, &[]).await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-notice=not-kept]").await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "it counts all the same");
    page.run("for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)", &[]).await?;
    widget.click("[data-step=stuck-wifi]").await?;
    widget.until_not("[data-notice=not-kept]").await?;
    widget.survives_a_reload().await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "both are kept now");
    Ok(())
}

async fn what_is_far_below_is_laid_out_when_it_comes_near(page: &Page) -> Result<()> {
    let widget = page.open_documents("", &[with_steps("many", 200)]).await?;
    ensure!(widget.count("[data-step]").await? == 200, "all steps are there");
    let label = widget.text("label[for='step.s199']").await?;
    ensure!(label.starts_with("Step 200 of 200"), "{label}");
    let last = "[data-step=s199]";
    // Safari has none of it: it does not keep what is read in its place.
    let knows = "CSS.supports('overflow-anchor: auto')";
    let laid_out = "found.checkVisibility({ contentVisibilityAuto: true })";
    let far = widget.ask(last, &format!("!{knows} || !{laid_out}")).await?;
    ensure!(far == true, "the last step is laid out before it is seen");
    page.check_accessibility().await?;
    // A reader brings it into sight before they press it; what comes near is then laid out.
    let place =
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(found.getBoundingClientRect())";
    let see = format!(
        "(found.scrollIntoView({{ block: 'center' }}), {place} && (!{knows} || {laid_out}))"
    );
    page.until("the last step is seen", async || Ok(widget.ask(last, &see).await? == true)).await?;
    widget.click(last).await?;
    widget.until(&format!("{last}:checked")).await?;
    let near = widget.ask(last, &format!("!{knows} || {laid_out}")).await?;
    ensure!(near == true, "it has come near");
    ensure!(widget.ask(last, place).await? == true, "and stays where it was ticked");
    Ok(())
}
