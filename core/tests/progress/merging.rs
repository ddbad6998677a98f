//! What must hold of facts from elsewhere: another tab, the store, a clock that was wrong.

use fix_ladder_core::progress::{
    Answer, CaseFact, Climb, Event, Fact, Key, Progress, Time, Value, WaitFact, step,
};
use fix_ladder_core::saved::{self, Restored};
use proptest::collection::vec;
use proptest::prelude::*;

use super::config;
use super::history::{Act, Moment, acts, go_on, ladders, play};
use super::oracle::Oracle;
use crate::support::{id, monday};

/// Facts of any kind, so few keys and times that many are equal.
fn any_progress() -> impl Strategy<Value = Progress> {
    let key = (0..9_u32, 0..2_usize).prop_map(|(kind, name)| {
        let id = id(["a", "b"][name]);
        match kind {
            0 => Key::Step(id),
            1 => Key::Requirement(id),
            2 => Key::Confirm(id, 1),
            3 => Key::Choice(id),
            4 => Key::Wait(id),
            5 => Key::Answer(id),
            6 => Key::Unfolded,
            7 => Key::Moving(id),
            8 => Key::CameBack(id),
            9 => Key::Case,
            _ => Key::StartOver,
        }
    });
    let time = (0..3_u64, any::<bool>()).prop_map(|(time, late)| {
        if late { Time::MAX.plus(time) } else { Time::default().plus(time) }
    });
    let value = (0..10_u32, any::<bool>()).prop_map(|(kind, yes)| match kind {
        0 => Value::Done(yes),
        1 => Value::Numbers(if yes { "7" } else { "8" }.into(), "".into()),
        2 => Value::Place(if yes { "disk" } else { "" }.into()),
        3 => Value::Chosen(yes.then(|| id("a"))),
        4 => Value::Wait(if yes { WaitFact::None } else { WaitFact::Left }),
        5 => Value::Answer(yes.then_some(Answer::NotFixed)),
        6 => Value::Unfolded(yes),
        7 => Value::Case(CaseFact { name: "iPad".into(), removed: yes }),
        8 => Value::StartOverUndone { since: Time::default().plus(u64::from(yes)) },
        _ => Value::StartedOver { before: Time::default().plus(u64::from(yes)) },
    });
    vec((key, time, value), 0..12).prop_map(|facts| {
        let mut progress = Progress::default();
        for (key, time, value) in facts {
            progress.take(key, Fact::new(time, value));
        }
        progress
    })
}

fn saved_and_restored(progress: &Progress) -> Progress {
    let mut restored = Progress::default();
    for (key, fact) in progress.facts() {
        let text = saved::save(fact);
        match saved::restore(&saved::name(key), &text) {
            Restored::Fact(key, fact) => restored.take(key, fact),
            other => panic!("{text} is {other:?}"),
        }
    }
    restored
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        a in any_progress(), b in any_progress(), c in any_progress(),
    ) {
        let merge = |one: &Progress, other: &Progress| one.clone().merge(other.clone());
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        prop_assert_eq!(merge(&a, &a), a.clone());
        prop_assert_eq!(merge(&merge(&a, &b), &b), merge(&a, &b));
        prop_assert_eq!(merge(&a, &Progress::default()), a);
    }

    #[test]
    fn whatever_the_clock_was_a_fact_wins_over_the_one_it_replaced(
        ladder in ladders(), acts in acts(),
    ) {
        for Moment { before, after, event, .. } in play(&ladder, &acts) {
            prop_assert_eq!(before.clone().merge(after.clone()), after.clone());
            prop_assert_eq!(after.clone().merge(before), after.clone());
            if event == Event::StartOver {
                prop_assert_eq!(after.current().count(), 0);
            }
        }
    }

    #[test]
    fn after_a_clock_far_ahead_everything_can_still_be_done(
        ladder in ladders(), wrong in acts(), right in acts(),
    ) {
        // The same acts end in the same place, whether or not a wrong clock and a fresh start came
        // before them: only the times of the facts differ.
        let start = |acts| play(&ladder, acts).pop().map(|it| it.after).unwrap_or_default();
        let spoilt = step(&ladder, &start(&wrong), &Event::StartOver, Time::MAX);
        let values = |progress: &Progress| -> Vec<(Key, Value)> {
            progress.current().map(|(key, fact)| (key.clone(), fact.value.clone())).collect()
        };
        let spoilt = go_on(&ladder, spoilt, &right);
        for (fresh, spoilt) in play(&ladder, &right).iter().zip(spoilt) {
            // What was before the fresh start may come again, and was another past.
            if fresh.event == Event::UndoStartOver {
                break;
            }
            prop_assert_eq!(values(&fresh.after), values(&spoilt.after));
        }
    }

    #[test]
    fn saving_and_restoring_changes_nothing_of_what_comes_next(
        ladder in ladders(), acts in acts(),
    ) {
        for Moment { before, event, now, after } in play(&ladder, &acts) {
            let restored = saved_and_restored(&before);
            prop_assert_eq!(&restored, &before);
            prop_assert_eq!(step(&ladder, &restored, &event, now), after);
        }
    }

    #[test]
    fn two_tabs_end_alike_in_whatever_order_they_hear_of_each_other(
        ladder in ladders(), shared in acts(), one in acts(), other in acts(), turn in any::<u64>(),
    ) {
        let shared = play(&ladder, &shared).pop().map(|it| it.after).unwrap_or_default();
        let (mut here, mut there) = (shared.clone(), shared.clone());
        let acts: Vec<(bool, Act)> =
            one.into_iter().map(|it| (true, it)).chain(other.into_iter().map(|it| (false, it))).collect();
        let mut unheard = Vec::new();
        for (index, (is_here, act)) in acts.iter().enumerate() {
            let tab = if *is_here { &mut here } else { &mut there };
            let after = go_on(&ladder, tab.clone(), std::slice::from_ref(act)).remove(0).after;
            for (key, fact) in after.changed_since(tab) {
                unheard.push((!is_here, key.clone(), fact.clone()));
            }
            *tab = after;
            // Now and then one message arrives, the latest one first.
            if turn >> (index % 64) & 1 == 1 && let Some((to_here, key, fact)) = unheard.pop() {
                if to_here { here.take(key, fact) } else { there.take(key, fact) }
            }
        }
        let merged = here.clone().merge(there.clone());
        for (to_here, key, fact) in unheard {
            if to_here { here.take(key, fact) } else { there.take(key, fact) }
        }
        prop_assert_eq!(&here, &there);
        prop_assert_eq!(&here, &merged);
        let now = monday();
        for (index, state) in Oracle::of(&ladder, &merged).states(now).into_iter().enumerate() {
            prop_assert_eq!(Climb::new(&ladder, &merged, now).rung(index).0.as_str(), state);
        }
    }
}
