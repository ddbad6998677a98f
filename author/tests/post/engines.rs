//! A text in the format gives the same ladder through every engine. What the engines have put out is kept by
//! `cargo xtask soak engines wrapped`; pulldown-cmark runs here.

use fix_ladder_author::post::read;
use fix_ladder_author::{Source, compile};
use serde_json::Value;

use super::html::post;

/// Each ladder with its text, its own id, and a page of each engine.
const LADDERS: [(&str, &str); 2] =
    [("icloud-photos", include_str!("../../../ladders/icloud-photos.md")), ("printer", "")];

/// The engine, its place in the page, whether it makes typographic marks of plain ones, and whether it keeps comments.
const ENGINES: [(&str, &str, bool, bool); 5] = [
    ("wrapped-jekyll", "post", true, true),
    ("wrapped-hugo-unsafe", "post", true, true),
    ("wrapped-hugo", "post", true, false),
    ("wrapped-editors", "markdown-it", false, true),
    ("wrapped-editors", "wordpress", false, true),
];

fn kept(engine: &str, ladder: &str, place: &str) -> String {
    let file = format!(
        "{}/../tests/fixtures/engines/{engine}/kept/{ladder}.html",
        env!("CARGO_MANIFEST_DIR")
    );
    let page = std::fs::read_to_string(&file).expect(&file);
    let section = page.split(&format!("<section id=\"{place}\">\n")).nth(1).expect("a section");
    section.split("\n</section>").next().expect("its end").to_owned()
}

fn document(id: &str, text: &str) -> Value {
    let compiled = compile(Source { name: &format!("{id}.md"), text });
    serde_json::to_value(compiled.ladder.expect("a document")).expect("JSON")
}

/// What the post is read as, about which nothing is said.
#[track_caller]
fn read_from(html: &str, id: &str) -> Value {
    let mut post = post(html);
    post.id = id.to_owned();
    let read = read(&post);
    assert_eq!(read.hints, []);
    serde_json::to_value(read.ladder.expect("a ladder")).expect("JSON")
}

/// Typographic marks count as the plain ones.
fn plain(document: &Value) -> String {
    let text = serde_json::to_string_pretty(document).expect("JSON");
    let text = text.replace(['“', '”'], "\\\"").replace(['‘', '’'], "'");
    text.replace(['–', '—'], "-").replace('…', "...")
}

/// The text as an engine shows it that leaves all comments out.
fn without_comments(text: &str) -> String {
    let mut pieces = text.split("<!--");
    let mut left = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        left += piece.split_once("-->").map_or("", |(_, after)| after);
    }
    left
}

#[test]
fn five_engines_make_the_same_ladder_of_the_same_text() {
    for (id, text) in LADDERS {
        let text = if text.is_empty() { crate::example::text() } else { text.to_owned() };
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&text));
        assert_eq!(read_from(&html, id), document(id, &text), "pulldown-cmark: {id}");
        for (engine, place, is_typographic, has_comments) in ENGINES {
            let found = read_from(&kept(engine, id, place), id);
            let expected = match has_comments {
                true => document(id, &text),
                false => document(id, &without_comments(&text)),
            };
            if !is_typographic {
                assert_eq!(found, expected, "{engine}, {place}: {id}");
            }
            assert_eq!(plain(&found), plain(&expected), "{engine}, {place}: {id}");
        }
    }
}
