//! What is hidden at first: tabs, details, accordions, carousels, dialogs. A widget in there starts when it is shown.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::guarded::draw;

pub fn tests() -> Vec<Test> {
    tests![
        hp_11_what_is_hidden_at_first_stands_once_it_is_shown,
        hp_11_a_squeezed_widget_notes_no_height,
        hp_11_a_scroll_container_loads_before_it_is_reached,
    ]
}

/// What hides the widget, and how it is shown.
const HIDDEN: [(&str, &str, &str); 12] = [
    ("a tab", "<div style='display: none'>", "it.style.display = 'block'"),
    ("details", "<details>", "it.open = true"),
    ("an accordion", "<div style='height: 0; overflow: hidden'>", "it.style.height = 'auto'"),
    (
        "by its height",
        "<div style='max-height: 0; overflow: hidden'>",
        "it.style.maxHeight = 'none'",
    ),
    (
        "rows of none",
        "<div style='display: grid; grid-template-rows: 0fr; overflow: hidden'>",
        "it.style.gridTemplateRows = '1fr'",
    ),
    (
        "a carousel",
        "<div style='transform: translateX(1200px); width: 600px'>",
        "it.style.transform = 'none'",
    ),
    (
        "far to the left",
        "<div style='position: absolute; left: -9999px; width: 600px'>",
        "it.style.position = 'static'",
    ),
    ("a dialog", "<dialog>", "it.show()"),
    (
        "content-visibility",
        "<div style='content-visibility: hidden'>",
        "it.style.contentVisibility = 'visible'",
    ),
    ("until it is found", "<div hidden=until-found>", "it.hidden = false"),
    ("scaled to nothing", "<div style='transform: scale(0)'>", "it.style.transform = 'none'"),
    (
        "inert and unseen",
        "<div inert style='visibility: hidden; opacity: 0'>",
        "it.inert = false; it.style.cssText = ''",
    ),
];

const TAG: &str = "<fix-ladder ladder=icloud-photos></fix-ladder>";

async fn hp_11_what_is_hidden_at_first_stands_once_it_is_shown(page: &Page) -> Result<()> {
    let dark = "<style>body { background: #16181c; color: #e9e7e2; overflow-x: hidden }
        dialog { background: #fff; color: #222 }</style>";
    let all: String = HIDDEN
        .iter()
        .map(|(_, open, _)| {
            let name = open.split(['<', ' ', '>']).nth(1).unwrap_or("div");
            format!("<section>{open}{TAG}</{name}></section>")
        })
        .collect();
    page.open_html(&format!("{dark}</head><body>{all}<script src=/fix-ladder.js></script></body>"))
        .await?;
    draw(page, 5).await?;
    for (index, (what, _, show)) in HIDDEN.iter().enumerate() {
        let script = format!(
            "const place = document.querySelectorAll('section')[arguments[0]], it = place.firstChild;
            {show}; place.scrollIntoView()"
        );
        page.run(&script, &[json!(index)]).await?;
        let stands = format!(
            "(() => {{ const host = document.querySelectorAll('fix-ladder')[{index}], root = host.shadowRoot;
            const view = root.querySelector('.widget'), box = view.getBoundingClientRect();
            const ink = getComputedStyle(host).color, theme = view.parentNode.dataset.theme;
            return host.dataset.state === 'ready' && box.width > 400 && box.height > 400 && box.height < 6000
              && !view.parentNode.style.minHeight && theme === (ink === 'rgb(34, 34, 34)' ? 'light' : 'dark') }})()"
        );
        page.until_true(&stands).await.with_context(|| (*what).to_owned())?;
    }
    Ok(())
}

async fn hp_11_a_squeezed_widget_notes_no_height(page: &Page) -> Result<()> {
    const KEY: &str = "fix-ladder/height/icloud-photos";
    let widget = page.open_ladder().await?;
    widget.click("[data-step=stuck-charger]").await?;
    page.until("a height is noted", async || Ok(page.stored(KEY).await?.is_some())).await?;
    let noted =
        || async { Ok::<f64, anyhow::Error>(page.stored(KEY).await?.context("none")?.parse()?) };
    let before = noted().await?;
    page.open_body(&format!(
        "<div style='width: 1px; height: 1px; overflow: hidden'>{}</div><script src=/fix-ladder.js></script>",
        TAG.replace("ladder=", "loading=eager ladder=")
    ))
    .await?;
    page.widget().ready().await?;
    draw(page, 10).await?;
    let after = noted().await?;
    ensure!(after < 2.0 * before, "{before} has become {after}");
    Ok(())
}

async fn hp_11_a_scroll_container_loads_before_it_is_reached(page: &Page) -> Result<()> {
    page.open_body(&format!(
        "<div id=box style='height: 300px; overflow: auto'><p style='height: 700px'></p>{TAG}</div>
        <script src=/fix-ladder.js></script>"
    ))
    .await?;
    // The first widget of a page is asked for where it stands, without an observer; these are others.
    page.run("box.append(document.querySelector('fix-ladder').cloneNode())", &[]).await?;
    page.open_body(&format!(
        "{TAG}<div id=box style='height: 300px; overflow: auto'><p style='height: 700px'></p>{TAG}</div>
        <div id=far style='height: 300px; overflow: auto'><p style='height: 3000px'></p>{TAG}</div>
        <script src=/fix-ladder.js></script>"
    ))
    .await?;
    page.widget().ready().await?;
    let knows = page.run("return 'scrollMargin' in IntersectionObserver.prototype", &[]).await?;
    page.run("document.querySelector('#box').scrollIntoView()", &[]).await?;
    if knows == json!(true) {
        page.widget_at("#box fix-ladder").ready().await?;
    }
    page.run(
        "const far = document.querySelector('#far'); far.scrollIntoView(); far.scrollTop = 9999",
        &[],
    )
    .await?;
    page.widget_at("#far fix-ladder").ready().await
}
