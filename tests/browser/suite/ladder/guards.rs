//! No way around a guard: not by a click on what is closed, not by edited storage.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::climb::on;
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};

pub fn tests() -> Vec<Test> {
    tests![
        clicks_on_closed_doors_do_nothing,
        edited_storage_opens_no_door,
        evidence_is_judged,
        evidence_grows_old_and_is_asked_for_again,
        what_was_read_in_other_words_is_asked_for_again,
        broken_and_newer_values_are_left_for_others,
        only_own_keys_are_touched,
    ]
}

const KEY: &str = "fix-ladder/1/icloud-photos/default/";
const STEP: &str = "[data-step=delete-everything]";

/// At the most dangerous rung, with nothing prepared.
async fn at_the_deletion(page: &Page) -> Result<Widget<'_>> {
    let widget = page.open_ladder().await?;
    widget.skip_to("delete-all").await?;
    widget.until_rung("delete-all", "preparing").await?;
    Ok(widget)
}

async fn clicks_on_closed_doors_do_nothing(page: &Page) -> Result<()> {
    let widget = at_the_deletion(page).await?;
    let before = page.stored_keys().await?;
    let doors = [
        STEP.to_owned(),
        on("delete-all", "start-wait"),
        on("delete-all", "skip-wait"),
        on("delete-all", "not-fixed"),
    ];
    for door in &doors {
        widget.click_by_script(door).await?;
        // And as somebody does who takes the lock off in the browser's own tools.
        widget.ask(door, "(found.disabled = false, found.click(), true)").await?;
        let events = "found.dispatchEvent(new Event('change', { bubbles: true })), found.dispatchEvent(new Event('click', { bubbles: true }))";
        widget.ask(door, &format!("({events}, true)")).await?;
    }
    widget.until_rung("delete-all", "preparing").await?;
    ensure!(!widget.is_checked(STEP).await?, "the step is not ticked");
    ensure!(!widget.has("[data-action=confirm]").await?, "nothing is asked");
    ensure!(page.stored_keys().await? == before, "nothing is stored");
    // A rung further down is readable and as closed.
    widget.press("erase", "toggle").await?;
    widget.ask("[data-step=erase-now]", "(found.disabled = false, found.click(), true)").await?;
    ensure!(!widget.is_checked("[data-step=erase-now]").await?, "a locked rung stays locked");
    ensure!(page.stored_keys().await? == before, "nothing is stored");
    Ok(())
}

async fn edited_storage_opens_no_door(page: &Page) -> Result<()> {
    let widget = at_the_deletion(page).await?;
    let done = r#"{"v":1,"t":1795424400000,"is":{"done":true}}"#;
    page.store(&format!("{KEY}step:delete-everything"), done).await?;
    page.store(&format!("{KEY}confirm:delete-read-twice:1"), done).await?;
    page.store(&format!("{KEY}wait:delete-all"), r#"{"v":1,"t":5,"is":{"wait":"left"}}"#).await?;
    page.store(&format!("{KEY}answer:erase"), r#"{"v":1,"t":5,"is":{"answer":"none"}}"#).await?;
    page.reload().await?;
    widget.ready().await?;
    widget.until_rung("delete-all", "preparing").await?;
    ensure!(widget.steps("delete-all").await?.1 == 0, "no step is open");
    widget.expect("delete-all", "not-fixed", false).await?;
    ensure!(!widget.is_enabled(STEP).await?, "not even the one that storage says is done");
    widget.until_rung("erase", "locked").await
}

async fn evidence_is_judged(page: &Page) -> Result<()> {
    let widget = at_the_deletion(page).await?;
    widget.meet_guards("delete-all", async || Ok(())).await?;
    widget.until_rung("delete-all", "open").await?;
    let second = "[data-requirement=delete-copy-count][data-part=second]";
    widget.write(second, "11,902").await?;
    widget.until_rung("delete-all", "preparing").await?;
    let complaint = "[id='requirement.delete-copy-count.wrong']";
    ensure!(widget.text(complaint).await?.starts_with("578 fewer"), "the difference is said");
    ensure!(widget.attribute(second, "aria-invalid").await?.as_deref() == Some("true"));
    widget.write(second, "12480").await?;
    widget.until_rung("delete-all", "open").await?;
    let place = "[data-requirement=delete-copy-place]";
    widget.write(place, "iCloud Drive").await?;
    widget.until_rung("delete-all", "preparing").await?;
    widget.write(place, "the blue disk").await?;
    widget.until_rung("delete-all", "open").await
}

/// What is said below the guards of a rung, each sentence once.
async fn complaints(page: &Page) -> Result<Vec<String>> {
    let script = "const root = document.querySelector('fix-ladder').shadowRoot;
        const said = root.querySelectorAll(`[data-rung=delete-all] [id$='.wrong']:not([hidden])`);
        return Array.from(new Set(Array.from(said, (it) => it.textContent)))";
    Ok(serde_json::from_value(page.run(script, &[]).await?)?)
}

async fn evidence_grows_old_and_is_asked_for_again(page: &Page) -> Result<()> {
    let widget = at_the_deletion(page).await?;
    widget.meet_guards("delete-all", async || Ok(())).await?;
    widget.until_rung("delete-all", "open").await?;
    ensure!(complaints(page).await?.is_empty(), "there is nothing to say");
    // The page stays open and nobody touches it.
    page.advance(Duration::from_secs(8 * 24 * 60 * 60)).await?;
    widget.until_rung("delete-all", "preparing").await?;
    ensure!(!widget.is_enabled(STEP).await?, "no step is open");
    let said = complaints(page).await?;
    ensure!(said.len() == 1 && said[0].contains("more than a week ago"), "{said:?}");
    let place = "[data-requirement=delete-copy-place]";
    ensure!(widget.ask(place, "found.value === ''").await? == true, "it is to be named anew");
    let read = "[data-rung=delete-all] [data-confirm]";
    ensure!(widget.ask(read, "found.checked").await? == true, "what was read stays read");
    // One press and the same words are enough.
    let requirements = "[data-rung=delete-all] input[type=checkbox][data-requirement]";
    widget.click_each(requirements).await?;
    widget.write(place, "blue disk in the drawer").await?;
    for (part, count) in [("first", "12,480"), ("second", "12,611")] {
        widget
            .write(&format!("[data-requirement=delete-copy-count][data-part={part}]"), count)
            .await?;
    }
    widget.until_rung("delete-all", "open").await
}

async fn what_was_read_in_other_words_is_asked_for_again(page: &Page) -> Result<()> {
    let widget = at_the_deletion(page).await?;
    widget.meet_guards("delete-all", async || Ok(())).await?;
    widget.until_rung("delete-all", "open").await?;
    widget.click(STEP).await?;
    // As after an edit of the text: what was asked was something else.
    let script = "for (const key of Object.keys(localStorage)) {
        const fact = JSON.parse(localStorage.getItem(key));
        if (!fact.asked) continue;
        fact.asked.words += 1;
        localStorage.setItem(key, JSON.stringify(fact));
    }";
    page.run(script, &[]).await?;
    page.reload().await?;
    widget.ready().await?;
    widget.until_rung("delete-all", "preparing").await?;
    ensure!(!widget.is_enabled(STEP).await? && widget.is_checked(STEP).await?, "the tick stays");
    let said = complaints(page).await?;
    ensure!(said.len() == 1 && said[0].contains("These words have changed"), "{said:?}");
    widget.meet_guards("delete-all", async || Ok(())).await?;
    widget.until_rung("delete-all", "open").await?;
    ensure!(complaints(page).await?.is_empty(), "there is nothing left to say");
    Ok(())
}

async fn broken_and_newer_values_are_left_for_others(page: &Page) -> Result<()> {
    let widget = page.open_ladder().await?;
    widget.click("[data-step=stuck-wifi]").await?;
    page.store(&format!("{KEY}step:stuck-charger"), "{\"v\":1").await?;
    page.store(&format!("{KEY}step:stuck-status"), r#"{"v":9,"tick":"golden"}"#).await?;
    page.reload().await?;
    widget.ready().await?;
    widget.until("[data-notice=broken]").await?;
    widget.until("[data-notice=newer]").await?;
    ensure!(widget.is_checked("[data-step=stuck-wifi]").await?, "the rest is kept");
    let aside = page.stored(&format!("{KEY}broken/step:stuck-charger")).await?;
    ensure!(aside.as_deref() == Some("{\"v\":1"), "it is set aside: {aside:?}");
    widget.click("[data-step=stuck-charger]").await?;
    widget.click("[data-step=stuck-status]").await?;
    let newer = page.stored(&format!("{KEY}step:stuck-status")).await?;
    ensure!(newer.as_deref() == Some(r#"{"v":9,"tick":"golden"}"#), "left alone: {newer:?}");
    page.reload().await?;
    widget.ready().await?;
    ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "its place is free again");
    ensure!(!widget.has("[data-notice=broken]").await?, "it is said once");
    Ok(())
}

async fn only_own_keys_are_touched(page: &Page) -> Result<()> {
    let foreign = [
        ("theme", "dark"),
        ("fix-ladder/1/other/default/step:x", "theirs"),
        ("fix-ladder", "\u{0}"),
    ];
    for (key, value) in foreign {
        page.store(key, value).await?;
    }
    let widget = page.open_ladder().await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.click("[data-action=start-over]").await?;
    widget.click("[data-action=confirm]").await?;
    for (key, value) in foreign {
        ensure!(page.stored(key).await?.as_deref() == Some(value), "{key} is somebody else's");
    }
    let own = page.stored_keys().await?;
    ensure!(
        own.iter().filter(|key| key.starts_with(KEY) && !key.ends_with("/seen")).count() == 2,
        "{own:?}"
    );
    Ok(())
}
