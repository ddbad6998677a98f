//! Going on elsewhere: what a token makes of a climb, whether there is one already or not. Knows nothing of sentences.

use fix_ladder_core::ladder::{Evidence, Ladder, Severity, parse};
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    Event, Fact, Key, Progress, Time, Value, act, answered, came_back, chosen, is_done,
    moving_since, position, wait_state,
};
use serde_json::json;

use crate::climbs::{
    Random, ask, built_in, everything, export, facts, is_grave_guard, long, open, random, taken,
    text, token,
};
use crate::support::{monday, start_wait, tick};

/// What a climb is, all but guards: a line for each thing that is to be the same elsewhere.
fn state(ladder: &Ladder, progress: &Progress, now: Time) -> Vec<String> {
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
fn alike(one: &[String], other: &[String]) {
    for (one, other) in one.iter().zip(other) {
        assert_eq!(one, other);
    }
    assert_eq!(one.len(), other.len());
}

/// A gentle rung with every kind of guard, and others.
fn guarded() -> Ladder {
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
fn guards_of_a_gentle_fix_come_along_under_the_same_words_alone() {
    let ladder = guarded();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let answer = open(&ladder, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    let soft = &ladder.rungs[0];
    assert!(fix_ladder_core::progress::guards_met(&ladder, soft, &there, now));
    assert_eq!(
        there
            .facts()
            .filter(|(key, _)| matches!(key, Key::Confirm(..) | Key::Requirement(_)))
            .count(),
        5
    );

    // The author has changed the words of a warning and of a question.
    let mut edited = ladder.clone();
    let other = parse(r#"{"format":1,"id":"x","title":"x","rungs":[{"id":"a","title":"a","severity":"gentle","warnings":[{"id":"w","text":["Very careful."]}],"requirements":[{"id":"r","text":"It is full.","evidence":"confirm"}]}]}"#).expect("valid");
    edited.rungs[0].warnings[0].text = other.rungs[0].warnings[0].text.clone();
    edited.rungs[0].requirements[0].text = other.rungs[0].requirements[0].text.clone();
    let answer = open(&edited, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    let kept: Vec<&Key> = there
        .facts()
        .map(|(key, _)| key)
        .filter(|key| matches!(key, Key::Confirm(..) | Key::Requirement(_)))
        .collect();
    assert_eq!(kept.len(), 2, "the place and the numbers: {kept:?}");
}

#[test]
fn evidence_is_never_younger_than_it_was() {
    let ladder = guarded();
    let (progress, now) = everything(&ladder, 1);
    let answer = open(&ladder, &token(&ladder, &progress, now), &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    for (key, fact) in there.facts().filter(|(key, _)| matches!(key, Key::Requirement(_))) {
        let before = progress.fact(key).expect("it was there").prompt.as_ref().expect("asked").at;
        assert!(fact.prompt.as_ref().expect("asked").at <= before, "{key:?}");
    }
}

#[test]
fn a_rung_with_other_steps_gives_its_answer_and_no_tick() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let mut edited = ladder.clone();
    edited.rungs[0].steps.remove(3);
    let answer = open(&edited, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    assert_eq!(answered(&there, &ladder.rungs[0].id), answered(&there, &edited.rungs[0].id));
    assert!(answered(&there, &ladder.rungs[0].id).is_some());
    let ticked = |index: usize| {
        let steps = &edited.rungs[index].steps;
        steps.iter().filter(|it| is_done(&there, &Key::Step(it.id.clone()))).count()
    };
    assert_eq!((ticked(0), ticked(1)), (0, edited.rungs[1].steps.len()));
    let notes = answer["notes"].to_string();
    assert!(notes.contains("has other steps here"), "{notes}");
}

#[test]
fn a_rung_that_is_gone_is_left_out_and_one_put_in_takes_nothing() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let token = token(&ladder, &progress, now);
    let mut edited = ladder.clone();
    let gone = edited.rungs.remove(1);
    let answer = open(&edited, &token, &Progress::default(), now);
    let there = taken(&Progress::default(), &answer, "merge");
    assert_eq!(answered(&there, &gone.id), None);
    assert!(answer["notes"].to_string().contains("1 answer in it"), "{}", answer["notes"]);
    let mut edited = ladder.clone();
    edited.rungs.insert(1, edited.rungs[0].clone());
    edited.rungs[1].id = crate::support::id("new-one");
    let there =
        taken(&Progress::default(), &open(&edited, &token, &Progress::default(), now), "merge");
    assert_eq!(answered(&there, &edited.rungs[1].id), None);
    assert!(answered(&there, &edited.rungs[2].id).is_some());
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

#[test]
fn every_guard_of_a_grave_fix_is_shown_with_what_was_counted() {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let answer = open(&ladder, &token(&ladder, &progress, now), &Progress::default(), now);
    let shown = crate::climbs::lines(&answer["shown"]);
    let grave = ladder.rungs.iter().filter(|it| it.severity != Severity::Gentle);
    for rung in grave {
        let title = rung.title.plain();
        assert!(shown.iter().any(|it| it.contains(title.trim())), "{title}: {shown:?}");
        for it in &rung.requirements {
            if let Evidence::Numbers { .. } = it.evidence {
                assert!(shown.iter().any(|it| it.contains("12480 and 12503")), "{shown:?}");
            }
        }
    }
    assert!(shown.iter().any(|it| it.contains("USB disk in the desk")), "{shown:?}");
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
    let _ = (Random::new(1), start_wait("x"));
}
