//! What the head of each page says to search engines and to sites that link to it.

use anyhow::{Context, Result, ensure};
use browser_tests::local_files::{kettle, single_file};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![standalone_head_is_complete, standalone_head_of_one_file_names_no_other]
}

/// The head as a map, with the name of each thing.
const HEAD: &str = "
const metas = Array.from(document.querySelectorAll('head meta'), (it) => [it.getAttribute('name') || it.getAttribute('property'), it.content]);
const links = Array.from(document.querySelectorAll('head link'), (it) => [it.rel, it.getAttribute('href')]);
const entries = [...metas, ...links, ['title', document.title], ['lang', document.documentElement.lang]].filter(([name]) => name);
return Object.fromEntries(entries);";

const WANTED: [&str; 17] = [
    "title",
    "lang",
    "description",
    "viewport",
    "color-scheme",
    "theme-color",
    "icon",
    "canonical",
    "alternate",
    "manifest",
    "apple-touch-icon",
    "og:type",
    "og:title",
    "og:description",
    "og:url",
    "og:image",
    "og:image:alt",
];

fn text<'a>(head: &'a Value, name: &str) -> &'a str {
    head[name].as_str().unwrap_or_default()
}

async fn standalone_head_is_complete(page: &Page) -> Result<()> {
    for (path, canonical) in
        [("/index.html", "./icloud-photos/"), ("/icloud-photos/index.html", "../icloud-photos/")]
    {
        page.open(path).await?;
        let head = page.run(HEAD, &[]).await?;
        for name in WANTED {
            ensure!(!text(&head, name).is_empty(), "{path}: the head has no {name}: {head}");
        }
        ensure!(text(&head, "canonical") == canonical, "{path}: {head}");
        ensure!(text(&head, "og:url") == canonical, "{path}: {head}");
        ensure!(text(&head, "twitter:card") == "summary_large_image", "{path}: {head}");
        ensure!(
            head["og:image:width"] == "1200" && head["og:image:height"] == "630",
            "{path}: {head}"
        );
        let description = text(&head, "description");
        ensure!(is_short(description), "{path}: {description}");
        ensure!(text(&head, "og:description") == description, "{path}: {head}");
        ensure!(text(&head, "title").starts_with(text(&head, "og:title")), "{path}: {head}");
        ensure!(text(&head, "og:title") == "iCloud Photos won’t sync", "{path}: {head}");
        let source = "const [done] = arguments; const link = document.querySelector('link[rel=alternate]');
            fetch(link.href).then((it) => it.text()).then((text) => done([link.type, text.split('\\n')[0]]))";
        let source = page.client.execute_async(source, Vec::new()).await?;
        let wanted = "# iCloud Photos won’t sync <!-- id: icloud-photos -->";
        ensure!(source == json!(["text/markdown", wanted]), "{path}: {source}");
        let one = "return [document.querySelectorAll('h1').length, document.querySelectorAll('main').length]";
        ensure!(page.run(one, &[]).await? == json!([1, 1]), "{path}: one h1, one main");
    }
    Ok(())
}

/// What search engines show whole, or one sentence, which nobody can shorten.
fn is_short(description: &str) -> bool {
    description.chars().count() <= 160 || !description.contains(". ")
}

async fn standalone_head_of_one_file_names_no_other(page: &Page) -> Result<()> {
    let html = single_file(&kettle()?)?;
    page.server
        .set("/kettle.html", Override { body: Some(html.into_bytes()), ..Override::default() });
    page.open("/kettle.html").await?;
    page.widget().ready().await?;
    let head = page.run(HEAD, &[]).await?;
    ensure!(text(&head, "title").starts_with("The kettle stays cold"), "{head}");
    ensure!(text(&head, "description").starts_with("It is plugged in"), "{head}");
    for name in ["canonical", "alternate", "manifest", "apple-touch-icon", "og:url", "og:image"] {
        ensure!(head.get(name).is_none(), "{name} of a file that lies anywhere: {head}");
    }
    let addresses = "return Array.from(document.querySelectorAll('[href], [src]'), (it) => it.getAttribute('href') || it.getAttribute('src'))";
    let addresses = page.run(addresses, &[]).await?;
    let beside: Vec<&str> = addresses
        .as_array()
        .context("no addresses")?
        .iter()
        .filter_map(Value::as_str)
        // The harness is the server's doing.
        .filter(|it| !it.contains("://") && !it.starts_with("data:") && *it != "/pages/harness.js")
        .collect();
    ensure!(beside.is_empty(), "it names files beside it: {beside:?}");
    Ok(())
}
