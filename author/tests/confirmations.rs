//! Two confirmations never become one, and two warnings never become one either.

use serde_json::{Value, json};

use crate::evidence::check_error;
use crate::support::{document, rung, said};

fn warnings(body: &str) -> Vec<Value> {
    let document = document(&rung(&format!("{body}\n\n1. Do.")));
    document["rungs"][0]["warnings"].as_array().cloned().unwrap_or_default()
}

/// The numbers of confirmations of all warnings; nothing may be said.
#[track_caller]
fn check_times(body: &str, times: &[u32]) {
    assert_eq!(said(&rung(&format!("{body}\n\n1. Do."))), [""; 0], "{body}");
    let found: Vec<Value> = warnings(body).iter().map(|it| it["confirmations"].clone()).collect();
    assert_eq!(json!(found), json!(times), "{body}");
}

#[test]
fn however_it_is_written() {
    for words in [
        "(confirm twice)",
        "(Confirm twice.)",
        "(**confirm twice**)",
        "(confirm **twice**)",
        "**(confirm twice)**",
        "`(confirm twice)`",
        "[confirm twice]",
        "{confirm twice}",
        "（confirm twice）",
        "(confirm\u{a0}twice)",
        "(con\u{ad}firm twice)",
        "(confirm\n> twice)",
        "(confirm 2x)",
        "(confirm x2)",
        "(confirm 2 \u{d7})",
        "(confirm two times)",
        "(please confirm twice)",
        "(confirm  2 times, please)",
        "(to be confirmed twice)",
        "(2 confirmations)",
        "(confirmations: 2)",
        "(acknowledge twice)",
        "(read twice)",
        "(needs to be ticked 2 times)",
        "(twice confirm)",
    ] {
        check_times(&format!("> **Warning:** it is hot. {words}"), &[2]);
    }
    check_times("> **Warning** (confirm thrice): hot.", &[3]);
    check_times("> **Warning:** hot (confirm once).", &[1]);
}

#[test]
fn wherever_it_stands() {
    for body in [
        "> **Warning:** hot.\n>\n> - (confirm twice)",
        "> **Warning:** hot.\n>\n> - Very hot. (confirm twice)\n> - Too hot.",
        "> **Warning:** hot.\n>\n> 1. Very hot.\n>    - (confirm twice)",
        "> **Warning:** hot.\n>\n> Hot.\n>\n> (confirm twice)",
    ] {
        assert_eq!(warnings(body)[0]["confirmations"], json!(2), "{body}");
        assert!(!warnings(body)[0].to_string().contains("confirm twice"), "{body}");
    }
    assert_eq!(
        warnings("> **Warning:** hot.\n>\n> > Hotter. (confirm twice)")[0]["confirmations"],
        json!(2)
    );
}

#[test]
fn what_is_not_understood() {
    for words in [
        "(confirm)",
        "(confirm often)",
        "(confirm 0 times)",
        "(confirm 6 times)",
        "(confirm twice or thrice)",
        "(confirm twice) (confirm twice)",
        "(confirm twice",
        "(confirm\n>\n> twice)",
        "(twice)",
        "(2x)",
        "(three times)",
        "(conform twice",
        "(comfirm twice)",
        "(confrim 2 times)",
        "(check this twice)",
        "(confirm the deletion 2 times)",
    ] {
        check_error(&rung(&format!("> **Warning:** it is hot. {words}\n\n1. Do.")));
    }
}

#[test]
fn a_number_of_times_in_the_opening() {
    for opening in ["**Warning x2:**", "**Warning 2x**", "**Warning (2x):**", "**Warning, twice:**"]
    {
        check_error(&rung(&format!("> {opening} it is hot.\n\n1. Do.")));
    }
}

#[test]
fn prose_in_brackets_stays() {
    for words in ["(once)", "(read its manual)", "(two of them)", "(confirmed by its maker)", "(2)"]
    {
        let body = format!("> **Warning:** it is hot. {words}");
        check_times(&body, &[1]);
        assert_eq!(warnings(&body)[0]["text"], json!([format!("it is hot. {words}")]));
    }
}

#[test]
fn two_warnings_in_one_quote_stay_two() {
    for body in [
        "> **Warning:** A.\n>\n> **Warning:** B. (confirm twice)",
        "> **Warning:** A.\n\n> **Warning:** B. (confirm twice)",
        "> **Warning:** A.\n> **Warning:** B. (confirm twice)",
        "> **Warning:** A.\\\n> **Warning** (confirm twice): B.",
        "> **Warning:** A.\n>\n> > **Warning:** B. (confirm twice)",
        "> **Warning:** A.\n>\n> ***Warning:*** B. (confirm twice)",
        "> \u{26a0}\u{fe0f} **Warning:** A.\n>\n> \u{26a0}\u{fe0f} **Warning:** B. (confirm twice)",
        "> \u{26a0}\u{fe0f} **Warning:** A.\n> \u{26a0}\u{fe0f} **Warning:** B. (confirm twice)",
    ] {
        check_times(body, &[1, 2]);
        assert_eq!(warnings(body)[0]["text"], json!(["A."]), "{body}");
        assert_eq!(warnings(body)[1]["text"], json!(["B."]), "{body}");
    }
    let three = "> **Warning:** A. <!-- id: a -->\n>\n> More. (confirm twice)\n>\n> **Warning:** B. <!-- id: b -->\n>\n> - More.\n>\n> **Warning:** C.";
    check_times(three, &[2, 1, 1]);
    assert_eq!(warnings(three)[0]["id"], json!("a"));
    assert_eq!(warnings(three)[0]["text"], json!(["A.", "More."]));
    assert_eq!(warnings(three)[1]["id"], json!("b"));
}

#[test]
fn advice_behind_a_warning_is_advice() {
    let quotes = [
        "> **Warning:** A.\n>\n> **Apple advises against this:** see [it](https://example.org/), checked 2026-11.",
        "> **Apple advises against this:** see [it](https://example.org/), checked 2026-11.\n>\n> **Warning:** A.",
        "> **Warning:** A.\n> **Apple advises against this:** see [it](https://example.org/), checked 2026-11.",
    ];
    for quote in quotes {
        check_times(quote, &[1]);
        let document = document(&rung(&format!("{quote}\n\n1. Do.")));
        assert_eq!(document["rungs"][0]["warnings"][0]["text"], json!(["A."]));
        assert_eq!(document["rungs"][0]["advice_against"][0]["by"], json!("Apple"));
        assert_eq!(document["rungs"][0]["advice_against"][0]["checked"], json!("2026-11"));
    }
}

#[test]
fn a_warning_behind_other_words_is_one() {
    let body = "> Look here.\n>\n> **Warning:** A. (confirm twice)";
    assert_eq!(warnings(body)[0]["confirmations"], json!(2));
    assert_eq!(warnings(body)[0]["text"], json!(["A."]));
    let in_a_step = rung("1. Do.\n\n   > **Warning:** A.\n   >\n   > **Warning:** B.");
    let warnings = document(&in_a_step)["rungs"][0]["warnings"].clone();
    assert_eq!(warnings.as_array().map(Vec::len), Some(2));
}

#[test]
fn the_unmistakable_openings() {
    for opening in [
        "\u{26a0}\u{fe0f} **Warning:**",
        "\u{26a0} **Warning**",
        "**\u{26a0} Warning:**",
        "**\u{26a0}\u{fe0f} WARNING \u{26a0}\u{fe0f}**",
        "***Warning:***",
        "*__Warning:__*",
        "**_Warning_**:",
        "\u{2014} **Warning!**",
        "**Warning!** \u{1f6a8}",
        "**!! Warning !!**",
    ] {
        let body = format!("> {opening} it is hot.");
        check_times(&body, &[1]);
        assert_eq!(warnings(&body)[0]["text"], json!(["it is hot."]), "{opening}");
    }
}

#[test]
fn a_warning_for_some_readers_only() {
    let text = |items: &str| {
        format!(
            "# T\n\n## About you\n\n- Device: iPhone, iPad\n\n## R\n\n> **Warning:**\n>\n{items}\n\n1. Do.\n"
        )
    };
    let iphone = "> - iPhone: all is lost.\n> - iPad: most is lost.";
    check_error(&text(iphone));
    assert_eq!(said(&text(&format!("{iphone}\n> - Otherwise: it is lost."))), [""; 0]);
    assert_eq!(said(&text(&format!("> Look.\n>\n{iphone}"))), [""; 0]);
}
