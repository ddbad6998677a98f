//! Storage whose calls throw, one at a time, errors and what is none.

use anyhow::{Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, soak, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    let mut tests = tests![
        st_2_getitem_setitem_removeitem_each_throw,
        st_2_key_length_and_the_storage_itself_throw,
    ];
    tests.extend(soak![st_2_everything_throws_everywhere]);
    tests
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

/// Lets each of these throw at each point, in a page of its own.
async fn each_throws(page: &Page, methods: &[&str], shift: u8) -> Result<()> {
    let scripts = "<script src=/pages/throwing.js></script><script src=/fix-ladder.js></script>";
    for method in methods {
        page.open_body(scripts).await?;
        for from in [1, 6, 11, 16] {
            let start = "window.wrong = null;
                throwing(...arguments).then((it) => (window.wrong = it), (error) => (window.wrong = [String(error)]))";
            let arguments = [json!(document()), json!(method), json!(shift), json!(from)];
            page.run(start, &arguments).await?;
            page.until_true("wrong").await?;
            let wrong = page.run("return wrong", &[]).await?;
            ensure!(wrong == json!([]), "{wrong}");
        }
    }
    Ok(())
}

async fn st_2_getitem_setitem_removeitem_each_throw(page: &Page) -> Result<()> {
    each_throws(page, &["getItem", "setItem", "removeItem"], 0).await
}

async fn st_2_key_length_and_the_storage_itself_throw(page: &Page) -> Result<()> {
    each_throws(page, &["key", "length", "localStorage"], 0).await
}

async fn st_2_everything_throws_everywhere(page: &Page) -> Result<()> {
    let methods = ["getItem", "setItem", "removeItem", "key", "length", "localStorage"];
    each_throws(page, &methods, 0).await?;
    each_throws(page, &methods, 1).await
}
