//! Leaving a rung and coming back: skip, undo, reopen, start over.

use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    Climb as Climbed, Event, Position, WaitState, chosen, duration, position, position_after,
};

use crate::support::*;

#[test]
fn a_skip_asks_nothing_of_the_skipped_rung_and_satisfies_nothing_of_the_next() {
    let mut climb = Climb::of([
        rung("sign-out").confirmed("a-copy").warned("a-loss", 1).waits(10),
        rung("erase").confirmed("b-copy").warned("b-loss", 1).waits(10),
    ]);
    climb.must(skip("sign-out"));
    assert_eq!(climb.states(), "skipped preparing");
    climb.must_not(tick("erase-step"));
    climb.must_not(start_wait("erase"));
    climb.must_not(not_fixed("erase"));
    climb.must(has("b-copy"));
    climb.must(confirm("b-loss", 1));
    assert_eq!(climb.wait("erase"), WaitState::NotStarted);
}

#[test]
fn undo_on_an_answered_rung_takes_its_answer_back() {
    for answer in [not_fixed, skip, fixed] {
        let mut climb = Climb::of([rung("restart"), rung("update")]);
        climb.must(tick("restart-step"));
        climb.must(answer("restart"));
        climb.must(undo("restart"));
        assert_eq!(climb.states(), "open locked");
        climb.must_not(tick("restart-step"));
    }
}

#[test]
fn undo_further_down_returns_there_and_keeps_the_answers_above() {
    let mut climb = Climb::of([rung("restart"), rung("update"), rung("reset")]);
    climb.must(not_fixed("restart"));
    climb.must(not_fixed("update"));
    climb.must(undo("restart"));
    assert_eq!(climb.states(), "open not-fixed locked");
    climb.must(not_fixed("restart"));
    assert_eq!(climb.states(), "not-fixed not-fixed open");
}

#[test]
fn undo_on_the_readers_rung_takes_back_its_wait_and_then_the_answer_before() {
    let begin: [fn(&mut Climb); 3] = [
        |climb| climb.must(start_wait("overnight")),
        |climb| climb.must(skip_wait("overnight")),
        |climb| {
            climb.must(start_wait("overnight"));
            climb.later(HOUR);
        },
    ];
    for begun in begin {
        let mut climb = Climb::of([rung("restart"), rung("overnight").waits(10)]);
        climb.must(not_fixed("restart"));
        begun(&mut climb);
        climb.must(undo("overnight"));
        assert_eq!(climb.wait("overnight"), WaitState::NotStarted);
        assert_eq!(climb.states(), "not-fixed open");
        climb.must_not(not_fixed("overnight"));

        climb.must(undo("overnight"));
        assert_eq!(climb.states(), "open locked");
        climb.must_not(undo("restart"));
    }
}

#[test]
fn undo_on_a_locked_rung_changes_nothing() {
    let mut climb = Climb::of([rung("restart"), rung("update"), rung("reset")]);
    climb.must(not_fixed("restart"));
    climb.must_not(undo("reset"));
}

#[test]
fn a_wait_that_was_undone_starts_anew() {
    let mut climb = Climb::of([rung("overnight").waits(10)]);
    climb.must(start_wait("overnight"));
    climb.later(9 * MINUTE);
    climb.must(undo("overnight"));
    climb.must(start_wait("overnight"));
    climb.later(9 * MINUTE);
    climb.must_not(not_fixed("overnight"));
    climb.later(MINUTE);
    climb.must(not_fixed("overnight"));
}

#[test]
fn once_a_rung_has_helped_only_that_can_be_taken_back() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.must(not_fixed("restart"));
    climb.must(fixed("update"));
    climb.must_not(undo("restart"));
    assert_eq!(climb.states(), "not-fixed fixed");
    climb.must(undo("update"));
    assert_eq!(climb.states(), "not-fixed open");
}

#[test]
fn reopen_goes_on_climbing_after_fixed() {
    let mut climb = Climb::of([rung("restart"), rung("update").confirmed("copied")]);
    climb.must_not(Event::Reopen);
    climb.must(not_fixed("restart"));
    climb.must(has("copied"));
    climb.must(fixed("update"));
    climb.must(Event::Reopen);
    assert_eq!(climb.states(), "not-fixed open", "what was prepared is still prepared");
    climb.must_not(Event::Reopen);
}

#[test]
fn reopen_goes_back_to_the_last_rung_from_the_end() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.must(not_fixed("restart"));
    climb.must(skip("update"));
    assert_eq!(position(&climb.ladder, &climb.progress), Position::End);
    climb.must(Event::Reopen);
    assert_eq!(climb.states(), "not-fixed open");
}

/// A climb in which the reader has done something of every kind.
fn busy() -> Climb {
    let mut climb = Climb::of([
        rung("restart"),
        rung("erase").confirmed("opened").counted("originals").placed("copy").warned("loss", 1),
        rung("overnight").waits(10),
    ]);
    for event in [
        choose("device", Some("mac")),
        tick("restart-step"),
        not_fixed("restart"),
        has("opened"),
        first("originals", "5"),
        second("originals", "5"),
        place("copy", "disk"),
        confirm("loss", 1),
        not_fixed("erase"),
        start_wait("overnight"),
    ] {
        climb.later(MINUTE);
        climb.must(event);
    }
    climb
}

#[test]
fn start_over_voids_everything_and_deletes_nothing() {
    let mut climb = busy();
    let facts = climb.progress.facts().count();
    climb.must(Event::StartOver);
    assert_eq!(climb.states(), "open locked locked");
    assert_eq!(climb.progress.current().count(), 0);
    assert_eq!(climb.progress.facts().count(), facts + 1);
    assert_eq!(chosen(&climb.ladder, &climb.progress, &id("device")), None);
    climb.must_not(untick("restart-step"));
    climb.must_not(Event::StartOver);

    climb.must(skip("restart"));
    assert_eq!(climb.states(), "skipped preparing locked");
    climb.must(second("originals", "5"));
    climb.must(skip("erase"));
    assert_eq!(climb.wait("overnight"), WaitState::NotStarted);
}

#[test]
fn after_starting_over_the_whole_climb_can_be_done_again_even_at_the_same_moment() {
    let mut climb = busy();
    climb.must(Event::StartOver);
    for event in [tick("restart-step"), not_fixed("restart"), has("opened"), confirm("loss", 1)] {
        climb.must(event);
    }
    assert_eq!(climb.states(), "not-fixed preparing locked");
    climb.must(Event::StartOver);
    assert_eq!(climb.states(), "open locked locked");
}

#[test]
fn how_somebody_wants_to_read_is_no_progress() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.must(Event::Unfold { all: true });
    climb.must_not(Event::Unfold { all: true });
    assert!(climb.progress.is_unfolded());
    assert_eq!(climb.progress.current().count(), 0);
    assert!(!Climbed::new(&climb.ladder, &climb.progress, climb.now).is_begun());
    climb.must_not(Event::StartOver);

    climb.later(20 * MINUTE);
    climb.must(tick("restart-step"));
    climb.later(MINUTE);
    climb.must(fixed("restart"));
    assert_eq!(duration(&climb.progress, climb.now), Some(MINUTE), "reading is no part of it");

    climb.must(Event::StartOver);
    assert!(climb.progress.is_unfolded(), "they read as they did before");
    climb.must(Event::Unfold { all: false });
    assert!(!climb.progress.is_unfolded());
}

#[test]
fn where_an_answer_leads_is_where_it_takes_the_reader() {
    let mut climb = Climb::of([rung("restart"), rung("update"), rung("erase")]);
    for _ in 0..2 {
        let Position::At(here) = position(&climb.ladder, &climb.progress) else { return };
        let id = climb.ladder.rungs[here].id.clone();
        let leads_to = position_after(&climb.ladder, &climb.progress, Some(&id));
        climb.must(skip(id.as_str()));
        assert_eq!(position(&climb.ladder, &climb.progress), leads_to);
    }
    climb.must(undo("restart"));
    let here = id("restart");
    let leads_to = position_after(&climb.ladder, &climb.progress, Some(&here));
    assert_eq!(leads_to, Position::At(2), "what is answered already is passed over");
    climb.must(skip("restart"));
    assert_eq!(position(&climb.ladder, &climb.progress), leads_to);
    let last = position_after(&climb.ladder, &climb.progress, Some(&id("erase")));
    assert_eq!(last, Position::End);
}

#[test]
fn a_climb_takes_from_its_first_fact_to_the_answer() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.must(tick("restart-step"));
    climb.later(20 * MINUTE);
    climb.must(Event::StartOver);
    climb.later(MINUTE);
    climb.must(tick("restart-step"));
    climb.later(12 * MINUTE);
    climb.must(fixed("restart"));
    assert_eq!(duration(&climb.progress, climb.now), Some(12 * MINUTE));
}

#[test]
fn a_climb_of_more_than_a_year_is_a_clock_that_was_wrong() {
    let mut climb = Climb::of([rung("restart")]);
    climb.must(tick("restart-step"));
    climb.later(YEAR - 1);
    assert_eq!(duration(&climb.progress, climb.now), Some(YEAR - 1));
    climb.later(1);
    assert_eq!(duration(&climb.progress, climb.now), None);
    assert_eq!(duration(&fix_ladder_core::progress::Progress::default(), climb.now), None);
}
