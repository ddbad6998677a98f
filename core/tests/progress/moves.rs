//! What an author moves, splits and links anew while readers are on the ladder, and what two tabs do in one moment.

use fix_ladder_core::ladder::{Ladder, parse};
use fix_ladder_core::progress::{Fact, Key, Progress, Time, Value};
use serde_json::{Value as Json, json};

use crate::support::*;

fn plain(id: &str, steps: &[&str]) -> Json {
    let steps: Vec<Json> = steps.iter().map(|id| json!({ "id": id, "text": "Do it." })).collect();
    json!({ "id": id, "title": id, "severity": "gentle", "steps": steps })
}

/// A rung with a warning of these words.
fn guarded(id: &str, words: Json) -> Json {
    let mut rung = plain(id, &["go"]);
    rung["severity"] = json!("drastic");
    rung["warnings"] = json!([{ "id": "loss", "text": [words] }]);
    rung["wait"] = json!({ "seconds": 600 });
    rung
}

fn of(rungs: &[Json]) -> Ladder {
    let document = json!({ "format": 1, "id": "test", "title": "A test", "rungs": rungs });
    parse(&document.to_string()).expect("a valid ladder")
}

fn begin(rungs: &[Json]) -> Climb {
    Climb { ladder: of(rungs), progress: Progress::default(), now: monday() }
}

#[test]
fn a_rung_that_is_split_takes_nobody_from_a_wait_with_its_ticks() {
    let erase = guarded("erase", json!("All is gone."));
    let mut climb = begin(&[plain("restart", &["off", "on"]), erase.clone()]);
    for event in [tick("off"), tick("on"), not_fixed("restart"), confirm("loss", 1)] {
        climb.must(event);
    }
    climb.must(start_wait("erase"));
    climb.ladder = of(&[plain("restart", &["off"]), plain("again", &["on"]), erase]);
    assert_eq!(climb.states(), "not-fixed locked waiting");
    climb.later(HOUR);
    climb.must(not_fixed("erase"));
    // What is new is tried before the climb ends.
    assert_eq!(climb.states(), "not-fixed open not-fixed");
}

#[test]
fn a_step_that_moves_takes_nobody_along_past_what_is_untried() {
    let rest = [plain("cable", &["plug"]), plain("remove", &["out"])];
    let [cable, remove] = rest.clone();
    let mut climb = begin(&[plain("restart", &["off", "on"]), cable.clone(), remove]);
    for event in [tick("off"), tick("on"), not_fixed("restart")] {
        climb.must(event);
    }
    climb.ladder = of(&[plain("restart", &["off"]), cable, plain("remove", &["on", "out"])]);
    assert_eq!(climb.states(), "not-fixed open locked");
    // But who has ticked a step stays where they did.
    climb.must(tick("plug"));
    let [cable, remove] = rest;
    climb.ladder = of(&[plain("restart", &["off"]), plain("new", &["try"]), cable, remove]);
    assert_eq!(climb.states(), "not-fixed locked open locked");
}

/// The states of who has confirmed a warning after it was given other words.
fn after(before: Json, now: Json) -> String {
    let mut climb = begin(&[guarded("erase", before)]);
    climb.must(confirm("loss", 1));
    climb.ladder = of(&[guarded("erase", now)]);
    climb.states()
}

#[test]
fn a_link_that_is_mended_costs_nobody_what_they_have_read() {
    let link = |href: &str, words: &str| {
        let link = json!({ "link": { "href": href, "text": [words] } });
        json!([{ "strong": ["As "] }, { "emphasis": [link] }])
    };
    let first = || link("https://a.example/export", "written here");
    assert_eq!(after(first(), link("https://a.example/sync", "written here")), "open");
    assert_eq!(after(first(), link("https://a.example/export", "Written here!")), "open");
}

#[test]
fn what_parts_two_digits_counts_and_how_it_is_written_does_not() {
    for (before, now) in
        [("1-5 TB", "1 – 5 TB"), ("1,000 TB", "1 000 TB"), ("-5 TB", "–5 TB"), ("A-5", "A 5")]
    {
        assert_eq!(after(json!(before), json!(now)), "open", "{before} {now}");
    }
    for (before, now) in [
        ("2-3 TB", "2.3 TB"),
        ("2-3 TB", "23 TB"),
        ("2/3 TB", "2-3 TB"),
        ("at 5", "at -5"),
        ("A/B", "AB"),
        ("C:\\A", "C:A"),
    ] {
        assert_eq!(after(json!(before), json!(now)), "preparing", "{before} {now}");
    }
}

#[test]
fn of_two_tabs_in_one_moment_the_one_that_takes_evidence_back_wins() {
    for (key, empty, full) in [
        (Key::Requirement(id("a")), Value::Place("".into()), Value::Place("USB disk".into())),
        (
            Key::Requirement(id("a")),
            Value::Numbers("".into(), "".into()),
            Value::Numbers("7".into(), "7".into()),
        ),
        (Key::Confirm(id("a"), 1), Value::Done(false), Value::Done(true)),
    ] {
        for order in [[&empty, &full], [&full, &empty]] {
            let mut progress = Progress::default();
            for value in order {
                progress.take(key.clone(), Fact::new(Time::default(), value.clone()));
            }
            assert_eq!(progress.fact(&key).map(|it| &it.value), Some(&empty));
        }
    }
}
