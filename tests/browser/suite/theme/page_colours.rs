//! The colours of the page around a widget, in every notation and through every change.

use anyhow::{Result, ensure};
use browser_tests::paused_module::PAUSED;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![
        colours_are_read_in_every_notation,
        a_fading_page_is_followed_to_its_end,
        a_theme_of_a_wrapper_is_followed,
        a_theme_of_another_body_is_followed,
        a_theme_changed_out_of_sight_is_seen_later,
        a_theme_of_the_authors_own_brings_its_ground,
        neighbours_of_different_colours_are_told_apart,
    ]
}

/// A widget on a page, and `seen()`: the theme, the ink that shapes are filled with, the text's own colour.
const WIDGET: &str = "
<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>
<script src=\"/fix-ladder.js\"></script>
<script>
  var host = document.querySelector('fix-ladder');
  var inside = (css) => host.shadowRoot.querySelector(css);
  var seen = () => [
    inside('[data-theme]').dataset.theme,
    getComputedStyle(inside('[data-action=fixed]')).backgroundColor,
    getComputedStyle(inside('h2')).color,
  ].join(' ');
</script>";

const DARK: &str = "color: rgb(20, 22, 24); background: rgb(255, 255, 255)";
const LIGHT: &str = "color: rgb(238, 240, 242); background: rgb(16, 17, 18)";
const SEEN_DARK: &str = "seen() === 'light rgb(20, 22, 24) rgb(20, 22, 24)'";
const SEEN_LIGHT: &str = "seen() === 'dark rgb(238, 240, 242) rgb(238, 240, 242)'";

async fn open(page: &Page, styles: &str, before: &str) -> Result<()> {
    let head = format!("<style>{styles}</style></head>");
    page.open_html(&format!("{head}<body>{before}{WIDGET}</body>")).await?;
    page.widget().ready().await
}

async fn colours_are_read_in_every_notation(page: &Page) -> Result<()> {
    const COLOURS: [(&str, &str); 22] = [
        ("#222", "light"),
        ("#eee", "dark"),
        ("rgb(255 255 255 / 0.87)", "dark"),
        ("hsl(50 60% 90%)", "dark"),
        ("oklch(0.25 0.02 250)", "light"),
        ("oklch(0.93 0.02 250)", "dark"),
        ("oklch(93% none none)", "dark"),
        ("oklab(0.2 -0.1 0.1)", "light"),
        ("oklab(0.95 0 0)", "dark"),
        ("lab(20 10 -10)", "light"),
        ("lab(92 0 0)", "dark"),
        ("lch(20 90 200)", "light"),
        ("lch(92 5 200)", "dark"),
        ("color(display-p3 0.1 0.1 0.12)", "light"),
        ("color(display-p3 0.9 0.9 0.95)", "dark"),
        ("color(srgb 0.1 0.1 0.1)", "light"),
        ("color(srgb 0.9 0.9 0.9)", "dark"),
        ("color(srgb-linear 0.2 0.2 0.2)", "light"),
        ("color(srgb-linear 0.6 0.6 0.6)", "dark"),
        ("color(xyz 0.05 0.05 0.05)", "light"),
        ("color(xyz 0.7 0.75 0.8)", "dark"),
        ("color-mix(in oklab, white 90%, black)", "dark"),
    ];
    open(page, "", "").await?;
    for (colour, theme) in COLOURS {
        page.run("document.body.style.color = arguments[0]", &[json!(colour)]).await?;
        // The ink follows at the same moment, so that an unchanged theme is no mere leftover.
        let measured = "inside('[data-theme]').style.getPropertyValue('--page-ink') === getComputedStyle(document.body).color";
        page.until_true(measured).await?;
        let found = page.run("return inside('[data-theme]').dataset.theme", &[]).await?;
        ensure!(found == theme, "{colour} makes {found}");
    }
    Ok(())
}

async fn a_fading_page_is_followed_to_its_end(page: &Page) -> Result<()> {
    let styles = format!(
        "body {{ {DARK}; transition: color 0.25s 0.05s, background 0.25s }} body.night {{ {LIGHT} }}"
    );
    open(page, &styles, "").await?;
    page.until_true(SEEN_DARK).await?;
    for (class, seen) in [("night", SEEN_LIGHT), ("", SEEN_DARK)] {
        page.run("document.body.className = arguments[0]", &[json!(class)]).await?;
        page.until_true(seen).await?;
    }
    Ok(())
}

async fn a_theme_of_a_wrapper_is_followed(page: &Page) -> Result<()> {
    let styles = format!(
        ".post {{ {DARK} }} .post.night {{ {LIGHT} }} .slow {{ transition: all 0.2s }}
        #sheet.late ~ .post {{ {LIGHT} }}"
    );
    open(page, &styles, "<div id=sheet></div><article class=post><section>").await?;
    page.until_true(SEEN_DARK).await?;
    let post = "document.querySelector('.post').classList";
    for (change, seen) in [
        (format!("{post}.add('night')"), SEEN_LIGHT),
        (format!("{post}.remove('night')"), SEEN_DARK),
        // The text itself is right at once; what is drawn in its colour follows a frame later.
        (format!("{post}.add('slow', 'night')"), SEEN_LIGHT),
        (format!("{post}.remove('slow', 'night')"), SEEN_DARK),
        // Nothing of the wrapper changes, only what a style sheet says of it.
        ("sheet.className = 'late'".to_owned(), SEEN_LIGHT),
    ] {
        page.run(&change, &[]).await?;
        page.until_true(seen).await?;
    }
    Ok(())
}

async fn a_theme_of_another_body_is_followed(page: &Page) -> Result<()> {
    let styles = format!("body {{ {DARK} }} body.night {{ {LIGHT} }}");
    open(page, &styles, "").await?;
    // As page loaders do that keep an element over a change of the page. In a task of the page's own:
    // WebKit does not count the driver's scripts as running, and does its microtasks between their lines.
    let swap = "setTimeout(() => { const body = document.createElement('body');
        body.append(host); document.body.replaceWith(body); window.swapped = true })";
    page.run(swap, &[]).await?;
    page.until_true("window.swapped").await?;
    page.until_true(SEEN_DARK).await?;
    page.run("document.body.className = 'night'", &[]).await?;
    page.until_true(SEEN_LIGHT).await?;
    ensure!(page.events_of("ready").await?.len() == 1, "the widget stayed");
    Ok(())
}

async fn a_theme_changed_out_of_sight_is_seen_later(page: &Page) -> Result<()> {
    let styles = format!("body {{ {DARK} }} body.night {{ {LIGHT} }}");
    open(page, &styles, "<div id=tab>").await?;
    page.until_true(SEEN_DARK).await?;
    page.run("tab.hidden = true", &[]).await?;
    // Seen as hidden: what comes and goes between two frames has never been out of sight.
    page.run(
        "requestAnimationFrame(() => requestAnimationFrame(() => { window.gone = true }))",
        &[],
    )
    .await?;
    page.until_true("window.gone").await?;
    page.run("document.body.className = 'night'", &[]).await?;
    page.run("tab.hidden = false", &[]).await?;
    page.until_true(SEEN_LIGHT).await
}

async fn a_theme_of_the_authors_own_brings_its_ground(page: &Page) -> Result<()> {
    open(page, &format!("body {{ {DARK} }} body.night {{ {LIGHT} }}"), "").await?;
    page.run("host.setAttribute('theme', 'dark')", &[]).await?;
    page.until_true("inside('[data-theme=dark][data-ground]')").await?;
    let text = page.run("return getComputedStyle(inside('h2')).color", &[]).await?;
    ensure!(text == "rgb(233, 231, 226)", "the text stands on the ground: {text}");
    page.run("document.body.className = 'night'", &[]).await?;
    page.until_true("!inside('[data-ground]')").await?;
    page.until_true(SEEN_LIGHT).await
}

/// Of elements with one parent only the first is measured before it is drawn. They may be shown in different places.
async fn neighbours_of_different_colours_are_told_apart(page: &Page) -> Result<()> {
    let element = "<fix-ladder ladder=icloud-photos loading=eager";
    let places = format!(
        "<div style=\"{DARK}\"><slot name=one></slot></div><div style=\"{LIGHT}\"><slot name=two></slot></div>"
    );
    page.open_html(&format!(
        "{PAUSED}</head><body><div id=frame>{element} slot=one></fix-ladder>{element} slot=two id=second></fix-ladder></div>\
        <script>frame.attachShadow({{ mode: 'open' }}).innerHTML = '{places}'</script>\
        <script src=/fix-ladder.js></script></body>"
    ))
    .await?;
    let themes = "return Array.from(document.querySelectorAll('fix-ladder'), (it) =>
        it.shadowRoot.querySelector('[data-theme]').dataset.theme)";
    page.more_frames().await?;
    let seen = page.run(themes, &[]).await?;
    ensure!(seen == json!(["light", "dark"]), "before they are alive: {seen}");
    page.release().await?;
    page.widget().ready().await?;
    page.widget_at("#second").ready().await?;
    page.more_frames().await?;
    let seen = page.run(themes, &[]).await?;
    ensure!(seen == json!(["light", "dark"]), "alive: {seen}");
    Ok(())
}
