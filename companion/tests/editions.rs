//! Guards, and ladders that an author has edited since: what of a token counts there. Knows nothing of merging.

use fix_ladder_core::ladder::{Evidence, Severity, parse};
use fix_ladder_core::progress::{Key, Progress, answered, guards_met, is_done};

use crate::climbs::{built_in, everything, lines, open, taken, token};
use crate::merging::guarded;

#[test]
fn guards_of_a_gentle_fix_come_along_under_the_same_words_alone() {
    let ladder = guarded();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let answer = open(&ladder, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    let soft = &ladder.rungs[0];
    assert!(guards_met(&ladder, soft, &there, now));
    assert_eq!(
        there
            .facts()
            .filter(|(key, _)| matches!(key, Key::Confirm(..) | Key::Requirement(_)))
            .count(),
        5
    );

    // The author has changed the words of a warning and of a question.
    let mut edited = ladder.clone();
    let other = parse(r#"{"format":1,"id":"x","title":"x","rungs":[{"id":"a","title":"a","severity":"gentle","warnings":[{"id":"w","text":["Very careful."]}],"requirements":[{"id":"r","text":"It is full.","evidence":"confirm"}]}]}"#).expect("valid");
    edited.rungs[0].warnings[0].text = other.rungs[0].warnings[0].text.clone();
    edited.rungs[0].requirements[0].text = other.rungs[0].requirements[0].text.clone();
    let answer = open(&edited, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    let kept: Vec<&Key> = there
        .facts()
        .map(|(key, _)| key)
        .filter(|key| matches!(key, Key::Confirm(..) | Key::Requirement(_)))
        .collect();
    assert_eq!(kept.len(), 2, "the place and the numbers: {kept:?}");
}

#[test]
fn evidence_is_never_younger_than_it_was() {
    let ladder = guarded();
    let (progress, now) = everything(&ladder, 1);
    let answer = open(&ladder, &token(&ladder, &progress, now), &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    for (key, fact) in there.facts().filter(|(key, _)| matches!(key, Key::Requirement(_))) {
        let before = progress.fact(key).expect("it was there").prompt.as_ref().expect("asked").at;
        assert!(fact.prompt.as_ref().expect("asked").at <= before, "{key:?}");
    }
}

#[test]
fn a_rung_with_other_steps_gives_its_answer_and_no_tick() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let mut edited = ladder.clone();
    edited.rungs[0].steps.remove(3);
    let answer = open(&edited, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    assert_eq!(answered(&there, &ladder.rungs[0].id), answered(&there, &edited.rungs[0].id));
    assert!(answered(&there, &ladder.rungs[0].id).is_some());
    let ticked = |index: usize| {
        let steps = &edited.rungs[index].steps;
        steps.iter().filter(|it| is_done(&there, &Key::Step(it.id.clone()))).count()
    };
    assert_eq!((ticked(0), ticked(1)), (0, edited.rungs[1].steps.len()));
    let notes = answer["notes"].to_string();
    assert!(notes.contains("has other steps here"), "{notes}");
}

#[test]
fn a_rung_that_is_gone_is_left_out_and_one_put_in_takes_nothing() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let mut edited = ladder.clone();
    let gone = edited.rungs.remove(1);
    let answer = open(&edited, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    assert_eq!(answered(&there, &gone.id), None);
    assert!(answer["notes"].to_string().contains("1 answer in it"), "{}", answer["notes"]);
    let mut edited = ladder.clone();
    edited.rungs.insert(1, edited.rungs[0].clone());
    edited.rungs[1].id = crate::support::id("new-one");
    let there =
        taken(&Progress::default(), &open(&edited, &token, &Progress::default(), now), "merge");
    assert_eq!(answered(&there, &edited.rungs[1].id), None);
    assert!(answered(&there, &edited.rungs[2].id).is_some());
}

#[test]
fn every_guard_of_a_grave_fix_is_shown_with_what_was_counted() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let answer = open(&ladder, &token(&ladder, &progress, now), &Progress::default(), now);
    let shown = lines(&answer["shown"]);
    let grave = ladder.rungs.iter().filter(|it| it.severity != Severity::Gentle);
    for rung in grave {
        let title = rung.title.plain();
        assert!(shown.iter().any(|it| it.contains(title.trim())), "{title}: {shown:?}");
        for it in &rung.requirements {
            if let Evidence::Numbers { .. } = it.evidence {
                assert!(shown.iter().any(|it| it.contains("12480 and 12503")), "{shown:?}");
            }
        }
    }
    assert!(shown.iter().any(|it| it.contains("USB disk in the desk")), "{shown:?}");
}
