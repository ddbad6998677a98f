//! What must hold in every history, whatever the ladder, the reader and the clock.

use std::collections::BTreeSet;

use fix_ladder_core::ladder::{Ladder, Rung};
use fix_ladder_core::progress::step::{EXTENSION, change};
use fix_ladder_core::progress::time::{LONGEST_WAIT, MINUTE, SECOND};
use fix_ladder_core::progress::{
    Allowed, Answer, Climb, Event, Key, WaitFact, WaitState, expire_future_evidence, guards,
    minutes_left, moving_since, next_change, step, wait_state,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::config;
use super::history::{Moment, acts, ladders, play};
use super::oracle::Oracle;
use crate::support::{DAY, YEAR};

/// Events that would use what is closed while guards are not met.
fn beyond_the_guards(rung: &Rung) -> Vec<Event> {
    let mut events = vec![
        Event::StartWait { rung: rung.id.clone() },
        Event::ExtendWait { rung: rung.id.clone() },
        Event::SkipWait { rung: rung.id.clone() },
        Event::Answer { rung: rung.id.clone(), answer: Answer::NotFixed },
    ];
    for step in &rung.steps {
        events.push(Event::Tick { step: step.id.clone(), done: true });
        events.push(Event::Tick { step: step.id.clone(), done: false });
    }
    events
}

/// The keys of facts that are different in `after`.
fn changed(moment: &Moment) -> Vec<&Key> {
    moment.after.changed_since(&moment.before).map(|(key, _)| key).collect()
}

/// What may be done in each state for a rung with and without a wait, that may be said to move or not.
fn doors(state: &str, wait: WaitState, moving: bool) -> Allowed {
    let none = Allowed::default();
    let preparing = Allowed { guards: true, leave: true, moving, ..none };
    let open = Allowed { steps: true, ..preparing };
    match (state, wait) {
        ("preparing", _) => preparing,
        ("open", WaitState::NotStarted) => Allowed { start_wait: true, skip_wait: true, ..open },
        ("open", WaitState::Ended { .. }) => Allowed { extend_wait: true, not_fixed: true, ..open },
        ("open", _) => Allowed { not_fixed: true, ..open },
        ("waiting", _) => Allowed { extend_wait: true, skip_wait: true, ..open },
        _ => none,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_beyond_the_guards_is_open_while_they_are_not_met(
        ladder in ladders(), acts in acts(),
    ) {
        for moment in play(&ladder, &acts) {
            let Moment { before, now, .. } = &moment;
            let oracle = Oracle::of(&ladder, before);
            for (index, rung) in ladder.rungs.iter().enumerate() {
                if oracle.guards_met(rung, *now) {
                    continue;
                }
                let Allowed { steps, start_wait, extend_wait, skip_wait, not_fixed, .. } =
                    Climb::new(&ladder, before, *now).allowed(index);
                prop_assert!(!(steps || start_wait || extend_wait || skip_wait || not_fixed));
                for event in beyond_the_guards(rung) {
                    prop_assert_eq!(change(&ladder, before, &event, *now), None, "{:?}", event);
                }
            }
        }
    }

    #[test]
    fn states_and_what_they_allow_are_what_the_facts_say(ladder in ladders(), acts in acts()) {
        for Moment { after, now, .. } in play(&ladder, &acts) {
            let oracle = Oracle::of(&ladder, &after);
            let climb = Climb::new(&ladder, &after, now);
            let mut readers = 0;
            for (index, (rung, state)) in ladder.rungs.iter().zip(oracle.states(now)).enumerate() {
                prop_assert_eq!(climb.rung(index).0.as_str(), state);
                let wait = wait_state(rung, &after, now);
                let moving = rung.moving.is_some() && !oracle.is_moving(rung);
                prop_assert_eq!(climb.allowed(index), doors(state, wait, moving));
                let since = moving_since(rung, &after);
                prop_assert_eq!(since.is_some(), oracle.is_moving(rung));
                readers += usize::from(climb.allowed(index).leave);
            }
            prop_assert_eq!(readers, usize::from(oracle.readers_rung().is_some()));
        }
    }

    #[test]
    fn no_wait_is_left_before_its_deadline_but_by_skipping_it(ladder in ladders(), acts in acts()) {
        for moment in play(&ladder, &acts) {
            let Moment { before, event, now, .. } = &moment;
            let oracle = Oracle::of(&ladder, before);
            for (index, rung) in ladder.rungs.iter().enumerate() {
                if !oracle.wait_is_over(rung, *now) {
                    prop_assert!(!Climb::new(&ladder, before, *now).allowed(index).not_fixed);
                    let answer = Answer::NotFixed;
                    let event = Event::Answer { rung: rung.id.clone(), answer };
                    prop_assert_eq!(change(&ladder, before, &event, *now), None);
                }
                if changed(&moment) == [&Key::Wait(rung.id.clone())] {
                    check_wait(&ladder, &moment, rung)?;
                }
            }
            let waited = matches!(event, Event::StartWait { .. } | Event::ExtendWait { .. });
            prop_assert!(!waited || changed(&moment).iter().all(|it| matches!(it, Key::Wait(_))));
        }
    }

    #[test]
    fn an_event_changes_one_fact_or_none_deletes_none_and_does_the_same_again(
        ladder in ladders(), acts in acts(),
    ) {
        for Moment { before, event, now, after } in play(&ladder, &acts) {
            let changed: Vec<_> = after.changed_since(&before).collect();
            match change(&ladder, &before, &event, now) {
                None => prop_assert_eq!(&after, &before),
                Some((key, value)) => {
                    prop_assert_eq!(changed.len(), 1);
                    prop_assert_eq!((changed[0].0, &changed[0].1.value), (&key, &value));
                    let no_progress = matches!(key, Key::StartOver | Key::Unfolded);
                    prop_assert_eq!(after.fact(&key).is_none(), no_progress);
                    prop_assert!(changed[0].1.time >= now);
                }
            }
            for (key, _) in before.facts() {
                prop_assert!(after.facts().any(|(it, _)| it == key), "{:?} is gone", key);
            }
            prop_assert_eq!(step(&ladder, &before, &event, now), after);
        }
    }

    #[test]
    fn what_is_shown_changes_at_the_alarm_and_not_before(ladder in ladders(), acts in acts()) {
        for Moment { mut after, now, .. } in play(&ladder, &acts) {
            while expire_future_evidence(&ladder, &mut after, now).is_some() {}
            let next = next_change(&ladder, &after, now);
            let readers = Oracle::of(&ladder, &after).readers_rung();
            let Some((index, rung)) = readers.and_then(|it| Some((it, ladder.rungs.get(it)?))) else {
                prop_assert_eq!(next, None);
                continue;
            };
            let shown = |now| {
                let minutes = match wait_state(rung, &after, now) {
                    WaitState::Running { remaining, .. } => Some(minutes_left(remaining)),
                    _ => None,
                };
                let guards = guards(&ladder, rung, &after, now);
                (Climb::new(&ladder, &after, now).rung(index).0, minutes, guards)
            };
            let WaitState::Running { deadline, remaining, .. } = wait_state(rung, &after, now) else {
                // Only evidence is left to change, when it is too old.
                let next = next.unwrap_or(now.plus(10 * YEAR));
                prop_assert!(next > now);
                prop_assert_eq!(shown(now), shown(now.plus(next.since(now) - 1)));
                prop_assert!(next.since(now) > 8 * DAY + LONGEST_WAIT || shown(now) != shown(next));
                continue;
            };
            prop_assert!(next.is_some_and(|it| it > now && it.since(now) <= MINUTE));
            let next = next.unwrap_or(now);
            prop_assert_eq!(shown(now), shown(now.plus(next.since(now) - 1)));
            // Where the clock was turned back, the whole wait is left until the clock has caught up.
            if deadline.since(now) == remaining {
                prop_assert_ne!(shown(now), shown(next));
            }
        }
    }
}

/// Time alone opens no guard, whatever the clock has shown before.
#[test]
fn no_guard_opens_by_itself() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..512 {
        let (ladder, acts) =
            (ladders(), acts()).new_tree(&mut runner).expect("a history").current();
        let Some(Moment { mut after, now, .. }) = play(&ladder, &acts).pop() else { continue };
        let mut before: Option<Vec<u64>> = None;
        for later in [0, 1, DAY, 2 * DAY, 8 * DAY, 40 * DAY, YEAR, 3 * YEAR, 6 * YEAR] {
            let now = now.plus(later);
            while expire_future_evidence(&ladder, &mut after, now).is_some() {}
            let left = ladder.rungs.iter().map(|it| guards(&ladder, it, &after, now).left());
            let left: Vec<u64> = left.collect();
            if let Some(before) = before {
                let opened = left.iter().zip(&before).any(|(left, before)| left < before);
                assert!(!opened, "{later} ms later: {before:?}, {left:?}");
            }
            before = Some(left);
        }
    }
}

/// Checks what an event made of a wait.
fn check_wait(ladder: &Ladder, moment: &Moment, rung: &Rung) -> Result<(), TestCaseError> {
    let Moment { before, event, now, after } = moment;
    let seconds = rung.wait.as_ref().map_or(0, |it| u64::from(it.seconds));
    match (event, Oracle::of(ladder, after).wait(rung)) {
        (Event::StartWait { .. }, WaitFact::Started { started, deadline }) => {
            prop_assert_eq!(started, *now);
            prop_assert_eq!(deadline, now.plus(seconds * SECOND));
        }
        (Event::ExtendWait { .. }, WaitFact::Started { .. }) => {
            let left = |progress| match wait_state(rung, progress, *now) {
                WaitState::Running { remaining, duration, .. } => {
                    assert!(remaining <= duration && duration <= LONGEST_WAIT);
                    remaining
                }
                _ => 0,
            };
            prop_assert_eq!(left(after), (left(before) + EXTENSION).min(LONGEST_WAIT));
        }
        (Event::SkipWait { .. }, WaitFact::Left) | (Event::Undo { .. }, WaitFact::None) => {}
        (event, wait) => prop_assert!(false, "{:?} made {:?}", event, wait),
    }
    Ok(())
}

/// The properties are worth nothing where histories do not get anywhere.
#[test]
fn random_histories_reach_every_state_and_every_event_has_an_effect_in_some() {
    let mut runner = TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..768 {
        let (ladder, acts) =
            (ladders(), acts()).new_tree(&mut runner).expect("a history").current();
        for moment in play(&ladder, &acts) {
            let Moment { before, event, now, after } = &moment;
            if before == after {
                continue;
            }
            reached.extend(event.kind());
            if let Event::Moving { .. } = event {
                reached.insert("moving");
            }
            if let (Event::Undo { .. }, [Key::Moving(_)]) = (event, changed(&moment).as_slice()) {
                reached.insert("moving taken back");
            }
            reached.extend(Oracle::of(&ladder, after).states(*now));
            if Oracle::of(&ladder, after).readers_rung().is_none() {
                reached.insert("no reader's rung");
            }
            let was_open = Oracle::of(&ladder, before).states(*now).contains(&"open");
            if was_open && Oracle::of(&ladder, after).states(*now).contains(&"preparing") {
                match event {
                    Event::Require { .. } | Event::Confirm { .. } => {
                        reached.insert("a guard taken back");
                    }
                    _ => {}
                }
            }
            let last = ladder.rungs.len() - 1;
            if last == 4 && Oracle::of(&ladder, after).readers_rung() == Some(last) {
                reached.insert("the fifth rung");
            }
        }
    }
    let expected = [
        "a guard taken back",
        "answer",
        "choice",
        "confirm",
        "fixed",
        "locked",
        "moving",
        "moving taken back",
        "no reader's rung",
        "not-fixed",
        "open",
        "preparing",
        "requirement",
        "skip",
        "skipped",
        "start-over",
        "step",
        "the fifth rung",
        "undo",
        "wait",
        "waiting",
    ];
    assert_eq!(reached.into_iter().collect::<Vec<_>>(), expected);
}
