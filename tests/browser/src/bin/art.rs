//! The pictures of the app in `app/`: each drawing as PNG in the sizes that it is asked for, and the first
//! screen of the built page. Knows which pictures there are, and nothing of what is drawn.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use browser_tests::engine::chromium::devtools;
use browser_tests::engine::{Browser, Engine, Screen};
use browser_tests::{Page, shrink};
use fantoccini::Client;
use serde_json::json;

/// Drawings, what they become, and the sizes of that.
const DRAWINGS: [(&str, &str, Screen); 5] = [
    ("icon.svg", "icon-192.png", square(192)),
    ("icon.svg", "icon-512.png", square(512)),
    ("icon-maskable.svg", "icon-maskable-512.png", square(512)),
    // iOS paints black where an icon is transparent, and rounds the corners itself.
    ("icon-maskable.svg", "apple-touch-icon.png", square(180)),
    ("social.svg", "social.png", Screen { width: 1200, height: 630 }),
];

/// Pictures of the page, in CSS pixels, and how many pixels of the device one of these is.
const SCREENS: [(&str, Screen, u32); 2] = [
    ("screen-narrow.png", Screen { width: 390, height: 844 }, 2),
    ("screen-wide.png", Screen { width: 1280, height: 800 }, 1),
];

/// The page takes the system's own letters, which on most readers' devices are closer to these than to what
/// Linux has.
const LETTERS: &str =
    "const letters = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif';
    document.body.style.fontFamily = letters;
    document.body.style.setProperty('--fix-ladder-ui-font', letters);";

const fn square(side: u32) -> Screen {
    Screen { width: side, height: side }
}

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let browser = Browser::start(Engine::Chromium).await?;
        let outcome = make_all(&browser).await;
        browser.stop().await;
        outcome
    })
}

/// On a phone the introduction fills the screen, and says less than the ladder itself.
const TO_THE_LADDER: &str = "if (innerWidth < 600) {
      const root = document.querySelector('fix-ladder').shadowRoot;
      scrollTo(0, root.querySelector('[data-choice]').getBoundingClientRect().top + scrollY - 46);
    }";

async fn make_all(browser: &Browser) -> Result<()> {
    let page = Page::new(browser.engine, browser.client.clone()).await?;
    let hidden = json!({ "hidden": true });
    devtools(&page.client, "Emulation.setScrollbarsHidden", hidden).await?;
    for (file, screen, factor) in SCREENS {
        set_screen(&page.client, screen, factor).await?;
        page.open("/").await?;
        page.widget().ready().await?;
        page.run(LETTERS, &[]).await?;
        page.run(TO_THE_LADDER, &[]).await?;
        page.ensure_no_errors().await?;
        save(&page.client, file).await?;
    }
    let transparent = json!({ "color": { "r": 0, "g": 0, "b": 0, "a": 0 } });
    devtools(&page.client, "Emulation.setDefaultBackgroundColorOverride", transparent).await?;
    for (drawing, file, screen) in DRAWINGS {
        let drawing = fs::read_to_string(folder().join(drawing))
            .with_context(|| format!("reading app/{drawing}"))?;
        set_screen(&page.client, screen, 1).await?;
        let style = "<style>body { margin: 0 } svg { display: block; width: 100vw }</style>";
        page.open_html(&format!("{style}<body>{drawing}</body>")).await?;
        save(&page.client, file).await?;
    }
    Ok(())
}

async fn set_screen(client: &Client, screen: Screen, factor: u32) -> Result<()> {
    let Screen { width, height } = screen;
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": factor, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
}

async fn save(client: &Client, file: &str) -> Result<()> {
    let taken = client.screenshot().await.context("taking a picture")?;
    let small = shrink::shrink(&taken)?;
    println!("app/{file:<24} {:>7} bytes of {:>7}", small.len(), taken.len());
    xtask::write_whole(&folder().join(file), &small)
}

/// Where the drawings are, and the pictures go.
fn folder() -> PathBuf {
    xtask::project_root().join("app")
}
