//! The gallery: every built-in ladder, each under its own address; and the addresses that ask for a ladder by name.

use anyhow::{Context, Result, ensure};
use browser_tests::local_files::{kettle, site};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![gallery_leads_to_every_ladder, gallery_ladders_by_name, gallery_without_scripts]
}

fn built_in() -> Result<Value> {
    let file = xtask::dist_folder().join("ladders/icloud-photos.json");
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

/// Serves a site of two ladders from `/two/`.
fn serve_two(page: &Page) -> Result<()> {
    let kettle = kettle()?;
    let document = ("ladders/kettle.json".to_owned(), kettle.to_string().into_bytes());
    for (path, bytes) in site(&[built_in()?, kettle])?.into_iter().chain([document]) {
        let served = match path.strip_suffix("index.html") {
            Some(folder) => format!("/two/{folder}"),
            None => format!("/two/{path}"),
        };
        let page_type = ("content-type".to_owned(), "text/html; charset=utf-8".to_owned());
        let headers = if served.ends_with('/') { vec![page_type] } else { Vec::new() };
        page.server.set(&served, Override { body: Some(bytes), headers, ..Override::default() });
    }
    Ok(())
}

async fn shows(page: &Page, title: &str) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    let shown = widget.text("h2").await?;
    ensure!(shown == title, "{shown:?} instead of {title:?}");
    let named = page.run("return document.title", &[]).await?;
    ensure!(named.as_str().is_some_and(|it| it.starts_with(title)), "the title is {named}");
    page.ensure_no_errors().await
}

async fn entries(page: &Page) -> Result<Vec<(String, String)>> {
    let entries = "return Array.from(document.querySelectorAll('[data-gallery]'), (it) => [it.dataset.gallery, it.textContent])";
    Ok(serde_json::from_value(page.run(entries, &[]).await?)?)
}

async fn follow(page: &Page, id: &str) -> Result<()> {
    let link = format!("return document.querySelector('[data-gallery=\"{id}\"]')");
    let link = page.run_for_element(&link, &[]).await?.context("no such entry")?;
    link.click().await?;
    page.until_true(&format!("location.pathname.endsWith('/{id}/')")).await
}

async fn gallery_leads_to_every_ladder(page: &Page) -> Result<()> {
    // As it is built: an entry for each ladder beside the pages.
    page.open("/").await?;
    let mut ids: Vec<String> = Vec::new();
    for file in std::fs::read_dir(xtask::dist_folder().join("ladders"))? {
        // The text of each stands beside it.
        let name = file?.file_name();
        ids.extend(name.to_string_lossy().strip_suffix(".json").map(str::to_owned));
    }
    ids.sort();
    let mut found: Vec<String> = entries(page).await?.into_iter().map(|(id, _)| id).collect();
    found.sort();
    ensure!(found == ids, "{found:?}, built: {ids:?}");
    // As it is with two.
    serve_two(page)?;
    for (id, title) in
        [("icloud-photos", "iCloud Photos won’t sync"), ("kettle", "The kettle stays cold")]
    {
        page.open("/two/").await?;
        // Until then the entries move.
        page.widget().ready().await?;
        let entries = entries(page).await?;
        ensure!(entries.contains(&(id.to_owned(), title.to_owned())), "{entries:?}");
        follow(page, id).await?;
        shows(page, title).await?;
        ensure!(
            !page
                .run("return Boolean(document.querySelector('[data-gallery]'))", &[])
                .await?
                .as_bool()
                .unwrap_or(true)
        );
        // And back to where all of them are.
        let home = page.run_for_element("return document.querySelector('h1 a')", &[]).await?;
        home.context("no way home")?.click().await?;
        page.until_true("location.pathname === '/two/'").await?;
    }
    page.widget().ready().await
}

async fn gallery_ladders_by_name(page: &Page) -> Result<()> {
    serve_two(page)?;
    const HOME: &str = "iCloud Photos won’t sync";
    let cases = [
        ("?ladder=kettle", "The kettle stays cold"),
        ("?ladder=icloud-photos", HOME),
        ("?ladder=unknown", HOME),
        ("?ladder=", HOME),
        ("?ladder=__proto__", HOME),
        ("?ladder=toString", HOME),
        ("?ladder=../secret", HOME),
        ("?ladder=%3Cscript%3E", HOME),
        ("?other=kettle", HOME),
    ];
    for (query, title) in cases {
        page.open(&format!("/two/{query}")).await?;
        shows(page, title).await.with_context(|| query.to_owned())?;
    }
    let asked: Vec<String> =
        page.server.requests().into_iter().filter(|it| it.contains("ladders/")).collect();
    // The worker that would keep the page asks for it too.
    ensure!(asked.iter().all(|it| it == "/two/ladders/kettle.json"), "{asked:?}");
    Ok(())
}

async fn gallery_without_scripts(page: &Page) -> Result<()> {
    serve_two(page)?;
    let read = "return [document.querySelector('fix-ladder > div > h2').textContent,
        document.querySelectorAll('[data-gallery]').length]";
    page.without_scripts("/two/", async || {
        ensure!(page.run(read, &[]).await? == json!(["iCloud Photos won’t sync", 2]));
        follow(page, "kettle").await?;
        ensure!(page.run(read, &[]).await? == json!(["The kettle stays cold", 0]));
        Ok(())
    })
    .await
}
