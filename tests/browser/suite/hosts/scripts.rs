//! The script on pages that load it in every other way, more than once, in several versions, late or not at all.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::{self, Override, Server};

pub fn tests() -> Vec<Test> {
    tests![
        h_3_script_twice_versions,
        h_3_script_twice_placed,
        h_3_a_taken_registry_throws_nothing,
        h_11_a_late_script_starts,
        h_11_a_released_script_starts,
        h_11_a_reserved_place_does_not_shift,
        h_11_taking_over_moves_nothing_above,
    ]
}

const TAG: &str =
    "<script src=\"/fix-ladder.js\" data-ladder=icloud-photos data-loading=eager></script>";
const SCRIPT: &str = "<script src=\"/fix-ladder.js\"></script>";
const ELEMENT: &str = "<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";

/// Counts what the script asks of the registry.
const COUNT: &str = "<script>
window.defined = [];
const define = customElements.define;
customElements.define = function (name, ...more) { defined.push(name); return define.call(this, name, ...more) };
</script>";

/// The script of another version: other styles, the same module.
fn serve_version_2(page: &Page) -> Result<()> {
    let dist = xtask::dist_folder();
    let script = std::fs::read_to_string(dist.join("fix-ladder.js"))?;
    let other =
        script.replacen(".ladder-title", ".ladder-title { outline: 1px solid } .ladder-title", 1);
    ensure!(script != other, "nothing has been altered");
    let module = std::fs::read(dist.join("fix-ladder.wasm"))?;
    for (path, body) in [("/v2/fix-ladder.js", other.into_bytes()), ("/v2/fix-ladder.wasm", module)]
    {
        page.server.set(path, Override { body: Some(body), ..Override::default() });
    }
    Ok(())
}

/// Another origin that has the same files, and lets everybody have them.
fn another_origin() -> Result<Server> {
    let other = server::start(server::Options {
        folders: vec![xtask::dist_folder()],
        ..server::Options::default()
    })?;
    for path in ["/fix-ladder.js", "/fix-ladder.wasm"] {
        let headers = vec![("access-control-allow-origin".to_owned(), "*".to_owned())];
        other.set(path, Override { headers, ..Override::default() });
    }
    Ok(other)
}

/// Opens a page and waits until this many widgets stand, of one definition.
async fn stands(page: &Page, name: &str, html: &str, widgets: usize) -> Result<()> {
    page.open_html(&format!("{COUNT}{html}")).await?;
    let ready =
        format!("document.querySelectorAll('fix-ladder[data-state=ready]').length === {widgets}");
    page.until_true(&ready).await.with_context(|| format!("{name}: {widgets} widgets"))?;
    let whole = "return [defined, document.querySelectorAll('fix-ladder').length,
        Array.from(document.querySelectorAll('fix-ladder'), (it) => it.shadowRoot.querySelectorAll('.ladder').length)]";
    let found = page.run(whole, &[]).await?;
    ensure!(found == json!([["fix-ladder"], widgets, vec![1; widgets]]), "{name}: {found}");
    page.ensure_no_errors().await.with_context(|| name.to_owned())
}

async fn h_3_script_twice_versions(page: &Page) -> Result<()> {
    serve_version_2(page)?;
    let other = another_origin()?;
    let far = SCRIPT.replace("/fix-ladder.js", &other.url("/fix-ladder.js"));
    let second = SCRIPT.replace("/fix", "/v2/fix");
    let body = |content: String| format!("</head><body>{content}</body>");
    let with = |attribute: &str| SCRIPT.replace("src", &format!("{attribute} src"));
    let (module, late) = (with("type=module"), with("async") + &with("defer"));
    let cases = [
        ("the same twice", body(format!("{ELEMENT}{SCRIPT}{ELEMENT}{SCRIPT}")), 2),
        ("two versions", body(format!("{ELEMENT}{SCRIPT}{second}{ELEMENT}")), 2),
        ("a module and a classic script", body(format!("{module}{ELEMENT}{SCRIPT}{ELEMENT}")), 2),
        ("async and defer", format!("{late}</head><body>{ELEMENT}{ELEMENT}</body>"), 2),
        ("two origins", body(format!("{far}{ELEMENT}{SCRIPT}{ELEMENT}")), 2),
    ];
    for (name, html, widgets) in &cases {
        stands(page, name, html, *widgets).await?;
    }
    Ok(())
}

async fn h_3_script_twice_placed(page: &Page) -> Result<()> {
    serve_version_2(page)?;
    let injected = "<script>for (const src of ['/fix-ladder.js', '/v2/fix-ladder.js']) {
        const script = document.createElement('script'); script.src = src; document.head.append(script) }</script>";
    let written = TAG.replace("</script>", "<\\/script>").replace('"', "");
    let import = "<script type=module>import('/fix-ladder.js')</script>";
    let copied = "<script>const old = document.querySelector('[data-ladder]'), copy = document.createElement('script');
        for (const it of old.attributes) copy.setAttribute(it.name, it.value); old.replaceWith(copy)</script>";
    let body = |content: String| format!("</head><body>{content}</body>");
    let cases = [
        (
            "in head and body",
            format!("{SCRIPT}</head><body>{TAG}<p></p>{TAG}<p></p>{ELEMENT}</body>"),
            3,
        ),
        ("by script", body(format!("{injected}{ELEMENT}{ELEMENT}")), 2),
        (
            "by document.write",
            body(format!("<p><script>document.write('{written}')</script></p>{TAG}")),
            2,
        ),
        ("imported", body(format!("{import}{ELEMENT}{TAG}")), 2),
        ("run again on a copy of its tag", body(format!("<div>{TAG}</div>{copied}")), 1),
    ];
    for (name, html, widgets) in &cases {
        stands(page, name, html, *widgets).await?;
    }
    Ok(())
}

async fn h_3_a_taken_registry_throws_nothing(page: &Page) -> Result<()> {
    let taken =
        "<script>customElements.define('fix-ladder', class extends HTMLElement {})</script>";
    page.open_html(&format!("{taken}</head><body>{ELEMENT}{TAG}</body>")).await?;
    page.ensure_no_errors().await?;
    let broken =
        "<script>customElements.define = () => { throw new Error('no more elements') }</script>";
    page.open_html(&format!("{broken}</head><body>{ELEMENT}{TAG}<p id=after></p></body>")).await?;
    page.until_true("document.readyState === 'complete'").await?;
    let errors = page.take_errors().await?;
    ensure!(errors.len() == 1 && errors[0].starts_with("console: fix-ladder:"), "{errors:?}");
    Ok(())
}

async fn h_11_a_late_script_starts(page: &Page) -> Result<()> {
    page.open_body(&format!("{ELEMENT}<p id=place></p>")).await?;
    page.until_true("document.readyState === 'complete'").await?;
    let late = "const script = document.createElement('script'); script.src = '/fix-ladder.js';
        script.dataset.ladder = 'icloud-photos'; script.dataset.loading = 'eager'; place.after(script)";
    page.run(late, &[]).await?;
    for place in ["fix-ladder", "#place ~ fix-ladder"] {
        page.widget_at(place).ready().await?;
    }
    Ok(())
}

async fn h_11_a_released_script_starts(page: &Page) -> Result<()> {
    let held = TAG.replace("<script ", "<script type=\"text/plain\" data-consent ");
    page.open_body(&format!("<p id=before></p>{held}")).await?;
    page.until_true("document.readyState === 'complete'").await?;
    let asked = |page: &Page| page.server.requests().iter().any(|it| it.contains("/fix-ladder"));
    ensure!(!asked(page), "nothing is fetched before the reader agrees");
    ensure!(page.widget().state().await?.is_none(), "nothing is shown before the reader agrees");
    // As consent tools do: a script that has once been no script stays none, so a copy comes in its place.
    let release = "const old = document.querySelector('[data-consent]'), copy = document.createElement('script');
        for (const { name, value } of Array.from(old.attributes)) if (name !== 'type') copy.setAttribute(name, value);
        old.parentNode.replaceChild(copy, old)";
    page.run(release, &[]).await?;
    page.widget().ready().await
}

/// Where the things of a page are: the paragraph above, what is seen of the element, the paragraph below.
/// WebKit counts an empty line to the box of an element that is not defined yet, so its own box says little.
const PLACES: &str = "
const host = document.querySelector('fix-ladder');
const widget = host.shadowRoot && host.shadowRoot.querySelector('.widget');
const things = [document.getElementById('above'), widget || host.querySelector('ol'), document.getElementById('below')];
return things.map((it) => it.getBoundingClientRect().top);";

/// A post with the author's own list, and everything that shifts in it counted where the engine counts.
fn post(reserved: &str) -> String {
    format!(
        "<style>body {{ margin: 0; font: 18px/1.5 serif; letter-spacing: 0.02em }} {reserved}</style>
        <script>window.shifts = 0; try {{ new PerformanceObserver((list) => {{
          for (const it of list.getEntries()) shifts += it.value
        }}).observe({{ type: 'layout-shift', buffered: true }}) }} catch (error) {{}}</script></head>
        <body><p id=above>Above.</p><div id=reserved><fix-ladder ladder=icloud-photos loading=eager>
        <ol><li>Restart it.<li>Pull the plug.<li>Ask somebody.</ol></fix-ladder></div>
        <p id=below>Below.</p></body>"
    )
}

/// Two frames are enough for an observer to speak.
const FRAMES: &str = "const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";

/// Brings the script to a page that has been painted. Returns where things were before and after, and the shifts.
async fn bring_the_script(page: &Page) -> Result<(Value, Value, f64)> {
    page.client.execute_async(FRAMES, Vec::new()).await?;
    let before = page.run(PLACES, &[]).await?;
    let bring = "const script = document.createElement('script'); script.src = '/fix-ladder.js';
        document.body.append(script)";
    page.run(bring, &[]).await?;
    page.widget().ready().await?;
    page.client.execute_async(FRAMES, Vec::new()).await?;
    let after = page.run(PLACES, &[]).await?;
    let shifts = page.run("return window.shifts", &[]).await?.as_f64().context("no number")?;
    Ok((before, after, shifts))
}

async fn h_11_a_reserved_place_does_not_shift(page: &Page) -> Result<()> {
    page.open_html(&post("#reserved { min-height: 4000px }")).await?;
    let (before, after, shifts) = bring_the_script(page).await?;
    ensure!(before == after, "from {before} to {after}");
    ensure!(shifts == 0.0, "shifted by {shifts}");
    Ok(())
}

async fn h_11_taking_over_moves_nothing_above(page: &Page) -> Result<()> {
    page.open_html(&post("")).await?;
    let (before, after, _) = bring_the_script(page).await?;
    for (index, what) in ["the paragraph above", "the element"].into_iter().enumerate() {
        ensure!(
            before[index] == after[index],
            "{what} moved from {} to {}",
            before[index],
            after[index]
        );
    }
    ensure!(before[2] != after[2], "the widget is taller than the list");
    Ok(())
}
