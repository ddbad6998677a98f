//! Hosts that take no scripts but frames: `embed.html` in a page of another site, as docs/embedding.md says.

use anyhow::{Context, Result, ensure};
use browser_tests::recipes::{recipe, recipe_at};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::{self, Override, Server};

pub fn tests() -> Vec<Test> {
    tests![
        hp_24_a_frame_is_as_high_as_its_list,
        hp_24_what_the_address_says_is_shown,
        hp_24_no_document_but_of_this_site_or_by_https,
        hp_24_a_frame_that_keeps_nothing_shows_the_way_out,
        hp_24_a_frame_whose_script_does_not_come,
    ]
}

const STEP: &str = "[data-rung=really-stuck] [data-step]";
const CORS: &str = "access-control-allow-origin";

/// The site that has the files. Its name is another than that of the page around, so that browsers take it for another
/// site and not only for another origin.
struct Files(Server);

impl Files {
    fn new() -> Result<Files> {
        let folders = vec![xtask::dist_folder(), xtask::project_root().join("tests/browser")];
        let into_pages = "<script src=\"/pages/harness.js\"></script>";
        Ok(Files(server::start(server::Options { folders, into_pages, ..Default::default() })?))
    }

    fn url(&self, path: &str) -> String {
        self.0.url(path).replace("127.0.0.1", "localhost")
    }

    fn send(&self, path: &str, file: Override) {
        self.0.set(path, file);
    }

    /// The recipe of the paper, with other attributes and another query.
    fn frame(&self, attributes: &str, query: &str) -> Result<String> {
        let frame = recipe("Frame")?
            .replace("https://example.org/fix-ladder/", &self.url("/"))
            .replace("?ladder=icloud-photos", query)
            .replacen("<iframe", &format!("<iframe {attributes}"), 1);
        ensure!(frame.contains("title=") && frame.contains(&self.url("/embed.html")), "{frame}");
        Ok(frame)
    }
}

/// Does something inside the frame.
async fn inside(page: &Page, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    page.client.clone().enter_frame(0).await.context("entering the frame")?;
    let outcome = act().await;
    page.client.clone().enter_parent_frame().await?;
    outcome
}

/// The page around notes what it is told.
const HEARING: &str =
    "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));
window.told = () => heard.filter((it) => it.type === 'fix-ladder-height').map((it) => it.height);
window.frame = () => document.querySelector('iframe');</script>";

/// The frame has the height that it asked for last, and asks for no other.
async fn has_settled(page: &Page) -> Result<()> {
    let fits = "told().length && frame().style.height === told().pop() + 'px'";
    page.until_true(fits).await?;
    // What a bar that comes and goes would do happens within a few frames, again and again.
    let settle =
        "const [done] = arguments; let quiet = 0; let frames = 0; let before = told().length;
        const look = () => {
          frames += 1;
          quiet = told().length === before ? quiet + 1 : 0;
          before = told().length;
          if (quiet > 20 || frames > 300) done({ quiet, told: told().slice(-6) });
          else requestAnimationFrame(look);
        };
        look()";
    let settled = page.client.execute_async(settle, Vec::new()).await?;
    ensure!(
        settled["quiet"].as_u64() > Some(20),
        "it asks for one height after another: {settled}"
    );
    page.until_true(fits).await
}

async fn hp_24_a_frame_is_as_high_as_its_list(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let grows = recipe_at("Frame that grows", 0)?;
    // With a border that is a part of its height, as in half of all themes, it is always a little too low.
    for (attributes, style) in [
        ("", ""),
        (
            "data-bordered",
            "* { box-sizing: border-box } iframe[data-bordered] { border: 2px inset !important }",
        ),
    ] {
        let frame = files.frame(attributes, "?ladder=icloud-photos")?;
        page.open_html(&format!(
            "<style>{style}</style></head><body><h1>A post</h1>{HEARING}<script>{grows}</script>{frame}<p>And on.</p></body>"
        ))
        .await?;
        inside(page, async || page.widget().ready().await).await?;
        has_settled(page).await?;
        let scrolls =
            "const { scrollHeight } = document.documentElement; return scrollHeight - innerHeight";
        inside(page, async || {
            let over = page.run(scrolls, &[]).await?.as_i64().context("no height")?;
            ensure!(over <= 8, "{over} px do not fit");
            let before = page.run("return innerHeight", &[]).await?;
            page.widget().click("[data-rung=restart] [data-action=toggle]").await?;
            page.until("it is higher", async || {
                Ok(page.run("return innerHeight", &[]).await?.as_f64() > before.as_f64())
            })
            .await
        })
        .await?;
        has_settled(page).await?;
        // It follows a narrower page as well, and a list that is folded again.
        let high = page.run("return told().pop()", &[]).await?;
        inside(page, async || {
            page.widget().click("[data-rung=restart] [data-action=toggle]").await
        })
        .await?;
        page.until("it is lower", async || {
            Ok(page.run("return told().pop()", &[]).await?.as_f64() < high.as_f64())
        })
        .await?;
        has_settled(page).await?;
        page.run("frame().style.width = '320px'", &[]).await?;
        page.until("it is higher", async || {
            Ok(page.run("return told().pop()", &[]).await?.as_f64() > high.as_f64())
        })
        .await?;
        has_settled(page).await?;
    }
    // Others listen to the same in words of their own.
    let amp =
        "heard.some((it) => it.sentinel === 'amp' && it.type === 'embed-size' && it.height > 100)";
    page.until_true(amp).await?;
    let embedly =
        "heard.some((it) => typeof it === 'string' && JSON.parse(it).context === 'iframe.resize')";
    page.until_true(embedly).await?;
    let workers = "const [done] = arguments; Promise.resolve(navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : []).then((all) => done(all.length), () => done(0))";
    inside(page, async || {
        ensure!(
            page.client.execute_async(workers, Vec::new()).await? == 0,
            "a frame has no worker"
        );
        page.widget().click(STEP).await?;
        page.widget().until(&format!("{STEP}:checked")).await
    })
    .await?;
    page.reload().await?;
    inside(page, async || {
        page.widget().until(&format!("{STEP}:checked")).await?;
        ensure!(!page.widget().has("[data-notice=not-kept]").await?, "it is kept");
        page.ensure_no_errors().await
    })
    .await
}

/// A line of the page for frames, where it is shown.
async fn line(page: &Page, name: &str) -> Result<Value> {
    let script = "const line = document.querySelector(`[data-line=${arguments[0]}]`);
        return line.hidden ? null : line.innerText.trim()";
    page.run(script, &[json!(name)]).await
}

async fn hp_24_what_the_address_says_is_shown(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let ground = "return [getComputedStyle(document.documentElement).backgroundColor, document.querySelector('fix-ladder').shadowRoot.querySelector('[data-theme]').dataset.theme]";
    // In a tab of its own there is no way out, and nobody to be told a height.
    for (query, title, look) in [
        ("?theme=dark&heading-level=4", "h4", json!(["rgb(22, 24, 28)", "dark"])),
        ("?theme=light&ladder=icloud-photos", "h2", json!(["rgb(255, 255, 255)", "light"])),
        ("?document=/pages/kettle.json&lang=en", "h2", json!(["rgb(255, 255, 255)", "light"])),
    ] {
        page.client.goto(&files.url(&format!("/embed.html{query}"))).await?;
        page.widget().ready().await?;
        page.until_true("document.title !== 'Fix Ladder'").await?;
        let words = page.widget().text(&format!("{title}[part~=title]")).await?;
        ensure!(
            page.run("return document.title", &[]).await? == words,
            "the tab is called {words}"
        );
        ensure!(page.run(ground, &[]).await? == look, "{query}: {}", page.run(ground, &[]).await?);
        ensure!(line(page, "own-tab").await?.is_null() && line(page, "from").await?.is_null());
        page.check_accessibility().await.with_context(|| query.to_owned())?;
        page.ensure_no_errors().await?;
    }
    // A frame of another site offers a tab, and says why; one of the same site needs no reason.
    for (origin, has_reason) in [(files.url("/"), true), (page.server.url("/"), false)] {
        let frame = files.frame("", "?ladder=icloud-photos")?.replace(&files.url("/"), &origin);
        page.open_body(&frame).await?;
        inside(page, async || {
            page.widget().ready().await?;
            let line = line(page, "own-tab").await?;
            let words = line.as_str().unwrap_or_default();
            ensure!(words.starts_with("Open this list in a tab of its own"), "{words:?}");
            ensure!(words.contains("some browsers forget") == has_reason, "{words:?}");
            page.ensure_no_errors().await
        })
        .await?;
    }
    Ok(())
}

async fn hp_24_no_document_but_of_this_site_or_by_https(page: &Page) -> Result<()> {
    let files = Files::new()?;
    // Another origin without https is as little allowed as what is no document of a site at all.
    let elsewhere = page.server.url("/pages/kettle.json");
    for address in [
        "javascript:alert(1)",
        "data:application/json,{}",
        "blob:https://example.org/a",
        "https://",
        elsewhere.as_str(),
    ] {
        let before = page.server.requests().len();
        page.client.goto(&files.url("/pages/blank.html")).await?;
        page.client.goto(&files.url(&format!("/embed.html?document={address}"))).await?;
        let words = line(page, "refused").await?;
        ensure!(words == "This list of fixes could not be read.", "{address}: {words}");
        ensure!(page.run("return document.querySelector('fix-ladder')", &[]).await?.is_null());
        ensure!(page.server.requests().len() == before, "{address} is not asked for");
    }
    // By https it is asked for, and the reader sees whose words it would bring.
    page.client.goto(&files.url("/embed.html?document=https://lists.invalid/a.json")).await?;
    page.widget().until_state("failed").await?;
    ensure!(line(page, "from").await? == "This list comes from lists.invalid.");
    page.take_errors().await.map(drop)
}

async fn hp_24_a_frame_that_keeps_nothing_shows_the_way_out(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let everybody = vec![(CORS.to_owned(), "*".to_owned())];
    files.send("/fix-ladder.wasm", Override { headers: everybody, ..Override::default() });
    let frame = files.frame("sandbox=\"allow-scripts allow-popups\"", "?ladder=icloud-photos")?;
    page.open_body(&frame).await?;
    inside(page, async || {
        let widget = page.widget();
        widget.until("[data-notice=not-kept]").await?;
        // Right there: above the list, and to be followed.
        let way = "const line = document.querySelector('[data-line=own-tab]'); const link = line.querySelector('a');
            return [line.nextElementSibling.localName, link.target, link.rel, link.href === location.href, line.getBoundingClientRect().top < 60]";
        page.until_true(&format!("(() => {{ {way} }})()[0] === 'fix-ladder'")).await?;
        let way = page.run(way, &[]).await?;
        ensure!(way == json!(["fix-ladder", "_blank", "noopener", true, true]), "{way}");
        widget.click(STEP).await?;
        widget.until(&format!("{STEP}:checked")).await
    })
    .await
}

async fn hp_24_a_frame_whose_script_does_not_come(page: &Page) -> Result<()> {
    let files = Files::new()?;
    files.send(
        "/fix-ladder.js",
        Override { status: Some(404), body: Some(Vec::new()), ..Override::default() },
    );
    page.open_body(&files.frame("", "?ladder=icloud-photos")?).await?;
    inside(page, async || {
        page.until("the reader is told", async || {
            Ok(line(page, "refused").await? == "The list of fixes could not be loaded.")
        })
        .await?;
        ensure!(!line(page, "own-tab").await?.is_null(), "and there is a way on");
        Ok(())
    })
    .await
}
