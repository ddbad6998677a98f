//! A note when a wait ends in the background: only for who wants it, and never promised.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

use super::controls::{begin_waiting, has_aid, open, press, until_offered, until_pressed};

pub fn tests() -> Vec<Test> {
    tests![
        a_note_when_a_wait_ends_in_the_background,
        a_note_for_a_wait_whose_rung_is_folded,
        a_note_by_the_worker_where_there_is_one,
        no_note_for_a_wait_that_was_left,
        no_note_that_nobody_asked_for,
        tm_11_no_permission_no_promise,
    ]
}

const A_NOTE: &str = "localStorage.getItem('notes')";

/// The moment has passed at which a note would have come.
const PASSED: &str = "localStorage.getItem('passed')";

/// As [`open`], for a reader who has asked for notes.
async fn open_wanting_notes(page: &Page, query: &str) -> Result<()> {
    open(page, query).await?;
    press(page, "remind").await?;
    until_pressed(page, "remind", true).await
}

/// Leaves the page for another tab, whereupon it sleeps until a moment before the wait ends. Returns the notes
/// that there are once `expression` is true in the other tab.
async fn notes_behind(page: &Page, expression: &str) -> Result<Value> {
    page.run("window.__sleepUntil = window.__deadline - 1500", &[]).await?;
    page.behind_another_tab(async || {
        page.open("/pages/blank.html").await?;
        page.until_true(expression).await
    })
    .await?;
    page.run("return JSON.parse(localStorage.getItem('notes') || '[]')", &[]).await
}

async fn a_note_when_a_wait_ends_in_the_background(page: &Page) -> Result<()> {
    open_wanting_notes(page, "notes=granted").await?;
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

async fn a_note_for_a_wait_whose_rung_is_folded(page: &Page) -> Result<()> {
    open_wanting_notes(page, "notes=granted").await?;
    begin_waiting(page).await?;
    page.widget().press("restart", "toggle").await?;
    page.widget().until_not("[role=timer]").await?;
    let notes = notes_behind(page, A_NOTE).await?;
    ensure!(notes[0]["by"] == "page" && notes[1].is_null(), "one note: {notes}");
    Ok(())
}

async fn a_note_by_the_worker_where_there_is_one(page: &Page) -> Result<()> {
    open_wanting_notes(page, "notes=granted&worker").await?;
    begin_waiting(page).await?;
    let notes = notes_behind(page, A_NOTE).await?;
    ensure!(notes[0]["by"] == "worker" && notes[1].is_null(), "one note: {notes}");
    Ok(())
}

async fn no_note_for_a_wait_that_was_left(page: &Page) -> Result<()> {
    open_wanting_notes(page, "notes=granted").await?;
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
        ensure!(said.contains("you may go on after"), "a wait is on the page: {said}");
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
