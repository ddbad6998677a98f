//! A ladder whose every text looks like markup, as a page in one file: words to be read, and nothing else.

use anyhow::{Result, ensure};
use browser_tests::local_files::single_file;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![one_file_of_a_hostile_ladder_is_only_words]
}

/// What would be markup, the end of a script, a place to be filled in or code, if it were let.
const HOSTILE: &str = "</script><script>hacked()</script><!--<script>--> <img src=x onerror=hacked()> \"'`> </style></title></fix-ladder> {{list}} ${hacked()} &lt;";

fn document() -> Value {
    let rung = json!({ "id": "only", "title": HOSTILE, "severity": "gentle", "why": [HOSTILE], "check": HOSTILE,
        "steps": [{ "id": "s", "text": HOSTILE }], "sources": [{ "text": HOSTILE }] });
    json!({ "format": 1, "id": "hostile", "title": HOSTILE, "introduction": [HOSTILE], "rungs": [rung], "end": [HOSTILE] })
}

async fn one_file_of_a_hostile_ladder_is_only_words(page: &Page) -> Result<()> {
    let html = single_file(&document())?;
    // Ahead of the policy, which would hide whatever had come of it.
    let recorder = "<head><script src=/pages/recorder.js></script><script>window.hacked = () => { window.isHacked = true }</script>";
    let html = html.replacen("<head>", recorder, 1);
    let body = Some(html.into_bytes());
    page.server.set("/hostile.html", Override { body, ..Override::default() });
    page.open("/hostile.html").await?;
    let widget = page.widget();
    widget.ready().await?;
    let words = HOSTILE.split_whitespace().collect::<Vec<_>>().join(" ");
    ensure!(widget.text("h2").await? == words);
    ensure!(widget.text("[data-rung=only] h3").await?.contains(&words));
    widget.click("[data-step=s]").await?;
    widget.until("[data-step=s]:checked").await?;
    let list = page
        .run("return document.querySelector('fix-ladder > div > ol h3').textContent", &[])
        .await?;
    ensure!(list == HOSTILE, "the list says {list}");
    let title = page.run("return document.title", &[]).await?;
    ensure!(title.as_str().is_some_and(|it| it.starts_with(&words)), "the title is {title}");
    let strangers = "return [document.querySelectorAll('img, body script:not([type])').length, window.isHacked || false]";
    ensure!(
        page.run(strangers, &[]).await? == json!([1, false]),
        "more than the page's own script"
    );
    ensure!(page.recorded("violations").await? == json!([]), "nothing was tried");
    page.ensure_no_errors().await
}
