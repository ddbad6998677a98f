//! The file of a climb: readable, and opened by the same rules as a token.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::{Key, Progress};
use fix_ladder_core::saved::{name, save};
use serde_json::{Value, json};

use crate::climbs::{
    built_in, everything, export, is_grave_guard, long, open, random, taken, text, token,
};

#[test]
fn it_has_every_fact_in_the_form_in_which_it_is_stored() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let answer = export(&ladder, &progress, now);
    let file: Value = serde_json::from_str(&text(&answer["file"])).expect("JSON");
    assert_eq!(file["fix-ladder"], 1);
    assert_eq!(file["ladder"], "icloud-photos");
    assert_eq!(file["title"], "iCloud Photos won’t sync");
    let facts: Vec<Value> =
        progress.facts().map(|(key, fact)| json!([name(key), save(fact)])).collect();
    assert_eq!(file["facts"], json!(facts));
    assert!(text(&answer["file"]).lines().count() > facts.len(), "a line for each fact");
    let filename = text(&answer["filename"]);
    assert!(
        filename.starts_with("icloud-photos-2026-11-") && filename.ends_with(".json"),
        "{filename}"
    );
}

#[test]
fn opened_it_is_what_a_token_would_be() {
    let ladder = built_in();
    for seed in 1..40 {
        let (progress, now) = random(&ladder, seed, 100);
        let file = text(&export(&ladder, &progress, now)["file"]);
        let here = Progress::default();
        let answer = open(&ladder, &file, &here, now);
        assert_eq!(answer, open(&ladder, &token(&ladder, &progress, now), &here, now), "{seed}");
        if answer.get("problem").is_none() {
            let there = taken(&here, &answer, "merge");
            assert!(!there.facts().any(|(key, _)| is_grave_guard(&ladder, key)), "{seed}");
        }
    }
}

#[test]
fn ticks_of_a_file_survive_an_edit_of_the_ladder() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let file = text(&export(&ladder, &progress, now)["file"]);
    let mut edited = ladder.clone();
    edited.rungs[0].steps.remove(3);
    let answer = open(&edited, &file, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    for step in &edited.rungs[0].steps {
        assert!(there.fact(&Key::Step(step.id.clone())).is_some(), "{}", step.id);
    }
}

#[test]
fn one_of_another_list_and_a_newer_one_say_so() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let file = text(&export(&ladder, &progress, now)["file"]);
    let problem = |ladder: &Ladder, file: &str| {
        open(ladder, file, &Progress::default(), now)["problem"].clone()
    };
    assert_eq!(problem(&long(), &file), "unknown-ladder");
    let newer = file.replace("\"fix-ladder\": 1", "\"fix-ladder\": 2");
    assert_eq!(problem(&ladder, &newer), "newer");
    assert_eq!(problem(&ladder, &file[..file.len() - 20]), "damaged");
    assert_eq!(
        problem(&ladder, &file.replace("step:", "stop:").replace("requirement:", "x:")),
        Value::Null
    );
    let empty =
        "{\"fix-ladder\":1,\"ladder\":\"icloud-photos\",\"facts\":[[\"x\"],7,null,[\"a\",\"b\"]]}";
    assert_eq!(problem(&ladder, empty), "nothing");
}

#[test]
fn no_text_in_a_file_is_more_than_text() {
    let ladder = built_in();
    let now = crate::support::monday();
    for text in ["\"", "</script>", "\\", "\u{2028}", "\u{0}"] {
        let mut progress = Progress::default();
        crate::climbs::name_it(&mut progress, text, now);
        let file = crate::climbs::text(&export(&ladder, &progress, now)["file"]);
        let file: Value = serde_json::from_str(&file).expect("JSON");
        assert_eq!(file["facts"].as_array().map(Vec::len), Some(1));
    }
}
