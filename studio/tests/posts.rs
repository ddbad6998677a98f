//! Posts and files that an author opens.

use serde_json::{Value, json};

use crate::support::{KETTLE, ask};

fn opened(name: &str, text: &str) -> Value {
    ask(&json!({ "ask": "open", "name": name, "text": text }))
}

#[test]
fn a_post_becomes_a_text_with_what_was_guessed() {
    let trees = json!([
        ["h1", {}, "The scanner stays dark"],
        ["p", {}, "Mine did this twice."],
        ["h2", {}, "Step 1. Wake it up"],
        ["p", {}, "Press its power button."],
        ["h2", {}, "Step 2. Reset it"],
        ["ol", {}, ["li", {}, "Erase all of its settings."]],
    ]);
    let answer = ask(&json!({ "ask": "post", "trees": trees, "page": "My blog" }));
    let text = answer["draft"]["text"].as_str().expect("a text").to_owned();
    for part in [
        "# The scanner stays dark",
        "## Wake it up\n",
        "## Reset it\n",
        "> **Warning:** ",
        "1. Erase all of its settings.",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(answer["hints"].as_array().is_some_and(|it| !it.is_empty()));
    // The text is a ladder, and has the guard.
    let compiled = ask(&json!({ "ask": "compile", "name": answer["draft"]["name"], "text": text }));
    assert_eq!(compiled["document"]["rungs"][1]["severity"], "drastic");
    assert_eq!(compiled["document"]["rungs"][1]["warnings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_added_is_said_in_the_language_of_the_post() {
    let trees = json!([
        ["h1", {}, "Der Kasten"],
        ["h2", {}, "Leeren"],
        ["p", {}, "Löschen Sie alle Daten."]
    ]);
    let said = json!({ "warning": "Das ist endgültig.", "picture": "Bild" });
    let answer = ask(&json!({ "ask": "post", "trees": trees, "lang": "de", "said": said }));
    let text = answer["draft"]["text"].as_str().expect("a text");
    assert!(text.contains("> **Warning:** Das ist endgültig."), "{text}");
}

#[test]
fn nothing_to_climb_is_no_draft() {
    for trees in [json!([]), json!([["!", "words"]]), json!("x")] {
        let answer = ask(&json!({ "ask": "post", "trees": trees }));
        assert_eq!(answer["draft"], Value::Null, "{answer}");
    }
}

#[test]
fn texts_documents_and_posts_are_told_apart() {
    let draft = opened("C:\\folder\\kettle.txt", &format!("\u{feff}{KETTLE}"));
    assert_eq!(draft["draft"]["name"], "kettle.md");
    assert_eq!(draft["draft"]["text"], KETTLE);
    assert_eq!(opened("", KETTLE)["draft"]["name"], "ladder.md");
    for (name, text) in
        [("a.html", "words"), ("", "<p>words</p>"), ("a.txt", "\n<!doctype html><html></html>")]
    {
        assert_eq!(opened(name, text)["isPost"], true, "{name}");
    }
    assert_eq!(opened("a.md", "<p>words</p>")["isPost"], false);
    assert_eq!(opened("", "<!-- a note -->\n# A ladder\n")["isPost"], false);
}

#[test]
fn a_document_becomes_a_text() {
    let document =
        ask(&json!({ "ask": "compile", "name": "kettle.md", "text": KETTLE }))["document"].clone();
    for name in ["kettle.json", ""] {
        let answer = opened(name, &document.to_string());
        let text = &answer["draft"]["text"];
        let again = ask(&json!({ "ask": "compile", "name": "other.md", "text": text }));
        assert_eq!(again["document"], document, "{text}");
    }
    let mut faulty = document;
    faulty["rungs"][0]["severity"] = json!("mild");
    let answer = opened("kettle.json", &faulty.to_string());
    assert_eq!(answer["draft"], Value::Null);
    assert!(answer["errors"][0].as_str().is_some_and(|it| it.contains("mild")), "{answer}");
}

#[test]
fn drawings_of_a_document_are_told_to_be_left_out() {
    let text = KETTLE.replace("Push the plug in.", "Push the plug in. <!-- illustration: plug -->");
    let drawings = json!([{ "name": "plug.drawing", "text": "Alt: A page.\nscreen\n  rows: 1\n" }]);
    let compiled =
        ask(&json!({ "ask": "compile", "name": "kettle.md", "text": text, "drawings": drawings }));
    let answer = opened("kettle.json", &compiled["document"].to_string());
    assert_eq!(answer["notes"].as_array().map(Vec::len), Some(1), "{answer}");
    assert!(!answer["draft"]["text"].as_str().expect("a text").contains("illustration"));
}
