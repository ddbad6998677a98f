//! Random ladders, and random histories on them: the facts of readers with the worst of clocks.

use std::rc::Rc;

use fix_ladder_core::ladder::{Evidence, Id, Ladder, Rung};
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{Answer, Event, Given, Progress, Time, Value, step};
use proptest::collection::vec;
use proptest::prelude::*;

use super::oracle::{NUMBERS, Oracle, PLACES};
use crate::support::*;

/// One event of a history, with what was before and after it.
#[derive(Debug)]
pub struct Moment {
    pub before: Progress,
    pub event: Event,
    pub now: Time,
    pub after: Progress,
}

#[derive(Clone, Copy, Debug)]
enum Guard {
    Confirmed,
    Counted,
    Placed,
    HandedOver,
    Warned(u32),
}

/// Ladders of one to five rungs, with and without guards, waits and an answer that it is moving.
pub fn ladders() -> impl Strategy<Value = Ladder> {
    let guard = prop_oneof![
        Just(Guard::Confirmed),
        Just(Guard::Counted),
        Just(Guard::Placed),
        Just(Guard::HandedOver),
        (1..=3_u32).prop_map(Guard::Warned),
    ];
    let rung = (vec(guard, 0..=3), proptest::option::of(1..=90_u32), any::<bool>());
    vec(rung, 1..=5).prop_map(|rungs| {
        ladder(rungs.into_iter().enumerate().map(|(index, (guards, wait, moves))| {
            let plan = rung_of(index, &guards);
            let plan = if moves { plan.moves() } else { plan };
            match wait {
                Some(minutes) => plan.waits(minutes),
                None => plan,
            }
        }))
    })
}

fn rung_of(index: usize, guards: &[Guard]) -> RungPlan {
    let severity = if guards.is_empty() { "gentle" } else { "drastic" };
    let plan = rung(&format!("rung-{index}")).severity(severity);
    guards.iter().enumerate().fold(plan, |plan, (number, guard)| {
        let id = format!("guard-{index}-{number}");
        match guard {
            Guard::Confirmed => plan.confirmed(&id),
            Guard::Counted => plan.counted(&id),
            Guard::Placed => plan.placed(&id),
            Guard::HandedOver => plan.handed_over(&id),
            Guard::Warned(confirmations) => plan.warned(&id, *confirmations),
        }
    })
}

/// What somebody tries next. Numbers pick among what the ladder has, and one beyond.
#[derive(Clone, Debug)]
pub struct Act {
    deed: Deed,
    /// On the reader's rung, or on any.
    here: bool,
    rung: usize,
    part: usize,
    text: usize,
    yes: bool,
    clock: Clock,
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    /// Gives the first guard that is still missing.
    Prepare,
    Tick,
    Require,
    Confirm,
    Choose,
    StartWait,
    ExtendWait,
    SkipWait,
    Moving,
    Answer(Answer),
    Undo,
    Reopen,
    Unfold,
    StartOver,
    UndoStartOver,
    CameBack,
}

/// What is done, and how often: most readers prepare, wait and climb on.
const DEEDS: [(Deed, usize); 18] = [
    (Deed::Prepare, 12),
    (Deed::Answer(Answer::NotFixed), 8),
    (Deed::StartWait, 5),
    (Deed::Tick, 4),
    (Deed::Require, 3),
    (Deed::Confirm, 3),
    (Deed::ExtendWait, 2),
    (Deed::Answer(Answer::Skipped), 2),
    (Deed::Undo, 2),
    (Deed::Moving, 2),
    (Deed::SkipWait, 1),
    (Deed::Answer(Answer::Fixed), 1),
    (Deed::Choose, 1),
    (Deed::Reopen, 1),
    (Deed::Unfold, 1),
    (Deed::StartOver, 1),
    (Deed::UndoStartOver, 1),
    (Deed::CameBack, 1),
];

/// How the clock comes to what it shows at an act, with lengths in milliseconds.
#[derive(Clone, Copy, Debug)]
enum Clock {
    On(u64),
    Back(u64),
    At(u64),
}

pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    vec(act(), 0..40)
}

fn act() -> impl Strategy<Value = Act> {
    let deeds: Vec<Deed> =
        DEEDS.iter().flat_map(|(deed, often)| std::iter::repeat_n(*deed, *often)).collect();
    let clock = (0..30_u8, 0..3 * YEAR).prop_map(|(kind, length)| match kind {
        0..20 => Clock::On(length % (20 * MINUTE)),
        20..24 => Clock::On(length),
        24..28 => Clock::Back(length),
        28 => Clock::At(0),
        _ => Clock::At(Time::MAX.millis()),
    });
    (0..deeds.len(), 0..10_u8, 0..6_usize, 0..4_usize, 0..70_usize, any::<bool>(), clock).prop_map(
        move |(deed, here, rung, part, text, yes, clock)| Act {
            deed: deeds[deed],
            here: here < 8,
            rung,
            part,
            text,
            yes,
            clock,
        },
    )
}

/// What becomes of a ladder when all this is tried on it.
pub fn play(ladder: &Ladder, acts: &[Act]) -> Vec<Moment> {
    go_on(ladder, Progress::default(), acts)
}

pub fn go_on(ladder: &Ladder, mut progress: Progress, acts: &[Act]) -> Vec<Moment> {
    let mut now = monday();
    let mut history = Vec::new();
    for act in acts {
        now = match act.clock {
            Clock::On(millis) => Time::from_clock(now.plus(millis).millis() as f64),
            Clock::Back(millis) => at(now.millis().saturating_sub(millis)),
            Clock::At(millis) => at(millis),
        };
        let event = act.event(ladder, &progress, now);
        let after = step(ladder, &progress, &event, now);
        history.push(Moment { before: progress, event, now, after: after.clone() });
        progress = after;
    }
    history
}

impl Act {
    fn event(&self, ladder: &Ladder, progress: &Progress, now: Time) -> Event {
        let oracle = Oracle::of(ladder, progress);
        let index = if self.here { oracle.readers_rung() } else { None }.unwrap_or(self.rung);
        let Some(on) = ladder.rungs.get(index) else { return self.on_unknown_rung() };
        let rung = on.id.clone();
        match self.deed {
            Deed::Prepare => next_guard(&oracle, on, now).unwrap_or(Event::StartWait { rung }),
            Deed::Tick => {
                let step = pick(&on.steps, self.part, |it| &it.id);
                Event::Tick { step, done: self.yes }
            }
            Deed::Require => {
                let requirement = pick(&on.requirements, self.part, |it| &it.id);
                Event::Require { requirement, evidence: self.given() }
            }
            Deed::Confirm => {
                let warning = pick(&on.warnings, self.part, |it| &it.id);
                Event::Confirm { warning, number: (self.text % 5) as u32, done: self.yes }
            }
            Deed::Choose => {
                let choice = &ladder.choices[0];
                let option = self.yes.then(|| pick(&choice.options, self.part, |it| &it.id));
                Event::Choose { choice: choice.id.clone(), option }
            }
            _ => self.on_rung(rung),
        }
    }

    fn on_rung(&self, rung: Id) -> Event {
        match self.deed {
            Deed::StartWait => Event::StartWait { rung },
            Deed::ExtendWait => Event::ExtendWait { rung },
            Deed::SkipWait => Event::SkipWait { rung },
            Deed::Moving => Event::Moving { rung },
            Deed::Answer(answer) => Event::Answer { rung, answer },
            Deed::Reopen => Event::Reopen,
            Deed::Unfold => Event::Unfold { all: self.yes },
            Deed::StartOver => Event::StartOver,
            Deed::UndoStartOver => Event::UndoStartOver,
            Deed::CameBack => Event::CameBack { rung },
            _ => Event::Undo { rung },
        }
    }

    fn on_unknown_rung(&self) -> Event {
        let nobody = id("nobody");
        match self.deed {
            Deed::Tick => Event::Tick { step: nobody, done: self.yes },
            Deed::Require | Deed::Prepare => {
                Event::Require { requirement: nobody, evidence: self.given() }
            }
            Deed::Confirm => Event::Confirm { warning: nobody, number: 1, done: self.yes },
            Deed::Choose => Event::Choose { choice: nobody.clone(), option: Some(nobody) },
            _ => self.on_rung(nobody),
        }
    }

    fn given(&self) -> Given {
        let number = || Rc::from(NUMBERS[self.text % NUMBERS.len()].0);
        match self.part + 4 * usize::from(self.yes) {
            0 => Given::First("7".repeat(300).into()),
            1 | 2 => Given::First(number()),
            3 => Given::Confirmed(false),
            4 => Given::Confirmed(true),
            5 | 6 => Given::Second(number()),
            _ => Given::Place(PLACES[self.text % PLACES.len()].0.into()),
        }
    }
}

/// The event that gives the first guard of a rung that is missing.
fn next_guard(oracle: &Oracle, rung: &Rung, now: Time) -> Option<Event> {
    let mut unmet = rung.requirements.iter().filter(|it| !oracle.requirement_met(rung, it, now));
    if let Some(requirement) = unmet.next() {
        let evidence = match (&requirement.evidence, oracle.evidence(rung, &requirement.id, now)) {
            (Evidence::Confirm, _) => Given::Confirmed(true),
            (Evidence::Place { .. }, _) => Given::Place("USB disk".into()),
            (Evidence::HandOver, _) => Given::Place("opened".into()),
            (Evidence::Numbers { .. }, Some(Value::Numbers(first, _))) if &**first == "7" => {
                Given::Second("12,480".into())
            }
            (Evidence::Numbers { .. }, _) => Given::First("7".into()),
        };
        return Some(Event::Require { requirement: requirement.id.clone(), evidence });
    }
    rung.warnings.iter().find_map(|warning| {
        let number = (1..=warning.confirmations).find(|it| !oracle.confirmed(&warning.id, *it))?;
        Some(Event::Confirm { warning: warning.id.clone(), number, done: true })
    })
}

fn pick<T>(list: &[T], part: usize, id_of: fn(&T) -> &Id) -> Id {
    list.get(part % (list.len() + 1)).map_or_else(|| id("nobody"), |it| id_of(it).clone())
}
