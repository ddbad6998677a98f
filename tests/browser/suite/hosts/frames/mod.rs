//! Hosts that take no scripts but frames: `embed.html` in a page of another site, as docs/embedding.md says.

/// The height that the page around gives the frame.
mod height;
/// Frames that keep what is ticked, and frames that do not.
mod storage;

use anyhow::{Context, Result, ensure};
use browser_tests::recipes::recipe;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::{self, Override, Server};

pub fn tests() -> Vec<Test> {
    let mut tests = tests![
        hp_24_what_the_address_says_is_shown,
        hp_24_no_document_but_of_this_site_or_by_https,
        hp_24_a_frame_whose_script_does_not_come,
    ];
    tests.extend(height::tests());
    tests.extend(storage::tests());
    tests
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
