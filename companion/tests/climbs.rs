//! Climbs to be carried elsewhere, and how a request is asked. Knows what a reader does, not what the companion makes of it.

use std::rc::Rc;

use fix_ladder_author::{Source, compile};
use fix_ladder_companion::request;
use fix_ladder_core::ladder::{Evidence, Ladder, Severity, parse, validate};
use fix_ladder_core::messages::Plain;
use fix_ladder_core::progress::time::{MINUTE, SECOND};
use fix_ladder_core::progress::{
    Answer, CaseFact, Event, Fact, Given, Key, Progress, Time, Value as FactValue, act,
};
use fix_ladder_core::saved::{Restored, name, restore, save};
use serde_json::{Value, json};

use crate::support::monday;

/// Numbers that are the same in every run.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 11) % end.max(1)
    }

    pub fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }
}

/// The built-in ladder, without its drawings.
pub fn built_in() -> Ladder {
    let text = include_str!("../../ladders/icloud-photos.md");
    let compiled = compile(Source { name: "ladders/icloud-photos.md", text });
    validate(&compiled.ladder.expect("it has no faults")).expect("it is valid")
}

/// A ladder of 20 fixes with 10 steps each.
pub fn long() -> Ladder {
    let step = |rung, step| json!({ "id": format!("step-{rung}-{step}"), "text": "Do it." });
    let rung = |rung: u32| {
        json!({
            "id": format!("rung-{rung}"),
            "title": format!("Fix number {rung}"),
            "severity": if rung < 15 { "gentle" } else { "drastic" },
            "warnings": [{ "id": format!("warning-{rung}"), "text": ["Careful."] }],
            "steps": (0..10).map(|it| step(rung, it)).collect::<Vec<_>>(),
            "wait": { "seconds": 900 },
        })
    };
    let rungs: Vec<Value> = (0..20).map(rung).collect();
    let ladder = json!({ "format": 1, "id": "long", "title": "Long", "rungs": rungs });
    parse(&ladder.to_string()).expect("it is valid")
}

/// A climb in which everything is done and every fix but the last has failed, between 20 seconds and 10 minutes apart,
/// with two nights between. Ends where the last fix is still to be answered.
pub fn everything(ladder: &Ladder, seed: u64) -> (Progress, Time) {
    let mut random = Random::new(seed);
    let mut now = monday();
    let mut progress = Progress::default();
    name_it(&mut progress, "Mum’s iPad", now);
    let mut does = |event: Event, least: u64| {
        now = now.plus(least.max(random.below(580) * SECOND + 20 * SECOND));
        act(ladder, &mut progress, &event, now);
        assert!(!progress.facts().any(|(_, it)| it.time > now), "the clock goes on");
    };
    for choice in &ladder.choices {
        let option = choice.options.last().map(|it| it.id.clone());
        does(Event::Choose { choice: choice.id.clone(), option }, 0);
    }
    let places = [
        "USB disk in the desk",
        "USB disk in the desk",
        "USB disk in the desk",
        "Dads computer",
        "this MacBook",
    ];
    let mut places = places.into_iter().cycle();
    let last = ladder.rungs.len() - 1;
    for (index, rung) in ladder.rungs.iter().enumerate() {
        for it in &rung.requirements {
            let mut require = |evidence| {
                does(Event::Require { requirement: it.id.clone(), evidence }, 0);
            };
            match &it.evidence {
                Evidence::Confirm => require(Given::Confirmed(true)),
                Evidence::Place { .. } => require(Given::Place(places.next().expect("one").into())),
                Evidence::HandOver => require(Given::Place("opened".into())),
                Evidence::Numbers { .. } => {
                    require(Given::First(Rc::from("12480")));
                    require(Given::Second(Rc::from("12503")));
                }
            }
        }
        for it in &rung.warnings {
            for number in 1..=it.confirmations {
                does(Event::Confirm { warning: it.id.clone(), number, done: true }, 0);
            }
        }
        for it in &rung.steps {
            does(Event::Tick { step: it.id.clone(), done: true }, 0);
        }
        if let Some(wait) = &rung.wait {
            does(Event::StartWait { rung: rung.id.clone() }, 0);
            if index < last {
                does(Event::StartWait { rung: rung.id.clone() }, u64::from(wait.seconds) * SECOND);
            }
        }
        if index < last {
            let is_evening = index == last / 2 || index + 1 == last;
            let night = if is_evening { 14 * 60 * MINUTE } else { 0 };
            let answer = Answer::NotFixed;
            does(Event::Answer { rung: rung.id.clone(), answer }, night);
        }
    }
    let ticked = ladder.rungs.iter().flat_map(|it| &it.steps);
    for step in ticked {
        assert!(progress.fact(&Key::Step(step.id.clone())).is_some(), "{} is ticked", step.id);
    }
    (progress, now)
}

/// A climb of so many random deeds, some of them taken back.
pub fn random(ladder: &Ladder, seed: u64, deeds: u64) -> (Progress, Time) {
    let mut random = Random::new(seed);
    let mut now = monday().plus(random.below(999));
    let mut progress = Progress::default();
    for _ in 0..deeds {
        now = now.plus(random.below(20 * MINUTE));
        let event = event(ladder, &mut random);
        act(ladder, &mut progress, &event, now);
    }
    (progress, now)
}

fn event(ladder: &Ladder, random: &mut Random) -> Event {
    let index = random.below(ladder.rungs.len() as u64) as usize;
    let rung = &ladder.rungs[index];
    let id = || rung.id.clone();
    let done = !random.one_in(4);
    let pick = |random: &mut Random, count: usize| random.below(count as u64) as usize;
    match random.below(16) {
        0..6 if !rung.steps.is_empty() => {
            let place = pick(random, rung.steps.len());
            Event::Tick { step: rung.steps[place].id.clone(), done }
        }
        6 | 7 if !rung.requirements.is_empty() => {
            let place = pick(random, rung.requirements.len());
            let requirement = rung.requirements[place].id.clone();
            let evidence = match (&rung.requirements[place].evidence, random.below(2)) {
                (Evidence::Confirm, _) => Given::Confirmed(done),
                (Evidence::Numbers { .. }, 0) => Given::First("12,480".into()),
                (Evidence::Numbers { .. }, _) => Given::Second("12480".into()),
                (Evidence::HandOver, _) => Given::Place("written-down".into()),
                (Evidence::Place { .. }, 0) => Given::Place("".into()),
                (Evidence::Place { .. }, _) => Given::Place("Mum’s drawer".into()),
            };
            Event::Require { requirement, evidence }
        }
        8 if !rung.warnings.is_empty() => {
            let place = pick(random, rung.warnings.len());
            Event::Confirm { warning: rung.warnings[place].id.clone(), number: 1, done }
        }
        9 if !ladder.choices.is_empty() => {
            let place = pick(random, ladder.choices.len());
            let choice = &ladder.choices[place];
            let option = choice.options.get(pick(random, choice.options.len() + 1));
            Event::Choose { choice: choice.id.clone(), option: option.map(|it| it.id.clone()) }
        }
        10 => Event::StartWait { rung: id() },
        11 if random.one_in(2) => Event::SkipWait { rung: id() },
        11 => Event::ExtendWait { rung: id() },
        12 => Event::Moving { rung: id() },
        13 if random.one_in(3) => Event::CameBack { rung: id() },
        13 => Event::Undo { rung: id() },
        14 if random.one_in(6) => Event::StartOver,
        14 if random.one_in(2) => Event::UndoStartOver,
        14 => Event::Reopen,
        _ => {
            let answers = [Answer::NotFixed, Answer::Skipped, Answer::Fixed];
            Event::Answer { rung: id(), answer: answers[pick(random, 3)] }
        }
    }
}

pub fn name_it(progress: &mut Progress, name: &str, now: Time) {
    let value = FactValue::Case(CaseFact { name: name.into(), removed: false });
    progress.take(Key::Case, Fact::new(now, value));
}

/// The facts as a request has them.
pub fn facts(progress: &Progress) -> Value {
    progress.facts().map(|(key, fact)| json!([name(key), save(fact)])).collect()
}

/// The answer to a request.
pub fn ask(ladder: &Ladder, now: Time, request: Value) -> Value {
    let mut request = request;
    request["now"] = json!(now.millis());
    request["lang"] = json!("en");
    let answer = request::answer(Some(ladder), &request.to_string(), &Plain);
    serde_json::from_str(&answer).unwrap_or_else(|error| panic!("no JSON: {error}: {answer}"))
}

pub fn export(ladder: &Ladder, progress: &Progress, now: Time) -> Value {
    let request = json!({ "do": "export", "facts": facts(progress), "name": "", "address": "https://example.org/2026/11/icloud-photos/" });
    ask(ladder, now, request)
}

/// The token of a climb, for an address.
pub fn token(ladder: &Ladder, progress: &Progress, now: Time) -> String {
    text(&export(ladder, progress, now)["token"])
}

pub fn open(ladder: &Ladder, text: &str, here: &Progress, now: Time) -> Value {
    ask(ladder, now, json!({ "do": "open", "text": text, "facts": facts(here) }))
}

/// What is here once the facts under a name are taken in.
pub fn taken(here: &Progress, answer: &Value, list: &str) -> Progress {
    let mut progress = here.clone();
    for pair in answer[list].as_array().unwrap_or_else(|| panic!("no {list}: {answer}")) {
        match restore(&text(&pair[0]), &text(&pair[1])) {
            Restored::Fact(key, fact) => progress.take(key, fact),
            other => panic!("{pair} is no fact: {other:?}"),
        }
    }
    progress
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

pub fn lines(value: &Value) -> Vec<String> {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}")).iter().map(text).collect()
}

/// Whether a fact is about a guard of a rung that is not gentle.
pub fn is_grave_guard(ladder: &Ladder, key: &Key) -> bool {
    let grave = || ladder.rungs.iter().filter(|it| it.severity != Severity::Gentle);
    match key {
        Key::Requirement(id) => grave().flat_map(|it| &it.requirements).any(|it| it.id == *id),
        Key::Confirm(id, _) => grave().flat_map(|it| &it.warnings).any(|it| it.id == *id),
        _ => false,
    }
}
