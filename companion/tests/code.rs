//! The text code: short, typed by hand, and never taken for another.

use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{Event, Position, Progress, WaitState, act, position, wait_state};
use serde_json::Value;

use crate::climbs::{Random, built_in, everything, export, long, open, random, taken, text};
use crate::support::monday;

fn code(answer: &Value) -> String {
    text(&answer["code"])
}

#[test]
fn outcomes_choices_and_the_wait_come_along() {
    for ladder in [built_in(), long()] {
        for seed in 1..150 {
            let (progress, now) = random(&ladder, seed, 50);
            let answer = export(&ladder, &progress, now);
            let Some(code) = answer["code"].as_str() else {
                assert_eq!(progress.current().next(), None);
                continue;
            };
            let answer = open(&ladder, code, &Progress::default(), now);
            if answer.get("problem").is_some() {
                assert_eq!(answer["problem"], "nothing", "{code}");
                continue;
            }
            let there = taken(&Progress::default(), &answer, "merge");
            assert_eq!(position(&ladder, &there), position(&ladder, &progress), "{seed} {code}");
            for rung in &ladder.rungs {
                let answer = |it| fix_ladder_core::progress::answer(it, &rung.id);
                assert_eq!(answer(&there), answer(&progress), "{seed} {code}");
            }
            let Position::At(index) = position(&ladder, &there) else { continue };
            let states = [&progress, &there].map(|it| wait_state(&ladder.rungs[index], it, now));
            match states {
                [
                    WaitState::Running { deadline: one, .. },
                    WaitState::Running { deadline: other, .. },
                ] => {
                    assert!(other >= one && other.since(one) < MINUTE, "{seed}: never earlier");
                }
                // Less than a minute later is still running.
                [WaitState::Ended { .. }, WaitState::Running { remaining, .. }] => {
                    assert!(remaining < MINUTE)
                }
                [one, other] => assert_eq!(
                    std::mem::discriminant(&one),
                    std::mem::discriminant(&other),
                    "{seed}: {one:?} {other:?}"
                ),
            }
        }
    }
}

#[test]
fn a_wait_ends_no_earlier_where_the_code_is_typed() {
    let ladder = long();
    for seconds in [0, 1, 30, 59] {
        let mut progress = Progress::default();
        let now = monday().plus(seconds * 1_000);
        let event = Event::StartWait { rung: ladder.rungs[0].id.clone() };
        for number in 1..=ladder.rungs[0].warnings[0].confirmations {
            let warning = ladder.rungs[0].warnings[0].id.clone();
            act(&ladder, &mut progress, &Event::Confirm { warning, number, done: true }, now);
        }
        assert!(act(&ladder, &mut progress, &event, now).is_some());
        let code = code(&export(&ladder, &progress, now));
        let answer = open(&ladder, &code, &Progress::default(), now);
        let there = taken(&Progress::default(), &answer, "merge");
        let states = [&progress, &there].map(|it| wait_state(&ladder.rungs[0], it, now));
        let [WaitState::Running { deadline: one, .. }, WaitState::Running { deadline: other, .. }] =
            states
        else {
            panic!("both run: {states:?}");
        };
        assert!(other >= one && other.since(one) < MINUTE, "{seconds}");
    }
}

#[test]
fn it_is_typed_in_capitals_or_not_with_blanks_and_with_letters_that_look_alike() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 2);
    let code = code(&export(&ladder, &progress, now));
    assert!(code.split('-').rev().skip(1).all(|it| it.len() == 4), "{code}");
    let expected = open(&ladder, &code, &Progress::default(), now);
    assert!(expected.get("problem").is_none(), "{expected}");
    let forms = [
        code.to_lowercase(),
        code.replace('-', " "),
        code.replace('-', ""),
        format!("  {}\n", code.replace('-', "–")),
        code.replace('0', "O").replace('1', "l"),
        code.replace('0', "o").replace('1', "I"),
    ];
    for form in forms {
        assert_eq!(open(&ladder, &form, &Progress::default(), now), expected, "{form}");
    }
}

#[test]
fn one_wrong_letter_is_noticed_and_so_are_two_that_are_exchanged() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 2);
    let code = code(&export(&ladder, &progress, now)).replace('-', "");
    let damaged =
        |code: &str| open(&ladder, code, &Progress::default(), now)["problem"] == "damaged";
    for place in 0..code.len() {
        for letter in
            "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|it| !code[place..].starts_with(*it))
        {
            let mut wrong = code.clone();
            wrong.replace_range(place..=place, &letter.to_string());
            assert!(damaged(&wrong), "{wrong}");
        }
        let mut lost = code.clone();
        lost.remove(place);
        assert!(damaged(&lost), "{lost}");
        if let Some(next) =
            code[place + 1..].chars().next().filter(|it| !code[place..].starts_with(*it))
        {
            let mut exchanged = code.clone();
            exchanged.remove(place);
            exchanged.insert(place + 1, code.as_bytes()[place].into());
            assert!(
                exchanged.as_bytes()[place] == next as u8 && damaged(&exchanged),
                "{exchanged}"
            );
        }
    }
    let answer = open(&ladder, "0WRB-F5N4-J8J1-A3", &Progress::default(), now);
    assert!(text(&answer["sentence"]).contains("This code does not fit"), "{answer}");
}

#[test]
fn random_letters_are_no_code() {
    let ladder = built_in();
    let mut random = Random::new(9);
    let mut taken = 0;
    for _ in 0..20_000 {
        let count = 5 + random.below(15);
        let letters: String = (0..count)
            .map(|_| char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[random.below(32) as usize]))
            .collect();
        let answer = open(&ladder, &letters, &Progress::default(), monday());
        taken += u32::from(answer.get("problem").is_none());
    }
    // Four letters of check: one in a million.
    assert!(taken <= 1, "{taken}");
}

#[test]
fn a_code_of_another_ladder_or_version_does_not_fit() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 2);
    let code = code(&export(&ladder, &progress, now));
    let mut renamed = ladder.clone();
    renamed.rungs[0].id = crate::support::id("another");
    let mut more = ladder.clone();
    more.choices[0].options.pop();
    for other in [long(), renamed, more] {
        let answer = open(&other, &code, &Progress::default(), now);
        assert_eq!(answer["problem"], "damaged", "{answer}");
    }
}

#[test]
fn where_nothing_is_done_there_is_no_code() {
    let ladder = built_in();
    let answer = export(&ladder, &Progress::default(), monday());
    assert_eq!(answer["code"], Value::Null);
    let mut progress = Progress::default();
    act(&ladder, &mut progress, &Event::Unfold { all: true }, monday());
    assert_eq!(export(&ladder, &progress, monday())["code"], Value::Null);
}
