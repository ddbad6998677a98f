//! What comes back: a fault that was fixed, and a climb that was started over.

use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    Event, Given, GuardStatus, Position, came_back, can_undo_start_over, duration, guards, position,
};

use crate::support::*;

fn back(rung: &str) -> Event {
    Event::CameBack { rung: id(rung) }
}

#[test]
fn what_comes_back_goes_on_at_the_next_rung_and_is_known_to_have_helped() {
    let mut climb = Climb::of([rung("a"), rung("b"), rung("c")]);
    climb.must(not_fixed("a"));
    climb.must(fixed("b"));
    let helped = climb.now;
    climb.later(2 * DAY);
    climb.must(back("b"));
    assert_eq!(climb.states(), "not-fixed not-fixed open");
    assert_eq!(came_back(&climb.progress, &id("b")), Some((helped, climb.now)));
    climb.later(10 * MINUTE);
    climb.must(fixed("c"));
    // What was well in between is no part of the climb.
    assert_eq!(duration(&climb.progress, climb.now), Some(10 * MINUTE));
}

#[test]
fn it_comes_back_only_where_it_was_fixed() {
    let mut climb = Climb::of([rung("a"), rung("b")]);
    climb.must_not(back("a"));
    climb.must(not_fixed("a"));
    climb.must_not(back("a"));
    climb.must(fixed("b"));
    climb.must_not(back("a"));
    climb.must_not(back("nobody"));
    climb.must(back("b"));
    climb.must_not(back("b"));
    assert_eq!(position(&climb.ladder, &climb.progress), Position::End);
}

#[test]
fn that_it_came_back_is_taken_back_before_the_answer() {
    let mut climb = Climb::of([rung("a"), rung("b")]);
    climb.must(fixed("a"));
    climb.later(DAY);
    climb.must(back("a"));
    climb.must(undo("b"));
    assert_eq!(climb.states(), "fixed locked");
    climb.must(undo("a"));
    assert_eq!(climb.states(), "open locked");
    // Fixed once more is fixed, whatever came back before.
    climb.must(fixed("a"));
    assert_eq!(climb.states(), "fixed locked");
}

#[test]
fn starting_over_is_undone_for_a_day_and_what_was_done_since_stays() {
    let mut climb = Climb::of([rung("a"), rung("b")]);
    climb.must(tick("a-step"));
    climb.must(not_fixed("a"));
    climb.must(Event::StartOver);
    assert_eq!(climb.states(), "open locked");
    climb.must(tick("a-step"));
    climb.later(DAY - 2 * MINUTE);
    assert!(can_undo_start_over(&climb.progress, climb.now));
    let mut late = climb.clone();
    climb.must(Event::UndoStartOver);
    assert_eq!(climb.states(), "not-fixed open");
    assert!(!can_undo_start_over(&climb.progress, climb.now));
    climb.must_not(Event::UndoStartOver);
    late.later(DAY);
    late.must_not(Event::UndoStartOver);
}

#[test]
fn undoing_the_second_start_leaves_the_first() {
    let mut climb = Climb::of([rung("a"), rung("b"), rung("c")]);
    climb.must(not_fixed("a"));
    climb.must(Event::StartOver);
    climb.must(skip("a"));
    climb.must(not_fixed("b"));
    climb.must(Event::StartOver);
    climb.must(Event::UndoStartOver);
    assert_eq!(climb.states(), "skipped not-fixed open");
    // And once more.
    climb.must(Event::StartOver);
    climb.must(Event::UndoStartOver);
    assert_eq!(climb.states(), "skipped not-fixed open");
}

#[test]
fn a_hand_over_is_met_by_one_of_its_two_words() {
    let mut climb = Climb::of([rung("a").severity("last-resort").handed_over("h")]);
    let give =
        |word: &str| Event::Require { requirement: id("h"), evidence: Given::Place(word.into()) };
    climb.must(give("somewhere"));
    let status = |climb: &Climb| {
        let rung = &climb.ladder.rungs[0];
        guards(&climb.ladder, rung, &climb.progress, climb.now).requirements[0].status.clone()
    };
    assert_eq!(status(&climb), GuardStatus::Missing);
    for word in ["opened", "written-down"] {
        climb.must(give(word));
        assert_eq!(status(&climb), GuardStatus::Met);
    }
    climb.must(give(""));
    assert_eq!(climb.states(), "preparing");
}
