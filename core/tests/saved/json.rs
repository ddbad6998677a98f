//! The reader and the writer of JSON, held against `serde_json`.

use fix_ladder_core::progress::{Fact, Value};
use fix_ladder_core::saved::{Json, save};
use proptest::prelude::*;
use serde_json::Value as Theirs;

use crate::support::monday;

/// The same tree in our form.
fn ours(theirs: &Theirs) -> Json {
    match theirs {
        Theirs::Null => Json::Null,
        Theirs::Bool(it) => Json::Bool(*it),
        Theirs::Number(it) => Json::Number(it.as_u64()),
        Theirs::String(it) => Json::Text(it.clone()),
        Theirs::Array(items) => Json::List(items.iter().map(ours).collect()),
        Theirs::Object(fields) => {
            Json::Object(fields.iter().map(|(name, it)| (name.clone(), ours(it))).collect())
        }
    }
}

fn theirs() -> impl Strategy<Value = Theirs> {
    let leaf = prop_oneof![
        Just(Theirs::Null),
        any::<bool>().prop_map(Theirs::from),
        any::<u64>().prop_map(Theirs::from),
        any::<i64>().prop_map(Theirs::from),
        any::<f64>().prop_map(Theirs::from),
        any::<String>().prop_map(Theirs::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Theirs::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|fields| Theirs::Object(fields.into_iter().collect())),
        ]
    })
}

/// Pieces of JSON in any order: most of them together are none.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud800",
        "\\x",
        "\\\"",
        "\\/",
        "true",
        "false",
        "null",
        "nul",
        "0",
        "-",
        "1",
        "-0",
        "01",
        "1.",
        ".5",
        "1.5",
        "e5",
        "1e+5",
        "1E",
        " ",
        "\n",
        "\u{1}",
        "é",
        "\u{feff}",
        "\u{a0}",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|it| it.concat())
}

#[test]
fn what_is_written_twice_is_not_known() {
    let json = Json::parse(r#"{"a":1,"b":2,"a":1}"#).expect("JSON");
    assert_eq!((json.number("a"), json.number("b"), json.number("c")), (None, Some(2), None));
}

#[test]
fn what_is_nested_too_deeply_is_not_read() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(Json::parse(&nested(64)).is_some());
    assert!(Json::parse(&nested(65)).is_none() && Json::parse(&nested(1_000_000)).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_json_is_read_as_serde_reads_it(theirs in theirs(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&theirs) } else { serde_json::to_string(&theirs) };
        prop_assert_eq!(Json::parse(&text.expect("a tree is always JSON")), Some(ours(&theirs)));
    }

    #[test]
    fn what_is_no_json_to_serde_is_none_here(text in prop_oneof![pieces(), any::<String>()]) {
        match serde_json::from_str::<Theirs>(&text) {
            // A name that stands twice is kept once by them, and twice here.
            Ok(theirs) => {
                let same = Json::parse(&text).is_some_and(|it| it == ours(&theirs) || text.contains('{'));
                prop_assert!(same, "{}", text);
            }
            // They keep every number; here only those are kept that are worth knowing.
            Err(error) if error.to_string().contains("out of range") => {}
            Err(error) => prop_assert!(Json::parse(&text).is_none(), "{}: {}", text, error),
        }
    }

    #[test]
    fn every_string_is_written_as_serde_writes_it(first: String, second: String) {
        let value = Value::Numbers(first.as_str().into(), second.as_str().into());
        let text = save(&Fact::new(monday(), value));
        let is = serde_json::json!({ "numbers": [first, second] });
        prop_assert_eq!(text, format!(r#"{{"v":1,"t":1795424400000,"is":{is}}}"#));
    }
}
