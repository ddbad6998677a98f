//! The first view and the live widget are the same to the pixel and to the element, and nothing moves between them.

use anyhow::{Context, Result, ensure};
use browser_tests::engine::{Engine, Screen};
use browser_tests::local_files::{kettle, single_file};
use browser_tests::paused_module::PAUSED;
use browser_tests::pixels::{difference, difference_but_for_edges, save_difference};
use browser_tests::runner::Test;
use browser_tests::test_page::USUAL;
use browser_tests::{Page, soak, tests};
use serde_json::json;
use xtask::server::Override;

use super::tag::TAG;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![
        first_view_is_the_widget_to_the_pixel,
        first_view_is_the_widget_to_the_element,
        first_view_moves_nothing_when_it_goes,
        first_view_stands_when_the_script_has_run,
    ];
    tests.extend(soak![first_view_is_the_widget_to_the_pixel_in_every_size]);
    tests
}

async fn first_view_is_the_widget_to_the_pixel(page: &Page) -> Result<()> {
    same_pixels(page, &[(360, true, 4), (1000, false, 2)]).await
}

async fn first_view_is_the_widget_to_the_pixel_in_every_size(page: &Page) -> Result<()> {
    let widths = [320, 414, 600, 1200].into_iter();
    let all: Vec<_> = widths.flat_map(|it| [(it, false, 4), (it, true, 2)]).collect();
    same_pixels(page, &all).await
}

/// At each width in pixels, dark or not, and with the title as a heading of this level.
async fn same_pixels(page: &Page, looks: &[(u32, bool, u8)]) -> Result<()> {
    for &(width, dark, level) in looks {
        page.open_body(&format!(
            "{PAUSED}<style>html {{ scrollbar-width: none }}</style><p>Before.</p><fix-ladder ladder=icloud-photos loading=eager heading-level={level}>
            </fix-ladder><p>After.</p><script src=/fix-ladder.js></script>"
        ))
        .await?;
        page.paint(dark).await?;
        page.set_screen(Screen { width, height: 800 }).await?;
        let height = page.run("return document.documentElement.scrollHeight", &[]).await?;
        let height = u32::try_from(height.as_u64().context("no height")?)?;
        ensure!(height > 1500, "{height} is too little for a ladder");
        page.set_screen(Screen { width, height }).await?;
        page.more_frames().await?;
        let first = page.client.screenshot().await?;
        ensure!(page.widget().state().await?.as_deref() == Some("loading"), "held back");
        page.release().await?;
        page.widget().ready().await?;
        page.more_frames().await?;
        let live = page.client.screenshot().await?;
        let part = match page.engine {
            Engine::WebKit => difference_but_for_edges(&first, &live)?,
            // It paints the edge of a round corner up to three levels of 255 apart, from one painting to the next.
            Engine::Chromium => difference(&first, &live, 3)?,
            Engine::Firefox => difference(&first, &live, 0)?,
        };
        if part > 0.0 {
            let name = format!("first-{}-{width}-{dark}", page.engine.name());
            let file = save_difference(&name, &first, &live)?;
            anyhow::bail!("{part} of the pixels differ: {}", file.display());
        }
    }
    page.set_screen(USUAL).await
}

/// The elements, attributes and words of a drawing, line by line. What is early is what the widget will open.
const TREE: &str = "
const FLAGS = ['disabled', 'hidden', 'selected', 'checked'];
const tell = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return [node.data];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const early = node.hasAttribute('data-early');
  const attributes = Array.from(node.attributes)
    .filter(({ name }) => !(early && ['disabled', 'data-early'].includes(name)))
    .map(({ name, value }) => FLAGS.includes(name) ? name : `${name}=${value}`).sort();
  // Nobody sees what is folded, and it may hold dates; drawings come with the module.
  const children = Array.from(node.childNodes).filter((it) => node.localName !== 'details' || it.localName === 'summary')
    .filter((it) => it.localName !== 'figure' || !it.closest('[hidden]'));
  node.normalize();
  return ['\\n<', [node.namespaceURI.slice(-4), node.localName, ...attributes].join(' '), '>', ...children.flatMap(tell), '\\n/'];
};
return tell(document.querySelector('fix-ladder').shadowRoot.querySelector('.ladder')).join('').split('\\n')";

async fn first_view_is_the_widget_to_the_element(page: &Page) -> Result<()> {
    let kettle = single_file(&kettle()?)?.replacen("<head>", &format!("<head>{PAUSED}"), 1);
    let post = |body: &str| {
        format!(
            "<!doctype html><html lang=en><head><title>A test</title></head><body>{PAUSED}{body}</body></html>"
        )
    };
    for html in [
        post(TAG),
        post(
            "<fix-ladder ladder=icloud-photos loading=eager heading-level=5></fix-ladder><script src=/fix-ladder.js></script>",
        ),
        kettle,
    ] {
        let body = Some(html.into_bytes());
        page.server.set("/post.html", Override { body, ..Override::default() });
        page.open("/post.html").await?;
        let first: Vec<String> = serde_json::from_value(page.run(TREE, &[]).await?)?;
        ensure!(page.widget().state().await?.as_deref() == Some("loading"), "held back");
        ensure!(first.len() > 100, "{} lines", first.len());
        page.release().await?;
        page.widget().ready().await?;
        let live: Vec<String> = serde_json::from_value(page.run(TREE, &[]).await?)?;
        for (first, live) in first.iter().zip(&live) {
            ensure!(first == live, "first {first}, then {live}");
        }
        ensure!(first.len() == live.len(), "{} lines, then {}", first.len(), live.len());
    }
    Ok(())
}

/// Where things stand, and whether the widget is live.
const PLACES: &str = "<script>window.__look = () => {
const host = document.querySelector('fix-ladder');
const seen = host && host.shadowRoot ? Array.from(host.shadowRoot.querySelectorAll('h2, h3, h4, li, button')).filter((it) => !it.closest('details') && it.getClientRects().length) : [];
const end = document.querySelector('#after');
return seen.length && end ? [...seen, end].map((it) => it.getBoundingClientRect().top) : null;
}</script>";

/// A page that is scrolled before its first frame tells how high anything is: a phone under load does so.
const UNTOLD: &str = "<script>ResizeObserver.prototype.observe = () => {}</script>";

async fn first_view_moves_nothing_when_it_goes(page: &Page) -> Result<()> {
    // Above the widget, in the middle of it, and below.
    for (scrolled, told) in [(0, ""), (700, ""), (9000, ""), (9000, UNTOLD)] {
        page.open_body(&format!(
            "{PAUSED}{PLACES}{told}<p style='height: 400px'>Before.</p>{TAG}<p id=after>After.</p><p style='height: 900px'></p>"
        ))
        .await?;
        page.run("scrollTo(0, arguments[0])", &[json!(scrolled)]).await?;
        page.more_frames().await?;
        page.run("window.__frames = []; window.__shifts = []", &[]).await?;
        page.more_frames().await?;
        page.release().await?;
        page.widget().ready().await?;
        page.more_frames().await?;
        let frames = page.frames().await?;
        ensure!(frames.len() == 1, "something has moved at {scrolled}: {frames:?}");
        ensure!(frames[0].as_array().is_some_and(|it| it.len() > 30), "{frames:?}");
        let known = page
            .run("return PerformanceObserver.supportedEntryTypes.includes('layout-shift')", &[])
            .await?;
        ensure!(
            known == json!(page.engine == Engine::Chromium),
            "another engine counts shifts now"
        );
        ensure!(page.shifts().await? == json!([]), "{}", page.shifts().await?);
    }
    Ok(())
}

async fn first_view_stands_when_the_script_has_run(page: &Page) -> Result<()> {
    const SEE: &str = "<script>window.seen = (() => {
      const host = document.querySelector('fix-ladder');
      const root = host.shadowRoot;
      return [host.dataset.state, root.querySelectorAll('[data-rung]').length > 3, host.firstElementChild !== null && host.firstElementChild.checkVisibility(),
        getComputedStyle(root.querySelector('.rungs')).listStyleType];
    })()</script>";
    let own = "<fix-ladder ladder=icloud-photos><p>Own.</p></fix-ladder><script src=/fix-ladder.js></script>";
    for body in [TAG, own] {
        page.open_body(&format!("{PAUSED}{body}{SEE}")).await?;
        let seen = page.run("return seen", &[]).await?;
        ensure!(seen == json!(["loading", true, false, "none"]), "{seen}");
    }
    for path in ["/index.html", "/fix-ladder.html"] {
        let page_html =
            std::fs::read_to_string(xtask::dist_folder().join(path.trim_start_matches('/')))?;
        let held = page_html.replacen("<head>", &format!("<head>{PAUSED}"), 1);
        page.server
            .set("/held.html", Override { body: Some(held.into_bytes()), ..Override::default() });
        page.open("/held.html").await?;
        let widget = page.widget();
        ensure!(widget.state().await?.as_deref() == Some("loading"), "held back");
        ensure!(widget.count("[data-rung]").await? > 3, "{path} has its first view");
        let list = page
            .run("return document.querySelector('fix-ladder > div').getClientRects().length", &[])
            .await?;
        ensure!(list == 0, "the list has made way");
        page.release().await?;
        widget.ready().await?;
    }
    Ok(())
}
