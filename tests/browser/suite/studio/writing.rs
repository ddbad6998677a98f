//! Writing: the preview follows, and stays where the text is broken.

use anyhow::{Result, ensure};
use browser_tests::engine::Screen;
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, tests};
use serde_json::json;

use super::support::Studio;

pub fn tests() -> Vec<Test> {
    tests![studio_shows_what_is_written, studio_is_for_everybody]
}

const IS_TICKED: &str = "root().querySelector('[data-step=pull-plug]').checked";

async fn studio_shows_what_is_written(page: &Page) -> Result<()> {
    let studio = Studio::begun(page).await?;
    studio.run("root().querySelector('[data-step=pull-plug]').click()").await?;
    studio.until("kept('fix-ladder/1/').some((it) => it.endsWith('step:pull-plug'))").await?;
    let keys = studio.run("return kept('fix-ladder/1/').map((it) => it.split('/')[2])").await?;
    ensure!(
        keys.as_array().is_some_and(|it| it
            .iter()
            .all(|it| it.as_str().is_some_and(|it| it.starts_with("preview-")))),
        "no reader's progress is touched: {keys}"
    );

    // Keys of a keyboard, in the beginning of the text.
    studio.run("byId('text').focus(); byId('text').setSelectionRange(2, 2)").await?;
    studio.press_keys("Help: ").await?;
    studio.until_shown("Help: The Wi-Fi").await?;
    studio.until(IS_TICKED).await?;
    // What was unfolded is so again, whatever has changed.
    let toggle =
        "root().querySelector('[data-rung=reset-the-network-settings] [data-action=toggle]')";
    studio.run(&format!("{toggle}.click()")).await?;
    studio.replace("Count to thirty", "Count to forty").await?;
    studio.until_shown("Count to forty").await?;
    studio
        .until(&format!("{IS_TICKED} && {toggle}.getAttribute('aria-expanded') === 'true'"))
        .await?;

    // A broken text keeps the ladder and its ticks, and says so.
    studio.replace("Severity: drastic", "Severity: drasitc").await?;
    studio.until("!byId('stale').hidden && byId('said').childElementCount").await?;
    ensure!(studio.run(&format!("return {IS_TICKED} && widgets().length")).await? == json!(1));
    ensure!(studio.text_of("byId('counts').textContent").await? == "1 error");
    studio.run("byId('said').querySelector('.place').click()").await?;
    let selected = studio
        .text_of("byId('text').value.slice(byId('text').selectionStart, byId('text').selectionEnd)")
        .await?;
    ensure!(selected == "drasitc", "the place is {selected}");
    studio.until("byId('heard').textContent === '1 error'").await?;
    studio.run("byId('said').querySelector('.place + button').click()").await?;
    studio
        .until("byId('stale').hidden && byId('text').value.includes('Severity: drastic')")
        .await?;
    studio.until(IS_TICKED).await?;
    // Engines differ in what they can take back of a change by script; none loses the text.
    studio.run("byId('text').focus(); document.execCommand('undo')").await?;
    studio.until("!byId('stale').hidden").await?;
    studio.replace("Severity: drasitc", "Severity: drastic").await?;
    studio.until("byId('stale').hidden").await?;

    // A part of the format, where the cursor is, with what is to be written over selected.
    studio.run("byId('text').focus(); const at = byId('text').value.indexOf('## Reset') - 1; byId('text').setSelectionRange(at, at); byId('insert').querySelector('button').click()").await?;
    let selected = studio
        .text_of(
            "byId('text').value.slice(byId('text').selectionStart - 4, byId('text').selectionEnd)",
        )
        .await?;
    ensure!(selected == "\n## What to do", "it is {selected}");
    studio.press_keys("Look at it").await?;
    studio.until_shown("Look at it").await?;

    // All of it is there after a reload.
    page.reload().await?;
    studio.until_shown("Count to forty").await?;
    studio.until(IS_TICKED).await?;
    ensure!(studio.run("return byId('start').open").await? == json!(false));
    page.ensure_no_errors().await
}

async fn studio_is_for_everybody(page: &Page) -> Result<()> {
    let studio = Studio::first(page).await?;
    page.check_part("#start").await?;
    studio.run("byId('examples').querySelector('button').click()").await?;
    studio.until_shown("The Wi-Fi drops").await?;
    studio.replace("Severity: drastic", "Severity: drasitc").await?;
    studio.until("!byId('stale').hidden").await?;
    // What is in the frame is the widget, which has tests of its own.
    page.check_part("header, .writing, .looking > .tools, #stale, footer").await?;
    for dialog in ["out", "drafts"] {
        studio.run(&format!("byId('to-{dialog}').click()")).await?;
        page.check_part(&format!("#{dialog}")).await?;
        studio.run(&format!("byId('{dialog}').querySelector('[data-close]').click()")).await?;
        // The focus goes back, also in browsers that give none to buttons.
        studio.until(&format!("document.activeElement.id === 'to-{dialog}'")).await?;
    }
    // On a phone one side is seen at a time, and nothing is wider than the screen.
    page.set_screen(Screen { width: 320, height: 640, ..USUAL }).await?;
    let seen = "return [byId('text').checkVisibility(), byId('frame').checkVisibility(),
        document.documentElement.scrollWidth <= innerWidth]";
    ensure!(studio.run(seen).await? == json!([true, false, true]), "the text");
    let small = "return Array.from(document.querySelectorAll('button, select, input, label:has(input)'))
        .filter((it) => it.checkVisibility() && !it.matches('label > input[type=radio]'))
        .filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.outerHTML.slice(0, 80))";
    ensure!(studio.run(small).await? == json!([]), "{}", studio.run(small).await?);
    studio.run("document.querySelector('[data-show=preview]').click()").await?;
    ensure!(studio.run(seen).await? == json!([false, true, true]), "the preview");
    studio.replace("Severity: drasitc", "Severity: drastic").await?;
    studio.replace("Count to thirty", "Count to forty").await?;
    studio.until_shown("Count to forty").await?;
    page.ensure_no_errors().await?;
    studio.run("byId('frame').remove()").await?;
    page.check_whole_page().await?;
    page.set_screen(USUAL).await
}
