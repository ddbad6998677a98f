//! Guards: what they close, what opens them, and what never depends on them.

use fix_ladder_core::progress::{Allowed, Given};

use crate::support::*;

/// A rung with a guard of every kind, a step and a wait.
fn guarded() -> Climb {
    Climb::of([
        rung("erase")
            .severity("drastic")
            .confirmed("opened")
            .counted("originals")
            .placed("copy")
            .warned("loss", 2)
            .waits(10),
        rung("after"),
    ])
}

fn meet_all(climb: &mut Climb) {
    climb.must(has("opened"));
    climb.must(first("originals", "12,480"));
    climb.must(second("originals", "12,481"));
    climb.must(place("copy", "USB disk"));
    climb.must(confirm("loss", 1));
    climb.must(confirm("loss", 2));
}

#[test]
fn what_is_left_is_counted_down_point_by_point() {
    let mut climb = guarded();
    let mut left = vec![climb.guards("erase").left()];
    let parts = [
        has("opened"),
        first("originals", "12"),
        second("originals", "12"),
        place("copy", "USB disk"),
        confirm("loss", 2),
        confirm("loss", 1),
        take_back("loss", 2),
    ];
    for part in parts {
        climb.must(part);
        left.push(climb.guards("erase").left());
    }
    // The first of two numbers meets nothing yet.
    assert_eq!(left, [5, 4, 4, 3, 2, 1, 0, 1]);
}

const PREPARING: Allowed = Allowed {
    guards: true,
    steps: false,
    start_wait: false,
    extend_wait: false,
    skip_wait: false,
    not_fixed: false,
    leave: true,
    moving: false,
};

#[test]
fn unmet_guards_close_steps_wait_and_not_fixed() {
    let mut climb = guarded();
    assert_eq!(climb.states(), "preparing locked");
    assert_eq!(climb.allowed("erase"), PREPARING);
    climb.must_not(tick("erase-step"));
    climb.must_not(start_wait("erase"));
    climb.must_not(extend_wait("erase"));
    climb.must_not(skip_wait("erase"));
    climb.must_not(not_fixed("erase"));
}

#[test]
fn only_all_guards_together_open_a_rung() {
    type Part = fn(&mut Climb);
    let parts: [Part; 6] = [
        |climb| climb.must(has("opened")),
        |climb| climb.must(first("originals", "12")),
        |climb| climb.must(second("originals", "12")),
        |climb| climb.must(place("copy", "USB disk")),
        |climb| climb.must(confirm("loss", 1)),
        |climb| climb.must(confirm("loss", 2)),
    ];
    for given in 0..1 << parts.len() {
        let mut climb = guarded();
        for (index, part) in parts.iter().enumerate() {
            if given >> index & 1 == 1 {
                part(&mut climb);
            }
        }
        let all = given == (1 << parts.len()) - 1;
        let state = if all { "open locked" } else { "preparing locked" };
        assert_eq!(climb.states(), state, "with the parts {given:06b}");
        assert_eq!(climb.allowed("erase").steps, all, "with the parts {given:06b}");
    }
}

#[test]
fn taking_any_guard_back_returns_to_preparing_and_giving_it_again_opens() {
    let guards = [
        (has_not("opened"), has("opened")),
        (first("originals", "99,999"), first("originals", "12,480")),
        (second("originals", ""), second("originals", "12,480")),
        (place("copy", "in iCloud Drive"), place("copy", "the NAS")),
        (take_back("loss", 1), confirm("loss", 1)),
        (take_back("loss", 2), confirm("loss", 2)),
    ];
    let mut climb = guarded();
    meet_all(&mut climb);
    for (back, again) in guards {
        climb.must(back);
        assert_eq!(climb.states(), "preparing locked");
        assert_eq!(climb.allowed("erase"), PREPARING);
        climb.must_not(tick("erase-step"));
        climb.must_not(start_wait("erase"));
        climb.must_not(skip_wait("erase"));
        climb.must_not(not_fixed("erase"));

        climb.must(again);
        assert_eq!(climb.states(), "open locked");
    }
}

#[test]
fn a_guard_taken_back_keeps_the_ticks_and_the_wait_runs_on_by_the_clock() {
    let mut climb = guarded();
    meet_all(&mut climb);
    climb.must(tick("erase-step"));
    climb.must(start_wait("erase"));
    climb.must(take_back("loss", 2));
    assert_eq!(climb.states(), "preparing locked");
    climb.must_not(untick("erase-step"));
    climb.must_not(extend_wait("erase"));
    climb.must_not(skip_wait("erase"));
    climb.later(HOUR);
    climb.must_not(not_fixed("erase"));

    climb.must(confirm("loss", 2));
    climb.must_not(tick("erase-step"));
    climb.must(not_fixed("erase"));
}

#[test]
fn fixed_and_skip_are_open_on_the_readers_rung_in_every_state() {
    let mut climb = guarded();
    for prepare in [false, true, true] {
        if prepare && climb.states() == "preparing locked" {
            meet_all(&mut climb);
        } else if prepare {
            climb.must(start_wait("erase"));
        }
        assert!(climb.allowed("erase").leave, "in {}", climb.states());
        climb.clone().must(fixed("erase"));
        climb.clone().must(skip("erase"));
    }
    assert_eq!(climb.states(), "waiting locked");
}

#[test]
fn guards_can_be_given_on_the_readers_rung_only() {
    let mut climb = Climb::of([rung("a").confirmed("a-copy"), rung("b").warned("b-loss", 1)]);
    climb.must_not(confirm("b-loss", 1));
    climb.must(has("a-copy"));
    climb.must(not_fixed("a"));
    climb.must_not(has_not("a-copy"));
    assert_eq!(climb.states(), "not-fixed preparing");
    climb.must(confirm("b-loss", 1));
    assert_eq!(climb.states(), "not-fixed open");
}

#[test]
fn a_warning_has_only_the_acknowledgements_it_asks_for() {
    let mut climb = guarded();
    climb.must_not(confirm("loss", 0));
    climb.must_not(confirm("loss", 3));
    climb.must_not(confirm("loss", u32::MAX));
    climb.must(confirm("loss", 1));
    climb.must_not(confirm("loss", 1));
}

#[test]
fn evidence_of_another_kind_than_asked_for_changes_nothing() {
    let mut climb = guarded();
    for given in [Given::Confirmed(true), Given::Place("disk".into())] {
        climb.must_not(require("originals", given));
    }
    for given in [Given::Confirmed(true), Given::First("1".into()), Given::Second("1".into())] {
        climb.must_not(require("copy", given));
    }
    for given in [Given::Place("disk".into()), Given::First("1".into())] {
        climb.must_not(require("opened", given));
    }
}
