//! Pages that are XML, and snippets that are to be HTML and XML at once.

use anyhow::{Context, Result, ensure};
use browser_tests::packed_folder::packed;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![
        hp_22_snippets_are_the_same_in_html_and_xml,
        hp_22_a_page_of_xhtml_has_the_tag,
        hp_22_a_page_of_xhtml_has_the_element_and_the_list,
        hp_22_other_pages_of_xml,
    ]
}

/// Every block of HTML of the papers, with where it stands.
fn snippets() -> Result<Vec<(String, String)>> {
    let root = xtask::project_root();
    let mut papers = vec![("EMBED.md", packed()?.get("EMBED.md").context("no EMBED.md")?.clone())];
    for paper in ["README.md", "docs/embedding.md"] {
        papers.push((paper, std::fs::read(root.join(paper))?));
    }
    let mut snippets = Vec::new();
    for (paper, text) in papers {
        let text = String::from_utf8(text)?;
        let blocks = text.split("```html\n").skip(1).filter_map(|it| it.split("\n```").next());
        snippets
            .extend(blocks.enumerate().map(|(at, it)| (format!("{paper}, {at}"), it.to_owned())));
    }
    Ok(snippets)
}

/// Both parsers in the page itself: the same names, attributes and words in the same order, or what is not the same.
const COMPARE: &str = "
const [snippet] = arguments;
const html = new DOMParser().parseFromString(snippet, 'text/html');
const xml = new DOMParser().parseFromString('<x xmlns=\"http://www.w3.org/1999/xhtml\">' + snippet + '</x>', 'application/xhtml+xml');
const fault = xml.querySelector('parsererror');
if (fault) return fault.textContent;
const tell = (node) => {
  if (node.nodeType !== 1) return node.data;
  const attributes = Array.from(node.attributes, (it) => it.name + '=' + it.value).sort();
  return [node.namespaceURI, node.localName, attributes, Array.from(node.childNodes, tell)];
};
// HTML puts what stands first into the head.
const parts = [...html.head.childNodes, ...html.body.childNodes].map(tell);
const text = (all) => JSON.stringify(all.filter((it) => typeof it !== 'string' || it.trim()));
const [one, other] = [text(parts), text(Array.from(xml.documentElement.childNodes, tell))];
return one === other ? parts.length : [one, other];";

async fn hp_22_snippets_are_the_same_in_html_and_xml(page: &Page) -> Result<()> {
    let snippets = snippets()?;
    ensure!(snippets.len() > 10, "{} snippets", snippets.len());
    for (at, snippet) in snippets {
        let same = page.run(COMPARE, &[json!(snippet)]).await?;
        ensure!(same.as_u64() > Some(0), "{at}: {same}");
    }
    ensure!(
        page.run(COMPARE, &[json!("<script async src=a></script>")]).await?.is_string(),
        "a bad one is seen"
    );
    Ok(())
}

/// Opens a document of XML, with what the tests need in it.
async fn open_xml(page: &Page, kind: &str, document: &str) -> Result<()> {
    let head =
        "<script src=\"/pages/harness.js\"></script><script src=\"/pages/recorder.js\"></script>";
    let body = document.replace("HEAD", &format!("<title>A post</title>{head}"));
    let file = Override {
        headers: vec![("content-type".to_owned(), kind.to_owned())],
        body: Some(format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{body}").into_bytes()),
        ..Override::default()
    };
    page.server.set("/post.xhtml", file);
    page.open("/post.xhtml").await
}

fn xhtml(body: &str) -> String {
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\"><head>HEAD</head><body><h1>A post</h1>{body}</body></html>"
    )
}

const XHTML: &str = "application/xhtml+xml";

/// The tag of the README, for the test's own server.
fn tag() -> Result<String> {
    let readme = std::fs::read_to_string(xtask::project_root().join("README.md"))?;
    let tag = readme.split("```html\n").nth(1).and_then(|it| it.split("\n```").next());
    let tag = tag.context("no tag")?.replace("https://example.org/fix-ladder/", "/");
    Ok(tag.replace("data-ladder", "data-loading=\"eager\" data-ladder"))
}

/// The first step, and an answer.
async fn begin(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.until_rung("restart", "open").await?;
    are_of_html(page).await
}

/// No element of the widget is of no kind, and its styles count.
async fn are_of_html(page: &Page) -> Result<()> {
    let widget = page.widget();
    let foreign = "Array.from(found.getRootNode().querySelectorAll('*')).filter((it) => !/(xhtml|svg)$/.test(it.namespaceURI)).length";
    ensure!(widget.ask("*", foreign).await? == 0, "an element that is none of HTML");
    let styled = widget.ask("h2", "getComputedStyle(found).marginTop").await?;
    ensure!(styled == "0px", "the widget's own styles count: {styled}");
    page.ensure_no_errors().await
}

/// Climbs a little, so that everything has been rendered once: notices, dialogs, folded things, drawings.
async fn climb(page: &Page) -> Result<()> {
    let widget = page.widget();
    widget.ready().await?;
    widget.click("[data-step=stuck-charger]").await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    widget.press("really-stuck", "not-fixed").await?;
    widget.press("restart", "start-wait").await?;
    widget.until_rung("restart", "waiting").await?;
    widget.press("delete-all", "toggle").await?;
    widget.until("[data-rung=delete-all] [data-step]").await?;
    widget.skip_to("toggle").await?;
    widget.meet_guards("toggle", async || Ok(())).await?;
    widget.until_rung("toggle", "open").await?;
    widget.press("toggle", "fixed").await?;
    widget.until(".fixed-ending").await?;
    are_of_html(page).await
}

async fn hp_22_a_page_of_xhtml_has_the_tag(page: &Page) -> Result<()> {
    open_xml(page, XHTML, &xhtml(&tag()?)).await?;
    ensure!(page.run("return document.contentType", &[]).await? == XHTML);
    climb(page).await?;
    // The prerendered view too, on a line that brings no module for now.
    page.run("localStorage.clear()", &[]).await?;
    let delay = Some(std::time::Duration::from_secs(600));
    page.server.set("/fix-ladder.wasm", Override { delay, ..Override::default() });
    page.reload().await?;
    let widget = page.widget();
    widget.click("[data-step=stuck-charger]").await?;
    ensure!(widget.state().await?.as_deref() == Some("loading"));
    page.server.unset("/fix-ladder.wasm");
    widget.ready().await?;
    widget.until("[data-step=stuck-charger]:checked").await?;
    page.ensure_no_errors().await
}

async fn hp_22_a_page_of_xhtml_has_the_element_and_the_list(page: &Page) -> Result<()> {
    let own = "<fix-ladder src=\"/pages/kettle.json\" loading=\"eager\"><ol><li>Own.</li></ol></fix-ladder><script src=\"/fix-ladder.js\"></script>";
    open_xml(page, XHTML, &xhtml(own)).await?;
    page.widget().ready().await?;
    ensure!(!page.widget().has("slot").await?, "the fallback has made way");
    // The author's own HTML where the widget cannot start, the plain list where there is none.
    let without = "<script>delete window.WebAssembly</script>";
    open_xml(page, XHTML, &xhtml(&format!("{without}{own}"))).await?;
    page.widget().until_state("failed").await?;
    ensure!(
        page.run("return document.querySelector('li').getClientRects().length > 0", &[]).await?
            == true
    );
    for script in ["fix-ladder.js", "fix-ladder.inline.js"] {
        let tag = tag()?.replace("fix-ladder.js", script);
        open_xml(page, XHTML, &xhtml(&format!("{without}{tag}"))).await?;
        page.widget().until_state("failed").await?;
        ensure!(
            page.widget().count(".plain-list ol.rungs > li").await? > 3,
            "{script}: the list is there"
        );
    }
    open_xml(page, XHTML, &xhtml(&tag()?.replace("fix-ladder.js", "fix-ladder.inline.js"))).await?;
    page.widget().ready().await?;
    page.take_errors().await.map(drop)
}

async fn hp_22_other_pages_of_xml(page: &Page) -> Result<()> {
    let tag = tag()?;
    // A picture that holds a post, a post in a picture of a page, and XML without a type of its own.
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"9000\"><foreignObject width=\"900\" height=\"9000\">{}</foreignObject></svg>",
        xhtml(&tag)
    );
    let inside = xhtml(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"9000\"><foreignObject width=\"900\" height=\"9000\"><div xmlns=\"http://www.w3.org/1999/xhtml\">{tag}</div></foreignObject></svg>"
    ));
    let prefixed = format!(
        "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head/><h:body><h:script src=\"/pages/harness.js\"/><h:script src=\"/pages/recorder.js\"/>{}</h:body></h:html>",
        tag.replace("<script", "<h:script").replace("</script", "</h:script")
    );
    for (kind, document) in [
        ("image/svg+xml", &svg),
        (XHTML, &inside),
        ("application/xml", &xhtml(&tag)),
        ("text/xml", &prefixed),
    ] {
        open_xml(page, kind, document).await?;
        begin(page).await.with_context(|| format!("{kind}: {document}"))?;
        page.run("localStorage.clear()", &[]).await?;
    }
    // What a feed carries, escaped or as it is, is the same tag again for whoever reads it.
    let escaped = tag.replace('&', "&amp;").replace('<', "&lt;");
    let feed = format!(
        "<rss><item><description>{escaped}</description></item><item><description><![CDATA[{tag}]]></description></item></rss>"
    );
    let read = "const feed = new DOMParser().parseFromString(arguments[0], 'text/xml');
        return Array.from(feed.querySelectorAll('description'), (it) => it.textContent)";
    let read: Value = page.run(read, &[json!(feed)]).await?;
    ensure!(read == json!([tag, tag]), "{read}");
    // A template of Blogger is XML with the tag in it.
    let blogger = format!(
        "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data' xmlns:expr='http://www.google.com/2005/gml/expr'><body><b:section id='main'><b:widget id='HTML1' type='HTML'><b:includable id='main'>{tag}</b:includable></b:widget></b:section></body></html>"
    );
    let holds = "const page = new DOMParser().parseFromString(arguments[0], 'application/xml');
        return page.querySelector('parsererror') ? 'no XML' : page.querySelector('script').getAttribute('data-ladder')";
    ensure!(page.run(holds, &[json!(blogger)]).await? == "icloud-photos");
    Ok(())
}
