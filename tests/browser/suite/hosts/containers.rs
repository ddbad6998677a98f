//! What surrounds a widget and takes its width from what is in it: the widget is as wide as the room that there is.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::Screen;
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![hp_8_a_widget_is_as_wide_as_its_room, hp_8_a_widget_fits_a_phone_in_every_container]
}

/// What surrounds the widget in a place of 600 pixels, and how wide it is then.
const CONTAINERS: [(&str, &str, f64); 25] = [
    ("a block", "<div>@</div>", 600.0),
    ("a table cell", "<table><tr><td>@</table>", 600.0),
    ("a table cell beside another", "<table><tr><td>Fixes<td>@</table>", 500.0),
    ("a table of full width", "<table style='width: 100%'><tr><td>Fixes<td>@</table>", 500.0),
    ("display: table", "<div style='display: table'>@</div>", 600.0),
    ("a float", "<div style='float: left'>@</div>", 600.0),
    ("a float with words", "<div style='float: right'><p>Words.</p>@</div>", 600.0),
    ("an inline block", "<div style='display: inline-block'>@</div>", 600.0),
    ("an inline", "<span>@</span>", 600.0),
    ("nowrap", "<div style='display: inline-block; white-space: nowrap'>@</div>", 600.0),
    ("a flex item", "<div style='display: flex'>@</div>", 600.0),
    ("what is in a flex item", "<div style='display: flex'><div>@</div></div>", 600.0),
    ("beside another", "<div style='display: flex'><div>Side</div><div>@</div></div>", 500.0),
    (
        "a column",
        "<div style='display: flex; flex-flow: column; align-items: flex-start'>@</div>",
        600.0,
    ),
    (
        "in a column",
        "<div style='display: flex; flex-flow: column; align-items: center'><div>@</div></div>",
        600.0,
    ),
    (
        "a grid of auto",
        "<div style='display: grid; grid-template-columns: auto auto'><b>1</b><div>@</div></div>",
        500.0,
    ),
    (
        "in the middle of a grid",
        "<div style='display: grid; place-items: center'><div>@</div></div>",
        600.0,
    ),
    ("as narrow as can be", "<div style='width: min-content'>@</div>", 180.0),
    (
        "min-content in a grid",
        "<div style='display: grid; grid-template-columns: min-content'>@</div>",
        180.0,
    ),
    ("fit-content", "<div style='width: fit-content'>@</div>", 600.0),
    ("out of the flow", "<div style='position: absolute; max-width: 600px'>@</div>", 600.0),
    ("columns", "<div style='columns: 1'>@</div>", 600.0),
    ("cut off", "<div style='overflow: hidden; height: 90px; contain: layout'>@</div>", 600.0),
    ("zoomed", "<div style='zoom: 1.5; display: inline-block'>@</div>", 560.0),
    ("with a width of the author's", "<table class=narrow><tr><td>@</table>", 299.0),
];
const STYLES: &str = "<style>body { margin: 8px } .place { display: flow-root; position: relative }
    td { padding: 0 } table { border-spacing: 0 } .narrow fix-ladder { max-width: 300px }</style>";
const ELEMENT: &str = "<fix-ladder ladder=icloud-photos></fix-ladder>";

/// Far below: nothing is loaded, and the first view has the same width as the widget.
async fn open(page: &Page, width: &str) -> Result<Vec<(f64, f64)>> {
    let places: String = CONTAINERS
        .iter()
        .map(|(_, html, _)| {
            format!("<div class=place style='width: {width}'>{}</div>", html.replace('@', ELEMENT))
        })
        .collect();
    page.open_html(&format!(
        "{STYLES}</head><body><p style='height: 3000px'></p>{places}<script src=/fix-ladder.js></script></body>"
    ))
    .await?;
    let widths = "return Array.from(document.querySelectorAll('fix-ladder'), (it) => {
        const { right, width } = it.shadowRoot.querySelector('.widget').getBoundingClientRect();
        // WebKit measures within what is zoomed, and is told from the others by what it does not have.
        const zoom = it.closest('[style*=zoom]') && !('currentCSSZoom' in it) ? 1.5 : 1;
        return [zoom * width, zoom * right] })";
    let widths = page.run(widths, &[]).await?;
    serde_json::from_value(widths).context("no widths")
}

async fn hp_8_a_widget_is_as_wide_as_its_room(page: &Page) -> Result<()> {
    let widths = open(page, "600px").await?;
    ensure!(widths.len() == CONTAINERS.len(), "{} widgets", widths.len());
    let wrong: Vec<_> = CONTAINERS
        .iter()
        .zip(&widths)
        .filter(|((_, _, least), (width, _))| width < least || *width > 601.0)
        .map(|((name, _, least), (width, _))| format!("{name}: {width} of {least}"))
        .collect();
    ensure!(wrong.is_empty(), "{wrong:#?}");
    // The live widget is as wide as its first view.
    page.run("document.querySelectorAll('fix-ladder')[1].scrollIntoView()", &[]).await?;
    let ready = "document.querySelectorAll('fix-ladder')[1].dataset.state === 'ready'";
    page.until_true(ready).await?;
    let width = "return document.querySelectorAll('fix-ladder')[1].shadowRoot.querySelector('.widget').clientWidth";
    let width = page.run(width, &[]).await?;
    ensure!(width == json!(600), "live, it is {width} wide");
    Ok(())
}

async fn hp_8_a_widget_fits_a_phone_in_every_container(page: &Page) -> Result<()> {
    page.set_screen(Screen { width: 390, height: 800 }).await?;
    let widths = open(page, "auto").await?;
    let wrong: Vec<_> = CONTAINERS
        .iter()
        .zip(&widths)
        .filter(|((_, _, least), (width, right))| *width < least.min(290.0) || *right > 390.5)
        .map(|((name, _, _), (width, right))| format!("{name}: {width}, up to {right}"))
        .collect();
    ensure!(wrong.is_empty(), "{wrong:#?}");
    let over = page.run("return document.documentElement.scrollWidth", &[]).await?;
    ensure!(over.as_f64().is_some_and(|it| it <= 390.0), "the page is {over} wide");
    page.set_screen(USUAL).await
}
