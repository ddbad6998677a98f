//! Drawings of the kit: what their lines become, and what is said of lines that are none.

use fix_ladder_author::Source;
use serde_json::{Value, json};

use super::support::with_drawings as compiled;

const LADDER: &str = "# Title\n\n## About you\n\n- Device: iPhone, iPad\n- System: iOS 17, iOS 18\n\n## Rung\n\n1. Open it. <!-- illustration: page -->\n";

#[track_caller]
fn drawn(text: &str) -> Value {
    let (drawings, said) = compiled(LADDER, &[("ladder/page.drawing", text)]);
    assert_eq!(said, [""; 0]);
    drawings[0]["variants"].clone()
}

#[track_caller]
fn refused(text: &str, expected: &[&str]) {
    let (drawings, said) = compiled(LADDER, &[("ladder/page.drawing", text)]);
    assert_eq!(said, expected, "of {text}");
    assert_eq!(drawings, Value::Null);
}

/// The words of a variant, each with its role.
fn words(variant: &Value) -> Vec<(String, String)> {
    let texts =
        variant["shapes"].as_array().expect("shapes").iter().filter_map(|it| it.get("text"));
    let said = |it: &Value, name: &str| it[name].as_str().unwrap_or_default().to_owned();
    texts.map(|it| (said(it, "words"), said(it, "fill"))).collect()
}

/// How many shapes have this role as their area or their line.
fn count(variant: &Value, role: &str) -> usize {
    let shapes = variant["shapes"].as_array().expect("shapes").iter();
    let inner = shapes.flat_map(|it| it.as_object().expect("a shape").values());
    inner.filter(|it| it["fill"] == role || it["line"] == role).count()
}

#[test]
fn a_few_lines_are_a_drawing() {
    let variants = drawn(
        "# A remark.\nAlt: Your own name is the first row.\n\nscreen\n  title: Settings\n  person: [name] (press)\n  rows: 2\n",
    );
    assert_eq!(variants[0]["alt"], "Your own name is the first row.");
    assert_eq!(variants[0]["width"], 320);
    let expected = [("Settings", "ink"), ("[name]", "ink")];
    assert_eq!(words(&variants[0]), expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    assert_eq!(count(&variants[0], "tint"), 1, "what is pressed is lit");
    assert_eq!(count(&variants[0], "accent"), 3, "a ring and a fingertip");
    assert_eq!(count(&variants[0], "danger"), 0);
}

#[test]
fn each_mark_has_a_shape_of_its_own() {
    let shapes = |flags: &str| {
        let variants = drawn(&format!("Alt: A row.\nscreen\n  row: Photos{flags}\n"));
        let variant = variants[0].clone();
        let kinds = variant["shapes"].as_array().expect("shapes").iter();
        let kinds = kinds.map(|it| it.as_object().expect("a shape").keys().next().cloned());
        let kinds: Vec<String> = kinds.flatten().collect();
        (kinds, count(&variant, "accent"), count(&variant, "danger"))
    };
    let [press, look, not, number, none] =
        [" (press)", " (look)", " (not this)", " (1)", ""].map(shapes);
    let all = [&press.0, &look.0, &not.0, &number.0, &none.0];
    for (index, one) in all.iter().enumerate() {
        assert!(!all[..index].contains(one), "two look the same but for colour: {one:?}");
    }
    assert_eq!([press.1, look.1, not.1, none.1], [3, 2, 0, 0]);
    assert_eq!([press.2, look.2, not.2, none.2], [0, 0, 3, 0]);
    let pressed = drawn("Alt: A row.\nscreen\n  row: Photos (press 2)\n");
    assert!(words(&pressed[0]).contains(&("2".to_owned(), "paper".to_owned())));
}

#[test]
fn brackets_that_say_nothing_are_words() {
    let variants =
        drawn("Alt: A row.\nscreen\n  row: iPhone SE (2nd gen)\n  row: Name (value home)\n");
    let found: Vec<String> = words(&variants[0]).into_iter().map(|(words, _)| words).collect();
    assert_eq!(found, ["iPhone SE (2nd gen)", "Name", "home"]);
}

#[test]
fn variants_are_written_as_everywhere() {
    let part = "  Alt: A row.\n  screen\n    row: Photos\n";
    let text = format!("iPad + iOS 17:\n{part}iPhone or iPad:\n{part}Otherwise:\n{part}");
    let variants = drawn(&text);
    let whens = variants.as_array().expect("variants").iter().map(|it| it["when"].clone());
    assert_eq!(
        whens.collect::<Vec<_>>(),
        [
            json!({ "device": ["ipad"], "system": ["ios-17"] }),
            json!({ "device": ["iphone", "ipad"] }),
            Value::Null,
        ]
    );
    refused(
        &format!("iPda:\n{part}Otherwise:\n{part}"),
        &["error 1:1: there is no option `iPda`; did you mean `iPad`?"],
    );
    refused(
        &format!("Otherwize:\n{part}"),
        &[
            "error 1:1: this word is not known; did you mean `Otherwise`?",
            "error 1:1: a reader who has answered otherwise, or not at all, sees no drawing; add a last variant `Otherwise:`",
        ],
    );
    refused(
        &format!("iPad:\n{part}"),
        &[
            "error 1:1: a reader who has answered otherwise, or not at all, sees no drawing; add a last variant `Otherwise:`",
        ],
    );
    refused(
        &format!("Otherwise:\n{part}iPad:\n{part}"),
        &["error 1:1: what follows this is never shown; put `Otherwise:` last"],
    );
    refused(
        &format!("Alt: A row.\niPad:\n{part}Otherwise:\n{part}"),
        &[
            "error 1:1: `Alt` is in none of the variants; indent it below the options that it is for; what all readers see is written in each",
        ],
    );
}

#[test]
fn every_drawing_says_what_to_look_for() {
    let cure =
        "say in one or two sentences what to look for: `Alt: Your own name is the first row.`";
    refused(
        "screen\n  row: Photos\n",
        &[&format!(
            "error 1:1: this drawing has no `Alt`, so some readers do not learn what it shows; {cure}"
        )],
    );
    refused(
        "Alt:\nscreen\n  row: Photos\n",
        &[&format!("error 1:1: this `Alt` says nothing; {cure}")],
    );
    refused(
        &format!("Alt: {}\nscreen\n  row: Photos\n", "word ".repeat(41)),
        &[
            "error 1:6: this text has 41 words, and more than 40 are not read; say only what to look for; the step says what to do",
        ],
    );
    refused(
        "Alt: One.\nAlt: Two.\nscreen\n  row: Photos\n",
        &["error 2:1: there are two lines `Alt`; join them"],
    );
    refused(
        "Alt: Nothing.\n",
        &[
            "error 1:1: nothing is drawn here; add parts: `screen`, and `row: Photos (press)` indented below it",
        ],
    );
}

#[test]
fn lines_below_an_alt_are_not_lost() {
    let (_, said) = compiled(
        LADDER,
        &[("page.drawing", "Alt: A row\n  that goes on.\nscreen\n  row: Photos\n")],
    );
    assert_eq!(
        said,
        [
            "error 2:3: this line is part of the `Alt` above it, which is one line; indent it as far as the `Alt`, or join the two lines"
        ]
    );
}

#[test]
fn lines_that_are_no_parts_are_named_with_their_cure() {
    let of = |line: &str, expected: &str| {
        refused(&format!("Alt: A row.\nscreen\n  {line}\n"), &[expected])
    };
    of("rwo: Photos", "error 3:3: there is no part `rwo`; did you mean `row`?");
    of("row: Photos (pres)", "error 3:16: a row has no `pres`; did you mean `press`?");
    of(
        "row: Photos (press, gold)",
        "error 3:22: a row has no `gold`; a row takes `chevron`, `switch on`, `switch off`, `tick`, `value`, `danger`, `press`, `look`, `not this`, and a number from 1 to 9",
    );
    of(
        "row",
        "error 3:3: this row has no words; write them behind a colon: `row: Settings`; what does not matter is `rows` or `bars`",
    );
    of("rows: many", "error 3:9: `rows` takes a number from 1 to 12; write how many: `rows: 3`");
    of("rows: 13", "error 3:9: `rows` takes a number from 1 to 12; write how many: `rows: 3`");
    of(
        "rows: 2\n    row: Photos",
        "error 4:5: nothing can stand inside a rows; indent it as far as the line above it",
    );
    of("dialog: Sure?", "error 3:3: this dialog is empty; indent its parts below it by two blanks");
    of("label: Old", "error 3:3: a label cannot stand inside another part; indent it less");
    of(
        "sidebar\n    row: Photos",
        "error 3:3: a sidebar stands in a window only; put it directly below `window`",
    );
    of(
        "row: Photos\n\trow: Photos",
        "error 4:1: this line is indented with a tab; indent it with blanks, two more than the line that it belongs to",
    );
    refused(
        "Alt: A row.\nrow: Photos\n",
        &[
            "error 2:1: this row stands on no screen; begin with `screen` or `window`, and indent this below it",
        ],
    );
    refused(
        "Alt: A row.\nscreen\n    row: Photos\n  gap\n",
        &[
            "error 4:3: this line is indented as none before it; indent it as far as the lines that it stands beside",
        ],
    );
}

#[test]
fn words_that_do_not_fit_are_an_error_with_their_measure() {
    refused(
        "Alt: A page.\nscreen\n  title: A title that goes on and on and on\n",
        &[
            "error 3:10: these words are too long for a title: they need 304, and there is room for 256; shorten them to those that the reader has to find",
        ],
    );
    let (_, said) = compiled(
        LADDER,
        &[(
            "page.drawing",
            "Alt: A page.\nscreen\n  tabs: Years and years, Months, *All of the photos*\n",
        )],
    );
    assert_eq!(
        said,
        [
            "error 3:9: 3 tabs with these words do not fit beside one another; leave out tabs that the reader does not need, or shorten the words"
        ]
    );
    drawn("Alt: A page.\nscreen\n  row: Erase All Content and Settings (press)\n");
}

#[test]
fn a_ladder_from_right_to_left_has_its_drawings_mirrored() {
    let text = "Alt: A row.\nscreen\n  row: Photos (switch on)\n";
    let right = LADDER.replacen("# Title", "# Title <!-- lang: he -->", 1);
    let (mirrored, said) = compiled(&right, &[("page.drawing", text)]);
    assert_eq!(said, [""; 0]);
    let (mirrored, plain) = (&mirrored[0]["variants"][0], &drawn(text)[0]);
    let shapes = |it: &Value| it["shapes"].as_array().expect("shapes").clone();
    let mut texts = 0;
    for (one, other) in shapes(plain).iter().zip(shapes(mirrored)) {
        if let (Some(one), Some(other)) = (one.get("rect"), other.get("rect")) {
            let number = |it: &Value, name: &str| it[name].as_i64().expect("a number");
            assert_eq!(number(one, "x") + number(one, "width"), 320 - number(other, "x"));
        }
        if let (Some(one), Some(other)) = (one.get("text"), other.get("text")) {
            texts += 1;
            assert_eq!(one["anchor"], other["anchor"], "the start of such words is at the right");
            assert_eq!(one["x"].as_i64().map(|it| 320 - it), other["x"].as_i64());
        }
    }
    assert_eq!(texts, 1);
}

#[test]
fn steps_and_drawings_are_held_against_one_another() {
    let good = "Alt: A row.\nscreen\n  row: Photos\n";
    let (drawings, said) = compiled(LADDER, &[("a/pages.drawing", good)]);
    assert_eq!(drawings, Value::Null);
    assert_eq!(
        said,
        [
            "error 10:13: there is no drawing `page`; did you mean `pages`?",
            "warning 1:1: no step shows this drawing; put `<!-- illustration: pages -->` at the end of a step",
        ]
    );
    let (_, said) = compiled(LADDER, &[]);
    assert_eq!(
        said,
        [
            "error 10:13: there is no drawing `page`; put it into the ladder's folder as `page.drawing` or `page.svg`"
        ]
    );
    let (_, said) = compiled(LADDER, &[("a/page.drawing", good), ("a/page.svg", "<svg/>")]);
    assert!(
        said[0].starts_with("error 1:1: a/page.drawing is a drawing of the same name"),
        "{said:?}"
    );
    // An error in the drawing itself is said there only.
    let (_, said) = compiled(LADDER, &[("a/page.drawing", "Alt: A row.\nscrene\n")]);
    assert_eq!(said, ["error 2:1: there is no part `screne`; did you mean `screen`?"]);
}

#[test]
fn without_files_a_step_may_name_what_comes_later() {
    let compiled = fix_ladder_author::compile(Source { name: "ladder.md", text: LADDER });
    assert!(compiled.diagnostics.is_empty() && compiled.ladder.is_some());
}
