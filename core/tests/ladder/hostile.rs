//! Documents that nobody means well with: whatever is in them, the answer is a ladder or errors.

use std::sync::LazyLock;

use fix_ladder_core::ladder::{
    RawBlock, RawLadder, RawLink, RawMarked, RawSpan, RawText, check_link, parse, schema, validate,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{document, errors_in, put};

/// What people and programs have been seen to put where words were expected.
const STRINGS: &[&str] = &[
    "",
    " ",
    "\u{0}",
    "\t\n\r",
    "null",
    "undefined",
    "NaN",
    "true",
    "-1",
    "1e999",
    "0x10",
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "{{7*7}}",
    "${7*7}",
    "%s%n%x",
    "%00",
    "../../..",
    "'; DROP TABLE rungs; --",
    "\\",
    "\\u0000",
    "\"",
    "]]>",
    "<!--",
    "&lt;&amp;&#0;",
    "\u{feff}",
    "\u{200b}\u{200d}",
    "\u{202e}txt.exe",
    "\u{2066}\u{2069}",
    "\u{fffd}\u{ffff}",
    "e\u{301}\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "ﷺ",
    "ẞßſı",
    "１２３",
    "javascript:alert(1)",
    "data:text/html,x",
    "\u{10ffff}",
];

/// Places of the small document that hold a string, and some that do not.
const PLACES: &[&str] = &[
    "/id",
    "/lang",
    "/title",
    "/choices/0/id",
    "/choices/0/label",
    "/choices/0/options/0/id",
    "/rungs/0/id",
    "/rungs/0/title",
    "/rungs/0/severity",
    "/rungs/0/why/0",
    "/rungs/0/steps/0/id",
    "/rungs/0/steps/0/text",
    "/rungs/0/steps/0/illustration",
    "/rungs/1/requirements/0/evidence",
    "/rungs/1/warnings/0/text/0",
    "/rungs/1/warnings/0/confirmations",
    "/rungs/1/wait/seconds",
    "/rungs/1/check",
    "/format",
];

#[test]
fn odd_strings_are_kept_as_they_are_or_refused() {
    for &place in PLACES {
        for &string in STRINGS {
            let mut document = document();
            put(&mut document, place, json!(string));
            match parse(&document.to_string()) {
                Ok(ladder) if place == "/rungs/0/steps/0/text" => {
                    assert_eq!(ladder.rungs[0].steps[0].text.plain(), string);
                }
                Ok(_) => {}
                Err(errors) => {
                    assert!(!errors.is_empty());
                    for error in errors {
                        let error = error.to_string();
                        let raw_invisible = error
                            .chars()
                            .any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
                        assert!(!raw_invisible, "{error:?}");
                    }
                }
            }
        }
    }
}

/// Runs on as much stack as WebAssembly has, although debug builds need more of it than what is shipped.
fn on_one_megabyte_of_stack(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(test).expect("a thread");
    assert!(thread.join().is_ok());
}

#[test]
fn deep_nesting_is_an_error_and_never_overflows() {
    on_one_megabyte_of_stack(check_deep_nesting);
}

fn check_deep_nesting() {
    let deep = "the document is nested too deeply: at most 32 levels of lists, variants and marks are read";
    let marks = "why, paragraph 1: marks are nested more than 32 levels deep: take some out";
    for levels in [10, 32, 33, 50, 64, 100, 1_000, 10_000, 70_000] {
        let nested = format!("{}\"word\"{}", r#"{"strong":["#.repeat(levels), "]}".repeat(levels));
        let json = document().to_string().replace("\"It helps.\"", &format!("[{nested}]"));
        let errors = errors_in(parse(&json));
        match levels {
            ..=32 => assert_eq!(errors, [""; 0]),
            33..=50 => assert_eq!(errors, [format!("rung 1 `restart`, {marks}")]),
            _ => assert!(errors.len() == 1 && errors[0].ends_with(deep), "{levels}: {errors:?}"),
        }
    }
    for opening in ["[", "{\"a\":", "[{\"format\":"] {
        for levels in [10, 127, 128, 1_000, 100_000] {
            assert_eq!(errors_in(parse(&opening.repeat(levels))).len(), 1);
            assert_eq!(
                errors_in(parse(&format!(r#"{{"format":1,"title":{}"#, opening.repeat(levels))))
                    .len(),
                1
            );
        }
    }
}

#[test]
fn a_deep_document_that_never_was_json_is_refused_without_going_down() {
    let mut raw: RawLadder = serde_json::from_value(document()).expect("a document");
    let mut span = RawSpan::Plain("word".to_owned());
    for _ in 0..100_000 {
        span = RawSpan::Marked(RawMarked::Link(RawLink { href: "x".to_owned(), text: vec![span] }));
    }
    raw.end = vec![RawBlock::Paragraph(RawText::Spans(vec![span]))];
    assert_eq!(
        errors_in(validate(&raw)),
        ["end, paragraph 1: marks are nested more than 32 levels deep: take some out"]
    );
    // Dropping what JSON could never have brought would go all the way down.
    std::mem::forget(raw);
}

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema()).expect("the schema is one"));

/// Any JSON, of the kinds and the key words that documents are made of.
fn any_json() -> impl Strategy<Value = Value> {
    let key = prop::sample::select(vec![
        "strong",
        "emphasis",
        "code",
        "path",
        "link",
        "href",
        "text",
        "list",
        "variants",
        "more",
        "when",
        "id",
        "device",
        "phone",
        "numbers",
        "place",
        "not",
        "first",
        "seconds",
        "scopes",
        "possible",
        "by",
        "checked",
        "__proto__",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(STRINGS.to_vec()).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::vec((key.clone(), inner), 0..3).prop_map(|fields| fields
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

fn any_place() -> impl Strategy<Value = &'static str> {
    let more = [
        "/introduction",
        "/choices",
        "/rungs",
        "/fixed",
        "/end",
        "/sources",
        "/rungs/0",
        "/rungs/0/why",
        "/rungs/0/steps",
        "/rungs/0/touches",
        "/rungs/0/undo",
        "/rungs/0/takes",
        "/rungs/0/advice_against",
        "/rungs/0/sources",
        "/rungs/0/steps/0/when",
        "/rungs/0/steps/0/more",
        "/rungs/1/wait",
    ];
    prop::sample::select([PLACES, more.as_slice()].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_in_any_place_makes_it_panic(changes in prop::collection::vec((any_place(), any_json()), 1..4)) {
        let mut document = document();
        for (place, value) in changes {
            let (parent, _) = place.rsplit_once('/').expect("a pointer");
            // An earlier change may have taken this one's place away.
            if document.pointer(place).is_some() || document.pointer(parent).is_some_and(Value::is_object) {
                put(&mut document, place, value);
            }
        }
        let text = document.to_string();
        let result = parse(&text);
        prop_assert!(!matches!(&result, Err(errors) if errors.is_empty()));
        if result.is_ok() {
            prop_assert!(SCHEMA.is_valid(&document), "the schema refuses what the validator accepts");
        }
        if let Ok(raw) = serde_json::from_str::<RawLadder>(&text) {
            prop_assert_eq!(validate(&raw), result);
            let written = serde_json::to_string(&raw).expect("a raw ladder can be written");
            prop_assert_eq!(serde_json::from_str::<RawLadder>(&written).expect("what was written can be read"), raw);
        }
    }

    #[test]
    fn no_damage_to_the_text_makes_it_panic(
        at in any::<prop::sample::Index>(),
        cut in 0_usize..40,
        put in prop_oneof![".{0,8}", "[\\[\\]{}\",:0-9\\\\a-z]{0,8}"],
    ) {
        let mut characters: Vec<char> = document().to_string().chars().collect();
        let start = at.index(characters.len());
        let end = characters.len().min(start + cut);
        characters.splice(start..end, put.chars());
        let text: String = characters.into_iter().collect();
        prop_assert!(!matches!(parse(&text), Err(errors) if errors.is_empty()));
    }

    #[test]
    fn an_address_that_is_taken_reads_the_same_to_everyone(
        address in "(https?|HTTP|mailto|tel|javascript)?(:|&colon;|%3A)?[/\\\\]{0,3}[a-z0-9.@:%\\[\\]\u{202e}\t é&#;?*+-]{0,20}"
    ) {
        if let Ok(taken) = check_link(&address) {
            let (scheme, rest) = taken.split_once(':').expect("a scheme");
            prop_assert!(["https", "http", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str()));
            let is_harmful = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '\\' | '\u{202e}');
            prop_assert!(!taken.contains(is_harmful));
            if scheme.to_ascii_lowercase().starts_with("http") {
                let authority = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
                let authority = authority.expect("a host after two slashes");
                prop_assert!(!authority.is_empty() && !authority.contains(['@', '%', '&', '[']));
            }
        }
    }
}
