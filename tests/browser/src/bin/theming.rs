//! The pictures of docs/theming.md, as `target/shots/theming-*.png`: what each part and each custom property is, and the
//! example theme. Knows hooks and parts, and nothing of how a page of papers shows them.

use anyhow::{Context, Result};
use browser_tests::Page;
use browser_tests::engine::{Browser, Engine, Screen, Surroundings};
use serde_json::json;

/// Each part, and a place where its name can stand beside it.
const PARTS: [(&str, &str); 12] = [
    ("title", "[part=title]"),
    ("introduction", "[part=introduction]"),
    ("choices", "[part=choices]"),
    ("rungs", "[part=rungs]"),
    ("rung", "[part~=rung]"),
    ("here", "[part~=here]"),
    ("mark", "[part~=here] [part=mark]"),
    ("body", "[part=body]"),
    ("advice", "[part=advice]"),
    ("warning", "[part=warning]"),
    ("answer", "[part~=answer]"),
    ("foot", "[part=foot]"),
];

/// Each custom property, and where its colour or its shape is seen.
const PROPERTIES: [(&str, &str); 8] = [
    ("ink", "[part=title]"),
    ("radius", "[data-action=not-fixed]"),
    ("gentle", "[data-severity=gentle] .severity"),
    ("drastic", "[data-severity=drastic] .severity"),
    ("ui-font", "[part~=here] .facts"),
    ("last-resort", "[data-severity=last-resort] .severity"),
    ("paper", "[data-action=fixed]"),
    ("moderate", "[data-severity=moderate] .severity"),
];

/// Draws a box around each place that is there, and its name at the edge of the page.
const LABEL: &str = "
const [names, prefix] = arguments;
const root = document.querySelector('fix-ladder').shadowRoot;
let low = 0;
const all = names.map(([name, css]) => [name, root.querySelector(css)]).filter(([, part]) => part && part.getClientRects().length);
const topOf = ([, part]) => part.getBoundingClientRect().top;
for (const [name, part] of all.sort((one, other) => topOf(one) - topOf(other))) {
  const { left, top, width, height } = part.getBoundingClientRect();
  const add = (text, styles) => {
    const it = document.createElement('div');
    it.textContent = text;
    Object.assign(it.style, { position: 'absolute', boxSizing: 'border-box', pointerEvents: 'none', ...styles });
    document.body.append(it);
  };
  const y = Math.max(top + scrollY, low);
  low = y + 24;
  add('', { left: `${left - 2}px`, top: `${top + scrollY - 2}px`, width: `${width + 4}px`, height: `${height + 4}px`, border: '1.5px solid #b4307a', borderRadius: '4px' });
  add('', { left: `${left + width + 2}px`, top: `${y + 9}px`, width: `${430 - left - width}px`, borderTop: '1px dotted #b4307a' });
  add(prefix + name, { left: '436px', top: `${y}px`, color: '#b4307a', font: '600 13px/18px ui-monospace, monospace', background: '#fff' });
}";

const POST: &str = "<style>html { overflow: hidden }
body { margin: 0; padding: 12px 16px; width: 380px; font: 16px/1.5 Georgia, serif; background: #fff; color: #222 }
fix-ladder { --fix-ladder-margin: 0 }</style>";

/// As the docs say, on the paper of the theme.
const NOTEBOOK: &str = "<style>html { overflow: hidden }
body { margin: 0; padding: 12px 16px; font: 16px/1.5 Georgia, serif; background: #fbf8f0; color: #1c2a4a }
@media (prefers-color-scheme: dark) { body { background: #141a28; color: #dfe6f5 } }
fix-ladder { --fix-ladder-margin: 0 }</style>";

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        for dark in [false, true] {
            let surroundings = Surroundings { dark, ..Surroundings::default() };
            let browser = Browser::start_in(Engine::Chromium, &surroundings).await?;
            let outcome = take_all(&browser, dark).await;
            browser.stop().await;
            outcome?;
        }
        Ok(())
    })
}

async fn take_all(browser: &Browser, dark: bool) -> Result<()> {
    let theme = xtask::project_root().join("docs/themes/notebook.css");
    let theme = std::fs::read_to_string(theme).context("reading the theme")?;
    let worn = format!("<style>{theme}</style>{NOTEBOOK}");
    let name = if dark { "notebook-dark" } else { "notebook-light" };
    let page = Page::new(browser.engine, browser.client.clone()).await?;
    open(&page, &worn, true).await?;
    take(&page, name, Screen { width: 390, height: 700 }).await?;
    if dark {
        return Ok(());
    }
    let pictures = [
        ("parts", json!(PARTS), "::part ", true, 1790),
        ("properties", json!(PROPERTIES), "--fix-ladder-", false, 690),
    ];
    for (name, names, prefix, goes_on, height) in pictures {
        // Nothing is known there of the one before.
        let page = Page::new(browser.engine, browser.client.clone()).await?;
        open(&page, POST, goes_on).await?;
        page.set_screen(Screen { width: 640, height }).await?;
        page.run(LABEL, &[names, json!(prefix)]).await?;
        take(&page, name, Screen { width: 640, height }).await?;
    }
    Ok(())
}

/// The kettle, at the rung that can destroy something or at its beginning.
async fn open(page: &Page, styles: &str, goes_on: bool) -> Result<()> {
    let element = "<fix-ladder src=/pages/kettle.json loading=eager></fix-ladder>";
    page.open_html(&format!(
        "{styles}</head><body>{element}<script src=/fix-ladder.js></script></body>"
    ))
    .await?;
    let widget = page.widget();
    widget.ready().await?;
    if goes_on {
        widget.skip_to("apart").await?;
    }
    page.run("document.activeElement.blur(); scrollTo(0, 0)", &[]).await?;
    Ok(())
}

/// The upper part of the page: a picture of a paper is no page.
async fn take(page: &Page, name: &str, screen: Screen) -> Result<()> {
    page.set_screen(screen).await?;
    let picture = page.client.screenshot().await.context("taking a picture")?;
    let file = xtask::project_root().join(format!("target/shots/theming-{name}.png"));
    xtask::write_whole(&file, &picture)?;
    println!("{}", file.display());
    Ok(())
}
