//! Ladders of generated words: what is written is the same ladder, or is told. Knows no words that are safe.

use fix_ladder_core::ladder::{RawLadder, validate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::html::same;
use crate::posts::same_or_safer;
use crate::support::read;

/// Words, signs, and what means something to the format.
const PIECES: [&str; 50] = [
    "a",
    "b ",
    " c",
    "Look",
    " ",
    "\u{a0}",
    "\n",
    "\t",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&",
    "#",
    "- ",
    "1. ",
    "+",
    "!",
    "|",
    "~~",
    "\\",
    "{",
    "}",
    "$$",
    ":",
    ".",
    ",",
    "“",
    "”",
    "—",
    "🙂",
    "é",
    "中",
    "<!--",
    "-->",
    "&amp;",
    "https://a.example/",
    "More: ",
    "Warning: ",
    "Safe: ",
    "Otherwise: ",
    "Severity: ",
    "(confirm twice)",
    "(name the place)",
];
/// So many of them mean nothing to the format itself.
const SIGNS: usize = 43;

fn words(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 1..6).prop_map(|it| it.concat())
}

fn text() -> impl Strategy<Value = Value> {
    text_of(&PIECES)
}

fn text_of(pieces: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let words = move || words(pieces);
    let span = words().prop_map(Value::from).prop_recursive(2, 8, 3, move |inner| {
        let spans = prop::collection::vec(inner, 1..3);
        prop_oneof![
            spans.clone().prop_map(|it| json!({ "strong": it })),
            spans.clone().prop_map(|it| json!({ "emphasis": it })),
            spans.prop_map(|it| json!({ "link": { "href": "https://a.example/b", "text": it } })),
            words().prop_map(|it| json!({ "code": it })),
        ]
    });
    prop_oneof![
        words().prop_map(Value::from),
        prop::collection::vec(span, 1..4).prop_map(Value::from)
    ]
}

fn blocks() -> impl Strategy<Value = Value> {
    let list = prop::collection::vec(text(), 1..3).prop_map(|it| json!({ "list": it }));
    let variants = (text(), text()).prop_map(|(one, other)| {
        json!({ "variants": [{ "when": { "device": ["two"] }, "text": one }, { "text": other }] })
    });
    let plain = prop_oneof![text(), list, variants];
    let folded = prop::collection::vec(plain.clone(), 1..3).prop_map(|it| json!({ "more": it }));
    prop::collection::vec(prop_oneof![3 => plain, 1 => folded], 0..3).prop_map(Value::from)
}

prop_compose! {
    fn ladder()(
        texts in prop::collection::vec(text(), 6), why in blocks(), more in blocks(), below in blocks(), end in blocks(),
        confirmations in 1..6_u32, seconds in 0..200_000_i64, evidence in 0..4_usize, interrupts: bool,
    ) -> Value {
        let evidence = [json!("confirm"), json!("hand-over"), json!({ "place": { "not": ["iCloud"] } }),
            json!({ "numbers": { "first": "here, in all", "second": "there", "fewer": texts[5] } })][evidence].clone();
        json!({
            "format": 1, "id": "ladder", "title": texts[0],
            "choices": [{ "id": "device", "label": "Device", "options": [{ "id": "one", "label": "One" }, { "id": "two", "label": "Two" }] }],
            "rungs": [{
                "id": "rung", "title": texts[1], "severity": "drastic", "why": why,
                "takes": { "minutes": seconds / 60, "text": texts[2] }, "wait": { "seconds": seconds, "reason": texts[2] },
                "warnings": [{ "id": "w", "text": [texts[3]], "confirmations": confirmations }],
                "requirements": [{ "id": "r", "text": texts[4], "evidence": evidence, "more": below }],
                "steps": [{ "id": "s", "text": texts[5], "more": more, "interrupts": interrupts, "safe": texts[2] }],
            }],
            "end": end,
        })
    }
}

/// Written and read back as the same, in both forms; or told.
fn holds(document: Value) -> bool {
    let Ok(ladder) = serde_json::from_value::<RawLadder>(document) else { return false };
    if validate(&ladder).is_err() {
        return false;
    }
    match fix_ladder_writer::markdown(&ladder, read) {
        Ok(_) => {
            same(&ladder);
            same_or_safer(&ladder);
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            return false;
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whole_ladders_of_hostile_words(document in ladder()) {
        holds(document);
    }

    #[test]
    fn hostile_paragraphs(why in blocks()) {
        holds(serde_json::to_value(crate::support::ladder_of(why)).expect("JSON"));
    }
}

#[test]
fn most_generated_paragraphs_are_written() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut written, mut tried) = (0, 0);
    for _ in 0..300 {
        let why =
            json!([text_of(&PIECES[..SIGNS]).new_tree(&mut runner).expect("a text").current()]);
        let ladder = crate::support::ladder_of(why);
        if validate(&ladder).is_ok() {
            tried += 1;
            written += usize::from(holds(serde_json::to_value(ladder).expect("JSON")));
        }
    }
    println!("{written} of {tried}");
    assert!(written * 20 > tried * 19, "{written} of {tried}");
}
