//! the climb with the keyboard alone.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::engine::Engine;
use browser_tests::runner::Test;
use browser_tests::widget_states::Direction;
use browser_tests::{Page, Widget, tests};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![a_4_every_control_is_reached_once_in_order, a_4_keyboard_only]
}

const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const DOWN: char = '\u{e015}';

async fn press(page: &Page, keys: &[char]) -> Result<()> {
    let down = keys.iter().map(|it| KeyAction::Down { value: *it });
    let up = keys.iter().rev().map(|it| KeyAction::Up { value: *it });
    let actions = down.chain(up).fold(KeyActions::new("keys".into()), KeyActions::then);
    page.client.perform_actions(actions).await.context("pressing keys")?;
    page.take_a_turn().await
}

/// The post with something to press before and after the widget.
async fn open(page: &Page) -> Result<Widget<'_>> {
    let post = Direction::Left.post_with("<button id=before>Before</button>", "");
    page.open_html(&post.replace("</main>", "<button id=after>After</button></main>")).await?;
    page.widget().ready().await?;
    page.run("window.focus(); before.focus()", &[]).await?;
    Ok(page.widget())
}

/// What has the focus: a name, and how its ring stands out.
const FOCUSED: &str = "
let it = document.activeElement;
if (it.shadowRoot) it = it.shadowRoot.activeElement;
if (!it) return { name: '' };
const all = Array.from(document.querySelector('fix-ladder').shadowRoot.querySelectorAll('*'));
const data = it.dataset;
const rung = it.closest('[data-rung]');
const parts = [rung ? rung.dataset.rung : '', data.action || data.step || data.requirement || data.confirm || data.choice || it.id || it.localName, data.part || ''];
const style = getComputedStyle(it);
// The ground that is nearest below it, over white.
let ground = [255, 255, 255];
const layers = [];
for (let at = it.parentNode; at; at = at.parentNode || at.host) if (at.nodeType === 1) layers.unshift(getComputedStyle(at).backgroundColor);
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
pen.canvas.width = pen.canvas.height = 1;
pen.fillStyle = '#fff';
pen.fillRect(0, 0, 1, 1);
const draw = (colour) => { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); return Array.from(pen.getImageData(0, 0, 1, 1).data).slice(0, 3); };
layers.forEach((colour) => { ground = draw(colour); });
const ring = draw(style.outlineColor);
const light = (rgb) => rgb.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
const [one, two] = [light(ring), light(ground)].sort((a, b) => b - a);
const box = it.getBoundingClientRect();
return {
  name: parts.join('/'), at: all.indexOf(it), inside: all.includes(it),
  ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), contrast: (one + 0.05) / (two + 0.05),
  front: document.hasFocus() && it.matches(':focus'),
  seen: box.bottom > 0 && box.top < innerHeight,
};";

async fn focused(page: &Page) -> Result<Value> {
    page.run(FOCUSED, &[]).await
}

/// Every control that the reader may reach, as the names that `FOCUSED` gives.
const REACHABLE: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const css = arguments[0] ? 'button, input, select, summary, a[href]' : 'button, input, select, summary';
return Array.from(root.querySelectorAll(css))
  .filter((it) => !it.disabled && it.checkVisibility({ visibilityProperty: true })).length;";

async fn a_4_every_control_is_reached_once_in_order(page: &Page) -> Result<()> {
    let widget = open(page).await?;
    widget.skip_to("toggle").await?;
    widget.until_rung("toggle", "preparing").await?;
    let mut links_too = true;
    for dark in [false, true] {
        page.paint(dark).await?;
        page.run("before.focus()", &[]).await?;
        let mut seen = Vec::new();
        loop {
            press(page, &[TAB]).await?;
            let now = focused(page).await?;
            if now["inside"] != json!(true) {
                ensure!(
                    now["name"] == "/after/",
                    "the keyboard left to {now} after {}",
                    seen.len()
                );
                break;
            }
            ensure!(
                now["ring"].as_f64() >= Some(2.0) && now["contrast"].as_f64() >= Some(3.0),
                "the ring cannot be seen: {now}"
            );
            // WebKit scrolls to it a little later.
            let in_sight = async || Ok(focused(page).await?["seen"] == json!(true));
            page.until(&format!("in sight: {now}"), in_sight).await?;
            seen.push(now["at"].as_i64().context("no place")?);
            ensure!(seen.len() < 200, "the keyboard does not get out");
        }
        ensure!(seen.is_sorted(), "not in the order of the document: {seen:?}");
        let once: BTreeSet<_> = seen.iter().collect();
        ensure!(once.len() == seen.len(), "reached twice: {seen:?}");
        let all = page.run(REACHABLE, &[json!(true)]).await?;
        let without_links = page.run(REACHABLE, &[json!(false)]).await?;
        links_too = all == json!(seen.len());
        // As in Safari, links are left out by Tab in WebKit unless a setting says otherwise.
        let safari = page.engine == Engine::WebKit && without_links == json!(seen.len());
        ensure!(links_too || safari, "{} of {all} were reached", seen.len());
        // And back again, to what stands before.
        for _ in 0..seen.len() {
            press(page, &[SHIFT, TAB]).await?;
            ensure!(focused(page).await?["inside"] == json!(true), "it left too early");
        }
        press(page, &[SHIFT, TAB]).await?;
        ensure!(focused(page).await?["name"] == "/before/", "the way back ends before the widget");
    }
    ensure!(links_too || page.engine == Engine::WebKit, "links are reached");
    Ok(())
}

/// Presses Tab until this control has the focus.
async fn walk_to(page: &Page, name: &str) -> Result<()> {
    for _ in 0..120 {
        let now = focused(page).await?;
        if now["name"] == name {
            return Ok(());
        }
        press(page, &[TAB]).await?;
    }
    bail!("{name} is not reached; {} has the focus", focused(page).await?)
}

async fn use_key(page: &Page, name: &str, key: char) -> Result<()> {
    walk_to(page, name).await?;
    press(page, &[key]).await
}

async fn write(page: &Page, name: &str, text: &str) -> Result<()> {
    walk_to(page, name).await?;
    for letter in text.chars() {
        press(page, &[letter]).await?;
    }
    Ok(())
}

/// Guards, a wait, a second press, an answer: nothing but keys from the top to the end.
async fn a_4_keyboard_only(page: &Page) -> Result<()> {
    page.open_html(
        "<body><main><h1>A post</h1><button id=before>Before</button>\
        <fix-ladder src=/pages/kettle.json loading=eager></fix-ladder>\
        <script src=/fix-ladder.js></script></main></body>",
    )
    .await?;
    let widget = page.widget();
    widget.ready().await?;
    page.run("window.focus(); before.focus()", &[]).await?;
    walk_to(page, "/kettle/").await?;
    press(page, &[DOWN]).await?;
    if widget.ask("[data-choice]", "found.value").await? == json!("") {
        // Where the arrow opens the list, Enter takes what it is on.
        press(page, &[DOWN]).await?;
        press(page, &[ENTER]).await?;
    }
    use_key(page, "look/switch/", SPACE).await?;
    widget.until("[data-step=switch]:checked").await?;
    use_key(page, "look/not-fixed/", ENTER).await?;
    widget.until_rung("apart", "preparing").await?;
    use_key(page, "apart/another/", SPACE).await?;
    write(page, "apart/parts/", "a tin").await?;
    write(page, "apart/screws/first", "12").await?;
    write(page, "apart/screws/second", "12").await?;
    use_key(page, "apart/seal:1/", SPACE).await?;
    use_key(page, "apart/seal:2/", SPACE).await?;
    widget.until_rung("apart", "open").await?;
    use_key(page, "apart/undo-screws/", SPACE).await?;
    use_key(page, "apart/start-wait/", ENTER).await?;
    widget.until_rung("apart", "waiting").await?;
    // Two presses leave the wait, and each is a press of its own.
    use_key(page, "apart/skip-wait/", ENTER).await?;
    widget.until_rung("apart", "waiting").await?;
    use_key(page, "apart/confirm/", ENTER).await?;
    widget.until_rung("apart", "open").await?;
    use_key(page, "apart/skip-rung/", SPACE).await?;
    use_key(page, "apart/confirm/", SPACE).await?;
    widget.until_rung("new", "preparing").await?;
    use_key(page, "new/toggle/", ENTER).await?;
    widget.until("[data-rung=new] [aria-expanded=false]").await?;
    press(page, &[ENTER]).await?;
    use_key(page, "new/fixed/", ENTER).await?;
    widget.until_rung("new", "fixed").await
}
