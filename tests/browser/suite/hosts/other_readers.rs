//! What is left of a post where it is read otherwise: in WordPress, in feeds, in reader mode, without scripts.

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};

pub fn tests() -> Vec<Test> {
    tests![h_6_wp_autop_kses, h_7_reader_rss_nojs_of_an_own_list, h_7_reader_rss_nojs_of_the_demo]
}

/// The readers, in the page itself: each makes text of a page's HTML, as `window.readers[name](html)`.
const READERS: &str = "
<script src=\"/node_modules/@mozilla/readability/Readability.js\"></script>
<script src=\"/node_modules/turndown/dist/turndown.js\"></script>
<script>
const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
window.readers = {
  reader: (html) => {
    const kept = parse(new Readability(parse(html)).parse().content);
    return [kept.body.textContent, ...Array.from(kept.querySelectorAll('a'), (it) => it.getAttribute('href'))].join(' ');
  },
  markdown: (html) => new TurndownService({ headingStyle: 'atx' }).turndown(html).replace(/[\\\\*]/g, ''),
  // A parser of its own document runs no script: what a browser shows where JavaScript is off.
  scriptless: (html) => {
    const page = parse(html);
    page.querySelectorAll('script, style').forEach((it) => it.remove());
    return [page.body.textContent, ...Array.from(page.querySelectorAll('a'), (it) => it.getAttribute('href'))].join(' ');
  },
};
</script>";

/// Fails unless every reader gives all of these.
async fn read_by_all(page: &Page, html: &str, wanted: &[String]) -> Result<()> {
    page.open_html(&format!("{READERS}</head><body></body>")).await?;
    for reader in ["reader", "markdown", "scriptless"] {
        let text =
            page.run(&format!("return readers.{reader}(arguments[0])"), &[json!(html)]).await?;
        let text = joined(text.as_str().unwrap_or_default());
        let missing: Vec<&String> =
            wanted.iter().filter(|it| !text.contains(&joined(it))).collect();
        ensure!(missing.is_empty(), "{reader} lost {missing:?} of {} in:\n{text}", wanted.len());
    }
    Ok(())
}

/// Words with one space between them.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of `docs/embedding.md` that stands in the code block after a heading.
fn recommended(heading: &str) -> Result<String> {
    let docs = std::fs::read_to_string(xtask::project_root().join("docs/embedding.md"))?;
    let (_, below) = docs.split_once(heading).with_context(|| format!("no {heading:?}"))?;
    let (_, code) = below.split_once("```html\n").context("no code")?;
    let (code, _) = code.split_once("\n```").context("no end of the code")?;
    Ok(code
        .replace("https://example.org/fix-ladder/", "/")
        .replace("<fix-ladder", "<fix-ladder loading=eager"))
}

const POST: &str =
    "Nine days of photos went nowhere. Nobody knew why, and everybody had a cure for it.

Here is what helped, in the order in which it is wise to try it.

SNIPPET

That was all. It took a quarter of an hour, and a cup of tea.";

async fn h_6_wp_autop_kses(page: &Page) -> Result<()> {
    let snippet = recommended("#### WordPress")?;
    let post = POST.replace("SNIPPET", &snippet);
    let no_scripts = cut(&cut(&post, "<script", "</script>"), "</script", ">");
    let no_tags = cut(&cut(&no_scripts, "<fix-ladder", ">"), "</fix-ladder", ">");
    let autop = "<script type=module>import { autop } from '/node_modules/@wordpress/autop/build-module/index.mjs';
        window.autop = autop</script>";
    let mut pages = Vec::new();
    page.open_html(&format!("{autop}</head><body></body>")).await?;
    page.until_true("window.autop").await?;
    for text in [&post, &no_scripts, &no_tags] {
        let html = page.run("return window.autop(arguments[0])", &[json!(text)]).await?;
        pages.push(html.as_str().unwrap_or_default().to_owned());
    }
    ensure!(pages[0].matches("<p>").count() >= 3, "WordPress has been at it: {}", pages[0]);
    // As it should be: one widget, and the author's list makes way for it.
    page.open_body(&pages[0]).await?;
    let widget = page.widget();
    widget.ready().await?;
    ensure!(!widget.has("slot").await?, "the list has made way");
    let seen = "return Array.from(document.querySelectorAll('ol'), (it) => it.getClientRects().length > 0)";
    ensure!(page.run(seen, &[]).await? == json!([false]), "no second list is seen");
    // Whatever is cut out, the list stays, and a link to where the guided one is.
    for html in &pages[1..] {
        page.open_body(html).await?;
        page.until_true("document.readyState === 'complete'").await?;
        let readable = "return [document.querySelectorAll('fix-ladder').length, Array.from(document.querySelectorAll('ol > li'),
            (it) => it.getClientRects().length > 0), document.querySelectorAll('a[href^=http]').length]";
        let found = page.run(readable, &[]).await?;
        let items = snippet.matches("<li>").count();
        ensure!(
            found[1] == json!(vec![true; items]) && items > 1 && found[2] == 1,
            "{found} in {html}"
        );
        ensure!(
            page.run("return customElements.get('fix-ladder') === undefined", &[]).await? == true
        );
    }
    Ok(())
}

/// Cuts out everything from a mark to the next end, for each mark.
fn cut(text: &str, from: &str, to: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        kept.push_str(before);
        rest = after.split_once(to).map_or("", |(_, after)| after);
    }
    kept + rest
}

async fn h_7_reader_rss_nojs_of_an_own_list(page: &Page) -> Result<()> {
    let snippet = recommended("## The element")?;
    let paragraphs = "<p>Some words of the author about it, in a paragraph that is as long as paragraphs are, with a comma or two, since a reader counts them.</p>".repeat(4);
    let html = format!(
        "<!doctype html><html lang=en><head><title>Photos that went nowhere</title></head><body><nav>Menu</nav>
        <article><h1>Photos that went nowhere</h1>{paragraphs}{snippet}{paragraphs}</article></body></html>"
    );
    let mut wanted = of_the_element(page, &html).await?;
    ensure!(wanted.len() > 3, "{wanted:?}");
    wanted.push("Some words of the author".to_owned());
    read_by_all(page, &html, &wanted).await
}

async fn h_7_reader_rss_nojs_of_the_demo(page: &Page) -> Result<()> {
    let html = std::fs::read_to_string(xtask::dist_folder().join("demo/index.html"))?;
    // As whatever makes a feed of it does: an address has to be whole elsewhere.
    let html = html.replace("href=\"../\"", "href=\"https://example.org/\"");
    let ladder = std::fs::read_to_string(xtask::dist_folder().join("ladders/icloud-photos.json"))?;
    let ladder: Value = serde_json::from_str(&ladder)?;
    let mut wanted = of_the_element(page, &html).await?;
    let rungs = ladder["rungs"].as_array().context("no rungs")?;
    wanted.extend(rungs.iter().filter_map(|it| it["title"].as_str()).map(str::to_owned));
    wanted.push("The tulips came up in iCloud".to_owned());
    ensure!(wanted.len() > 2 * rungs.len(), "{wanted:?}");
    read_by_all(page, &html, &wanted).await
}

/// Every heading, item, paragraph and address inside the element of a page.
async fn of_the_element(page: &Page, html: &str) -> Result<Vec<String>> {
    let script = "const page = new DOMParser().parseFromString(arguments[0], 'text/html');
        const all = (css, read) => Array.from(page.querySelectorAll(css), read);
        return [...all('fix-ladder :is(h2, h3, h4, li, p)', (it) => it.textContent), ...all('fix-ladder a', (it) => it.getAttribute('href'))]";
    let found = page.run(script, &[json!(html)]).await?;
    Ok(found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_str())
        .map(str::to_owned)
        .collect())
}
