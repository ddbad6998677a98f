//! A page in German: what is said around a ladder is German throughout, and nothing is fetched for it anywhere else.

/// The standalone page, and the forms that are one file.
mod pages;

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::widget_states::{BLOCKED, every_state};
use browser_tests::{Page, Widget, tests};
use serde_json::{Value, json};
use xtask::build::languages::texts_of;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![
        no_english_is_left_on_a_german_page,
        nothing_english_is_seen_before_german_has_come,
        a_language_that_does_not_come_is_english,
        an_english_page_fetches_no_language,
        a_page_changes_its_language,
    ];
    tests.extend(pages::tests());
    tests
}

const FILE: &str = "/messages/de.json";

/// An element in a page in English, and what is around it.
fn post(before: &str, attributes: &str) -> String {
    format!(
        "<body>{before}<fix-ladder ladder=icloud-photos loading=eager {attributes}></fix-ladder>\
        <script src=/fix-ladder.js></script></body>"
    )
}

/// What tells English from German: the parts of our own sentences that no German sentence and no word of the ladder has.
fn english(ladder: &str) -> Result<Vec<String>> {
    let root = xtask::project_root();
    let document =
        std::fs::read_to_string(xtask::dist_folder().join(format!("ladders/{ladder}.json")))?;
    let german = texts_of(&root, "de")?;
    let parts = texts_of(&root, "en")?.into_iter().flat_map(|text| {
        text.split(['{', '}']).step_by(2).map(|it| it.trim().to_owned()).collect::<Vec<_>>()
    });
    let tells = |part: &String| {
        part.chars().filter(|it| it.is_alphabetic()).count() > 3
            && !document.contains(part.as_str())
            && !german.iter().any(|it| it.contains(part.as_str()))
    };
    let parts: Vec<String> = parts.filter(tells).collect();
    ensure!(parts.len() > 250, "only {} sentences tell English", parts.len());
    Ok(parts)
}

/// Every text that the widget shows or would say: nodes, names for those who hear it, titles.
async fn texts(widget: &Widget<'_>) -> Result<Vec<String>> {
    let expression = "(() => {
        const texts = [];
        const walker = document.createTreeWalker(found.getRootNode(), NodeFilter.SHOW_TEXT);
        // On paper English is better than nothing, where German has not come.
        const isPaper = (it) => it.parentElement && it.parentElement.closest('[data-notice=on-paper]');
        while (walker.nextNode()) if (!isPaper(walker.currentNode)) texts.push(walker.currentNode.data);
        for (const it of found.getRootNode().querySelectorAll('*')) {
          for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'value']) {
            if (it.hasAttribute(name)) texts.push(it.getAttribute(name));
          }
        }
        return texts.map((it) => it.trim()).filter(Boolean);
      })()";
    let texts = widget.ask("*", expression).await?;
    Ok(serde_json::from_value(texts)?)
}

/// Fails where a text is one of these sentences, or has one in it that is no single word.
async fn ensure_none_of(widget: &Widget<'_>, english: &[String], state: &str) -> Result<()> {
    for text in texts(widget).await? {
        let is_said = |part: &&String| {
            text == **part || (part.contains(' ') && part.len() > 8 && text.contains(part.as_str()))
        };
        let found = english.iter().find(is_said);
        ensure!(found.is_none(), "{state}: {text:?} is English: {found:?}");
    }
    Ok(())
}

/// Opens each panel by its button at the foot, looks at it, and closes it.
async fn look_at_panels(widget: &Widget<'_>, english: &[String]) -> Result<()> {
    for (action, panel, word) in [
        ("new-case", "cases", "Ihre Geräte"),
        ("resume-link", "resume", "Auf einem anderen Gerät weitermachen"),
        ("print", "print", "Die Liste drucken"),
        ("copy-report", "report", "Was Sie versucht haben"),
    ] {
        widget.click(&format!("[part=foot] [data-action={action}]")).await?;
        widget.until(&format!("dialog[open][data-panel='{panel}'] .panel-body > *")).await?;
        let title = widget.text("dialog h2").await?;
        ensure!(title == word, "{panel}: {title}");
        let report =
            widget.ask("dialog", "(found.querySelector('textarea') || {}).value || ''").await?;
        ensure!(
            panel != "report"
                || report.as_str().is_some_and(|it| it.contains("Was ich versucht habe")),
            "{report}"
        );
        ensure!(widget.ask("dialog > .widget", "found.lang").await? == "de", "{panel}");
        ensure_none_of(widget, english, panel).await?;
        widget.click("dialog [data-action=close-panel]").await?;
        widget.until_not("dialog").await?;
    }
    Ok(())
}

async fn no_english_is_left_on_a_german_page(page: &Page) -> Result<()> {
    let english = english("icloud-photos")?;
    page.open_html(&post("", "lang=de-AT")).await?;
    let widget = page.widget();
    widget.ready().await?;
    ensure!(
        widget.text("[data-rung=really-stuck] .severity").await?.contains("Schonend"),
        "it is German"
    );
    every_state(&widget, async |state| {
        ensure_none_of(&widget, &english, state).await?;
        if state == "waiting" {
            widget.press("restart", "remind").await?;
            widget.until("dialog[open][data-panel=remind] .panel-body > *").await?;
            ensure_none_of(&widget, &english, "remind").await?;
            widget.click("dialog [data-action=close-panel]").await?;
            widget.until_not("dialog").await?;
            look_at_panels(&widget, &english).await?;
        }
        Ok(())
    })
    .await?;
    // Numbers go by the language: by the reader's own habit where that is of the same.
    let title = widget.text(".ladder-title").await?;
    ensure!(title.contains("iCloud"), "{title}");
    // Where the widget cannot start, and where nothing is kept.
    page.open_html(&post("<script>delete window.WebAssembly</script>", "lang=de")).await?;
    let widget = page.widget();
    widget.until_state("failed").await?;
    widget.until(".plain-list").await?;
    ensure_none_of(&widget, &english, "the plain list").await?;
    ensure!(widget.text("[data-notice=failed]").await?.contains("einfache Liste"), "the notice");
    page.take_errors().await?;
    page.open_html(&post(BLOCKED, "lang=de")).await?;
    let widget = page.widget();
    widget.until("[data-notice=not-kept]").await?;
    ensure_none_of(&widget, &english, "not kept").await
}

async fn nothing_english_is_seen_before_german_has_come(page: &Page) -> Result<()> {
    let english = english("icloud-photos")?;
    let delay = Some(Duration::from_secs(600));
    page.server.set(FILE, Override { delay, ..Override::default() });
    page.open_html(&post("", "lang=de")).await?;
    let widget = page.widget();
    widget.until(".ladder-title").await?;
    ensure!(widget.state().await?.as_deref() == Some("loading"), "it waits for its words");
    // The module may be there, but nothing of it is shown.
    let asked = async || Ok(page.server.requests().iter().any(|it| it.contains("fix-ladder.wasm")));
    page.until("the module is asked for", asked).await?;
    page.take_a_turn().await?;
    ensure_none_of(&widget, &english, "waiting for German").await?;
    ensure!(!widget.has("[data-rung]").await?, "the prerendered view is in English");
    page.server.unset(FILE);
    widget.ready().await?;
    ensure_none_of(&widget, &english, "German has come").await
}

async fn a_language_that_does_not_come_is_english(page: &Page) -> Result<()> {
    let missing =
        Override { status: Some(404), body: Some(b"gone".to_vec()), ..Override::default() };
    page.server.set(FILE, missing);
    page.open_html(&post("", "lang=de")).await?;
    let widget = page.widget();
    let is_english = async |what: &str| {
        widget.ready().await?;
        let severity = widget.text("[data-rung=really-stuck] .severity").await?;
        ensure!(severity.contains("Gentle"), "{what}: {severity:?}");
        Ok(())
    };
    is_english("missing").await?;
    // Another version of the file, as an old cache would have it.
    page.server.set(FILE, Override { body: Some(b"{}".to_vec()), ..Override::default() });
    page.reload().await?;
    is_english("of another version").await?;
    // The browser says that a file is missing, or another than it should be; nothing of ours failed.
    page.take_errors().await.map(drop)
}

/// The files of languages that were asked for.
fn fetched(page: &Page) -> Vec<String> {
    page.server.requests().into_iter().filter(|it| it.contains("/messages/")).collect()
}

async fn an_english_page_fetches_no_language(page: &Page) -> Result<()> {
    for attributes in ["", "lang=en-GB", "lang=fr", "lang=''"] {
        page.open_html(&post("", attributes)).await?;
        let widget = page.widget();
        widget.ready().await?;
        widget.click("[data-step=stuck-charger]").await?;
        widget.click("[part=foot] [data-action=resume-link]").await?;
        widget.until("dialog[open] .panel-body > *").await?;
        ensure!(fetched(page).is_empty(), "{attributes}: {:?}", fetched(page));
    }
    Ok(())
}

async fn a_page_changes_its_language(page: &Page) -> Result<()> {
    page.open_html(&post("<div id=german lang=de></div>", "")).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-charger]").await?;
    let severity = "[data-rung=really-stuck] .severity";
    for (act, word) in [
        ("it.lang = 'de'", "Schonend"),
        ("it.lang = 'en'", "Gentle"),
        ("german.append(it); it.removeAttribute('lang')", "Schonend"),
    ] {
        page.run(&format!("const it = document.querySelector('fix-ladder'); {act}"), &[]).await?;
        let says = async || Ok(widget.text(severity).await?.contains(word));
        page.until(word, says).await?;
        ensure!(widget.is_checked("[data-step=stuck-charger]").await?, "{act}: the tick stays");
    }
    ensure!(fetched(page).len() == 1, "it is fetched once: {:?}", fetched(page));
    let shown: Value = widget.ask(".ladder", "found.closest('[lang]').lang").await?;
    ensure!(shown != json!(null), "{shown}");
    widget.attribute(severity, "lang").await.context("its language").map(drop)
}
