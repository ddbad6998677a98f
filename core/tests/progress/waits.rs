//! Waits: by the wall clock, to an absolute deadline, and what a clock that is turned does to them.

use fix_ladder_core::progress::time::{LONGEST_WAIT, MINUTE, SECOND};
use fix_ladder_core::progress::{WaitState, minutes_left, next_change};

use crate::support::*;

const TEN: u64 = 10 * MINUTE;

/// A climb whose reader has just begun to wait ten minutes.
fn waiting() -> Climb {
    let mut climb = Climb::of([rung("overnight").waits(10), rung("after")]);
    climb.must(start_wait("overnight"));
    climb
}

fn running(deadline: u64, remaining: u64, duration: u64) -> WaitState {
    WaitState::Running { deadline: monday().plus(deadline), remaining, duration }
}

#[test]
fn before_it_is_started_a_wait_keeps_not_fixed_closed() {
    let mut climb = Climb::of([rung("overnight").waits(10), rung("after")]);
    assert_eq!(climb.wait("overnight"), WaitState::NotStarted);
    assert_eq!(climb.wait("after"), WaitState::None);
    assert_eq!(climb.states(), "open locked");
    let doors = climb.allowed("overnight");
    assert!(doors.steps && doors.start_wait && doors.skip_wait);
    assert!(!doors.extend_wait && !doors.not_fixed);
    climb.must_not(not_fixed("overnight"));
    climb.later(YEAR);
    climb.must_not(not_fixed("overnight"));
}

#[test]
fn a_wait_runs_to_its_deadline_and_not_a_millisecond_less() {
    let mut climb = waiting();
    assert_eq!(climb.wait("overnight"), running(TEN, TEN, TEN));
    climb.later(3 * MINUTE);
    assert_eq!(climb.wait("overnight"), running(TEN, 7 * MINUTE, TEN));
    climb.later(7 * MINUTE - 1);
    assert_eq!(climb.wait("overnight"), running(TEN, 1, TEN));
    assert_eq!(climb.states(), "waiting locked");
    climb.must_not(not_fixed("overnight"));

    climb.later(1);
    assert_eq!(climb.wait("overnight"), WaitState::Ended { deadline: monday().plus(TEN) });
    assert_eq!(climb.states(), "open locked");
    climb.must(not_fixed("overnight"));
}

#[test]
fn steps_stay_open_while_a_wait_runs() {
    let mut climb = waiting();
    climb.must(tick("overnight-step"));
    climb.must(untick("overnight-step"));
    climb.must_not(start_wait("overnight"));
}

#[test]
fn a_clock_turned_back_never_makes_a_wait_longer_than_it_was() {
    for back in [1, HOUR, 3 * YEAR] {
        let mut climb = waiting();
        climb.turned_back(back);
        assert_eq!(climb.wait("overnight"), running(TEN, TEN, TEN), "turned back by {back}");
        climb.must_not(not_fixed("overnight"));
        climb.later(back + TEN);
        climb.must(not_fixed("overnight"));
    }
}

#[test]
fn a_clock_turned_forward_ends_the_wait_and_turned_back_again_it_runs() {
    let mut climb = waiting();
    climb.later(HOUR);
    assert_eq!(climb.wait("overnight"), WaitState::Ended { deadline: monday().plus(TEN) });
    climb.turned_back(HOUR);
    climb.later(MINUTE);
    assert_eq!(climb.wait("overnight"), running(TEN, 9 * MINUTE, TEN));
}

#[test]
fn five_minutes_more_while_it_runs_are_added_to_what_is_left() {
    let mut climb = waiting();
    climb.later(4 * MINUTE);
    climb.must(extend_wait("overnight"));
    assert_eq!(climb.wait("overnight"), running(15 * MINUTE, 11 * MINUTE, 15 * MINUTE));
    climb.later(11 * MINUTE - 1);
    climb.must_not(not_fixed("overnight"));
    climb.later(1);
    climb.must(not_fixed("overnight"));
}

#[test]
fn five_minutes_more_after_the_end_are_counted_from_now() {
    let mut climb = waiting();
    climb.later(HOUR);
    climb.must(extend_wait("overnight"));
    assert_eq!(climb.wait("overnight"), running(65 * MINUTE, 5 * MINUTE, 5 * MINUTE));
    assert_eq!(climb.states(), "waiting locked");
    climb.must_not(not_fixed("overnight"));
    climb.later(5 * MINUTE);
    climb.must(not_fixed("overnight"));
}

#[test]
fn five_minutes_more_mend_a_deadline_that_a_wrong_clock_made() {
    let mut climb = Climb::of([rung("overnight").waits(10), rung("after")]);
    climb.later(3 * YEAR);
    climb.must(start_wait("overnight"));
    climb.turned_back(3 * YEAR);
    climb.must(extend_wait("overnight"));
    assert_eq!(climb.wait("overnight"), running(15 * MINUTE, 15 * MINUTE, 15 * MINUTE));
    climb.later(15 * MINUTE);
    climb.must(not_fixed("overnight"));
}

#[test]
fn no_wait_grows_beyond_thirty_days() {
    let mut climb = Climb::of([rung("overnight").waits(30 * 24 * 60)]);
    climb.must(start_wait("overnight"));
    climb.must(extend_wait("overnight"));
    assert_eq!(climb.wait("overnight"), running(LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT));
    climb.later(29 * DAY);
    for _ in 0..2000 {
        climb.must(extend_wait("overnight"));
        climb.later(1);
    }
    let WaitState::Running { remaining, duration, .. } = climb.wait("overnight") else {
        panic!("the wait runs")
    };
    assert_eq!(remaining, DAY + 2000 * 5 * MINUTE - 2000);
    assert_eq!(duration, LONGEST_WAIT);
}

#[test]
fn a_wait_can_be_left_before_it_is_started_and_while_it_runs() {
    for started in [false, true] {
        let mut climb = Climb::of([rung("overnight").waits(10), rung("after")]);
        if started {
            climb.must(start_wait("overnight"));
        }
        climb.must(skip_wait("overnight"));
        assert_eq!(climb.wait("overnight"), WaitState::Left);
        assert_eq!(climb.states(), "open locked");
        climb.must_not(start_wait("overnight"));
        climb.must_not(extend_wait("overnight"));
        climb.must_not(skip_wait("overnight"));
        climb.must(not_fixed("overnight"));
    }
}

#[test]
fn an_ended_wait_is_not_left_and_not_started_again() {
    let mut climb = waiting();
    climb.later(TEN);
    climb.must_not(skip_wait("overnight"));
    climb.must_not(start_wait("overnight"));
}

#[test]
fn a_rung_without_a_wait_knows_no_wait() {
    let mut climb = Climb::of([rung("restart")]);
    for event in [start_wait, extend_wait, skip_wait] {
        climb.must_not(event("restart"));
    }
    climb.must(not_fixed("restart"));
}

#[test]
fn the_wait_of_a_locked_rung_cannot_be_started_or_left() {
    let mut climb = Climb::of([rung("restart"), rung("overnight").waits(10)]);
    climb.must_not(start_wait("overnight"));
    climb.must_not(skip_wait("overnight"));
}

#[test]
fn what_is_shown_changes_at_each_whole_minute_and_at_the_deadline() {
    let mut climb = waiting();
    climb.later(30 * SECOND);
    let mut changes = Vec::new();
    while let Some(next) = next_change(&climb.ladder, &climb.progress, climb.now) {
        assert!(next > climb.now, "an alarm for {next:?} would ring for ever");
        changes.push(next.since(monday()));
        climb.now = next;
    }
    let minutes: Vec<u64> = (1..=10).map(|minute| minute * MINUTE).collect();
    assert_eq!(changes, minutes);
}

#[test]
fn no_alarm_is_set_where_no_wait_runs() {
    let mut climb = Climb::of([rung("overnight").waits(10), rung("after")]);
    let next = |climb: &Climb| next_change(&climb.ladder, &climb.progress, climb.now);
    assert_eq!(next(&climb), None, "not started");
    climb.must(start_wait("overnight"));
    assert_eq!(next(&climb), Some(monday().plus(MINUTE)));
    climb.turned_back(3 * YEAR);
    assert_eq!(next(&climb), Some(climb.now.plus(MINUTE)), "with the clock turned back");
    climb.must(fixed("overnight"));
    assert_eq!(next(&climb), None, "fixed");
}

#[test]
fn the_last_minute_begun_counts_whole() {
    for (remaining, minutes) in [
        (0, 0),
        (1, 1),
        (MINUTE - 1, 1),
        (MINUTE, 1),
        (MINUTE + 1, 2),
        (TEN, 10),
        (LONGEST_WAIT, 43_200),
    ] {
        assert_eq!(minutes_left(remaining), minutes, "with {remaining} ms left");
    }
}
