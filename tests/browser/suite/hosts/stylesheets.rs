//! What a page's style sheets do to a widget: nothing that shows.
//!
//! The place where the widget stands has the same font, colour, size and width on every page, by styles
//! that no sheet can beat, since these are what a widget takes from the post on purpose.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Engine, Screen};
use browser_tests::pixels::{difference, save_difference};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

use super::stylesheet_samples::{MADE_UP, PACKAGES};

pub fn tests() -> Vec<Test> {
    tests![
        h_1_css_gauntlet,
        the_post_says_where_a_widget_stands,
        h_1_css_gauntlet_of_the_plain_list,
        h_1_authors_can_hide_a_widget,
        h_1_the_authors_own_html_looks_as_the_post_does,
    ]
}

/// How many pixels may differ: one in a thousand.
const TOLERANCE: f64 = 0.001;

/// WebKitGTK smooths the edges of letters a little differently whenever it paints a tile again. Under one sheet
/// 0.4 % of the pixels differed, but 0.02 % by more than this of 255.
fn noise(page: &Page) -> u8 {
    if page.engine == Engine::WebKit { 16 } else { 0 }
}

/// A place that is the same on every page.
const PLACE: &str = "
display: flow-root !important; position: absolute !important; left: 0 !important; top: 0 !important;
width: 600px !important; height: auto !important; min-height: 100vh !important; max-height: none !important;
min-width: 0 !important; max-width: none !important; margin: 0 !important; padding: 0 !important;
border: 0 !important; box-sizing: content-box !important; font-family: serif !important;
font-size: 17px !important; line-height: 26px !important; color: rgb(30, 31, 34) !important;
background: white !important; opacity: 1 !important; transform: none !important; filter: none !important;
animation: none !important; transition: none !important; zoom: 1 !important;
border-radius: 0 !important; overflow: visible !important; outline: 0 !important; box-shadow: none !important;
--fix-ladder-margin: 0px !important;";

/// Replaces the page's only style sheet, and tells when it has been drawn with it.
const DRESS: &str = "
const [address, text, done] = arguments;
document.querySelectorAll('.hostile').forEach((old) => old.remove());
const sheet = document.createElement(address ? 'link' : 'style');
sheet.className = 'hostile';
const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sheet.sheet !== null))));
if (address) {
  sheet.onload = drawn;
  sheet.onerror = () => done(false);
  sheet.rel = 'stylesheet';
  sheet.href = address;
} else {
  sheet.textContent = text;
}
document.head.append(sheet);
if (!address) drawn();";

/// Opens the page on a screen that is larger than the widget: no engine takes a picture beyond it.
async fn open(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 600, height: 3000 }).await?;
    let body = Some(include_bytes!("../../../fixtures/ladders/valid/complete.json").to_vec());
    page.server.set("/test.json", Override { body, ..Override::default() });
    page.open_html(&format!(
        "</head><body style=\"display: block !important\"><div style=\"{PLACE}\"><fix-ladder src=/test.json loading=eager></fix-ladder></div>
        <script src=\"/fix-ladder.js\"></script></body>"
    ))
    .await?;
    let frame = "document.documentElement.style.cssText = 'display: block !important; overflow: hidden !important'";
    page.run(frame, &[]).await.map(drop)
}

async fn dress(page: &Page, address: &str, text: &str) -> Result<Vec<u8>> {
    let there = page.client.execute_async(DRESS, vec![json!(address), json!(text)]).await?;
    ensure!(
        there == json!(true),
        "there is no {address}; run `npm ci --ignore-scripts` in tests/browser"
    );
    page.client.screenshot().await.context("taking a picture")
}

/// Makes the screen a little taller than the widget: less is cut off, and more takes longer.
async fn fit(page: &Page) -> Result<()> {
    let bottom =
        "return Math.ceil(document.querySelector('fix-ladder').getBoundingClientRect().bottom)";
    let bottom = page.run(bottom, &[]).await?.as_u64().context("no height")?;
    ensure!((400..2900).contains(&bottom), "the widget ends at {bottom}");
    page.set_screen(Screen { width: 600, height: u32::try_from(bottom)? + 60 }).await
}

/// Puts the page into every sheet, one after the other, and compares with the page without any.
async fn run_the_gauntlet(page: &Page, what: &str) -> Result<()> {
    fit(page).await?;
    let bare = dress(page, "", "").await?;
    let mut failed = Vec::new();
    let packages = PACKAGES.iter().map(|path| (*path, format!("/node_modules/{path}"), ""));
    let made_up = MADE_UP.iter().map(|(name, text)| (*name, String::new(), *text));
    for (name, address, text) in packages.chain(made_up) {
        let dressed = dress(page, &address, text).await?;
        let part = difference(&bare, &dressed, noise(page))?;
        if part >= TOLERANCE {
            let file =
                format!("gauntlet-{}-{what}-{}", page.engine.name(), name.replace(['/', ' '], "-"));
            let file = save_difference(&file, &bare, &dressed)?;
            failed.push(format!("{name}: {:.3} % of the pixels, {}", 100.0 * part, file.display()));
        }
    }
    ensure!(failed.is_empty(), "leaked into the {what}:\n  {}", failed.join("\n  "));
    let part = difference(&bare, &dress(page, "", "").await?, noise(page))?;
    ensure!(part < TOLERANCE, "the page without any sheet is not the same again: {part}");
    Ok(())
}

async fn h_1_css_gauntlet(page: &Page) -> Result<()> {
    open(page).await?;
    let widget = page.widget();
    widget.ready().await?;
    // Everything is on it: requirements, a warning, steps, a wait, both answers.
    widget.skip_to("format-card").await?;
    widget.until_rung("format-card", "preparing").await?;
    ensure!(
        widget.has("[data-rung=format-card] [data-action=start-wait]").await?,
        "there is a wait"
    );
    page.run("document.activeElement.blur()", &[]).await?;
    run_the_gauntlet(page, "widget").await
}

async fn h_1_css_gauntlet_of_the_plain_list(page: &Page) -> Result<()> {
    page.server.set("/fix-ladder.wasm", Override { status: Some(404), ..Override::default() });
    open(page).await?;
    page.widget().until_state("failed").await?;
    page.take_errors().await?;
    run_the_gauntlet(page, "list").await
}

async fn h_1_authors_can_hide_a_widget(page: &Page) -> Result<()> {
    let sheet = "<style>* { display: none } fix-ladder { display: none !important }
        html, body, .own { display: block } .own fix-ladder { --fix-ladder-display: none }</style>";
    let element = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
    let hidden = element.replace("loading", "hidden loading");
    page.open_html(&format!(
        "{sheet}</head><body>{element}{hidden}<p class=own>{element}</p><div>{element}</div>
        <script src=\"/fix-ladder.js\"></script></body>"
    ))
    .await?;
    page.widget().ready().await?;
    let seen =
        "return Array.from(document.querySelectorAll('fix-ladder'), (it) => it.offsetHeight > 0)";
    let seen = page.run(seen, &[]).await?;
    ensure!(
        seen == json!([true, false, false, false]),
        "a sheet for everything, hidden, the property, a hidden place: {seen}"
    );
    Ok(())
}

/// Everything that the author's list is drawn with, but for what belongs to its own box.
const DRAWN: &str = "
const style = getComputedStyle(document.querySelector('fix-ladder li'));
const boxes = document.querySelector('fix-ladder ol').getBoundingClientRect();
const all = Array.from(style, (name) => [name, style.getPropertyValue(name)]);
return [boxes.top, boxes.left, boxes.width, boxes.height, ...all];";

async fn h_1_the_authors_own_html_looks_as_the_post_does(page: &Page) -> Result<()> {
    let sheet =
        "<style>body { letter-spacing: 0.1em; font: italic 300 19px/1.9 serif; text-align: justify;
        hyphens: auto; color: maroon; text-indent: 1em } li { padding: 2px }</style>";
    page.open_html(&format!(
        "{sheet}</head><body><p>Above.</p><fix-ladder src=/ladders/icloud-photos.json loading=lazy>
        <ol><li>Restart the router.</li><li>Forget the network.</li></ol></fix-ladder></body>"
    ))
    .await?;
    let before = page.run(DRAWN, &[]).await?;
    let delay = Some(std::time::Duration::from_secs(600));
    page.server.set("/fix-ladder.wasm", Override { delay, ..Override::default() });
    let load = "const script = document.createElement('script');
        script.src = '/fix-ladder.js'; document.body.append(script)";
    page.run(load, &[]).await?;
    page.widget().until_state("loading").await?;
    let after = page.run(DRAWN, &[]).await?;
    let changed: Vec<_> =
        pairs(&before).zip(pairs(&after)).filter(|(one, other)| one != other).collect();
    ensure!(
        before.as_array().is_some_and(|all| all.len() > 100) && changed.is_empty(),
        "{changed:?}"
    );
    page.server.unset("/fix-ladder.wasm");
    page.widget().ready().await
}

fn pairs(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Themes place what stands in a post by rules for each of its children.
async fn the_post_says_where_a_widget_stands(page: &Page) -> Result<()> {
    let styles = "<style>
        body { margin: 0 } .post { width: 900px } .post > * { max-width: 500px; margin-inline: auto }
        .grid { display: grid; grid-template-columns: 1fr 400px 1fr; width: 900px } .grid > * { grid-column: 2 }
        .row { display: flex; width: 600px }
        </style>";
    let element = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
    page.open_body(&format!(
        "{styles}<div class=post>{element}</div><div class=grid>{element}</div><div class=row>{element}</div>
        <script src=\"/fix-ladder.js\"></script>"
    ))
    .await?;
    page.until_true("document.querySelectorAll('[data-state=ready]').length === 3").await?;
    let places = "return Array.from(document.querySelectorAll('fix-ladder'), (it) => {
        const { left, width } = it.getBoundingClientRect(); return [left, width] })";
    let places = page.run(places, &[]).await?;
    ensure!(places == json!([[200, 500], [250, 400], [0, 600]]), "they stand at {places}");
    Ok(())
}
