//! The states that a climb passes through, its choices, and the help that is offered.

use fix_ladder_core::ladder::parse;
use fix_ladder_core::progress::{
    Answer, Event, Position, Progress, Ticked, act, answered, chosen, position,
};
use serde_json::json;

use crate::support::*;

#[test]
fn a_climb_passes_through_every_state_and_one_rung_at_a_time_is_the_readers() {
    let mut climb = Climb::of([
        rung("restart"),
        rung("overnight").waits(30),
        rung("sign-out").severity("moderate"),
        rung("erase").severity("drastic").confirmed("copied"),
    ]);
    assert_eq!(climb.states(), "open locked locked locked");

    let story = [
        (tick("restart-step"), "open locked locked locked"),
        (not_fixed("restart"), "not-fixed open locked locked"),
        (start_wait("overnight"), "not-fixed waiting locked locked"),
        (skip_wait("overnight"), "not-fixed open locked locked"),
        (not_fixed("overnight"), "not-fixed not-fixed open locked"),
        (skip("sign-out"), "not-fixed not-fixed skipped preparing"),
        (has("copied"), "not-fixed not-fixed skipped open"),
        (fixed("erase"), "not-fixed not-fixed skipped fixed"),
    ];
    for (event, states) in story {
        climb.later(1);
        climb.must(event.clone());
        assert_eq!(climb.states(), states, "after {event:?}");
    }
    assert_eq!(position(&climb.ladder, &climb.progress), Position::Fixed(3));
}

#[test]
fn fixed_on_an_early_rung_leaves_the_later_ones_locked() {
    let mut climb = Climb::of([rung("restart"), rung("update"), rung("reset")]);
    climb.must(fixed("restart"));
    assert_eq!(climb.states(), "fixed locked locked");
    climb.must_not(tick("update-step"));
    climb.must_not(not_fixed("update"));
    climb.must_not(fixed("update"));
}

#[test]
fn the_end_is_reached_when_no_rung_has_helped() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.must(not_fixed("restart"));
    climb.must(skip("update"));
    assert_eq!(climb.states(), "not-fixed skipped");
    assert_eq!(position(&climb.ladder, &climb.progress), Position::End);
}

#[test]
fn only_the_readers_rung_can_be_answered() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    for answer in [not_fixed, fixed, skip] {
        climb.must_not(answer("update"));
    }
    climb.must(not_fixed("restart"));
    for answer in [not_fixed, fixed, skip] {
        climb.must_not(answer("restart"));
    }
}

#[test]
fn an_answer_keeps_the_time_it_was_given() {
    let mut climb = Climb::of([rung("restart")]);
    climb.later(7);
    climb.must(fixed("restart"));
    let time = at(monday().millis() + 7);
    assert_eq!(answered(&climb.progress, &id("restart")), Some((Answer::Fixed, time)));
}

#[test]
fn a_tick_is_set_and_taken_back_and_once_is_enough() {
    let mut climb = Climb::of([rung("restart")]);
    climb.must_not(untick("restart-step"));
    climb.must(tick("restart-step"));
    climb.must_not(tick("restart-step"));
    climb.must(untick("restart-step"));
    climb.must_not(untick("restart-step"));
}

#[test]
fn ids_that_the_ladder_does_not_have_change_nothing() {
    let mut climb = Climb::of([rung("restart").confirmed("copied").warned("loss", 1).waits(5)]);
    for event in [
        tick("nobody"),
        has("nobody"),
        confirm("nobody", 1),
        choose("nobody", Some("mac")),
        choose("device", Some("nobody")),
        start_wait("nobody"),
        extend_wait("nobody"),
        skip_wait("nobody"),
        fixed("nobody"),
        not_fixed("nobody"),
        skip("nobody"),
        undo("nobody"),
    ] {
        climb.must_not(event);
    }
    assert_eq!(climb.progress.facts().count(), 0);
}

#[test]
fn a_choice_can_be_made_changed_and_taken_back_at_any_time_and_ticks_are_kept() {
    let mut climb = Climb::of([rung("restart").confirmed("copied"), rung("update")]);
    climb.must(choose("device", Some("iphone")));
    climb.must(has("copied"));
    climb.must(tick("restart-step"));

    climb.must(choose("device", Some("mac")));
    climb.must_not(choose("device", Some("mac")));
    assert_eq!(chosen(&climb.ladder, &climb.progress, &id("device")), Some(&id("mac")));
    assert_eq!(climb.states(), "open locked");
    climb.must_not(tick("restart-step"));

    climb.must(fixed("restart"));
    climb.must(choose("device", None));
    assert_eq!(chosen(&climb.ladder, &climb.progress, &id("device")), None);
    assert_eq!(climb.states(), "fixed locked");
}

#[test]
fn help_is_offered_from_the_first_rung_that_is_not_gentle() {
    let mut climb = Climb::of([
        rung("restart"),
        rung("update"),
        rung("sign-out").severity("moderate"),
        rung("wait"),
        rung("erase").severity("last-resort").confirmed("copied"),
    ]);
    let mut offered = Vec::new();
    for name in ["restart", "update", "sign-out", "wait", "erase"] {
        offered.push(climb.help_offered());
        climb.must(skip(name));
    }
    assert_eq!(offered, [false, false, true, true, true]);
    assert!(!climb.help_offered(), "the end itself is shown");
}

#[test]
fn ticks_noted_one_by_one_are_those_of_the_facts() {
    let steps = (0..40).map(|n| json!({ "id": format!("step-{n}"), "text": "Do it." }));
    let document = json!({
        "format": 1,
        "id": "long",
        "title": "Long",
        "rungs": [
            { "id": "all", "title": "All", "severity": "gentle", "steps": steps.collect::<Vec<_>>() },
        ],
    });
    let ladder = parse(&document.to_string()).expect("a valid ladder");
    let mut progress = Progress::default();
    let mut ticked = Ticked::of(&ladder, &progress);
    for (step, done) in [(0, true), (15, true), (16, true), (39, true), (15, false), (39, true)] {
        let step = id(&format!("step-{step}"));
        act(&ladder, &mut progress, &Event::Tick { step: step.clone(), done }, monday());
        ticked.note(&ladder, &progress, &step);
        assert_eq!(ticked, Ticked::of(&ladder, &progress));
    }
    assert_eq!(*ticked.rung(0), [1, 1, 1 << 7]);
    act(&ladder, &mut progress, &Event::StartOver, monday());
    assert_eq!(*Ticked::of(&ladder, &progress).rung(0), [0, 0, 0]);
}

#[test]
fn every_event_has_the_kind_that_the_page_is_told() {
    let kinds = [
        (tick("a"), "step"),
        (has("a"), "requirement"),
        (confirm("a", 1), "confirm"),
        (choose("a", None), "choice"),
        (start_wait("a"), "wait"),
        (extend_wait("a"), "wait"),
        (skip_wait("a"), "wait"),
        (fixed("a"), "answer"),
        (not_fixed("a"), "answer"),
        (skip("a"), "skip"),
        (undo("a"), "undo"),
        (Event::Reopen, "undo"),
        (Event::StartOver, "start-over"),
    ];
    for (event, kind) in kinds {
        assert_eq!(event.kind(), Some(kind), "{event:?}");
    }
    assert_eq!(Event::Unfold { all: true }.kind(), None, "nothing of the climb changes");
}
