//! The HTML is what an engine makes of the text, element for element, and XML as well.

use std::fmt::Write;

use fix_ladder_core::ladder::RawLadder;
use roxmltree::{Document, Node};
use serde_json::json;

use crate::escaping::HOSTILE;
use crate::support::{compiled, fixtures, ladder_of, read, texts, written};

/// What an engine makes of the text, and what the writer writes, as one text each that can be compared.
#[track_caller]
pub fn same(ladder: &RawLadder) {
    let mut engine = String::new();
    let text = written(ladder);
    pulldown_cmark::html::push_html(&mut engine, pulldown_cmark::Parser::new(&text));
    let html = fix_ladder_writer::html(ladder, read).expect("it is written");
    assert_eq!(outline(&html), outline(&engine), "{html}");
}

fn outline(html: &str) -> String {
    let whole = format!("<html>{html}</html>");
    let document = Document::parse(&whole).unwrap_or_else(|error| panic!("{error} in {html}"));
    let mut out = String::new();
    add(document.root_element(), &mut out);
    out
}

fn add(node: Node<'_, '_>, out: &mut String) {
    let blocks = ["html", "ul", "ol", "blockquote"];
    for child in node.children() {
        match child.node_type() {
            roxmltree::NodeType::Comment => {
                let words = child.text().unwrap_or_default().trim();
                if !words.is_empty() {
                    write!(out, "<!{words}>").expect("it is a string");
                }
            }
            roxmltree::NodeType::Text => {
                let words = child.text().unwrap_or_default();
                let between = words.trim().is_empty() && blocks.contains(&node.tag_name().name());
                if !between {
                    out.push_str(words.trim_matches('\n'));
                }
            }
            _ => {
                let href = child.attribute("href").map(|href| {
                    // Engines encode what need not be.
                    decoded(href)
                });
                write!(out, "<{} {}>", child.tag_name().name(), href.unwrap_or_default())
                    .expect("it is a string");
                add(child, out);
                write!(out, "</{}>", child.tag_name().name()).expect("it is a string");
            }
        }
    }
}

#[test]
fn it_is_what_engines_make_of_the_text() {
    for (name, text) in texts() {
        same(&compiled(&name, &text));
    }
    for (_, ladder) in fixtures().into_iter().filter(|(name, _)| name != "limits.json") {
        same(&ladder);
    }
    // In bold, ` > ` makes a menu path.
    for words in HOSTILE.into_iter().filter(|it| !it.contains(" > ")) {
        same(&ladder_of(json!([words, { "list": [words] }, [{ "strong": [words] }, "b"]])));
    }
}

/// An address with its letters as they are.
fn decoded(href: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = href.as_bytes();
    while let [first, more @ ..] = rest {
        let digits = more.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        match digits.and_then(|it| u8::from_str_radix(it, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            None => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8(bytes).expect("a text")
}
