//! Pages with shortcuts of one key: what is typed in a widget's field is no shortcut, and what presses a button does.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

use super::guarded::{ELEMENT, draw, focused, into_field, open_at_guards, press};

pub fn tests() -> Vec<Test> {
    tests![
        hp_9_shortcuts_of_libraries_leave_a_field_alone,
        hp_9_listeners_before_everything_take_no_key_away,
    ]
}

const FIELD: &str = "[data-requirement=stored][type=text]";
const BOX: &str = "[data-requirement=charged]";
const BUTTON: &str = "[data-rung=replug] [data-action=toggle]";
const TYPED: &str = "jk s/1?gi";

/// The two libraries, and listeners as older plug-ins have them: on the document, and by `onkeydown`.
const LIBRARIES: &str = "
<script src=/node_modules/mousetrap/mousetrap.js></script>
<script>
window.fired = [];
window.escapes = 0;
for (const key of ['j', 's', '/', '?', 'space', 'enter', 'g i', 'mod+k', 'esc']) {
  Mousetrap.bind(key, () => { fired.push('mousetrap ' + key); return false });
}
for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, ({ target, key, ctrlKey }) => {
  if (key === 'Escape') escapes += 1;
  if (!/input|select|textarea/i.test(target.tagName) && (key.length === 1 || key === 'Enter') && !ctrlKey) fired.push(type + ' ' + key);
});
window.onkeydown = (event) => {
  if (/INPUT|TEXTAREA/.test(event.target.nodeName) || event.ctrlKey || event.key.length > 1) return true;
  fired.push('onkeydown ' + event.key);
  return false;
};
</script>
<script type=module>
import { install } from '/node_modules/@github/hotkey/dist/index.js';
addEventListener('DOMContentLoaded', () => {
  for (const it of document.querySelectorAll('[data-hotkey]')) {
    install(it);
    it.addEventListener('click', () => fired.push('hotkey ' + it.dataset.hotkey));
  }
  window.installed = true;
});
</script>";
const HOTKEYS: &str = "<button data-hotkey=s>s</button><button data-hotkey=Enter>Enter</button>
<button data-hotkey=1 accesskey=j>1</button>";

async fn fired(page: &Page) -> Result<Value> {
    page.run("return fired.splice(0)", &[]).await
}

/// Types into the field, ticks the box by the space bar, unfolds by Enter. What has the focus keeps it.
async fn use_keys(page: &Page, what: &str) -> Result<()> {
    let widget = page.widget();
    into_field(page, FIELD).await?;
    press(page, TYPED).await?;
    let value = focused(page, "it.value").await?;
    ensure!(value == json!(TYPED), "{what}: the field holds {value}");
    widget.ask(BOX, "found.focus()").await?;
    press(page, " ").await?;
    page.until_true(&format!(
        "document.querySelector('fix-ladder').shadowRoot.querySelector('{BOX}').checked"
    ))
    .await?;
    for (key, open) in [("\u{e007}", "true"), (" ", "false")] {
        widget.ask(BUTTON, "found.focus()").await?;
        press(page, key).await?;
        widget.until(&format!("{BUTTON}[aria-expanded={open}]")).await?;
        // Nothing is pressed twice.
        draw(page, 10).await?;
        ensure!(widget.has(&format!("{BUTTON}[aria-expanded={open}]")).await?, "{what}: {key:?}");
    }
    Ok(())
}

async fn hp_9_shortcuts_of_libraries_leave_a_field_alone(page: &Page) -> Result<()> {
    open_at_guards(page, LIBRARIES, &format!("{HOTKEYS}{ELEMENT}")).await?;
    page.until_true("window.installed").await?;
    fired(page).await?;
    use_keys(page, "libraries").await?;
    let seen = fired(page).await?;
    ensure!(seen == json!([]), "the page took {seen} for its shortcuts");
    // What is the page's stays the page's: Escape everywhere, and letters where nobody types. A key that the test before has
    // let go may only now come up here.
    page.run("escapes = 0", &[]).await?;
    page.widget().ask(FIELD, "found.focus()").await?;
    press(page, "\u{e00c}").await?;
    page.widget().ask(BUTTON, "found.focus()").await?;
    press(page, "j").await?;
    let seen = fired(page).await?.to_string();
    ensure!(seen.contains("keydown j"), "a letter was kept from the page: {seen}");
    let escapes = page.run("return escapes", &[]).await?;
    ensure!(escapes == json!(2), "Escape was heard {escapes} times, going down and up");
    Ok(())
}

/// Listeners that nobody can come before. Each believes that it is no field.
const BEFORE: [(&str, &str); 2] =
    [("stop it", "event.stopImmediatePropagation()"), ("keyup as well", "event.stopPropagation()")];

async fn hp_9_listeners_before_everything_take_no_key_away(page: &Page) -> Result<()> {
    for (what, how) in BEFORE {
        let types = if what == "keyup as well" { "keydown keypress keyup" } else { "keydown" };
        let head = format!(
            "<script>for (const type of '{types}'.split(' ')) addEventListener(type, (event) => {{
              if (!/input|select/i.test(event.target.tagName) && (event.key.length === 1 || event.key === 'Enter')) {how};
            }}, true)</script>"
        );
        open_at_guards(page, &head, ELEMENT).await?;
        use_keys(page, what).await?;
    }
    Ok(())
}
