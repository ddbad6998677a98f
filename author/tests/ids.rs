//! Ids made from words: a tick never moves to another item, whatever is edited around it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{check, check_refused, document, rung, said};

/// The id of every requirement, warning and step, by its words; fails where one id names two things.
fn ids(markdown: &str) -> BTreeMap<String, Vec<String>> {
    let document = document(markdown);
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for rung in document["rungs"].as_array().expect("rungs") {
        for kind in ["requirements", "warnings", "steps"] {
            for part in rung[kind].as_array().into_iter().flatten() {
                let words = format!("{} {kind} {}", rung["title"], part["text"]);
                ids.entry(words).or_default().push(part["id"].as_str().expect("an id").to_owned());
            }
        }
    }
    ids
}

/// Whatever both texts have keeps its id, and nothing else gets it.
#[track_caller]
fn check_stays(before: &str, after: &str) {
    let (before, after) = (ids(before), ids(after));
    for (words, ids) in &after {
        for (other, theirs) in &before {
            match words == other {
                true => assert_eq!(ids, theirs, "{words}"),
                false => assert!(ids.iter().all(|id| !theirs.contains(id)), "{words} and {other}"),
            }
        }
    }
}

const COPY: &str = "### Before you start\n\n- I have a copy.\n- I counted. (two numbers: here, there)\n\n### Steps\n\n1. Open it.\n2. Close it.\n";

fn two_rungs(first: &str, second: &str) -> String {
    format!("# T\n\n## {first}\n\n{COPY}\n## {second}\n\n> **Warning:** hot.\n\n{COPY}\n")
}

#[test]
fn a_rung_put_in_above_moves_no_tick() {
    let before = two_rungs("Sign out", "Reset it");
    let after = before.replace("# T\n", &format!("# T\n\n## Look\n\n{COPY}"));
    check_stays(&before, &after);
    check_stays(&before, &two_rungs("Reset it", "Sign out").replace("> **Warning:** hot.", ""));
}

#[test]
fn an_item_deleted_or_swapped_moves_no_tick() {
    let before = two_rungs("A", "B");
    check_stays(&before, &before.replacen("- I have a copy.\n", "", 1));
    check_stays(&before, &before.replace("1. Open it.\n2. Close it.", "1. Close it.\n2. Open it."));
    check_stays(&before, &before.replacen("1. Open it.", "1. Look.\n2. Open it.", 1));
}

#[test]
fn texts_that_begin_alike_have_ids_of_their_own() {
    let long = "I have a copy of all the photos and of all the videos that are on this ";
    let text = rung(&format!(
        "### Before you start\n\n- {long}phone.\n- {long}tablet.\n\n### Steps\n\n1. Install C.\n2. Install C++.\n3. Install C#.\n4. {long}phone.\n"
    ));
    check_stays(&text, &text.replace(&format!("- {long}phone.\n"), ""));
    check_stays(&text, &text.replace("1. Install C.\n", ""));
    for ids in ids(&text).values() {
        assert!(ids.iter().all(|id| id.chars().count() <= 57), "{ids:?}");
    }
}

#[test]
fn a_warning_that_says_more_is_confirmed_again() {
    let before = rung("> **Warning:** photos are lost.\n\n1. Do.");
    check_stays(&before, &before.replace("lost.", "lost.\n>\n> On every device."));
}

#[test]
fn evidence_under_other_labels_is_asked_for_again() {
    let text = |labels: &str| {
        rung(&format!(
            "### Before you start\n\n- Counted. (two numbers: {labels})\n\n### Steps\n\n1. Do."
        ))
    };
    let id = |labels: &str| document(&text(labels))["rungs"][0]["requirements"][0]["id"].clone();
    assert_ne!(id("here, there"), id("there, here"));
}

#[test]
fn steps_to_the_letter_alike() {
    let text = rung("1. Restart it.\n2. Wait.\n3. Restart it.");
    let restart = &ids(&text)["\"Rung\" steps \"Restart it.\""];
    assert_eq!(restart.get(1), restart.first().map(|id| format!("{id}-2")).as_ref());
    // Their notes tell these apart, in either order.
    let noted = rung("1. Wait.\n\n   A minute.\n2. Wait.\n\n   A day.");
    let swapped = rung("1. Wait.\n\n   A day.\n2. Wait.\n\n   A minute.");
    let steps = |text: &str| document(text)["rungs"][0]["steps"].clone();
    assert_eq!(steps(&noted)[0], steps(&swapped)[1]);
    assert_eq!(steps(&noted)[1], steps(&swapped)[0]);
}

#[test]
fn guards_to_the_letter_alike_are_refused() {
    check_refused(
        &rung("### Before you start\n\n- A copy.\n- A copy.\n\n### Steps\n\n1. Do."),
        &["error 8:3: this requirement stands twice in its rung"],
    );
    check_refused(
        &rung("> **Warning:** hot.\n\nAnd\n\n> **Warning:** Hot.\n\n1. Do."),
        &["error 9:1: this warning stands twice in its rung"],
    );
    let own = "### Before you start\n\n- A copy. <!-- id: a -->\n- A copy. <!-- id: b -->\n\n### Steps\n\n1. Do.";
    check(&rung(own), "/rungs/0/requirements/1/id", json!("b"));
}

#[test]
fn rungs_are_called_after_their_titles() {
    let text = "# T\n\n## Öffne das Gerät!\n\nWhy.\n\n## ???\n\nWhy.\n\n## Constructor\n\nWhy.\n\n## toString\n\nWhy.\n";
    for (index, id) in
        ["öffne-das-gerät", "rung", "rung-constructor", "rung-tostring"].into_iter().enumerate()
    {
        check(text, &format!("/rungs/{index}/id"), json!(id));
    }
}

#[test]
fn rungs_of_one_title_are_told_apart_in_any_order() {
    let (first, second) = ("## Restart\n\n1. The phone.\n\n", "## Restart\n\n1. The router.\n\n");
    let id = |text: &str, index: usize| document(text)["rungs"][index]["id"].clone();
    let one = format!("# T\n\n{first}{second}");
    let other = format!("# T\n\n{second}{first}");
    assert_eq!((id(&one, 0), id(&one, 1)), (id(&other, 1), id(&other, 0)));
    let warning =
        "more than one rung is called so, and only what is in it tells it from the others";
    assert_eq!(said(&one), [format!("warning 3:1: {warning}"), format!("warning 7:1: {warning}")]);
    // Titles that differ where an id does not show it need no such warning.
    let alike = |titles: [&str; 2]| {
        let text = format!("# T\n\n## {}\n\nWhy.\n\n## {}\n\nWhy.\n", titles[0], titles[1]);
        assert_eq!(said(&text), [""; 0]);
        [id(&text, 0), id(&text, 1)]
    };
    for [one, other] in [["Use C", "Use C++"], ["Restart!", "Restart?"]] {
        let [first, second] = alike([one, other]);
        assert_eq!([second, first], alike([other, one]));
    }
    check_refused(
        &format!("# T\n\n{first}{first}"),
        &[
            "warning 3:1: more than one rung is called so, and only what is in it tells it from the others",
            "error 7:1: this rung stands twice, word for word",
        ],
    );
}

#[test]
fn an_id_of_the_authors_own_stays_wherever_it_stands() {
    let text = "# T\n\n## Restart\n\n1. Do.\n\n## Other <!-- id: restart -->\n\n1. Do.\n";
    check(text, "/rungs/1/id", json!("restart"));
    assert_ne!(document(text)["rungs"][0]["id"], json!("restart"));
    let made = document(&rung("1. Do."))["rungs"][0]["steps"][0]["id"].clone();
    let taken = rung(&format!("1. Do.\n2. Other. <!-- id: {} -->", made.as_str().expect("an id")));
    check(&taken, "/rungs/0/steps/1/id", made.clone());
    assert_ne!(document(&taken)["rungs"][0]["steps"][0]["id"], made);
    check_refused(&rung("1. Do. <!-- id: -->"), &["error 5:8: this id is empty"]);
}

#[test]
fn choices_and_options_do_not_depend_on_their_order() {
    let choices = |list: &str| -> Value {
        document(&format!("# T\n\n## About you\n\n{list}\n## R\n\nWhy.\n"))["choices"].clone()
    };
    let one = choices("- Language: C, C++, C#\n");
    let other = choices("- Language: C#, C, C++\n");
    let id = |choices: &Value, index: usize| choices[0]["options"][index]["id"].clone();
    assert_eq!([0, 1, 2].map(|index| id(&one, index)), [1, 2, 0].map(|index| id(&other, index)));
    assert_ne!(id(&one, 0), id(&one, 1));
    assert_eq!(choices("- Device: a, b\n")[0]["id"], json!("device"));
    let swapped = [choices("- X?: a, b\n- X!: a, b\n"), choices("- X!: a, b\n- X?: a, b\n")];
    assert_eq!(swapped[0][0], swapped[1][1]);
}

/// The ids of the requirements, warnings and steps of a rung, in their order.
fn ids_in_order(markdown: &str) -> Vec<String> {
    let document = document(markdown);
    let parts =
        ["requirements", "warnings", "steps"].map(|kind| document["rungs"][0][kind].clone());
    let parts = parts.iter().flat_map(|parts| parts.as_array().cloned().unwrap_or_default());
    parts.map(|part| part["id"].to_string()).collect()
}

#[test]
fn punctuation_costs_no_tick_and_what_is_in_a_number_tells() {
    let with = |words: &str| {
        rung(&format!(
            "> **Warning:** {words}\n\n### Before you start\n\n- {words}\n\n### Steps\n\n1. {words}"
        ))
    };
    let first = ids_in_order(&with("Turn it down to 1.5 TB, then look"));
    for words in ["Turn it down to 1.5 TB – then look.", "turn it down to 1.5 TB: then “look”!"]
    {
        assert_eq!(ids_in_order(&with(words)), first, "{words}");
    }
    for words in ["Turn it down to 15 TB, then look", "Turn it down to -1.5 TB, then look"] {
        let other = ids_in_order(&with(words));
        assert!(other.iter().zip(&first).all(|(other, first)| other != first), "{words}");
    }
    // Nor does it cost a place on the ladder.
    let long = "Restart the device that stands in the middle of the room and blinks";
    let id = |title: &str| {
        document(&format!("# T\n\n## {title}\n\n1. Do."))["rungs"][0]["id"].to_string()
    };
    assert_eq!(id(long), id(&format!("{long}!")));
    check_refused(
        &rung("### Before you start\n\n- I have a copy.\n- I have a copy!\n\n### Steps\n\n1. Do."),
        &["error 8:3: this requirement stands twice in its rung"],
    );
}
