//! A machine that translates the page: it takes every text out of its place and puts others there.
//! Beside the translated widget stands one of the same ladder that is left alone: both have to say the same.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, Widget, tests};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        h_8_translate_sim_wrapping,
        h_8_translate_sim_replacing,
        h_8_translate_sim_without_marks,
        h_8_typing_goes_on_in_a_translated_field,
        h_8_a_page_that_nobody_translates_is_drawn_once,
    ]
}

const MINUTE: Duration = Duration::from_secs(60);
const KEY: &str = "fix-ladder/1/icloud-photos/default/";

/// Translates what stands in `#one` now and whatever comes to stand there, into the same words between brackets.
/// `wrap` moves the texts into an element, `replace` takes them out for two new ones, as Google's and Microsoft's
/// do; `swap` puts other texts there without an element, as Firefox's does.
const TRANSLATE: &str = "
window.translations = 0;
window.translate = (how) => {
  const root = document.querySelector('#one fix-ladder').shadowRoot;
  const done = new WeakSet();
  const all = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || done.has(text) || text.parentElement.localName === 'font') continue;
      translations += 1;
      const words = document.createTextNode('[' + text.data + ']');
      done.add(words);
      if (how === 'swap') {
        text.replaceWith(words);
        continue;
      }
      const outer = document.createElement('font');
      text.replaceWith(outer);
      if (how === 'wrap') {
        text.data = words.data;
        outer.append(text);
      } else {
        outer.append(document.createElement('font'));
        outer.firstChild.append(words);
      }
    }
  };
  new MutationObserver(() => setTimeout(all)).observe(root, { childList: true, characterData: true, subtree: true });
  all();
};
window.wordsOf = (place) => {
  const ladder = document.querySelector(place + ' fix-ladder').shadowRoot.querySelector('.ladder');
  return ladder.textContent.replace(/[\\[\\]]/g, '');
};";

/// Two widgets and a frame that stands for another tab.
async fn open_both(page: &Page) -> Result<[Widget<'_>; 2]> {
    let element = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
    page.open_body(&format!(
        "<script>{TRANSLATE}</script><div id=one>{element}</div><div id=two>{element}</div>
        <iframe id=other src=/pages/blank.html></iframe><script src=/fix-ladder.js></script>"
    ))
    .await?;
    let widgets = [page.widget_at("#one fix-ladder"), page.widget_at("#two fix-ladder")];
    for widget in &widgets {
        widget.ready().await?;
    }
    Ok(widgets)
}

/// Waits until both say the same, and the words of the first are the translator's.
async fn both_say_the_same(page: &Page) -> Result<()> {
    page.until_true("wordsOf('#one') === wordsOf('#two')").await?;
    let words =
        "document.querySelector('#one fix-ladder').shadowRoot.querySelector('.ladder').textContent";
    page.until_true(&format!("{words}.includes('[')")).await?;
    page.until_true("wordsOf('#one') === wordsOf('#two')").await
}

async fn other_tab_stores(page: &Page, name: &str, value: &str) -> Result<()> {
    let key = format!("{KEY}{name}");
    let script = "other.contentWindow.localStorage.setItem(arguments[0], arguments[1])";
    page.run(script, &[json!(key), json!(value)]).await.map(drop)
}

async fn climb_translated(page: &Page, how: &str) -> Result<()> {
    let [one, two] = open_both(page).await?;
    page.run("translate(arguments[0])", &[json!(how)]).await?;
    both_say_the_same(page).await?;

    one.click("[data-step=stuck-wifi]").await?;
    two.until("[data-step=stuck-wifi]:checked").await?;
    one.until("[data-step=stuck-wifi]:checked").await?;
    let focused = "found.getRootNode().activeElement === found";
    ensure!(one.ask("[data-step=stuck-wifi]", focused).await? == true, "the focus has stayed");
    both_say_the_same(page).await?;

    one.press("really-stuck", "not-fixed").await?;
    for widget in [&one, &two] {
        widget.until_rung("restart", "open").await?;
    }
    both_say_the_same(page).await?;
    ensure!(one.ask("[data-here]", focused).await? == true, "the reader has gone on");

    one.press("restart", "start-wait").await?;
    for left in ["14 minutes", "13 minutes"] {
        page.advance(MINUTE).await?;
        for widget in [&one, &two] {
            let words = async || Ok(widget.text("[role=timer]").await?.contains(left));
            page.until(left, words).await?;
        }
        both_say_the_same(page).await?;
    }

    let done = r#"{"v":1,"t":1795424400000,"is":{"done":true}}"#;
    other_tab_stores(page, "step:restart-passcode", done).await?;
    for widget in [&one, &two] {
        widget.until("[data-step=restart-passcode]:checked").await?;
    }
    both_say_the_same(page).await?;

    page.advance(13 * MINUTE).await?;
    for widget in [&one, &two] {
        widget.until_rung("restart", "open").await?;
    }
    both_say_the_same(page).await?;
    one.press("restart", "not-fixed").await?;
    both_say_the_same(page).await?;
    one.press("copy-photos", "undo").await?;
    one.until_rung("restart", "open").await?;
    one.press("restart", "fixed").await?;
    for widget in [&one, &two] {
        widget.until_rung("restart", "fixed").await?;
    }
    both_say_the_same(page).await?;
    ensure!(page.events_of("ready").await?.len() == 2, "none had to come back");
    ensure!(page.events_of("error").await?.is_empty());
    page.reload().await?;
    one.until_rung("restart", "fixed").await
}

async fn h_8_translate_sim_wrapping(page: &Page) -> Result<()> {
    climb_translated(page, "wrap").await
}

async fn h_8_translate_sim_replacing(page: &Page) -> Result<()> {
    climb_translated(page, "replace").await
}

async fn h_8_translate_sim_without_marks(page: &Page) -> Result<()> {
    climb_translated(page, "swap").await
}

async fn h_8_typing_goes_on_in_a_translated_field(page: &Page) -> Result<()> {
    let [one, two] = open_both(page).await?;
    two.skip_to("toggle").await?;
    one.until_rung("toggle", "preparing").await?;
    one.unfold_all().await?;
    page.run("translate('replace')", &[]).await?;
    both_say_the_same(page).await?;
    let place = "[data-requirement=toggle-copy-place]";
    let caret = "(found.focus(), found.setSelectionRange(4, 4), found.getRootNode().activeElement === found)";
    one.unfold_around(place).await?;
    ensure!(one.ask(place, caret).await? == true, "the field has the focus");
    for (letters, already) in [("blue disk", 0), (" in the drawer", 9)] {
        both_say_the_same(page).await?;
        let caret = one.ask(place, "found.selectionStart").await?;
        let value = one.ask(place, "found.value").await?;
        ensure!(caret == already, "the caret is at {caret} and not at {already}, in {value}");
        type_letters(page, letters).await?;
    }
    // In the middle of a word the place of the caret counts.
    ensure!(one.ask(place, caret).await? == true);
    both_say_the_same(page).await?;
    type_letters(page, "-2").await?;
    for widget in [&one, &two] {
        let written =
            async || Ok(widget.ask(place, "found.value").await? == "blue-2 disk in the drawer");
        page.until("every letter has arrived", written).await?;
    }
    let field = "[found.selectionStart, found.getRootNode().activeElement === found]";
    ensure!(one.ask(place, field).await? == json!([6, true]), "the caret is behind what was typed");
    Ok(())
}

/// Types into whatever has the focus: each letter may be typed into another drawing of the field.
async fn type_letters(page: &Page, letters: &str) -> Result<()> {
    let mut keys = KeyActions::new("keys".to_owned());
    for value in letters.chars() {
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    }
    page.client.perform_actions(keys).await.context("typing")
}

async fn h_8_a_page_that_nobody_translates_is_drawn_once(page: &Page) -> Result<()> {
    let [one, two] = open_both(page).await?;
    one.ask(".ladder", "(window.ladder = found, true)").await?;
    one.skip_to("restart").await?;
    one.press("restart", "start-wait").await?;
    page.advance(16 * MINUTE).await?;
    one.press("restart", "not-fixed").await?;
    for widget in [&one, &two] {
        widget.until_rung("restart", "not-fixed").await?;
    }
    ensure!(one.ask(".ladder", "found === ladder").await? == true, "the very same ladder stands");
    Ok(())
}
