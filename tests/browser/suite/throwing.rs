//! Storage whose calls throw, one at a time, errors and what is none.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![st_2_getitem_setitem_removeitem_each_throw, st_2_key_length_and_the_storage_itself_throw,]
}

/// Steps that are stored already, steps under whose names something broken comes to stand, steps
/// that the reader ticks, and a last one.
fn document() -> String {
    let names = [("kept", 4), ("broken", 20), ("tick", 4)];
    let names = names
        .iter()
        .flat_map(|(name, count)| (1..=*count).map(move |number| format!("{name}-{number}")));
    let steps: Vec<_> =
        names.chain(["last".to_owned()]).map(|id| json!({ "id": id, "text": ["Look."] })).collect();
    json!({
        "format": 1,
        "id": "throwing",
        "title": "It throws",
        "rungs": [{ "id": "look", "title": "Look", "severity": "gentle", "steps": steps }],
    })
    .to_string()
}

async fn each_throws(page: &Page, methods: &[&str]) -> Result<()> {
    let body = Some(document().into_bytes());
    page.server.set("/throwing.json", Override { body, ..Override::default() });
    let scripts = "<script src=/pages/throwing.js></script><script src=/fix-ladder.js></script>";
    page.open_body(scripts).await?;
    for method in methods {
        let start = "window.wrong = null; throwing(arguments[0]).then((it) => (wrong = it), (error) => (wrong = [String(error)]))";
        page.run(start, &[json!(method)]).await?;
        page.until_true("wrong").await?;
        let wrong = page.run("return wrong", &[]).await?;
        ensure!(wrong == json!([]), "{wrong}");
    }
    Ok(())
}

async fn st_2_getitem_setitem_removeitem_each_throw(page: &Page) -> Result<()> {
    each_throws(page, &["getItem", "setItem", "removeItem"]).await
}

async fn st_2_key_length_and_the_storage_itself_throw(page: &Page) -> Result<()> {
    each_throws(page, &["key", "length", "localStorage"]).await
}
