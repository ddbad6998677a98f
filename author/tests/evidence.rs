//! Evidence in brackets: however it is written, it is asked for or there is an error; it never becomes a tick.

use serde_json::{Value, json};

use crate::support::{document, rung, said};

pub fn requirement(words: &str) -> String {
    rung(&format!("### Before you start\n\n- {words}\n\n### Steps\n\n1. Do."))
}

#[track_caller]
fn evidence(words: &str) -> Value {
    let text = requirement(words);
    assert_eq!(said(&text), [""; 0], "{words}");
    document(&text)["rungs"][0]["requirements"][0]["evidence"].clone()
}

/// Whatever the place of the fault: there is one, and it is an error.
#[track_caller]
pub fn check_error(text: &str) {
    let said = said(text);
    assert!(said.iter().any(|said| said.starts_with("error")), "only {said:?} about:\n{text}");
}

#[test]
fn a_hand_over() {
    for words in ["(hand over)", "(Hand-over.)", "(hand it over)", "(handover)"] {
        assert_eq!(evidence(&format!("I can go on elsewhere. {words}")), json!("hand-over"));
    }
    check_error(&requirement("I can go on elsewhere. (hand ovr)"));
}

#[test]
fn a_place_in_other_words() {
    for words in [
        "(name the place)",
        "(Name the place.)",
        "(name a place)",
        "(please name the place)",
        "(name the place, please)",
        "(name its location)",
        "(write down the place)",
        "(name of the place)",
        "(the name of the place)",
        "(the place's name)",
        "(the place’s name)",
        "(place name)",
        "(which place?)",
        "(place)",
        "(where?)",
        "(where is it?)",
        "(where it is)",
        "(name the place where it is)",
        "[name the place]",
        "{name the place}",
        "（name the place）",
        "【name the place】",
        "((name the place))",
        "( name  the\n  place )",
        "(**name** the place)",
        "**(name the place)**",
        "*(name the place)*",
        "(name the place):",
        "(name the place)!",
        "(name the place).",
        "(name\u{a0}the place) \u{2013}",
        "\\[name the place\\]",
    ] {
        assert_eq!(
            evidence(&format!("A copy is there {words}")),
            json!({ "place": {} }),
            "{words}"
        );
    }
}

#[test]
fn a_forbidden_place_in_other_words() {
    let both = ["iCloud", "Dropbox"].as_slice();
    let three = ["iCloud", "Google Drive", "OneDrive"].as_slice();
    for (words, not) in [
        (", not the iCloud", &["iCloud"][..]),
        (", not in iCloud", &["iCloud"]),
        (", not on your iCloud", &["iCloud"]),
        (", but not iCloud", &["iCloud"]),
        (" but not in the iCloud", &["iCloud"]),
        (" other than iCloud", &["iCloud"]),
        (", except iCloud", &["iCloud"]),
        (" outside iCloud", &["iCloud"]),
        (", never iCloud", &["iCloud"]),
        (", no iCloud", &["iCloud"]),
        ("; not iCloud", &["iCloud"]),
        (" - not iCloud", &["iCloud"]),
        (" \u{2013} not iCloud", &["iCloud"]),
        (": not iCloud", &["iCloud"]),
        (" (not iCloud)", &["iCloud"]),
        (", not \"iCloud\"", &["iCloud"]),
        (", not \u{201e}iCloud\u{201c}", &["iCloud"]),
        (", not **iCloud**", &["iCloud"]),
        (", not `iCloud`", &["iCloud"]),
        (", not iCloud.", &["iCloud"]),
        (", not iCloud please", &["iCloud"]),
        (" that is not iCloud", &["iCloud"]),
        (" which must not be on iCloud", &["iCloud"]),
        (", anywhere but iCloud", &["iCloud"]),
        (", apart from iCloud", &["iCloud"]),
        (", excluding iCloud", &["iCloud"]),
        (", NOT iCloud", &["iCloud"]),
        (", non-iCloud", &["iCloud"]),
        ("，not iCloud", &["iCloud"]),
        (", not iCloud or Dropbox", both),
        (", not iCloud/Dropbox", both),
        (", not iCloud & Dropbox", both),
        (", not iCloud, not Dropbox", both),
        (", not iCloud or in Dropbox", both),
        (", neither iCloud nor Dropbox", both),
        (", not iCloud; nor the Dropbox", both),
        (", not iCloud (or Dropbox)", both),
        (", not iCloud, Google Drive and OneDrive", three),
        (", not iCloud, not Google Drive, and not on OneDrive", three),
        (", not A or B", &["A", "B"]),
    ] {
        let expected = json!({ "place": { "not": not } });
        assert_eq!(evidence(&format!("A copy. (name the place{words})")), expected, "{words}");
    }
    assert_eq!(
        evidence("A copy. (where, not in iCloud?)"),
        json!({ "place": { "not": ["iCloud"] } })
    );
}

#[test]
fn a_place_that_is_not_understood() {
    for words in [
        "(name the place, not)",
        "(name the place, not the)",
        "(name the place, not \u{2601})",
        "(name the place, not \u{2601} or iCloud)",
        "(name the place, not ...)",
        "(name the place, iCloud is not allowed)",
        "(name the place, iCloud does not count)",
        "(name the place, not iCloud but Dropbox is fine)",
        "(name the place, not iCloud because it is broken)",
        "(name the place, not iCloud, which is broken)",
        "(name the place, on the other disk)",
        "(name the disk)",
        "(name the places)",
        "(names of two places)",
        "(name)",
        "(nmae the place)",
        "(name the palce, not iCloud)",
        "(where the copy is)",
        "(place it)",
    ] {
        check_error(&requirement(&format!("A copy. {words}")));
    }
}

#[test]
fn two_numbers_in_other_words() {
    for words in [
        "(two numbers: a, b)",
        "(2 numbers: a, b)",
        "(Two numbers - a, b)",
        "(two numbers \u{2014} a, b)",
        "(two numbers, a, b)",
        "(two numbers; a; b)",
        "(numbers: a, b)",
        "(please enter two numbers: a, b)",
        "(both numbers: a, b)",
        "(two counts: a, b)",
        "[two numbers: a, b]",
        "（two numbers：a、b）",
        "(**two numbers:** a, b)",
        "(two numbers: a, b):",
    ] {
        let expected = json!({ "numbers": { "first": "a", "second": "b" } });
        assert_eq!(evidence(&format!("I counted. {words}")), expected, "{words}");
    }
    for words in [
        "(two numbers)",
        "(two numbers: a)",
        "(two numbers: a, b, c)",
        "(two numbers: a, -)",
        "(two numbers a, b)",
        "(three numbers: a, b, c)",
        "(number: a)",
        "(tow numbers: a, b)",
        "(two nubmers: a, b)",
        "(count: here, there)",
        "(two numbers on the box)",
    ] {
        check_error(&requirement(&format!("I counted. {words}")));
    }
}

#[test]
fn words_in_brackets_that_ask_for_nothing() {
    for words in ["(as day)", "(two of them)", "(by name)", "[name]", "(or a friend's)", "(2026)"] {
        assert_eq!(evidence(&format!("Plain {words}")), json!("confirm"), "{words}");
    }
}
