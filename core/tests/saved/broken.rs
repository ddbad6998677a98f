//! Everything that can be wrong with a stored value. A browser's storage can be edited by anybody.

use fix_ladder_core::progress::time::LONGEST_WAIT;
use fix_ladder_core::progress::{Key, Value};
use fix_ladder_core::saved::{Restored, name, restore, save};
use proptest::prelude::*;

use super::{contract, text_of};

#[test]
fn what_is_no_fact_of_this_version_is_broken() {
    let deep_array = "[".repeat(1_000_000);
    let deep_object = r#"{"v":"#.repeat(200_000);
    let deep_value = [r#"{"v":1,"t":1,"is":"#, &"[".repeat(500_000)].concat();
    let deep_and_closed =
        [r#"{"v":1,"t":1,"is":"#, &"[".repeat(3000), &"]".repeat(3000), "}"].concat();
    let long = [r#"{"v":1,"t":1,"is":{"place":""#, &"x".repeat(1_000_000), r#""}}"#].concat();
    for text in [
        "",
        " ",
        "{",
        "}",
        "[",
        "null",
        "true",
        "1",
        "\"\"",
        "[]",
        "{}",
        "\u{0}",
        "\u{feff}{}",
        "undefined",
        "NaN",
        "[object Object]",
        "done",
        &deep_array,
        &deep_object,
        &deep_value,
        &deep_and_closed,
        &long,
        // Versions that were never written.
        r#"{"t":1,"is":{"done":true}}"#,
        r#"{"v":0,"t":1,"is":{"done":true}}"#,
        r#"{"v":-1,"t":1,"is":{"done":true}}"#,
        r#"{"v":1.0,"t":1,"is":{"done":true}}"#,
        r#"{"v":"1","t":1,"is":{"done":true}}"#,
        r#"{"v":null,"t":1,"is":{"done":true}}"#,
        // Times that no clock shows.
        r#"{"v":1,"is":{"done":true}}"#,
        r#"{"v":1,"t":1.5,"is":{"done":true}}"#,
        r#"{"v":1,"t":1e3,"is":{"done":true}}"#,
        r#"{"v":1,"t":-1,"is":{"done":true}}"#,
        r#"{"v":1,"t":"1","is":{"done":true}}"#,
        r#"{"v":1,"t":null,"is":{"done":true}}"#,
        r#"{"v":1,"t":9000000000000001,"is":{"done":true}}"#,
        r#"{"v":1,"t":18446744073709551615,"is":{"done":true}}"#,
        r#"{"v":1,"t":18446744073709551616,"is":{"done":true}}"#,
        r#"{"v":1,"t":1e400,"is":{"done":true}}"#,
        // Values of no kind.
        r#"{"v":1,"t":1}"#,
        r#"{"v":1,"t":1,"is":null}"#,
        r#"{"v":1,"t":1,"is":{}}"#,
        r#"{"v":1,"t":1,"is":[]}"#,
        r#"{"v":1,"t":1,"is":true}"#,
        r#"{"v":1,"t":1,"is":"done"}"#,
        r#"{"v":1,"t":1,"is":{"done":1}}"#,
        r#"{"v":1,"t":1,"is":{"done":"true"}}"#,
        r#"{"v":1,"t":1,"is":{"done":null}}"#,
        r#"{"v":1,"t":1,"is":{"Done":true}}"#,
        r#"{"v":1,"t":1,"is":{"done":true,"done":true}}"#,
        r#"{"v":1,"t":1,"is":{"done":true}} "}"#,
        r#"{"v":1,"t":1,"is":{"done":true}}{"v":1,"t":1,"is":{"done":true}}"#,
        r#"{"v":1,"v":1,"t":1,"is":{"done":true}}"#,
    ] {
        for (_, _, stored_name, _) in contract() {
            assert_eq!(restore(stored_name, text), Restored::Broken, "{stored_name}: {text:.60}");
        }
    }
}

/// What stands under a name, with a right version and a right time.
fn restored(stored_name: &str, is: &str) -> Restored {
    restore(stored_name, &[r#"{"v":1,"t":1,"is":"#, is, "}"].concat())
}

#[test]
fn a_kind_of_value_whose_parts_are_wrong_is_broken() {
    for (stored_name, is) in [
        ("requirement:c", r#"{"numbers":["1"]}"#),
        ("requirement:c", r#"{"numbers":["1","2","3"]}"#),
        ("requirement:c", r#"{"numbers":[1,2]}"#),
        ("requirement:c", r#"{"numbers":"1"}"#),
        ("requirement:c", r#"{"place":7}"#),
        ("requirement:c", r#"{"place":"\ud800"}"#),
        ("requirement:c", r#"{"place":"\udc00\ud800"}"#),
        ("requirement:c", r#"{"place":"\ud83dx"}"#),
        ("requirement:c", r#"{"numbers":["1","\udfff"]}"#),
        ("choice:d", r#"{"chosen":7}"#),
        ("choice:d", r#"{"chosen":""}"#),
        ("choice:d", r#"{"chosen":"a b"}"#),
        ("choice:d", r#"{"chosen":"\ud800"}"#),
        ("choice:d", r#"{"chosen":"<b>"}"#),
        ("wait:f", r#"{"wait":"Left"}"#),
        ("wait:f", r#"{"wait":"started"}"#),
        ("wait:f", r#"{"wait":{"started":{"from":1}}}"#),
        ("wait:f", r#"{"wait":{"started":{"from":1,"until":2.5}}}"#),
        ("wait:f", r#"{"wait":{"started":{"from":-1,"until":2}}}"#),
        ("wait:f", r#"{"wait":{"started":{"from":2,"until":1}}}"#),
        ("wait:f", r#"{"wait":{"started":{"from":9000000000000001,"until":9000000000000002}}}"#),
        ("wait:f", r#"{"wait":{"started":{"from":0,"until":18446744073709551615}}}"#),
        ("answer:f", r#"{"answer":null}"#),
        ("answer:f", r#"{"answer":"Fixed"}"#),
        ("answer:f", r#"{"answer":"helped"}"#),
        ("start-over", r#"{"started-over":true}"#),
    ] {
        assert_eq!(restored(stored_name, is), Restored::Broken, "{stored_name}: {is}");
    }
}

#[test]
fn a_wait_longer_than_any_can_become_is_broken() {
    let wait =
        |length: u64| format!(r#"{{"wait":{{"started":{{"from":5,"until":{}}}}}}}"#, 5 + length);
    assert!(matches!(restored("wait:f", &wait(2 * LONGEST_WAIT)), Restored::Fact(..)));
    assert_eq!(restored("wait:f", &wait(2 * LONGEST_WAIT + 1)), Restored::Broken);
}

#[test]
fn a_value_of_another_kind_than_its_name_says_is_broken() {
    let kind = |key: &Key, value: &Value| {
        let takes_ticks = matches!(
            key,
            Key::Step(_)
                | Key::Confirm(..)
                | Key::Requirement(_)
                | Key::Moving(_)
                | Key::CameBack(_)
        );
        match value {
            Value::Done(_) => takes_ticks,
            Value::Numbers(..) | Value::Place(_) => matches!(key, Key::Requirement(_)),
            Value::Chosen(_) => matches!(key, Key::Choice(_)),
            Value::Wait(_) => matches!(key, Key::Wait(_)),
            Value::Answer(_) => matches!(key, Key::Answer(_)),
            Value::Unfolded(_) => matches!(key, Key::Unfolded),
            Value::Case(_) => matches!(key, Key::Case),
            Value::StartedOver { .. } | Value::StartOverUndone { .. } => {
                matches!(key, Key::StartOver)
            }
        }
    };
    for (key, _, stored_name, _) in contract() {
        for (_, value, _, is) in contract() {
            let fits = matches!(restored(stored_name, is), Restored::Fact(..));
            assert_eq!(fits, kind(&key, &value), "{is} under {stored_name}");
            assert!(fits || restored(stored_name, is) == Restored::Broken);
        }
    }
}

#[test]
fn a_value_that_was_cut_off_is_broken_wherever_it_was_cut() {
    for (_, value, stored_name, _) in contract() {
        let text = text_of(value);
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let cut = &text[..end];
            assert_eq!(restore(stored_name, cut), Restored::Broken, "{cut}");
        }
    }
}

/// Text that begins like a fact's, so that it gets past the first characters.
fn nearly_a_fact() -> impl Strategy<Value = String> {
    let kinds: Vec<_> = contract().into_iter().map(|(_, value, ..)| text_of(value)).collect();
    (prop::sample::select(kinds), any::<prop::sample::Index>(), any::<char>(), 0..3_u8).prop_map(
        |(text, place, other, how)| {
            let mut characters: Vec<char> = text.chars().collect();
            let place = place.index(characters.len());
            match how {
                0 => characters[place] = other,
                1 => characters.insert(place, other),
                _ => drop(characters.remove(place)),
            }
            characters.into_iter().collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_stored_it_is_read_the_same_way_again_and_never_panics(
        text in prop_oneof![nearly_a_fact(), any::<String>()],
        foreign in any::<String>(),
    ) {
        let _ = restore(&foreign, &text);
        for (_, _, stored_name, _) in contract() {
            if let Restored::Fact(key, fact) = restore(stored_name, &text) {
                let again = save(&fact);
                prop_assert_eq!(restore(&name(&key), &again), Restored::Fact(key, fact));
            }
        }
    }
}
