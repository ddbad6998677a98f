//! What systems take to install the page as an app: the manifest, as browsers read it.

use anyhow::{Result, ensure};
use browser_tests::engine::{Engine, chromium};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![standalone_page_can_be_installed]
}

/// Every picture of the manifest, with its size as it is declared and as it is.
const PICTURES: &str = "const done = arguments[0];
(async () => {
  const link = document.querySelector('link[rel=manifest]').href;
  const manifest = await (await fetch(link)).json();
  const sizes = [];
  for (const picture of [...manifest.icons, ...manifest.screenshots]) {
    const image = new Image();
    image.src = new URL(picture.src, link);
    await image.decode();
    sizes.push([picture.src, picture.sizes, `${image.naturalWidth}x${image.naturalHeight}`]);
  }
  done([sizes, manifest.icons.map((it) => it.purpose)]);
})().catch((error) => done(String(error)))";

async fn standalone_page_can_be_installed(page: &Page) -> Result<()> {
    for path in ["/", "/icloud-photos/"] {
        page.open(path).await?;
        page.widget().ready().await?;
        let found = page.client.execute_async(PICTURES, Vec::new()).await?;
        let sizes: Vec<[String; 3]> = serde_json::from_value(found[0].clone())?;
        ensure!(sizes.len() > 4, "{found}");
        for [picture, declared, real] in &sizes {
            ensure!(declared == real, "{picture} is said to be {declared} and is {real}");
        }
        let purposes: Vec<&str> =
            found[1].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        ensure!(purposes.contains(&"any") && purposes.contains(&"maskable"), "{purposes:?}");
        if page.engine == Engine::Chromium {
            let read = chromium::devtools(&page.client, "Page.getAppManifest", json!({})).await?;
            ensure!(read["errors"] == json!([]), "the manifest has faults: {}", read["errors"]);
            let verdict = "Page.getInstallabilityErrors";
            let verdict = chromium::devtools(&page.client, verdict, json!({})).await?;
            ensure!(verdict["installabilityErrors"] == json!([]), "{verdict}");
        }
    }
    Ok(())
}
