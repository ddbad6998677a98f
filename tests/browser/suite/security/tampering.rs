//! Files that are not what they were, or say that they are something else. Knows what a hash covers.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        sri_1_changed_module_is_refused,
        sri_1_changed_script_leaves_the_authors_list,
        sri_1_changed_document_is_refused_where_it_is_no_ladder,
        sri_2_wrong_type_runs_all_the_same,
    ]
}

const RECORDER: &str = "<script src=/pages/recorder.js></script>";
const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";

fn dist(file: &str) -> Result<Vec<u8>> {
    Ok(std::fs::read(xtask::dist_folder().join(file))?)
}

fn with_body(body: Vec<u8>) -> Override {
    Override { body: Some(body), ..Override::default() }
}

async fn sri_1_changed_module_is_refused(page: &Page) -> Result<()> {
    let mut module = dist("fix-ladder.wasm")?;
    // Far into the code, where a browser alone would notice nothing.
    let middle = module.len() / 2;
    module[middle] ^= 1;
    page.server.set("/fix-ladder.wasm", with_body(module));
    page.open_body(&format!("{RECORDER}{TAG}")).await?;
    page.widget().until_state("failed").await?;
    ensure!(page.widget().count(".plain-list ol.rungs > li").await? > 0, "the list is there");
    ensure!(page.recorded("refusedAt").await? == 0, "no engine was given the module");
    let asked = page.server.requests().iter().filter(|it| it.contains(".wasm?")).count();
    ensure!(asked == 3, "asked {asked} times: the second past the cache, the third for the reason");
    let said = page.said().await?;
    ensure!(said.len() == 1 && said[0].contains("is not the file that belongs to this script"));
    page.server.unset("/fix-ladder.wasm");
    page.widget().click("button[data-action=retry]").await?;
    page.widget().ready().await
}

async fn sri_1_changed_script_leaves_the_authors_list(page: &Page) -> Result<()> {
    let mut script = dist("fix-ladder.js")?;
    let hash = xtask::integrity(&script);
    let body = format!(
        "<fix-ladder ladder=icloud-photos loading=eager><p id=own>Own.</p></fix-ladder>
        <script src=/fix-ladder.js integrity={hash} data-ladder=icloud-photos></script>"
    );
    page.open_body(&body).await?;
    page.widget().ready().await?;
    ensure!(page.run("return document.querySelectorAll('fix-ladder').length", &[]).await? == 2);
    script.extend_from_slice(b"// changed\n");
    page.server.set("/fix-ladder.js", with_body(script));
    page.open_body(&body).await?;
    // The page has loaded, and with it whatever could still have come of the script.
    let left = "return [own.checkVisibility(), Boolean(customElements.get('fix-ladder')),
        document.querySelectorAll('fix-ladder').length]";
    let left = page.run(left, &[]).await?;
    ensure!(left == serde_json::json!([true, false, 1]), "own HTML, nothing defined: {left}");
    Ok(())
}

async fn sri_1_changed_document_is_refused_where_it_is_no_ladder(page: &Page) -> Result<()> {
    let document = String::from_utf8(dist("ladders/icloud-photos.json")?)?;
    let element = "<fix-ladder src=/ladder.json loading=eager></fix-ladder><script src=/fix-ladder.js></script>";
    // Without a guard before what deletes, and with a link that would run as a script.
    let unguarded = document.replacen("\"severity\":\"gentle\"", "\"severity\":\"drastic\"", 1);
    let linked = document.replacen("\"href\":\"https://", "\"href\":\"javascript:", 1);
    for changed in [unguarded, linked] {
        ensure!(changed != document, "the document has been changed");
        page.server.set("/ladder.json", with_body(changed.into_bytes()));
        page.open_body(&format!("{RECORDER}{element}")).await?;
        page.widget().until_state("failed").await?;
        ensure!(!page.widget().has("ol").await?, "nothing of it is shown");
        let said = page.said().await?;
        ensure!(said.len() == 1 && said[0].starts_with("fix-ladder: "), "{said:?}");
    }
    // No hash covers a document: words that have been changed are shown.
    let renamed = document.replacen("\"title\":\"", "\"title\":\"Changed: ", 1);
    page.server.set("/ladder.json", with_body(renamed.into_bytes()));
    ensure!(!page.widget().has("[data-action=retry]").await?, "no press mends a document");
    let anew = "document.querySelector('fix-ladder').setAttribute('src', '/ladder.json#anew')";
    page.run(anew, &[]).await?;
    page.widget().ready().await
}

async fn sri_2_wrong_type_runs_all_the_same(page: &Page) -> Result<()> {
    for kind in
        ["text/plain", "text/html", "application/octet-stream", "application/wasm; charset=utf-8"]
    {
        let headers = [("content-type", kind), ("x-content-type-options", "nosniff")];
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        page.server.set("/fix-ladder.wasm", Override { headers, ..Override::default() });
        page.open_body(&format!("{RECORDER}{TAG}")).await?;
        page.widget().ready().await?;
        ensure!(page.said().await?.is_empty(), "{kind}: {:?}", page.said().await?);
        ensure!(page.recorded("refusedAt").await? == 0, "{kind}: nothing is tried in vain");
        page.ensure_no_errors().await?;
    }
    Ok(())
}
