//! Taking over another climb in the place of this one, and starting over on either side. Knows nothing of sentences but where
//! one has to be said.

use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{Event, Progress, Value, act, position};

use crate::climbs::{built_in, everything, is_grave_guard, open, random, taken, token};
use crate::merging::{alike, guarded, state};
use crate::support::tick;

#[test]
fn replaced_it_is_the_other_climb_whatever_was_here() {
    for ladder in [built_in(), guarded()] {
        for seed in 1..60 {
            let (there, until) = random(&ladder, seed, 80);
            let (here, now) = random(&ladder, seed + 4_000, 80);
            let now = now.max(until);
            let answer = open(&ladder, &token(&ladder, &there, now), &here, now);
            if answer.get("problem").is_some() {
                continue;
            }
            let replaced = taken(&here, &answer, "replace");
            let untimed = |lines: Vec<String>| -> Vec<String> {
                let no_digit = |it: String| it.chars().filter(|it| !it.is_ascii_digit()).collect();
                lines.into_iter().map(no_digit).collect()
            };
            let [one, other] = [&there, &replaced].map(|it| untimed(state(&ladder, it, now)));
            alike(&one, &other);
            for (key, fact) in replaced.current().filter(|(key, _)| is_grave_guard(&ladder, key)) {
                assert_eq!(taken_back(&fact.value), fact.value, "{key:?}");
            }
        }
    }
}

fn taken_back(value: &Value) -> Value {
    match value {
        Value::Numbers(..) => Value::Numbers("".into(), "".into()),
        Value::Place(_) => Value::Place("".into()),
        _ => Value::Done(false),
    }
}

#[test]
fn what_is_older_than_a_start_over_here_does_not_come_back_by_merging() {
    let ladder = built_in();
    let (there, now) = everything(&ladder, 5);
    let token = token(&ladder, &there, now);
    let mut here = Progress::default();
    let later = now.plus(MINUTE);
    act(&ladder, &mut here, &tick(ladder.rungs[0].steps[0].id.as_str()), later);
    act(&ladder, &mut here, &Event::StartOver, later.plus(MINUTE));
    let now = later.plus(2 * MINUTE);
    let answer = open(&ladder, &token, &here, now);
    assert!(answer["notes"].to_string().contains("started over"), "{answer}");
    assert_eq!(taken(&here, &answer, "merge").current().count(), 0);
    let replaced = taken(&here, &answer, "replace");
    assert_eq!(position(&ladder, &replaced), position(&ladder, &there));
    assert!(replaced.current().count() > 0);
}

#[test]
fn a_start_over_comes_along_and_so_does_taking_it_back() {
    let ladder = built_in();
    let (mut there, now) = random(&ladder, 8, 60);
    let old = token(&ladder, &there, now);
    let start = there.clone();
    act(&ladder, &mut there, &Event::StartOver, now.plus(MINUTE));
    act(&ladder, &mut there, &tick(ladder.rungs[0].steps[1].id.as_str()), now.plus(2 * MINUTE));
    let now = now.plus(5 * MINUTE);
    let mut here =
        taken(&Progress::default(), &open(&ladder, &old, &Progress::default(), now), "merge");
    assert!(here.current().count() > 1);
    here = taken(&here, &open(&ladder, &token(&ladder, &there, now), &here, now), "merge");
    assert_eq!(here.current().count(), 1, "the tick after it");
    act(&ladder, &mut there, &Event::UndoStartOver, now);
    let now = now.plus(MINUTE);
    here = taken(&here, &open(&ladder, &token(&ladder, &there, now), &here, now), "merge");
    alike(&state(&ladder, &there, now)[..1], &state(&ladder, &here, now)[..1]);
    assert!(start.current().count() > 1 && here.current().count() > 1);
}

#[test]
fn a_name_comes_along_and_takes_the_place_of_none() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let there =
        taken(&Progress::default(), &open(&ladder, &token, &Progress::default(), now), "merge");
    assert_eq!(there.case().map(|it| &*it.name), Some("Mum’s iPad"));
    let mut here = Progress::default();
    crate::climbs::name_it(&mut here, "Mine", now);
    let answer = open(&ladder, &token, &here, now);
    assert_eq!(taken(&here, &answer, "merge").case().map(|it| &*it.name), Some("Mine"));
    assert_eq!(taken(&here, &answer, "replace").case().map(|it| &*it.name), Some("Mum’s iPad"));
}
