//! Pages that take events away for everything: copy protection, interceptors of links, handlers of gestures and forms.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::guarded::{ELEMENT, draw, into_field, open_at_guards, press};

pub fn tests() -> Vec<Test> {
    tests![hp_13_a_reader_can_do_everything_where_a_page_takes_events_away]
}

/// What pages listen to, and what stands around the widget.
const HIJACKERS: [(&str, &str, &str); 5] = [
    (
        "copy protection",
        "<style>* { user-select: none !important; -webkit-user-select: none !important }</style>
        <script>for (const type of ['contextmenu', 'selectstart', 'copy', 'cut', 'paste', 'dragstart', 'mousedown'])
          addEventListener(type, (event) => event.preventDefault(), true)</script>",
        "<div>",
    ),
    (
        "an interceptor of links that asks nothing",
        "<script>document.addEventListener('click', (event) => event.preventDefault())</script>",
        "<div>",
    ),
    (
        "the same before everything",
        "<script>addEventListener('click', (event) => event.preventDefault(), true)</script>",
        "<div>",
    ),
    (
        "gestures",
        "<script>for (const type of ['pointerdown', 'touchstart', 'touchmove', 'wheel'])
          addEventListener(type, (event) => event.preventDefault(), { capture: true, passive: false })</script>",
        "<div onclick='event.preventDefault(); event.stopPropagation()'>",
    ),
    (
        "an editor",
        "<script>for (const type of ['change', 'focusin', 'focusout'])
          addEventListener(type, (event) => event.stopPropagation(), true)</script>",
        "<div contenteditable>",
    ),
];

async fn hp_13_a_reader_can_do_everything_where_a_page_takes_events_away(
    page: &Page,
) -> Result<()> {
    for (what, head, around) in HIJACKERS {
        let widget = open_at_guards(page, head, &format!("{around}{ELEMENT}")).await?;
        use_it(page).await.with_context(|| what.to_owned())?;
        // A page that only listens hears no key, no word and no tick of a field that it does not have.
        let errors = page.take_errors().await?;
        ensure!(errors.is_empty(), "{what}: {errors:?}");
        drop(widget);
    }
    Ok(())
}

async fn use_it(page: &Page) -> Result<()> {
    let widget = page.widget();
    let charged = "[data-requirement=charged]";
    widget.click(charged).await?;
    widget.until(&format!("{charged}:checked")).await?;
    // Back, and again. Once is once: it stays as it is.
    for state in ["not(:checked)", "checked"] {
        widget.click(charged).await?;
        widget.until(&format!("{charged}:{state}")).await?;
        draw(page, 5).await?;
        ensure!(widget.has(&format!("{charged}:{state}")).await?, "it did not stay {state}");
    }
    // A link in the words of a box ticks nothing, also where the page keeps it from going anywhere.
    let link = "(() => { const link = document.createElement('a'); link.href = '#there';
        [...found.labels].pop().append(link); link.click(); link.remove(); return true })()";
    widget.ask(charged, link).await?;
    draw(page, 5).await?;
    ensure!(widget.has(&format!("{charged}:checked")).await?, "a link has taken the tick away");
    let place = "[data-requirement=stored][type=text]";
    into_field(page, place).await?;
    press(page, "box 2").await?;
    let value = widget.ask(place, "found.value").await?;
    ensure!(value == json!("box 2"), "the field holds {value}");
    let toggle = "[data-rung=replug] [data-action=toggle]";
    widget.click(toggle).await?;
    widget.until(&format!("{toggle}[aria-expanded=true]")).await?;
    let summary = ".introduction > summary";
    // Only a long introduction folds.
    if widget.has(summary).await? {
        widget.click(summary).await?;
        widget.until("details.introduction[open]").await?;
    }
    Ok(())
}
