//! Going on elsewhere: what a token makes of a climb, whether there is one already or not. Knows nothing of sentences.

use fix_ladder_core::ladder::{Ladder, parse};
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    Event, Fact, Key, Progress, Time, Value, act, answered, came_back, chosen, is_done,
    moving_since, position, wait_state,
};
use serde_json::json;

use crate::climbs::{
    ask, built_in, export, facts, is_grave_guard, long, open, random, taken, text, token,
};
use crate::support::monday;

/// What a climb is, all but guards: a line for each thing that is to be the same elsewhere.
pub fn state(ladder: &Ladder, progress: &Progress, now: Time) -> Vec<String> {
    let minute = |time: Time| time.down_to(MINUTE).millis() / MINUTE;
    let mut lines = vec![format!("{:?}", position(ladder, progress))];
    for choice in &ladder.choices {
        lines.push(format!("{} {:?}", choice.id, chosen(ladder, progress, &choice.id)));
    }
    for rung in &ladder.rungs {
        let id = &rung.id;
        let near = |(answer, at)| format!("{answer:?} {}", minute(at));
        let answer = answered(progress, id).map(near);
        let back = came_back(progress, id).map(|(from, to)| (minute(from), minute(to)));
        let moving = moving_since(rung, progress).map(minute);
        lines.push(format!("{id} {answer:?} {back:?} {moving:?}"));
        lines.push(format!("{id} {:?}", kind(&format!("{:?}", wait_state(rung, progress, now)))));
        for step in &rung.steps {
            lines.push(format!("{} {}", step.id, is_done(progress, &Key::Step(step.id.clone()))));
        }
    }
    lines
}

/// A wait, to the second.
fn kind(wait: &str) -> String {
    wait.split(['{', ' ']).next().unwrap_or_default().to_owned()
}

/// Where the times of facts may have lost up to a minute.
pub fn alike(one: &[String], other: &[String]) {
    for (one, other) in one.iter().zip(other) {
        assert_eq!(one, other);
    }
    assert_eq!(one.len(), other.len());
}

/// A gentle rung with every kind of guard, and others.
pub fn guarded() -> Ladder {
    let guards = |name: &str| {
        json!([
            { "id": format!("{name}-tick"), "text": "It is charged.", "evidence": "confirm" },
            { "id": format!("{name}-place"), "text": "There is a copy.", "evidence": { "place": { "not": ["iCloud"] } } },
            { "id": format!("{name}-count"), "text": "I have counted.", "evidence": { "numbers": { "first": "here", "second": "there" } } },
        ])
    };
    let rung = |name: &str, severity: &str| {
        json!({
            "id": name, "title": name, "severity": severity, "requirements": guards(name),
            "warnings": [{ "id": format!("{name}-warning"), "text": ["Careful."], "confirmations": 2 }],
            "steps": [{ "id": format!("{name}-one"), "text": "One." }, { "id": format!("{name}-two"), "text": "Two." }],
            "wait": { "seconds": 900 }, "moving": "It is moving.",
        })
    };
    let option = |id: &str| json!({ "id": id, "label": id });
    let ladder = json!({
        "format": 1, "id": "guarded", "title": "Guarded",
        "choices": [{ "id": "device", "label": "Device", "options": [option("phone"), option("tablet")] }],
        "rungs": [rung("soft", "gentle"), rung("hard", "moderate"), rung("harder", "drastic"), rung("hardest", "last-resort")],
    });
    parse(&ladder.to_string()).expect("it is valid")
}

#[test]
fn a_climb_goes_on_elsewhere_as_it_was() {
    for ladder in [built_in(), guarded(), long()] {
        for seed in 1..60 {
            let (progress, now) = random(&ladder, seed, 20 + seed * 5);
            let token = token(&ladder, &progress, now);
            let answer = open(&ladder, &token, &Progress::default(), now);
            if answer.get("problem").is_some() {
                assert_eq!(progress.current().next(), None, "{seed}: {answer}");
                continue;
            }
            for list in ["merge", "replace"] {
                let there = taken(&Progress::default(), &answer, list);
                alike(&state(&ladder, &progress, now), &state(&ladder, &there, now));
                assert!(!there.facts().any(|(key, _)| is_grave_guard(&ladder, key)), "{list}");
            }
        }
    }
}

#[test]
fn a_running_wait_ends_at_its_deadline_and_not_before() {
    let ladder = guarded();
    for millis in [0, 1, 400, 999] {
        let mut progress = Progress::default();
        let now = monday().plus(millis);
        let event = Event::SkipWait { rung: crate::support::id("soft") };
        act(&ladder, &mut progress, &event, now);
        let started = Value::Wait(fix_ladder_core::progress::WaitFact::Started {
            started: now,
            deadline: now.plus(15 * MINUTE),
        });
        progress.take(Key::Wait(crate::support::id("soft")), Fact::new(now, started));
        let answer = open(&ladder, &token(&ladder, &progress, now), &Progress::default(), now);
        let there = taken(&Progress::default(), &answer, "merge");
        let fact = there.fact(&Key::Wait(crate::support::id("soft"))).expect("a wait");
        let Value::Wait(fix_ladder_core::progress::WaitFact::Started { deadline, .. }) = fact.value
        else {
            panic!("it runs: {fact:?}");
        };
        let late = deadline.millis() - now.plus(15 * MINUTE).millis();
        assert!(late < 1_000, "{millis}: {late} ms late");
    }
}

#[test]
fn opened_where_it_was_made_it_changes_nothing() {
    for ladder in [built_in(), guarded()] {
        for seed in 1..60 {
            let (progress, now) = random(&ladder, seed, 150);
            for now in [now, now.plus(3 * 24 * 60 * MINUTE)] {
                let answer = open(&ladder, &token(&ladder, &progress, now), &progress, now);
                if answer.get("problem").is_none() {
                    let known: Vec<_> =
                        progress.facts().filter(|(key, _)| **key == Key::StartOver).collect();
                    assert_eq!(answer["merge"], json!([]), "{seed} {known:?}");
                }
            }
        }
    }
}

#[test]
fn opened_twice_is_opened_once_also_by_a_clock_that_is_behind() {
    let ladder = guarded();
    for seed in 1..300 {
        let (progress, now) = random(&ladder, seed, 100);
        let token = token(&ladder, &progress, now);
        // The clock of the other device is a day behind: all of it lies ahead.
        for mut now in [now, Time::from_millis(now.millis() - 24 * 60 * MINUTE).expect("a moment")]
        {
            let answer = open(&ladder, &token, &Progress::default(), now);
            if answer.get("problem").is_some() {
                continue;
            }
            for list in ["merge", "replace"] {
                let once = taken(&Progress::default(), &answer, list);
                now = now.plus(7 * MINUTE);
                let again = open(&ladder, &token, &once, now);
                assert_eq!(again[list], json!([]), "{seed} {list}");
            }
        }
    }
}

#[test]
fn it_does_not_matter_which_of_two_is_opened_first() {
    let ladder = built_in();
    for seed in 1..40 {
        let climbs = [random(&ladder, seed, 60), random(&ladder, seed + 1_000, 60)];
        let now = climbs.iter().map(|(_, now)| *now).max().expect("two");
        let tokens = climbs.map(|(progress, _)| token(&ladder, &progress, now));
        let (here, _) = random(&ladder, seed + 2_000, 30);
        let both = |first: &str, second: &str| {
            let mut progress = here.clone();
            for token in [first, second] {
                let answer = open(&ladder, token, &progress, now);
                if answer.get("problem").is_none() {
                    progress = taken(&progress, &answer, "merge");
                }
            }
            progress
        };
        assert_eq!(both(&tokens[0], &tokens[1]), both(&tokens[1], &tokens[0]), "{seed}");
    }
}

#[test]
fn merging_is_the_merge_of_facts() {
    let ladder = built_in();
    for seed in 1..40 {
        let (there, now) = random(&ladder, seed, 60);
        let (here, _) = random(&ladder, seed + 3_000, 60);
        let token = token(&ladder, &there, now);
        let alone = open(&ladder, &token, &Progress::default(), now);
        if alone.get("problem").is_some() {
            continue;
        }
        let alone = taken(&Progress::default(), &alone, "merge");
        let merged = taken(&here, &open(&ladder, &token, &here, now), "merge");
        assert_eq!(merged, here.merge(alone), "{seed}");
    }
}

#[test]
fn a_token_says_whose_it_is_without_a_ladder() {
    let ladder = built_in();
    let (progress, now) = random(&ladder, 2, 30);
    let token = token(&ladder, &progress, now);
    let link = text(&export(&ladder, &progress, now)["link"]);
    for text in [token.as_str(), &link, &format!("Look: {link}. Bye")] {
        let request = json!({ "do": "peek", "text": text }).to_string();
        let answer = fix_ladder_companion::request::answer(
            None,
            &request,
            &fix_ladder_core::messages::Plain,
        );
        assert_eq!(answer, r#"{"ladder":"icloud-photos"}"#, "{text}");
    }
    let request = json!({ "do": "peek", "text": "x", "facts": facts(&progress) });
    assert_eq!(ask(&ladder, now, request), json!({ "ladder": null }));
}
