//! Every address in the pages leads to a file that is built.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::Value;

pub fn tests() -> Vec<Test> {
    tests![standalone_addresses_lead_to_files]
}

/// Every address that stands in a page, as it is from there.
const ADDRESSES: &str = "
const all = (css, read) => Array.from(document.querySelectorAll(css), read);
const written = [...all('[href]', (it) => it.getAttribute('href')), ...all('[src]', (it) => it.getAttribute('src')),
  ...all('meta[property=\"og:url\"], meta[property=\"og:image\"]', (it) => it.content)];
return written.map((it) => new URL(it, document.baseURI)).filter((it) => it.origin === location.origin).map((it) => it.pathname);";

fn is_built(path: &str) -> bool {
    let file = xtask::dist_folder().join(path.trim_start_matches('/'));
    if path.ends_with('/') { file.join("index.html").is_file() } else { file.is_file() }
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

async fn standalone_addresses_lead_to_files(page: &Page) -> Result<()> {
    let mut missing: Vec<String> = Vec::new();
    for path in ["/index.html", "/icloud-photos/index.html"] {
        page.open(path).await?;
        let addresses = page.run(ADDRESSES, &[]).await?;
        let own: Vec<&str> = strings(&addresses).filter(|it| !it.starts_with("/pages/")).collect();
        ensure!(own.len() > 5, "{path}: {own:?}");
        missing
            .extend(own.iter().filter(|it| !is_built(it)).map(|it| format!("{path} names {it}")));
    }
    let manifest = std::fs::read_to_string(xtask::dist_folder().join("manifest.webmanifest"))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let pictures = ["icons", "screenshots"].iter().flat_map(|it| manifest[it].as_array()).flatten();
    let shortcuts = manifest["shortcuts"].as_array().context("no shortcuts")?;
    let icons = shortcuts.iter().flat_map(|it| it["icons"].as_array()).flatten();
    let named = pictures.chain(icons).filter_map(|it| it["src"].as_str());
    missing.extend(named.filter(|it| !is_built(it)).map(|it| format!("the manifest names {it}")));
    let pages = shortcuts.iter().filter_map(|it| it["url"].as_str());
    for address in pages.chain(manifest["start_url"].as_str()) {
        let id = address.strip_prefix("./?ladder=");
        let is_there = id.map_or(address == "./", |id| is_built(&format!("{id}/")));
        ensure!(is_there, "the manifest leads to {address}");
    }
    missing.sort();
    missing.dedup();
    ensure!(
        missing.is_empty(),
        "not in {}:\n  {}",
        Path::new("dist").display(),
        missing.join("\n  ")
    );
    Ok(())
}
