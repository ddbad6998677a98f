//! What the format reads as its own cannot be said in it. It is an error with its place, never another ladder.

use fix_ladder_core::ladder::RawLadder;
use serde_json::{Value, json};

use crate::support::{ladder_of, read};

#[track_caller]
fn refused(ladder: &RawLadder, place: &str, part: &str) {
    match fix_ladder_writer::markdown(ladder, read) {
        Ok(text) => panic!("written as:\n{text}"),
        Err(errors) => {
            let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
            let is_told = |it: &String| it.starts_with(&format!("{place}: ")) && it.contains(part);
            assert!(said.iter().any(is_told), "{place}, {part}: {said:#?}");
            assert!(
                errors.iter().all(|it| it.message.contains(": ")),
                "each has a cure: {said:#?}"
            );
        }
    }
}

#[test]
fn words_of_the_format_are_told() {
    for (why, place, part) in [
        (json!(["More: or less"]), "rung 1, why, paragraph 1", "More"),
        (json!([[{ "strong": ["Warning:"] }, " hot"]]), "rung 1, why, paragraph 1", "Warning"),
        (json!([[{ "strong": ["A > B"] }]]), "rung 1, why, paragraph 1", "marks"),
        (json!(["Severity: drastic"]), "rung 1, why, paragraph 1", "Severity"),
        (json!(["Look (confirm twice)"]), "rung 1, why, paragraph 1", "confirm"),
        (json!([{ "list": ["Wait: 2 minutes", "Takes: 1 minute"] }]), "rung 1, takes", "otherwise"),
        (
            json!([{ "more": ["a"] }, { "more": ["b"] }]),
            "rung 1, why, paragraph 1, more, paragraph 2",
            "side by side",
        ),
    ] {
        refused(&ladder_of(why), place, part);
    }
}

fn with(pointer: &str, value: Value) -> RawLadder {
    let mut ladder = serde_json::to_value(ladder_of(json!(["Why"]))).expect("JSON");
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = ladder.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    parent.insert(name.to_owned(), value);
    serde_json::from_value(ladder).expect("a document")
}

#[test]
fn parts_that_no_text_has_are_told() {
    let source = json!([{ "text": "A", "note": "B" }]);
    refused(&with("/rungs/0/sources", source), "rung 1, source 1, note", "checked");
    refused(&with("/rungs/0/title", json!("About you")), "title", "no rung");
    refused(&with("/rungs/0/steps/0/text", json!("Safe (only for all)")), "rung 1, step 1", "");
    let wait = json!({ "seconds": 60, "reason": "3 hours more" });
    refused(&with("/rungs/0/wait", wait), "rung 1, wait", "duration");
    let warning = json!([{ "id": "w", "text": ["Confirm it (confirm 3 times)"] }]);
    refused(&with("/rungs/0/warnings", warning), "rung 1, warning 1, text, paragraph 1", "");
    let place =
        json!([{ "id": "r", "text": "A copy", "evidence": { "place": { "not": ["the"] } } }]);
    refused(&with("/rungs/0/requirements", place), "rung 1, requirement 1", "");
    let option = |label: &str| json!({ "id": label, "label": label });
    let choice = |label: &str| json!({ "id": label, "label": label, "options": [option("Yes"), option("No")] });
    let mut ladder = with("/choices", json!([choice("Mac"), choice("Windows")]));
    assert!(fix_ladder_writer::markdown(&ladder, read).is_ok());
    ladder.rungs[0].steps[0].when = [("Mac".to_owned(), vec!["Yes".to_owned()])].into();
    refused(&ladder, "rung 1, step 1", "two choices");
}

#[test]
fn what_is_no_ladder_is_not_written() {
    refused(&with("/rungs/0/severity", json!("terrible")), "rung 1 `rung`", "unknown severity");
}
