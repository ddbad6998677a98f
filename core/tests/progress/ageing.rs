//! Evidence grows old: what was counted a week ago is to be counted again.

use fix_ladder_core::progress::{FRESH, GuardStatus, Time, expire_future_evidence, next_change};

use crate::support::*;

const LATE: u64 = FRESH + 1;

fn guarded() -> Climb {
    let mut climb = Climb::of([
        rung("delete")
            .severity("drastic")
            .confirmed("opened")
            .counted("count")
            .placed("copy")
            .warned("loss", 1)
            .waits(10),
        rung("after"),
    ]);
    meet(&mut climb);
    climb.must(confirm("loss", 1));
    climb
}

fn meet(climb: &mut Climb) {
    climb.must(has("opened"));
    climb.must(first("count", "12"));
    climb.must(second("count", "12"));
    climb.must(place("copy", "USB disk"));
}

fn statuses(climb: &Climb) -> Vec<GuardStatus> {
    climb.guards("delete").requirements.into_iter().map(|it| it.status).collect()
}

#[test]
fn evidence_of_more_than_a_week_closes_the_steps_and_is_asked_for_again() {
    let mut climb = guarded();
    climb.later(FRESH);
    assert_eq!(climb.states(), "open locked");
    climb.later(1);
    assert_eq!(climb.states(), "preparing locked");
    assert_eq!(statuses(&climb), [GuardStatus::Stale, GuardStatus::Stale, GuardStatus::Stale]);
    climb.must_not(tick("delete-step"));
    // The same words once more are an answer of today. What was read stays read.
    meet(&mut climb);
    assert_eq!(climb.states(), "open locked");
}

#[test]
fn an_old_number_does_not_complete_a_new_one() {
    let mut climb = guarded();
    climb.later(LATE);
    climb.must(first("count", "11"));
    assert_eq!(statuses(&climb)[1], GuardStatus::Missing);
    climb.must(second("count", "10"));
    assert_eq!(statuses(&climb)[1], GuardStatus::Fewer(1));
}

#[test]
fn one_of_two_numbers_does_not_make_the_other_young() {
    let mut climb = guarded();
    for _ in 0..6 {
        climb.later(DAY);
        climb.must(second("count", "13"));
        climb.must(second("count", "12"));
    }
    climb.later(DAY);
    assert_eq!(statuses(&climb)[1], GuardStatus::Met);
    climb.later(1);
    assert_eq!(statuses(&climb)[1], GuardStatus::Stale);
    // Both anew are both of today.
    climb.must(first("count", "12"));
    climb.must(second("count", "12"));
    climb.later(FRESH);
    assert_eq!(statuses(&climb)[1], GuardStatus::Met);
}

#[test]
fn the_alarm_rings_when_evidence_is_too_old() {
    let mut climb = guarded();
    let due = next_change(&climb.ladder, &climb.progress, climb.now);
    assert_eq!(due, Some(monday().plus(LATE)));
    climb.later(LATE);
    assert_eq!(next_change(&climb.ladder, &climb.progress, climb.now), None);
}

#[test]
fn nobody_is_asked_again_in_the_middle_of_a_wait() {
    let mut climb = guarded();
    climb.later(FRESH);
    climb.must(start_wait("delete"));
    climb.later(10 * 60_000);
    assert_eq!(climb.states(), "open locked");
    climb.later(FRESH - 1);
    assert_eq!(climb.states(), "open locked");
    // But a wait of long ago keeps nothing open.
    climb.later(1);
    assert_eq!(climb.states(), "preparing locked");
}

#[test]
fn evidence_of_a_wrong_clock_grows_old_and_can_be_given_anew() {
    for wrong in [Time::default(), monday().plus(2 * DAY), monday().plus(YEAR), Time::MAX] {
        let mut climb = Climb::of([
            rung("delete").severity("drastic").confirmed("opened").counted("count").placed("copy"),
            rung("after"),
        ]);
        climb.now = wrong;
        meet(&mut climb);
        assert_eq!(climb.states(), "open locked");
        climb.now = monday();
        assert_eq!(climb.states(), "preparing locked", "given at {wrong:?}");
        meet(&mut climb);
        assert_eq!(climb.states(), "open locked", "given at {wrong:?}, and anew");
        climb.later(LATE);
        assert_eq!(climb.states(), "preparing locked", "given at {wrong:?}, anew, and old");
    }
}

#[test]
fn two_clocks_that_differ_by_hours_do_no_harm() {
    let mut climb = guarded();
    climb.turned_back(20 * HOUR);
    assert_eq!(climb.states(), "open locked");
}

#[test]
fn evidence_of_a_clock_far_ahead_does_not_come_back_when_the_clock_gets_there() {
    let mut climb = guarded();
    climb.turned_back(3 * DAY);
    assert_eq!(climb.states(), "preparing locked");
    // As the widget does whenever it looks at the clock.
    let mut expired = 0;
    while expire_future_evidence(&climb.ladder, &mut climb.progress, climb.now).is_some() {
        expired += 1;
    }
    assert_eq!(expired, 3);
    for _ in 0..5 {
        climb.later(DAY);
        assert_eq!(climb.states(), "preparing locked");
        assert_eq!(statuses(&climb), [GuardStatus::Stale, GuardStatus::Stale, GuardStatus::Stale]);
    }
    meet(&mut climb);
    assert_eq!(climb.states(), "open locked");
}

#[test]
fn evidence_can_be_given_under_the_first_clock_of_all() {
    let mut climb = Climb::of([rung("delete").severity("drastic").confirmed("opened")]);
    climb.now = Time::default();
    climb.must(has("opened"));
    assert_eq!(climb.states(), "open");
}
