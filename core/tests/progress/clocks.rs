//! Clocks that are wrong, and several tabs at once: what wins, and what a reader can always mend.

use fix_ladder_core::progress::{Answer, Event, Fact, Key, Progress, Time, Value, WaitFact};

use crate::support::*;

fn of(time: u64, value: Value) -> Progress {
    let mut progress = Progress::default();
    progress.take(Key::Answer(id("restart")), Fact::new(at(time), value));
    progress
}

#[test]
fn the_later_fact_wins_in_both_orders_and_equal_times_are_settled_by_value() {
    let answer = |answer| Value::Answer(Some(answer));
    let pairs = [
        (of(2, answer(Answer::NotFixed)), of(1, answer(Answer::Fixed))),
        (of(1, answer(Answer::Fixed)), of(1, answer(Answer::NotFixed))),
        (of(1, answer(Answer::Skipped)), of(1, Value::Answer(None))),
    ];
    for (winner, loser) in pairs {
        assert_eq!(winner.clone().merge(loser.clone()), winner);
        assert_eq!(loser.merge(winner.clone()), winner);
    }
}

#[test]
fn two_tabs_that_disagree_in_one_millisecond_open_nothing() {
    let fact = |value| Fact::new(at(1), value);
    let started = WaitFact::Started { started: at(1), deadline: at(2) };
    let pairs = [
        (Key::Requirement(id("copy")), Value::Done(false), Value::Done(true)),
        (Key::Confirm(id("loss"), 1), Value::Done(false), Value::Done(true)),
        (Key::Wait(id("restart")), Value::Wait(started), Value::Wait(WaitFact::Left)),
        // A tick is the reader's work, and guards nothing.
        (Key::Step(id("off")), Value::Done(true), Value::Done(false)),
    ];
    for (key, winner, loser) in pairs {
        for order in [[&winner, &loser], [&loser, &winner]] {
            let mut progress = Progress::default();
            for value in order {
                progress.take(key.clone(), fact(value.clone()));
            }
            assert_eq!(progress.latest(&key), Some(&fact(winner.clone())), "{key:?}");
        }
    }
}

#[test]
fn a_fact_of_a_clock_far_ahead_can_be_replaced_by_a_right_clock() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.now = Time::MAX;
    climb.must(fixed("restart"));
    let wrong = climb.progress.clone();
    climb.now = monday();
    climb.must(undo("restart"));
    assert_eq!(climb.states(), "open locked");
    let right = climb.progress.clone();
    assert_eq!(wrong.clone().merge(right.clone()), right);
    assert_eq!(right.clone().merge(wrong), right);
}

#[test]
fn starting_over_under_a_clock_far_ahead_still_lets_the_reader_go_on() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.now = Time::MAX;
    climb.must(not_fixed("restart"));
    climb.must(Event::StartOver);
    climb.now = monday();
    climb.must(tick("restart-step"));
    climb.must(not_fixed("restart"));
    assert_eq!(climb.states(), "not-fixed open");
    climb.must(Event::StartOver);
    assert_eq!(climb.states(), "open locked");
    climb.must(fixed("restart"));
    assert_eq!(climb.states(), "fixed locked");
}

#[test]
fn starting_over_under_a_clock_far_behind_still_voids_everything() {
    let mut climb = Climb::of([rung("restart"), rung("update")]);
    climb.must(not_fixed("restart"));
    climb.now = at(0);
    climb.must(Event::StartOver);
    assert_eq!(climb.states(), "open locked");
    climb.must(tick("restart-step"));
    climb.must(skip("restart"));
    assert_eq!(climb.states(), "skipped open");
}

#[test]
fn what_another_tab_did_before_starting_over_does_not_come_back() {
    let mut here = Climb::of([rung("restart"), rung("update")]);
    here.must(tick("restart-step"));
    let mut there = here.clone();
    there.later(1);
    there.must(not_fixed("restart"));
    here.later(2);
    here.must(Event::StartOver);
    here.progress = here.progress.merge(there.progress);
    assert_eq!(here.states(), "open locked");
}

#[test]
fn what_another_tab_did_in_the_millisecond_of_starting_over_does_not_count() {
    let mut here = Climb::of([rung("restart"), rung("update")]);
    here.must(tick("restart-step"));
    let mut there = here.clone();
    here.later(1);
    here.must(Event::StartOver);
    there.later(1);
    there.must(not_fixed("restart"));
    let merged = here.progress.clone().merge(there.progress);
    assert_eq!(merged.current().count(), 0);
    here.progress = merged;
    here.must(not_fixed("restart"));
    assert_eq!(here.states(), "not-fixed open");
}

#[test]
fn only_what_changed_is_there_to_be_saved() {
    let mut climb = Climb::of([rung("restart")]);
    climb.must(tick("restart-step"));
    let before = climb.progress.clone();
    assert_eq!(before.changed_since(&before).count(), 0);
    climb.must(choose("device", Some("mac")));
    let changed: Vec<_> = climb.progress.changed_since(&before).map(|(key, _)| key).collect();
    assert_eq!(changed, [&Key::Choice(id("device"))]);
}

#[test]
fn a_browsers_clock_is_a_moment_whatever_it_shows() {
    for (clock, millis) in [
        (0.0, 0),
        (-1.0, 0),
        (-1e300, 0),
        (f64::NAN, 0),
        (f64::NEG_INFINITY, 0),
        (1_795_424_400_000.75, 1_795_424_400_000),
        (8.64e15, 8_640_000_000_000_000),
        (1e300, 8_640_000_000_000_000),
        (f64::INFINITY, 8_640_000_000_000_000),
    ] {
        assert_eq!(Time::from_clock(clock).millis(), millis, "{clock}");
    }
}

#[test]
fn no_stored_fact_is_so_late_that_none_can_follow() {
    // What no clock shows, and no chain of facts after it reaches, is not taken in at all.
    assert_eq!(Time::from_millis(9_000_000_000_000_000), None);
    assert!(Time::from_millis(Time::MAX.plus(DAY).millis()).is_some());
    let mut climb = Climb::of([rung("restart")]);
    climb.now = Time::MAX;
    climb.must(tick("restart-step"));
    climb.must(Event::StartOver);
    climb.now = monday();
    for _ in 0..100 {
        climb.must(tick("restart-step"));
        climb.must(untick("restart-step"));
    }
}

#[test]
fn no_sum_of_times_goes_round_or_over_the_limit() {
    let last = Time::MAX.plus(u64::MAX);
    assert_eq!(last.plus(1), last);
    assert_eq!(Time::from_millis(u64::MAX), None);
    assert_eq!(monday().since(last), 0);
    assert_eq!(last.since(last), 0);
    assert_eq!(monday().plus(5).since(monday()), 5);
}
