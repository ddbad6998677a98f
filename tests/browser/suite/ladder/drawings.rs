//! The drawing of a step: under the strictest policy, by its name, in every colour, and from right to left.

use anyhow::{Context, Result, ensure};
use browser_tests::accessibility_tree::computed;
use browser_tests::blog_and_cdn::Sites;
use browser_tests::engine::{Engine, Screen, Surroundings};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::build::ladders::compile_illustrated;
use xtask::build::ladders::drawings::DrawingFile;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        drawings_under_a_strict_policy,
        drawings_in_light_and_dark,
        drawings_in_forced_colours,
        drawings_from_right_to_left,
    ]
}

const LADDER: &str = "# Photos <!-- id: pictures --> <!-- lang: LANG -->\n\n## About you\n\n- System: Old, New\n\n## Look\n\n1. Open the page. <!-- id: open --> <!-- illustration: page -->\n";

const PAGE: &str = "\
Old:
  Alt: The row is the last one.
  screen
    rows: 2
    row: Photos (press)
Otherwise:
  Alt: The row is the first one. Not the second.
  screen
    title: iCloud (back)
    row: Photos (press 1)
    row: Drive (not this)
    row: Keychain (switch on, look 2)
    rows: 1
    button: Continue (main)
    button: Erase (danger)
";

/// The document, as the build makes it.
fn document(lang: &str) -> Result<Vec<u8>> {
    let drawing = DrawingFile { name: "page.drawing".to_owned(), text: PAGE.to_owned() };
    let ladder = LADDER.replace("LANG", lang);
    let compiled = compile_illustrated("pictures.md", &ladder, Some(&[drawing]))?;
    Ok(compiled.context("the ladder has faults")?.document.to_string().into_bytes())
}

/// A post with the ladder.
async fn open(page: &Page, lang: &str, style: &str) -> Result<()> {
    let body = Some(document(lang)?);
    page.server.set("/pictures.json", Override { body, ..Override::default() });
    page.open_html(&format!(
        "<style>{style}</style></head><body><fix-ladder src=/pictures.json loading=eager></fix-ladder><script src=/fix-ladder.js></script></body>"
    ))
    .await?;
    page.widget().ready().await?;
    page.widget().until(".drawing text").await
}

/// The least that the widget and a document beside the post need: nothing for styles, images or fonts.
const POLICY: &str = "default-src 'none'; img-src {blog}/favicon.ico; script-src {harness} {blog}/fix-ladder.js 'wasm-unsafe-eval'; connect-src {blog}/fix-ladder.wasm {blog}/fix-ladder.document.wasm {blog}/pictures.json; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

async fn drawings_under_a_strict_policy(page: &Page) -> Result<()> {
    let sites = Sites::new(page).await?;
    let body = Some(document("en")?);
    sites.blog.set("/pictures.json", Override { body, ..Override::default() });
    let post = "<script src={blog}/fix-ladder.js data-src={blog}/pictures.json data-loading=eager></script>";
    sites.open(&[("content-security-policy", POLICY)], post).await?;
    let widget = page.widget();
    widget.ready().await?;
    widget.until(".drawing text").await?;

    let svg = widget.find(".drawing svg").await?;
    let role = computed(page, &svg, "computedrole").await?;
    ensure!(role.is_none_or(|it| it == "img" || it == "image"), "it is no picture");
    let label = computed(page, &svg, "computedlabel").await?;
    let alt = "The row is the first one. Not the second.";
    ensure!(label.as_deref().is_none_or(|it| it == alt), "it is called {label:?}");
    ensure!(widget.text("figcaption").await? == alt);

    // The size that its numbers say, in the colours of the style sheet.
    let of = async |css: &str, expression: &str| widget.ask(css, expression).await;
    let sides = "(({ width, height }) => [Math.round(width), Math.round(height)])(found.getBoundingClientRect())";
    let sides = of(".drawing svg", sides).await?;
    let [width, height] = [&sides[0], &sides[1]].map(|it| it.as_f64().unwrap_or_default());
    ensure!((220.0..=400.0).contains(&width) && height > 150.0, "it is {width} to {height}");
    let stroke =
        "getComputedStyle(found).stroke !== 'none' && getComputedStyle(found).fill === 'none'";
    ensure!(of(".drawing .accent-line:not(.paper)", stroke).await? == json!(true));
    let inside = "Array.from(found.querySelectorAll('*'), (it) => it.namespaceURI).every((it) => it === 'http://www.w3.org/2000/svg')";
    ensure!(of(".drawing svg", inside).await? == json!(true));

    // Another reader, another variant.
    widget.choose("select[data-choice=system]", "old").await?;
    page.until("the other variant is shown", async || {
        Ok(widget.text("figcaption").await? == "The row is the last one.")
    })
    .await?;
    ensure!(widget.count(".drawing text").await? == 1);
    let refused = sites.refused().await?;
    ensure!(refused.is_empty(), "the policy refused {refused:?}");
    page.ensure_no_errors().await
}

/// The contrasts of what can be read, and of the marks, with what is behind them: colours as a canvas draws them.
const CONTRASTS: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const drawn = (...layers) => {
  canvas.fillStyle = arguments[0];
  canvas.fillRect(0, 0, 1, 1);
  for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
  return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3);
};
const light = (rgb) => {
  const [r, g, b] = rgb.map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const style = (css, name) => getComputedStyle(root.querySelector(`.drawing ${css}`))[name];
const card = style('rect.paper', 'fill');
const wash = style('.wash', 'fill');
const tint = style('.tint', 'fill');
const accent = style('.accent-line', 'stroke');
return {
  words: contrast(drawn(style('text.ink', 'fill')), drawn(card, tint)),
  title: contrast(drawn(style('text.ink', 'fill')), drawn(wash)),
  struck: contrast(drawn(style('text.soft', 'fill')), drawn(card)),
  danger: contrast(drawn(style('text.danger', 'fill')), drawn(card)),
  main: contrast(drawn(style('text.paper', 'fill')), drawn(style('rect.ink', 'fill'))),
  ring: contrast(drawn(accent), drawn(card)),
  ringOnWash: contrast(drawn(accent), drawn(wash)),
  stroke: contrast(drawn(style('.danger-line', 'stroke')), drawn(card)),
  number: contrast(drawn(card), drawn(accent)),
};";

async fn drawings_in_light_and_dark(page: &Page) -> Result<()> {
    for (ground, ink) in [("#ffffff", "#22252a"), ("#16181c", "#e9e7e2"), ("#faf6ee", "#3a3326")] {
        open(page, "en", &format!("body {{ background: {ground}; color: {ink} }}")).await?;
        let found = page.run(CONTRASTS, &[json!(ground)]).await?;
        for (what, least) in [
            ("words", 4.5),
            ("title", 4.5),
            ("struck", 4.5),
            ("danger", 4.5),
            ("main", 4.5),
            ("number", 4.5),
            ("ring", 3.0),
            ("ringOnWash", 3.0),
            ("stroke", 3.0),
        ] {
            let contrast = found[what].as_f64().unwrap_or_default();
            ensure!(contrast >= least, "on {ground}, {what}: {contrast:.2} : 1 in {found}");
        }
    }
    Ok(())
}

const FORCED: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const probe = document.createElement('p');
probe.style.forcedColorAdjust = 'none';
document.body.append(probe);
const own = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
const style = (css, name) => getComputedStyle(root.querySelector(`.drawing ${css}`))[name];
return {
  canvas: own('Canvas'), ink: own('CanvasText'), mark: own('Highlight'),
  card: style('rect.paper', 'fill'), words: style('text.ink', 'fill'), ring: style('.accent-line', 'stroke'),
  struck: style('.danger-line', 'stroke'), edge: style('.edge-line', 'stroke'),
};";

async fn drawings_in_forced_colours(page: &Page) -> Result<()> {
    if page.engine == Engine::WebKit {
        return Ok(());
    }
    let surroundings = Surroundings { forced_colors: true, ..Surroundings::default() };
    page.elsewhere(surroundings, async |page| {
        open(page, "en", "").await?;
        let found = page.run(FORCED, &[]).await?;
        for (drawn, own) in [
            ("card", "canvas"),
            ("words", "ink"),
            ("ring", "mark"),
            ("struck", "ink"),
            ("edge", "ink"),
        ] {
            ensure!(found[drawn] == found[own], "{drawn} is not the reader's {own}: {found}");
        }
        Ok(())
    })
    .await
}

/// How far the words of the first row begin from the right of the drawing, and those of the number from its left.
const SIDES: &str = "
const root = document.querySelector('fix-ladder').shadowRoot;
const all = root.querySelector('.drawing svg').getBoundingClientRect();
const words = Array.from(root.querySelectorAll('.drawing text')).find((it) => it.textContent === 'Photos').getBoundingClientRect();
return [(all.right - words.right) / all.width, (words.left - all.left) / all.width];";

async fn drawings_from_right_to_left(page: &Page) -> Result<()> {
    for (lang, near) in [("en", 1), ("he", 0)] {
        open(page, lang, "").await?;
        let sides = page.run(SIDES, &[]).await?;
        let [right, left] = [&sides[0], &sides[1]].map(|it| it.as_f64().unwrap_or_default());
        let [near, far] = if near == 0 { [right, left] } else { [left, right] };
        ensure!((0.1..0.2).contains(&near) && far > 0.5, "{lang}: {sides}");
    }
    page.picture("drawing-right-to-left", Screen { width: 390, height: 900 }).await.map(drop)
}
