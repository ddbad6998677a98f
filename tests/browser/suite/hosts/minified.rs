//! What optimizers make of a pasted tag: attributes without quotes, in another order, in capitals, more or fewer of them.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![hp_26_a_minified_page_has_its_widgets, hp_26_a_rewritten_tag_still_asks]
}

/// The tag of the README, as it is pasted.
fn tag() -> Result<String> {
    let readme = std::fs::read_to_string(xtask::project_root().join("README.md"))?;
    let tag = readme.split("```html\n").nth(1).and_then(|it| it.split("\n```").next());
    let tag = tag.context("no tag")?.replace("https://example.org/fix-ladder/", "/");
    Ok(tag.replace("data-ladder", "data-loading=\"eager\" data-ladder"))
}

/// What html-minifier-terser makes of a page with everything switched on.
fn minified(html: &str) -> Result<String> {
    let folder = xtask::project_root().join("tests/browser");
    let mut node = Command::new("node")
        .arg("minify.js")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    node.stdin.take().context("no input")?.write_all(html.as_bytes())?;
    let output = node.wait_with_output()?;
    ensure!(
        output.status.success(),
        "minify.js does not run; `npm ci --ignore-scripts` in tests/browser"
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Opens a page as it is, with the test's own scripts before it.
async fn open(page: &Page, html: &str) -> Result<()> {
    let body = Some(html.as_bytes().to_vec());
    page.server.set("/test.html", Override { body, ..Override::default() });
    page.open("/test.html").await
}

async fn one_widget(page: &Page, css: &str, what: &str) -> Result<()> {
    page.widget_at(css).ready().await.with_context(|| what.to_owned())?;
    let all = page.run("return document.querySelectorAll('fix-ladder').length", &[]).await?;
    ensure!(all == 1, "{all} widgets: {what}");
    page.ensure_no_errors().await
}

async fn hp_26_a_minified_page_has_its_widgets(page: &Page) -> Result<()> {
    let tag = tag()?;
    let element = "<fix-ladder ladder=\"icloud-photos\" loading=\"eager\" theme=\"auto\">
        <ol>\n<li>Restart it.</li>\n</ol>\n</fix-ladder>\n<script src=\"/fix-ladder.js\"></script>";
    let bodies = [
        (
            "#here > fix-ladder",
            format!("<h1>A post</h1><div id=\"here\"><p>Before.</p>\n{tag}\n<p>After.</p></div>"),
        ),
        ("#here > fix-ladder", format!("<h1>A post</h1><p id=\"here\">Before. {tag} After.</p>")),
        // What stands first in a body must not come into the head, where no widget can stand.
        ("body > fix-ladder", format!("{tag}<p>After.</p>")),
        ("#here > fix-ladder", format!("<div id=\"here\">{element}</div>")),
    ];
    for (css, body) in bodies {
        let html = minified(&format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>A test</title>\n<script src=\"/pages/harness.js\"></script>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        ))?;
        ensure!(
            !html.contains("=\"eager\"") && !html.contains("</body>"),
            "it is minified: {html}"
        );
        open(page, &html).await?;
        one_widget(page, css, &html).await?;
    }
    Ok(())
}

async fn hp_26_a_rewritten_tag_still_asks(page: &Page) -> Result<()> {
    let tag = tag()?;
    let ours = "src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager";
    let written = [
        // Capitals, and the attributes from the last to the first.
        "<SCRIPT DATA-LOADING=\"eager\" DATA-LADDER=\"icloud-photos\" SRC=\"/fix-ladder.js\" ASYNC=\"\"></SCRIPT>".to_owned(),
        tag.replace(" async=\"\"", ""),
        tag.replace(" async=\"\"", " defer=\"\""),
        tag.replace(" async=\"\"", " async=\"true\" defer=\"defer\" type=\"text/javascript\" language=\"javascript\""),
        format!("<script {ours} id=a class=b fetchpriority=low charset=utf-8 crossorigin=anonymous></script>"),
        // As template engines escape what needs no escaping.
        tag.replace("/fix-ladder.js", "&#x2F;fix-ladder.js").replace("icloud-photos", "icloud&#45;photos"),
        // As caches tell one version from another.
        tag.replace("/fix-ladder.js", "/fix-ladder.js?ver=6.4.2#x"),
        tag.replace("<script", "<script\n").replace("\" ", "\"\n\t"),
        tag.replace("/fix-ladder.js", " /fix-ladder.js "),
        format!("<noscript>Scripts are off.</noscript>{tag}<noscript></noscript>"),
    ];
    for tag in written {
        open(page, &format!("<!doctype html><html lang=en><head><title>A test</title></head><body><h1>A post</h1><div id=here><p>Before.</p>{tag}<p>After.</p></div></body></html>")).await?;
        one_widget(page, "#here > fix-ladder", &tag).await?;
        let between = "return document.querySelector('fix-ladder').nextElementSibling.textContent";
        let after = page.run(between, &[]).await?;
        ensure!(after == "After." || after == "", "{tag}: before {after}");
    }
    Ok(())
}
