//! What a document may be: reading it, every rule of its validation, and which words are shown.

mod choices;
mod drawings;
mod encoding;
mod fixtures;
mod hostile;
mod ids;
mod links;
mod parse;
mod rungs;
mod safe;
mod select;
mod text;

use fix_ladder_core::ladder::{Ladder, parse};
use serde_json::{Value, json};

/// A small document without a fault, in which the tests then change one thing.
fn document() -> Value {
    json!({
        "format": 1,
        "id": "printer",
        "title": "The printer is offline",
        "choices": [
            { "id": "device", "label": "Device", "options": [
                { "id": "phone", "label": "Phone" },
                { "id": "tablet", "label": "Tablet" },
            ]},
        ],
        "rungs": [
            { "id": "restart", "title": "Restart it", "severity": "gentle",
              "why": ["It helps."],
              "steps": [{ "id": "switch-off", "text": "Switch it off." }] },
            { "id": "erase", "title": "Erase it", "severity": "drastic",
              "requirements": [{ "id": "copy", "text": "There is a copy." }],
              "warnings": [{ "id": "lost", "text": ["All is lost."], "confirmations": 2 }],
              "steps": [{ "id": "press-erase", "text": "Press Erase." }],
              "wait": { "seconds": 900 } },
        ],
    })
}

/// Puts a value at a JSON pointer: in place of what is there, as a new field, or (at `-`) at the end of a list.
fn put(document: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    match document.pointer_mut(parent).expect("the parent exists") {
        Value::Object(fields) => {
            fields.insert(last.to_owned(), value);
        }
        Value::Array(items) if last == "-" => items.push(value),
        Value::Array(items) => items[last.parse::<usize>().expect("an index")] = value,
        _ => panic!("nothing can be put at {pointer}"),
    }
}

fn errors_in(result: Result<Ladder, Vec<fix_ladder_core::ladder::Error>>) -> Vec<String> {
    match result {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

/// Changes the small document in one place and compares all that is then found wrong with it.
#[track_caller]
fn check(pointer: &str, value: Value, expected: &[&str]) {
    let mut document = document();
    put(&mut document, pointer, value);
    assert_eq!(errors_in(parse(&document.to_string())), expected, "{document:#}");
}

/// The ladder that the small document becomes with one thing changed.
#[track_caller]
fn ladder_with(pointer: &str, value: Value) -> Ladder {
    let mut document = document();
    put(&mut document, pointer, value);
    parse(&document.to_string()).expect("the document has no fault")
}
