//! An author edits a ladder while readers are on it: what they have given counts for what they were asked, and nothing
//! else of theirs is lost.

use fix_ladder_core::ladder::{Ladder, parse};
use fix_ladder_core::progress::{
    Fact, GuardStatus, Key, Position, Progress, Value, chosen, position,
};
use serde_json::{Value as Json, json};

use crate::support::*;

/// A ladder with one guarded rung between two others, as its author wrote it first.
fn first_words() -> Json {
    let option = |id: &str| json!({ "id": id, "label": id });
    let variant =
        |id: &str| json!({ "when": { "device": [id] }, "text": format!("Gone from the {id}.") });
    json!({
        "format": 1,
        "id": "test",
        "title": "A test",
        "choices": [
            { "id": "device", "label": "Device", "options": [option("iphone"), option("mac")] },
        ],
        "rungs": [
            { "id": "restart", "title": "Restart", "severity": "gentle",
              "steps": [{ "id": "off", "text": "Off." }] },
            { "id": "delete", "title": "Delete", "severity": "drastic",
              "requirements": [
                { "id": "copy", "text": "I have a copy.", "more": ["Outside of iCloud."] },
                { "id": "count", "text": "Count.",
                  "evidence": { "numbers": { "first": "In iCloud", "second": "In the copy" } } },
                { "id": "where", "text": "The copy is here:", "evidence": { "place": { "not": ["iCloud"] } } },
              ],
              "warnings": [{ "id": "loss", "confirmations": 2,
                "text": ["All 1.5 TB are gone.", { "variants": [variant("iphone"), variant("mac")] }] }],
              "steps": [{ "id": "go", "text": "Delete all." }],
              "wait": { "seconds": 600 } },
            { "id": "erase", "title": "Erase", "severity": "last-resort",
              "warnings": [{ "id": "all", "text": ["All is gone."] }],
              "steps": [{ "id": "erase-it", "text": "Erase." }] },
        ],
    })
}

fn ladder_of(document: &Json) -> Ladder {
    parse(&document.to_string()).expect("a valid ladder")
}

/// A reader who has met every guard of the second rung and ticked its step.
fn prepared() -> Climb {
    let mut climb =
        Climb { ladder: ladder_of(&first_words()), progress: Progress::default(), now: monday() };
    climb.must(choose("device", Some("iphone")));
    climb.must(tick("off"));
    climb.must(not_fixed("restart"));
    climb.must(has("copy"));
    climb.must(first("count", "12"));
    climb.must(second("count", "12"));
    climb.must(place("where", "USB disk"));
    climb.must(confirm("loss", 1));
    climb.must(confirm("loss", 2));
    climb.must(tick("go"));
    assert_eq!(climb.states(), "not-fixed open locked");
    climb
}

/// The same reader after the author has put other words in some places.
fn after(edits: &[(&str, Json)]) -> Climb {
    let mut document = first_words();
    for (place, words) in edits {
        *document.pointer_mut(place).expect("a place in the document") = words.clone();
    }
    Climb { ladder: ladder_of(&document), ..prepared() }
}

const REQUIREMENTS: &str = "/rungs/1/requirements";
const WARNING: &str = "/rungs/1/warnings/0/text/0";

#[test]
fn what_was_read_counts_for_the_words_that_were_read() {
    for (edit, words) in [
        (WARNING.to_owned(), "Nothing is gone."),
        (WARNING.to_owned(), "All 15 TB are gone."),
        (WARNING.to_owned(), "All 1.5 TB are > gone."),
        (WARNING.to_owned(), "All 1-5 TB are gone."),
        (WARNING.to_owned(), "All 1/5 TB are gone."),
        (WARNING.to_owned(), "All -1.5 TB are gone."),
        (WARNING.to_owned(), "All 1.5 TB are gone/"),
        (WARNING.to_owned(), "All 1.5″ TB are gone."),
        (WARNING.to_owned(), "All 1.5 TB are gone‰"),
        (WARNING.to_owned(), "All 1.5 TB are gone #."),
        (WARNING.to_owned(), "All * 1.5 TB are gone."),
        ("/rungs/1/warnings/0/text/1/variants/0/text".to_owned(), "Gone from every iPhone."),
        (format!("{REQUIREMENTS}/0/text"), "I have two copies."),
        (format!("{REQUIREMENTS}/0/more/0"), "Outside of the device."),
    ] {
        let climb = after(&[(&edit, json!(words))]);
        assert_eq!(climb.states(), "not-fixed preparing locked", "{words}");
        let guards = climb.guards("delete");
        let statuses = guards.requirements.iter().map(|it| &it.status).chain(&guards.warnings[0].0);
        assert!(statuses.clone().any(|it| *it == GuardStatus::Changed), "{words}");
        assert!(!climb.allowed("delete").steps, "{words}");
    }
}

#[test]
fn blanks_punctuation_and_capitals_cost_nobody_a_tick() {
    for words in [
        "All 1.5 TB are gone!",
        "all 1.5 TB, are gone",
        "  All 1.5\u{a0}TB – are “gone”… ",
        "(All 1.5 TB are gone.)",
    ] {
        assert_eq!(after(&[(WARNING, json!(words))]).states(), "not-fixed open locked", "{words}");
    }
    let spans = json!([{ "strong": ["All"] }, " 1.5 TB are ", { "emphasis": ["gone"] }, "."]);
    assert_eq!(after(&[(WARNING, spans)]).states(), "not-fixed open locked");
}

#[test]
fn evidence_counts_for_the_labels_it_was_asked_under() {
    let count = format!("{REQUIREMENTS}/1/text");
    assert_eq!(after(&[(&count, json!("Count once more."))]).states(), "not-fixed open locked");
    for (edit, label) in [
        (format!("{REQUIREMENTS}/1/evidence/numbers/first"), "On the device"),
        (format!("{REQUIREMENTS}/1/evidence/numbers/second"), "In the other copy"),
        (format!("{REQUIREMENTS}/2/text"), "The second copy is here:"),
    ] {
        let climb = after(&[(&edit, json!(label))]);
        assert_eq!(climb.states(), "not-fixed preparing locked", "{label}");
    }
    // What was said of one side is not said of the other.
    let labels = json!({ "first": "In the copy", "second": "In iCloud" });
    let numbers = format!("{REQUIREMENTS}/1/evidence/numbers");
    let climb = after(&[(&numbers, labels)]);
    assert_eq!(climb.states(), "not-fixed preparing locked");
    assert_eq!(climb.guards("delete").requirements[1].given, None);
}

#[test]
fn half_of_evidence_from_other_words_is_not_made_whole() {
    let mut climb = after(&[(
        &format!("{REQUIREMENTS}/1/evidence/numbers/second"),
        json!("In the other copy"),
    )]);
    climb.must(first("count", "11"));
    let status = |climb: &Climb| climb.guards("delete").requirements[1].status.clone();
    assert_eq!(status(&climb), GuardStatus::Missing);
    climb.must(second("count", "11"));
    assert_eq!(status(&climb), GuardStatus::Met);
}

#[test]
fn a_tick_that_no_longer_counts_is_given_once_more_with_one_press() {
    let mut climb = after(&[
        (WARNING, json!("Everything is gone.")),
        (&format!("{REQUIREMENTS}/0/text"), json!("I have a whole copy.")),
    ]);
    climb.must(has("copy"));
    climb.must(confirm("loss", 2));
    assert_eq!(climb.states(), "not-fixed preparing locked");
    climb.must(confirm("loss", 1));
    assert_eq!(climb.states(), "not-fixed open locked");
    assert!(fix_ladder_core::progress::is_done(&climb.progress, &Key::Step(id("go"))));
}

#[test]
fn a_guard_that_moves_to_another_rung_is_asked_there_once_more() {
    let mut document = first_words();
    let moved = document["rungs"][1]["requirements"].take();
    document["rungs"][1]["requirements"] = json!([]);
    document["rungs"][2]["requirements"] = moved;
    let mut climb = Climb { ladder: ladder_of(&document), ..prepared() };
    climb.must(skip_wait("delete"));
    climb.must(not_fixed("delete"));
    climb.must(confirm("all", 1));
    assert_eq!(climb.states(), "not-fixed not-fixed preparing");
    assert_eq!(climb.guards("erase").left(), 3);
}

#[test]
fn a_choice_made_afterwards_changes_the_words_as_an_edit_does() {
    let mut climb = prepared();
    climb.must(choose("device", Some("mac")));
    assert_eq!(climb.states(), "not-fixed preparing locked");
    climb.must(choose("device", Some("iphone")));
    assert_eq!(climb.states(), "not-fixed open locked");
}

#[test]
fn evidence_that_a_version_without_words_has_stored_is_asked_for_once_more() {
    let mut climb = prepared();
    for (key, fact) in climb.progress.clone().facts() {
        climb.progress.put(key.clone(), Fact::new(fact.time, fact.value.clone()));
    }
    assert_eq!(climb.states(), "not-fixed preparing locked");
    assert_eq!(climb.guards("delete").left(), 5);
}

#[test]
fn evidence_that_is_asked_for_in_another_way_counts_no_longer() {
    for (place, evidence) in [
        ("0", json!({ "numbers": { "first": "a", "second": "b" } })),
        ("1", json!("confirm")),
        ("1", json!({ "place": {} })),
        ("2", json!("confirm")),
    ] {
        let mut document = first_words();
        document["rungs"][1]["requirements"][place.parse::<usize>().unwrap_or(0)]["evidence"] =
            evidence;
        let climb = Climb { ladder: ladder_of(&document), ..prepared() };
        assert_eq!(climb.states(), "not-fixed preparing locked");
    }
}

#[test]
fn an_option_that_is_renamed_is_as_good_as_not_chosen() {
    let document = first_words();
    let text = document.to_string().replace("\"iphone\"", "\"iphone-or-ipad\"");
    let climb = Climb { ladder: parse(&text).expect("a valid ladder"), ..prepared() };
    assert_eq!(chosen(&climb.ladder, &climb.progress, &id("device")), None);
    let kept = climb.progress.facts().any(|(_, it)| it.value == Value::Chosen(Some(id("iphone"))));
    assert!(kept, "the author may give it its name back");
}

/// The ladder with a new rung in front of the one at this place.
fn with_a_new_rung(at: usize) -> Ladder {
    let mut document = first_words();
    let new = json!({ "id": "new", "title": "New", "severity": "gentle",
        "steps": [{ "id": "new-step", "text": "Try." }] });
    if let Some(rungs) = document["rungs"].as_array_mut() {
        rungs.insert(at, new);
    }
    ladder_of(&document)
}

#[test]
fn a_rung_put_in_above_takes_nobody_from_what_they_have_begun() {
    for at in [0, 1] {
        let mut climb = prepared();
        climb.must(start_wait("delete"));
        climb.ladder = with_a_new_rung(at);
        let expected = ["locked not-fixed waiting locked", "not-fixed locked waiting locked"][at];
        assert_eq!(climb.states(), expected);
        climb.later(20 * 60_000);
        climb.must(not_fixed("delete"));
        climb.must(skip("erase"));
        // What is new is tried before the climb ends.
        assert_eq!(position(&climb.ladder, &climb.progress), Position::At(at));
        climb.must(tick("new-step"));
        climb.must(not_fixed("new"));
        assert_eq!(position(&climb.ladder, &climb.progress), Position::End);
    }
}

#[test]
fn a_rung_put_in_above_comes_first_for_whoever_has_begun_nothing_below_it() {
    let mut climb =
        Climb { ladder: ladder_of(&first_words()), progress: Progress::default(), now: monday() };
    climb.must(not_fixed("restart"));
    climb.ladder = with_a_new_rung(1);
    assert_eq!(climb.states(), "not-fixed open locked locked");
}

#[test]
fn who_goes_back_goes_back_also_past_what_is_begun_below() {
    let mut climb = prepared();
    climb.must(undo("delete"));
    assert_eq!(climb.states(), "open locked locked");
    climb.must(not_fixed("restart"));
    climb.ladder = with_a_new_rung(1);
    assert_eq!(climb.states(), "not-fixed locked open locked");
    climb.must(undo("delete"));
    assert_eq!(climb.states(), "not-fixed open locked locked");
}

#[test]
fn a_step_that_moves_takes_nobody_along_to_a_guarded_rung() {
    let mut climb =
        Climb { ladder: ladder_of(&first_words()), progress: Progress::default(), now: monday() };
    climb.must(tick("off"));
    let mut document = first_words();
    document["rungs"][2]["steps"][0]["id"] = json!("off");
    document["rungs"][0]["steps"][0]["id"] = json!("switch-off");
    climb.ladder = ladder_of(&document);
    assert_eq!(climb.states(), "open locked locked");
}

#[test]
fn nobody_is_taken_from_a_rung_that_is_begun_by_what_is_said_of_one_below() {
    let mut climb = prepared();
    climb.progress.put(Key::Answer(id("erase")), Fact::new(at(5), Value::Answer(None)));
    assert_eq!(climb.states(), "not-fixed open locked");
}
