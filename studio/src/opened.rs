//! A file that an author opens, as a draft: a text, a document, or a page with its text inside. Knows names and beginnings of
//! files; a post is read elsewhere.

use fix_ladder_core::ladder::{self, RawLadder};
use fix_ladder_writer::{SOURCE_START, source};
use serde_json::{Value, json};

use crate::draft::Draft;
use crate::written;

/// `{ draft, isPost, notes, errors }`. Of a post there is no draft yet: its tree is to be read.
pub fn answer(name: &str, text: &str) -> Value {
    // A mark at the beginning, as some editors write it, is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let name = file_name(name);
    let ending = name.rsplit_once('.').map_or("", |(_, it)| it).to_ascii_lowercase();
    let begins = text.trim_start();
    if text.contains(SOURCE_START)
        && let Some(inner) = source(text)
    {
        return page(&Draft::read(&inner));
    }
    match ending.as_str() {
        "md" | "markdown" => drafted(&name, text),
        "json" => document(&name, text),
        "html" | "htm" => json!({ "draft": null, "isPost": true, "notes": [], "errors": [] }),
        // What was pasted has no name, and a text may be anything.
        _ if begins.starts_with('{') => document(&name, text),
        _ if is_html(begins) => json!({ "draft": null, "isPost": true, "notes": [], "errors": [] }),
        _ => drafted(&name, text),
    }
}

fn is_html(begins: &str) -> bool {
    let mut rest = begins.chars();
    let is_tag = |it: char| it.is_ascii_alphabetic() || it == '!';
    // A comment alone may be the first line of a text as well.
    rest.next() == Some('<') && rest.next().is_some_and(is_tag) && begins.contains("</")
}

fn drafted(name: &str, text: &str) -> Value {
    let draft = Draft { name: called(name), text: text.to_owned(), ..Draft::default() };
    given(&draft, Vec::new())
}

/// The text inside a page; where that is a document, as a text.
fn page(draft: &Draft) -> Value {
    match draft.name.ends_with(".json") {
        true => document(&file_name(&draft.name), &draft.text),
        false => {
            given(&Draft { name: called(&file_name(&draft.name)), ..draft.clone() }, Vec::new())
        }
    }
}

fn document(name: &str, text: &str) -> Value {
    let read = ladder::parse(text).and_then(|_| {
        serde_json::from_str::<RawLadder>(text).map_err(|error| {
            vec![ladder::Error {
                location: ladder::Location::default(),
                message: error.to_string(),
            }]
        })
    });
    let read = read.map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>());
    match read.and_then(|ladder| written::markdown(&ladder).map(|text| (ladder, text))) {
        Ok((ladder, text)) => {
            let note = "the drawings of this document are left out: in the text format they are files of their own";
            let notes = if ladder.drawings.is_empty() { vec![] } else { vec![note] };
            given(&Draft { name: called(name), text, ..Draft::default() }, notes)
        }
        Err(errors) => json!({ "draft": null, "isPost": false, "notes": [], "errors": errors }),
    }
}

fn given(draft: &Draft, notes: Vec<&str>) -> Value {
    json!({ "draft": draft.to_json(), "isPost": false, "notes": notes, "errors": [] })
}

/// The name of a file without its folders: a page may come from anybody.
fn file_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.trim_start_matches('.').to_owned()
}

/// As the text of a ladder is called.
fn called(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    format!("{}.md", if stem.is_empty() { "ladder" } else { stem })
}
