//! Words that Markdown, or an engine, would read as something else. Each stays what it is.

use serde_json::{Value, json};

use crate::support::{ladder_of, read, written};

/// Texts that mean something to Markdown wherever they stand.
pub const HOSTILE: [&str; 62] = [
    "# no heading",
    "a # b #",
    "#",
    "- no item",
    "-",
    "---",
    "+ no item",
    "* no item",
    "1. no step",
    "12) no step",
    "1.5 is a number",
    "> no quote",
    ">",
    "`no code`",
    "``",
    "**no bold**",
    "*no*",
    "_no_",
    "__no__",
    "snake_case_name",
    "_a_b_",
    "a*b*c",
    "\\",
    "\\*",
    "a\\",
    "[no](https://a.example)",
    "[no]",
    "[x] no box",
    "[ ]",
    "![no](https://a.example)",
    "!",
    "<b>no</b>",
    "<",
    "a < b > c",
    "<!-- no -->",
    "<!--",
    "-->",
    "<https://a.example>",
    "https://a.example/?b=1&copy=2",
    "&amp;",
    "&copy;",
    "&",
    "a & b",
    "AT&T;",
    "| a | b |",
    "|",
    "|---|",
    "~~no~~",
    "~",
    "^no^",
    "$$no$$",
    "$5",
    "{: .no}",
    "{{ no }}",
    "{% no %}",
    "{",
    "===",
    ": no",
    "[^1]",
    "[a]: https://a.example",
    "“no” ‘no’ … – —",
    "\u{a0}a\u{a0}b",
];

#[test]
fn words_stay_words() {
    for words in HOSTILE {
        written(&ladder_of(json!([words])));
        written(&ladder_of(
            json!([format!("a {words}"), format!("{words} b"), { "list": [words, "c"] }]),
        ));
        if words.contains(" > ") {
            // In bold, that is a menu path: see `unwritable.rs`.
            continue;
        }
        let marked = |mark: &str| json!([[{ mark: [words] }], ["a", { mark: [words] }, "b"], ["(", { mark: [words] }, "!"]]);
        written(&ladder_of(marked("strong")));
        written(&ladder_of(marked("emphasis")));
        let link =
            json!({ "link": { "href": "https://a.example/(b)_c*d?e=1&f;g=2#h", "text": [words] } });
        written(&ladder_of(json!([[link, words], [words, link], ["!", link]])));
    }
}

#[test]
fn code_holds_any_sign() {
    for code in [
        "`", "``", "a`b", " a ", "a ", "&amp;", "**a**", "<b>", "\\", "|", "rm -rf *", "[x](y)",
        "a  b",
    ] {
        written(&ladder_of(
            json!([["a ", { "code": code }, " b"], [{ "code": code }], ["a", { "code": code }, "b"]]),
        ));
    }
}

#[test]
fn marks_stand_anywhere_beside_one_another() {
    let marks = |words: Value| [json!({ "strong": [words] }), json!({ "emphasis": [words] })];
    for words in ["a", "(a)", "“a”", " a ", "a ", "🙂", ".", "1", "-"] {
        for [one, other] in [marks(json!(words)), {
            let [a, b] = marks(json!(words));
            [b, a]
        }] {
            for between in ["", " ", "b", ".", "(", "\u{2014}", "*"] {
                written(&ladder_of(json!([
                    ["x", one, between, other, "y"],
                    [one, between, other],
                    [one, between, one]
                ])));
            }
            for name in ["strong", "emphasis"] {
                written(&ladder_of(
                    json!([["x", { name: ["c", one, "d"] }, "y"], [{ name: [one] }], [{ name: [one, other] }]]),
                ));
            }
        }
    }
    written(&ladder_of(
        json!([["Open", { "path": ["Settings", "*Reset*", "[name]"] }, "now"], [{ "emphasis": [{ "path": ["A", "B"] }] }]]),
    ));
}

#[test]
fn hostile_words_stand_in_every_part() {
    for words in HOSTILE {
        let words = format!("Look at {words} now");
        let ladder = json!({
            "format": 1, "id": "ladder", "title": words, "introduction": [words],
            "choices": [{ "id": "device", "label": "Device", "options": [{ "id": "one", "label": words }, { "id": "two", "label": "Two" }] }],
            "rungs": [{
                "id": "rung", "title": words, "severity": "drastic",
                "touches": { "text": words }, "undo": { "possible": true, "text": format!("yes, {words}") },
                "takes": { "minutes": 5, "text": words }, "wait": { "seconds": 90, "reason": words },
                "check": words, "moving": words, "safe": words,
                "warnings": [{ "id": "warning", "text": [words, { "list": [words] }], "confirmations": 2 }],
                "requirements": [{ "id": "first", "text": words, "evidence": { "place": {} }, "more": [{ "more": [words, { "list": [words] }] }] }],
                "steps": [{ "id": "step", "text": words, "more": [words, { "variants": [{ "when": { "device": ["two"] }, "text": words }, { "text": words }] }], "safe": words, "when": { "device": ["two"] } }],
                "advice_against": [{ "by": "Apple", "text": [words], "checked": "2026-11" }],
                "sources": [{ "text": words, "checked": "2026-11", "note": words }],
            }],
            "fixed": [words], "moving": [words], "end": [words], "report_to": "help@example.org",
            "sources": [{ "text": words }],
        });
        let ladder = serde_json::from_value(ladder).expect("a document");
        // A bracket without an end would swallow those behind it that ask for something.
        match words.contains('{') && !words.contains('}') {
            true => assert!(fix_ladder_writer::markdown(&ladder, read).is_err(), "{words}"),
            false => drop(written(&ladder)),
        }
    }
}
