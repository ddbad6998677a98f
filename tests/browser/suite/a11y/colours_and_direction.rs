//! colours that are the reader's own, and text that runs the other way.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Engine, Screen, Surroundings};
use browser_tests::runner::Test;
use browser_tests::widget_states::Direction;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![
        a_10_forced_colours,
        a_12_the_ladder_says_the_direction,
        a_12_right_to_left_is_the_mirror_image,
        a_12_words_of_two_languages_keep_their_order,
    ]
}

/// What tells the states apart where every colour is the same: fill, line, shape, sign and words.
const LOOKS: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const rung = (id) => root.querySelector(`[data-rung=${id}]`);
const mark = (id) => {
  const it = rung(id).querySelector('.mark');
  const [style, before] = [getComputedStyle(it), getComputedStyle(it, '::before')];
  return [style.backgroundColor, style.borderRadius, style.transform, style.borderWidth, before.clipPath, it.textContent].join(' | ');
};
const rail = (id) => {
  const style = getComputedStyle(rung(id), '::before');
  return [style.borderInlineStartStyle, style.borderInlineStartWidth].join(' ');
};
const colour = (css, name, pseudo) => getComputedStyle(root.querySelector(css), pseudo)[name];
// The copy is skipped as the restart is, and looks the same.
const ids = Array.from(root.querySelectorAll('[data-rung]'), (it) => it.dataset.rung).filter((id) => id !== 'copy-photos');
const button = root.querySelector('.here [data-action=toggle]');
button.focus({ focusVisible: true });
return {
  forced: matchMedia('(forced-colors: active)').matches,
  marks: ids.map(mark), rails: ids.slice(0, 4).map(rail),
  rail: colour('[data-rung=really-stuck]', 'borderInlineStartColor', '::before'),
  ground: getComputedStyle(document.documentElement).backgroundColor,
  canvas: (() => { const it = document.createElement('p'); it.style.cssText = 'background: Canvas; color: CanvasText; forced-color-adjust: none'; document.body.append(it); const found = [getComputedStyle(it).backgroundColor, getComputedStyle(it).color]; it.remove(); return found; })(),
  ring: [colour('.ring-track', 'stroke'), colour('.ring-gone', 'stroke')],
  focus: [getComputedStyle(button).outlineStyle, getComputedStyle(button).outlineWidth, getComputedStyle(button).outlineColor],
};";

async fn a_10_forced_colours(page: &Page) -> Result<()> {
    if page.engine == Engine::WebKit {
        let knows = page.run("return CSS.supports('forced-color-adjust', 'none')", &[]).await?;
        ensure!(knows == json!(false), "this engine has forced colours now: drive them");
        return Ok(());
    }
    let surroundings = Surroundings { forced_colors: true, ..Surroundings::default() };
    page.elsewhere(surroundings, async |page| {
        page.open_html(&Direction::Left.post()).await?;
        let widget = page.widget();
        widget.ready().await?;
        widget.press("really-stuck", "not-fixed").await?;
        widget.press("restart", "skip-rung").await?;
        widget.press("restart", "confirm").await?;
        widget.skip_to("toggle").await?;
        widget.until_rung("toggle", "preparing").await?;
        let looks = page.run(LOOKS, &[]).await?;
        ensure!(looks["forced"] == json!(true), "nothing is forced");
        let marks = looks["marks"].as_array().context("no marks")?;
        for (index, mark) in marks.iter().enumerate() {
            ensure!(!marks[..index].contains(mark), "two marks look the same: {mark}");
        }
        ensure!(
            looks["rails"][0] != looks["rails"][1],
            "answered and left out: {}",
            looks["rails"]
        );
        let canvas = &looks["canvas"];
        ensure!(looks["rail"] == canvas[1], "the rail is drawn in the reader's colour: {looks}");
        ensure!(
            looks["ring"][0] != canvas[0] && looks["ring"][1] == canvas[1],
            "the ring: {looks}"
        );
        ensure!(looks["ring"][0] != looks["ring"][1], "what is over of a wait is told: {looks}");
        ensure!(
            looks["focus"][0] == "solid" && looks["focus"][2] != canvas[0],
            "the focus: {looks}"
        );
        page.picture("forced-colours", Screen { width: 390, height: 800 }).await.map(drop)
    })
    .await
}

const DIRECTIONS: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const of = (css) => { const it = root.querySelector(css); return it && getComputedStyle(it).direction; };
return [of('.ladder'), of('.rung'), of('.title'), root.querySelector('.ladder').lang];";

async fn a_12_the_ladder_says_the_direction(page: &Page) -> Result<()> {
    for (direction, expected) in [
        (Direction::LeftInRight, json!(["ltr", "ltr", "ltr", "en"])),
        (Direction::Right, json!(["rtl", "rtl", "rtl", "ar"])),
    ] {
        page.open_html(&direction.post()).await?;
        page.widget().ready().await?;
        let found = page.run(DIRECTIONS, &[]).await?;
        ensure!(found == expected, "{direction:?}: {found}");
    }
    Ok(())
}

/// Where everything that is drawn stands, from the side where the text begins.
const PLACES: &str = "
const host = document.querySelector('fix-ladder');
const edge = host.getBoundingClientRect();
const rtl = arguments[0];
const places = {};
host.shadowRoot.querySelectorAll('.rung, .mark, .row > button, .aside, .body, .facts dt, .item, .item > input, .box, .all-steps, .link, .field input, .ring, .wait-words, .answer, .warning, .advice, .choice select').forEach((it, index) => {
  const words = document.createRange();
  words.selectNodeContents(it);
  const begin = (box) => (rtl ? edge.right - box.right : box.left - edge.left);
  // Of a button that is a line of text, its words, and where each line of them begins.
  const isText = it.matches('.all-steps, .link');
  const box = (isText ? words : it).getBoundingClientRect();
  if (!box.width) return;
  const lines = {};
  for (const part of isText ? words.getClientRects() : []) lines[Math.round(part.top)] = Math.min(begin(part), lines[Math.round(part.top)] ?? Infinity);
  places[`${index} ${it.className || it.localName}`] = [begin(box), box.width, box.top - edge.top, box.height, ...Object.values(lines)];
});
return places;";

/// The same document twice: once its own way, once as if its language ran the other way.
async fn a_12_right_to_left_is_the_mirror_image(page: &Page) -> Result<()> {
    let document = include_str!("../../pages/kettle.json");
    let mut shots = Vec::new();
    for lang in ["en", "he"] {
        let mut ladder: Value = serde_json::from_str(document)?;
        ladder["lang"] = json!(lang);
        let body = Some(ladder.to_string().into_bytes());
        let served = xtask::server::Override { body, ..Default::default() };
        page.server.set("/mirror.json", served);
        // Firefox has another standard font for each script, and a time of day is as wide as its figures.
        page.open_html(
            "<script>Date.now = () => 1796031000000</script>\
            <style>body { font-family: 'DejaVu Sans', 'Liberation Sans', Arial }</style>\
            <body><main><h1>A post</h1><fix-ladder src=/mirror.json loading=eager></fix-ladder>\
            <script src=/fix-ladder.js></script></main></body>",
        )
        .await?;
        page.run("localStorage.clear()", &[]).await?;
        let widget = page.widget();
        widget.ready().await?;
        widget.skip_to("apart").await?;
        widget.until_rung("apart", "preparing").await?;
        let mut places = Vec::new();
        // On the narrowest, text of twice the size: every button of words wraps.
        for (width, size) in [(390, 1), (1000, 1), (320, 2)] {
            page.set_screen(Screen { width, height: 800 }).await?;
            page.run("document.body.style.fontSize = `${16 * arguments[0]}px`", &[json!(size)])
                .await?;
            places.push(page.run(PLACES, &[json!(lang == "he")]).await?);
        }
        shots.push(places);
    }
    for (left, right) in shots[0].iter().zip(&shots[1]) {
        let (left, right) =
            (left.as_object().context("left")?, right.as_object().context("right")?);
        ensure!(left.len() > 20 && left.len() == right.len(), "{} and {}", left.len(), right.len());
        for (name, place) in left {
            let pairs = place
                .as_array()
                .into_iter()
                .flatten()
                .zip(right[name].as_array().into_iter().flatten());
            for (one, other) in pairs {
                let apart = one.as_f64().unwrap_or(0.0) - other.as_f64().unwrap_or(1e9);
                ensure!(
                    apart.abs() <= 1.0,
                    "{name}: {place} is not the mirror image of {}",
                    right[name]
                );
            }
        }
    }
    Ok(())
}

/// English sentences of the widget in an Arabic ladder: the full stop ends the sentence, a quoted Arabic
/// title keeps its marks, and a menu path has its names in the order of the ladder.
async fn a_12_words_of_two_languages_keep_their_order(page: &Page) -> Result<()> {
    page.open_html(&Direction::Right.post()).await?;
    let widget = page.widget();
    widget.ready().await?;
    let script = "
const root = document.querySelector('fix-ladder').shadowRoot;
const own = Array.from(root.querySelectorAll('.ladder [lang=en]'));
const loose = own.filter((it) => getComputedStyle(it).unicodeBidi !== 'plaintext').map((it) => it.outerHTML);
// Where the last character of a line of its own stands, seen from its first.
const runs = (it) => {
  const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
  const at = (node, offset) => { const range = document.createRange(); range.setStart(node, offset); range.setEnd(node, offset + 1); return range.getBoundingClientRect(); };
  const [first, last] = [texts[0], texts[texts.length - 1]];
  return at(last, last.data.trimEnd().length - 1).left - at(first, 0).left;
};
const names = Array.from(root.querySelector('[data-step=restart-off]').closest('.item').querySelectorAll('bdi'), (it) => it.getBoundingClientRect().left);
return { loose, forward: runs(root.querySelector('.why-not') || root.querySelector('.closed')), names,
  back: root.querySelector('[data-rung=restart] [data-action=undo]').textContent };";
    page.set_screen(Screen { width: 1000, height: 800 }).await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.until_rung("restart", "open").await?;
    let found = page.run(script, &[]).await?;
    ensure!(found["loose"] == json!([]), "these are not isolated: {}", found["loose"]);
    ensure!(
        found["forward"].as_f64() > Some(0.0),
        "an English sentence runs from left to right: {found}"
    );
    let names: Vec<f64> = serde_json::from_value(found["names"].clone())?;
    ensure!(
        names.len() == 3 && names.is_sorted_by(|a, b| a > b),
        "the path goes to the left: {names:?}"
    );
    let back = found["back"].as_str().unwrap_or_default();
    ensure!(
        back.contains("\u{2068}") && back.contains("\u{2069}"),
        "the title is isolated: {back}"
    );
    Ok(())
}
