//! The stored form of facts: its exact text, which readers' browsers hold, and its names.

mod broken;
mod json;

use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{Answer, CaseFact, Fact, Key, Prompt, Time, Value, WaitFact};
use fix_ladder_core::saved::{
    Case, ClimbKey, Namespace, Restored, SavedSaid, broken_name, name, restore, said_name, save,
};

use crate::support::{DAY, at, id, monday};

fn text_of(value: Value) -> String {
    save(&Fact::new(monday(), value))
}

/// One fact of every kind, with the name and the text under which it is stored. Never change one:
/// readers in the middle of a climb have them in their browsers.
fn contract() -> Vec<(Key, Value, &'static str, &'static str)> {
    let started = WaitFact::Started { started: monday(), deadline: monday().plus(10 * MINUTE) };
    vec![
        (Key::Step(id("a")), Value::Done(true), "step:a", r#"{"done":true}"#),
        (Key::Step(id("a")), Value::Done(false), "step:a", r#"{"done":false}"#),
        (Key::Confirm(id("b"), 2), Value::Done(true), "confirm:b:2", r#"{"done":true}"#),
        (Key::Requirement(id("c")), Value::Done(true), "requirement:c", r#"{"done":true}"#),
        (
            Key::Requirement(id("c")),
            Value::Numbers("12,480".into(), "".into()),
            "requirement:c",
            r#"{"numbers":["12,480",""]}"#,
        ),
        (
            Key::Requirement(id("c")),
            Value::Place("the \"blue\" disk\\\n…\u{1}".into()),
            "requirement:c",
            r#"{"place":"the \"blue\" disk\\\n…\u0001"}"#,
        ),
        (Key::Choice(id("d")), Value::Chosen(None), "choice:d", r#"{"chosen":null}"#),
        (Key::Choice(id("d")), Value::Chosen(Some(id("e"))), "choice:d", r#"{"chosen":"e"}"#),
        (Key::Wait(id("f")), Value::Wait(WaitFact::None), "wait:f", r#"{"wait":"none"}"#),
        (Key::Wait(id("f")), Value::Wait(WaitFact::Left), "wait:f", r#"{"wait":"left"}"#),
        (
            Key::Wait(id("f")),
            Value::Wait(started),
            "wait:f",
            r#"{"wait":{"started":{"from":1795424400000,"until":1795425000000}}}"#,
        ),
        (Key::Moving(id("f")), Value::Done(true), "moving:f", r#"{"done":true}"#),
        (Key::Moving(id("f")), Value::Done(false), "moving:f", r#"{"done":false}"#),
        (Key::Answer(id("f")), Value::Answer(None), "answer:f", r#"{"answer":"none"}"#),
        (
            Key::Answer(id("f")),
            Value::Answer(Some(Answer::NotFixed)),
            "answer:f",
            r#"{"answer":"not-fixed"}"#,
        ),
        (
            Key::Answer(id("f")),
            Value::Answer(Some(Answer::Skipped)),
            "answer:f",
            r#"{"answer":"skipped"}"#,
        ),
        (
            Key::Answer(id("f")),
            Value::Answer(Some(Answer::Fixed)),
            "answer:f",
            r#"{"answer":"fixed"}"#,
        ),
        (Key::Unfolded, Value::Unfolded(true), "unfolded", r#"{"unfolded":true}"#),
        (Key::Unfolded, Value::Unfolded(false), "unfolded", r#"{"unfolded":false}"#),
        (Key::CameBack(id("f")), Value::Done(true), "came-back:f", r#"{"done":true}"#),
        (
            Key::Case,
            Value::Case(CaseFact { name: "Mum’s \"iPad\"".into(), removed: false }),
            "case",
            r#"{"case":{"name":"Mum’s \"iPad\"","removed":false}}"#,
        ),
        (
            Key::Case,
            Value::Case(CaseFact { name: "".into(), removed: true }),
            "case",
            r#"{"case":{"name":"","removed":true}}"#,
        ),
        (Key::StartOver, Value::StartedOver { before: at(0) }, "start-over", r#""started-over""#),
        (
            Key::StartOver,
            Value::StartedOver { before: at(7) },
            "start-over",
            r#"{"started-over":{"before":7}}"#,
        ),
        (
            Key::StartOver,
            Value::StartOverUndone { since: at(7) },
            "start-over",
            r#"{"start-over-undone":{"since":7}}"#,
        ),
    ]
}

#[test]
fn every_kind_of_fact_has_the_text_it_always_had() {
    for (key, value, stored_name, is) in contract() {
        assert_eq!(name(&key), stored_name);
        assert_eq!(text_of(value), [r#"{"v":1,"t":1795424400000,"is":"#, is, "}"].concat());
    }
}

#[test]
fn every_kind_of_fact_comes_back_as_it_was() {
    for (key, value, ..) in contract() {
        for time in [at(0), monday(), Time::MAX, Time::MAX.plus(DAY)] {
            let fact = Fact::new(time, value.clone());
            let text = save(&fact);
            assert_eq!(restore(&name(&key), &text), Restored::Fact(key.clone(), fact));
        }
    }
}

#[test]
fn what_a_guard_asked_is_stored_beside_what_was_given() {
    let prompt = Prompt { rung: id("f"), fingerprint: 9_007_199_254_740_991, at: at(5) };
    let fact = Fact { prompt: Some(prompt), ..Fact::new(monday(), Value::Done(true)) };
    let text = r#"{"v":1,"t":1795424400000,"is":{"done":true},"asked":{"on":"f","words":9007199254740991,"at":5}}"#;
    assert_eq!(save(&fact), text);
    assert_eq!(restore("confirm:b:2", text), Restored::Fact(Key::Confirm(id("b"), 2), fact));
}

#[test]
fn where_it_is_not_known_what_was_asked_the_fact_is_kept_and_meets_nothing() {
    for asked in [
        "null",
        "{}",
        "7",
        r#"{"on":"f","words":"x","at":5}"#,
        r#"{"on":"f","words":1}"#,
        r#"{"on":"f","words":-1,"at":5}"#,
        r#"{"on":"f/g","words":1,"at":5}"#,
        r#"{"on":"f","words":1,"at":9e99}"#,
        r#"{"on":"f","words":1,"at":99999999999999999}"#,
    ] {
        let text = format!(r#"{{"v":1,"t":5,"is":{{"done":true}},"asked":{asked}}}"#);
        let fact = Fact::new(at(5), Value::Done(true));
        assert_eq!(restore("confirm:b:2", &text), Restored::Fact(Key::Confirm(id("b"), 2), fact));
    }
}

#[test]
fn the_keys_of_a_case_begin_with_its_ladder_and_its_name() {
    let climb = ClimbKey { ladder: id("icloud-photos"), namespace: None, case: Case::default() };
    assert_eq!(climb.prefix(), "fix-ladder/1/icloud-photos/default/");
}

#[test]
fn a_document_from_elsewhere_has_a_namespace_after_the_id() {
    let from = |text: &str| Namespace::parse(text.to_owned());
    let climb = |text| {
        let namespace = from(text);
        ClimbKey { ladder: id("icloud-photos"), namespace, case: Case::default() }.prefix()
    };
    assert_eq!(climb("@blog.example"), "fix-ladder/1/icloud-photos@blog.example/default/");
    assert_eq!(from(""), None);
    assert_eq!(from("-2"), None, "an id could end like this");
}

#[test]
fn ids_that_no_ladder_has_any_more_survive() {
    for retired in ["step:retired", "step:выключить", "step:関_2", "confirm:retired:7"] {
        let Restored::Fact(key, _) = restore(retired, &text_of(Value::Done(true))) else {
            panic!("{retired} is no fact")
        };
        assert_eq!(name(&key), retired);
    }
}

#[test]
fn a_value_of_a_newer_version_is_left_alone() {
    let long = format!(r#"{{"v":2,"is":"{}"}}"#, "x".repeat(100_000));
    for text in [
        r#"{"v":2,"t":1,"is":{"done":true}}"#,
        r#"{"v":2}"#,
        r#"{"is":{"half":[1,2.5,{"a":null}]},"t":"noon","v":3}"#,
        r#"{"v":4294967295,"t":-1}"#,
        &long,
    ] {
        for (_, _, stored_name, _) in contract() {
            assert_eq!(restore(stored_name, text), Restored::Newer, "{text:.60}");
        }
    }
}

#[test]
fn a_name_that_is_no_facts_is_foreign_and_its_value_is_not_even_read() {
    let long = format!("step:{}", "x".repeat(65));
    for foreign in [
        "",
        ":",
        "step",
        "step:",
        "step: a",
        "step:a b",
        "step:a/b",
        "Step:a",
        "steps:a",
        "step:a:1",
        "confirm:a",
        "confirm:a:",
        "confirm:a:b",
        "confirm:a:-1",
        "confirm:a:1.0",
        "confirm::1",
        "confirm:a:4294967296",
        "start-over:",
        "start-over:a",
        "started-over",
        "broken/step:a",
        "theme",
        "note:a",
        "step:a\u{0}",
        &long,
        // Only one name is that of a fact, or two tabs could keep it in two places.
        "confirm:a:01",
        "confirm:a:+1",
    ] {
        for text in [text_of(Value::Done(true)), String::new(), r#"{"v":2}"#.to_owned()] {
            assert_eq!(restore(foreign, &text), Restored::Foreign, "{foreign:?}");
        }
    }
}

#[test]
fn what_is_set_aside_is_never_taken_for_a_fact_and_every_attempt_has_its_place() {
    for (_, value, stored_name, _) in contract() {
        let aside: Vec<String> = (1..=3).map(|it| broken_name(stored_name, it)).collect();
        assert_eq!(aside[0], ["broken/", stored_name].concat());
        assert_eq!(aside[1], ["broken/", stored_name, "/2"].concat());
        assert_eq!(aside[2], ["broken/", stored_name, "/3"].concat());
        for place in aside {
            assert_eq!(restore(&place, &text_of(value.clone())), Restored::Foreign);
        }
    }
}

#[test]
fn what_was_said_covers_what_comes_before_it_in_the_same_wait() {
    let deadline = monday();
    let said = |before| SavedSaid::new(deadline, before, monday());
    let text = SavedSaid::text;
    assert!(said(5).is_covered_by(&text(&said(5))) && said(5).is_covered_by(&text(&said(0))));
    assert!(!said(0).is_covered_by(&text(&said(1))), "the end comes after the last minute");
    let extended = SavedSaid::new(deadline.plus(300_000), 0, monday());
    assert!(!extended.is_covered_by(&text(&said(0))), "another deadline is another wait");
    let in_the_future = SavedSaid::new(deadline, 0, monday().plus(3_600_000));
    assert!(!said(0).is_covered_by(&text(&in_the_future)), "said under a wrong clock");
    for broken in ["", "{", "null", "{\"until\":-1}", "{\"until\":1e308,\"left\":0,\"t\":0}"] {
        assert!(!said(0).is_covered_by(broken), "{broken}");
    }
    let name = said_name(&id("a"));
    assert_eq!(restore(&name, &text(&said(0))), Restored::Foreign, "it is no fact");
}
