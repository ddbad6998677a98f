//! and the headings: what the widget sounds like, kept as text that a person can read.

use std::cell::Cell;

use anyhow::{Result, ensure};
use browser_tests::accessibility_tree::{as_text, computed, spoken};
use browser_tests::engine::Engine;
use browser_tests::runner::Test;
use browser_tests::widget_states::{Direction, every_state};
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![a_6_name_role_state, a_6_headings_at_every_depth, a_13_voice_control_label]
}

/// A rung with one of everything: requirements of each kind, a warning to be read twice, menu paths,
/// a wait.
const RICH: &str = "/pages/kettle.json";

async fn open_rich(page: &Page, level: u8) -> Result<()> {
    page.open_html(&format!(
        "<body><main><h1>A post</h1><fix-ladder src={RICH} loading=eager heading-level={level}></fix-ladder>\
        <script src=/fix-ladder.js></script></main></body>"
    ))
    .await?;
    page.widget().ready().await?;
    page.widget().skip_to("apart").await?;
    page.widget().until_rung("apart", "preparing").await
}

/// The role and the name of everything that can be pressed, in order: the driver's own answer.
async fn a_6_name_role_state(page: &Page) -> Result<()> {
    open_rich(page, 2).await?;
    let widget = page.widget();
    widget.click("[aria-controls='steps.apart.more']").await?;
    widget.click("[data-requirement=another]").await?;
    widget.write("[data-requirement=parts]", "the top drawer").await?;
    widget.until("[data-requirement=parts][aria-invalid]").await?;
    match page.engine {
        Engine::Chromium => {
            let heard = as_text(&page.accessibility_tree_below(".rungs").await?);
            // The hour of the answer is the test's own.
            let heard = without_times(&heard);
            insta::with_settings!({ omit_expression => true, snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!("rung", heard);
            });
        }
        Engine::Firefox | Engine::WebKit => {}
    }
    // Every engine computes the same names: those that the snapshot was read with.
    for (css, role, name) in NAMES {
        let element = widget.find(css).await?;
        if let Some(found) = computed(page, &element, "computedlabel").await? {
            ensure!(spoken(&found) == name, "{css} is called {found:?}, not {name:?}");
        }
        if let Some(found) = computed(page, &element, "computedrole").await? {
            ensure!(found.eq_ignore_ascii_case(role), "{css} is a {found}, not a {role}");
        }
    }
    Ok(())
}

const NAMES: [(&str, &str, &str); 7] = [
    (
        "[data-rung=apart] [data-action=toggle]",
        "button",
        "Fix 2 of 3: Take it apart, Drastic, now, get ready first",
    ),
    ("[data-requirement=another]", "checkbox", "To have ready, 1 of 3: I have another kettle."),
    ("[data-requirement=parts]", "textbox", "Where is it?"),
    ("[data-confirm='seal:2']", "checkbox", "2 of 2: I have read it again."),
    ("[data-step=undo-screws]", "checkbox", "Step 1 of 2: Undo the screws: Handle, Back, Screws."),
    ("[data-rung=apart] [data-action=not-fixed]", "button", "No, still stuck"),
    ("[data-rung=apart] [data-action=skip-rung]", "button", "Skip this fix"),
];

fn without_times(heard: &str) -> String {
    let mut told = String::new();
    for line in heard.lines() {
        let line = match line.split_once("skipped, ") {
            Some((before, after)) => {
                let rest = after.split_once(", Gentle").map_or("", |(_, rest)| rest);
                format!("{before}skipped, 14:32, Gentle{rest}")
            }
            None => line.to_owned(),
        };
        told.push_str(&line);
        told.push('\n');
    }
    told
}

/// Title, rungs, parts of a rung: one level each, and none that HTML does not have.
async fn a_6_headings_at_every_depth(page: &Page) -> Result<()> {
    for level in 2..=5_u8 {
        open_rich(page, level).await?;
        let script = "const root = document.querySelector('fix-ladder').shadowRoot;
            const tags = (css) => [...new Set(Array.from(root.querySelectorAll(css), (it) => it.localName))].join(' ');
            return [tags('.ladder-title'), tags('.row'), tags('.body .label, .asks')]";
        let found: Vec<String> = serde_json::from_value(page.run(script, &[]).await?)?;
        let tag = |level: u8| if level > 6 { "p".to_owned() } else { format!("h{level}") };
        ensure!(
            found == [tag(level), tag(level + 1), tag(level + 2)],
            "at level {level}: {found:?}"
        );
    }
    Ok(())
}

/// Whoever speaks to the page says what stands on a button: its name has to hold those words, in that order.
async fn a_13_voice_control_label(page: &Page) -> Result<()> {
    page.open_html(&Direction::Left.post()).await?;
    let widget = page.widget();
    widget.ready().await?;
    let compared = Cell::new(0);
    let see = async |state: &str| {
        let found: Vec<(u64, String)> = serde_json::from_value(page.run(LABELS, &[]).await?)?;
        compared.set(compared.get() + found.len());
        for (index, label) in found {
            let script = "return window.controls[arguments[0]]";
            let Some(element) = page.run_for_element(script, &[json!(index)]).await? else {
                continue;
            };
            let name = match computed(page, &element, "computedlabel").await {
                Ok(Some(name)) => name,
                Ok(None) => return Ok(()),
                // The report has come meanwhile, and stands in the place of its button.
                Err(error) => {
                    let stands = "const it = window.controls[arguments[0]];
                        return it.isConnected && it.checkVisibility()";
                    ensure!(
                        page.run(stands, &[json!(index)]).await? == false,
                        "{state}: \"{label}\": {error:#}"
                    );
                    continue;
                }
            };
            let (label, name) = (only_words(&label), only_words(&name));
            ensure!(name.contains(&label), "{state}: \"{label}\" is called \"{name}\"");
        }
        Ok(())
    };
    every_state(&widget, see).await?;
    ensure!(compared.get() > 60, "only {} controls were compared", compared.get());
    Ok(())
}

/// Letters and digits, in small letters; everything between them is a space. Marks are not spoken.
fn only_words(text: &str) -> String {
    let plain: String =
        text.chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The controls that were not there when it was last asked, with the words that are seen on or beside them.
const LABELS: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const known = (window.known = window.known || new Set());
const seenWords = (it) => {
  if (it.nodeType === 3) return it.data;
  const hidden = it.nodeType === 1 && (it.matches('.heard, [hidden]') || !it.checkVisibility());
  return hidden ? ' ' : Array.from(it.childNodes, seenWords).join('');
};
const label = (it) => {
  if (it.localName === 'button' || it.localName === 'summary' || it.localName === 'a') return seenWords(it);
  const own = it.labels && it.labels[0];
  return own ? seenWords(own) : it.getAttribute('aria-label') || '';
};
window.controls = Array.from(root.querySelectorAll('button, input, a, select')).filter((it) => it.checkVisibility({ visibilityProperty: true }));
return window.controls.map((it, index) => [index, label(it)]).filter(([index, words]) => {
  const name = `${window.controls[index].outerHTML.length} ${words}`;
  const isNew = !known.has(name);
  known.add(name);
  return isNew;
});";
