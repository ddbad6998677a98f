//! A second opinion on where a reader stands, worked out from the facts alone. It calls none of the
//! functions that it is there to check.

use std::collections::BTreeMap;

use fix_ladder_core::ladder::{Evidence, Id, Ladder, Requirement, Rung};
use fix_ladder_core::progress::{Answer, Fact, Key, Progress, Time, Value, WaitFact};

use crate::support::DAY;

/// What readers may type where a number is asked for, and which number it is.
pub const NUMBERS: [(&str, Option<u64>); 14] = [
    ("", None),
    ("0", Some(0)),
    ("7", Some(7)),
    (" 12 ", Some(12)),
    ("12,480", Some(12_480)),
    ("12.480", Some(12_480)),
    ("١٢٤٨١", Some(12_481)),
    ("1,000,000", Some(1_000_000)),
    ("12.5", None),
    ("-7", None),
    ("7e3", None),
    ("99999999999999999999", None),
    ("\u{0}", None),
    ("many", None),
];

/// What readers may type where a place other than iCloud is asked for, and whether it is one.
pub const PLACES: [(&str, bool); 7] = [
    ("", false),
    ("  ", false),
    ("USB disk", true),
    ("磁盘", true),
    ("ICLOUD", false),
    ("my iCloud Drive", false),
    ("?", false),
];

/// The facts of a reader that still count.
pub struct Oracle<'a> {
    ladder: &'a Ladder,
    facts: BTreeMap<&'a Key, &'a Fact>,
}

impl<'a> Oracle<'a> {
    pub fn of(ladder: &'a Ladder, progress: &'a Progress) -> Self {
        let start = progress.facts().find(|(key, _)| **key == Key::StartOver);
        let since = start.map(|(_, fact)| match fact.value {
            Value::StartOverUndone { since } => since,
            _ => fact.time,
        });
        let counts = |time: Time| since.is_none_or(|since| since < time);
        let facts = progress.facts().filter(|(_, fact)| counts(fact.time));
        Oracle { ladder, facts: facts.collect() }
    }

    fn value(&self, key: &Key) -> Option<&'a Value> {
        self.facts.get(key).map(|it| &it.value)
    }

    /// The evidence that is there and not too old: seven days by the clock, counted to the beginning of a wait for as
    /// long as it runs and for seven days after. What comes from the future is as good as old.
    pub fn evidence(&self, rung: &Rung, requirement: &Id, now: Time) -> Option<&'a Value> {
        let week = 7 * DAY;
        let fact = self.facts.get(&Key::Requirement(requirement.clone()))?;
        let given = fact.prompt.as_ref()?.at.millis();
        let mut looked = now.millis();
        if given > looked + DAY {
            return None;
        }
        if let WaitFact::Started { started, deadline } = self.wait(rung)
            && rung.wait.is_some()
            && started.millis() <= looked
            && looked < deadline.millis() + week
        {
            looked = started.millis();
        }
        (looked <= given + week).then_some(&fact.value)
    }

    pub fn confirmed(&self, warning: &Id, number: u32) -> bool {
        self.value(&Key::Confirm(warning.clone(), number)) == Some(&Value::Done(true))
    }

    pub fn requirement_met(&self, rung: &Rung, requirement: &Requirement, now: Time) -> bool {
        match (&requirement.evidence, self.evidence(rung, &requirement.id, now)) {
            (Evidence::Confirm, Some(value)) => *value == Value::Done(true),
            (Evidence::Place { .. }, Some(Value::Place(place))) => {
                PLACES.contains(&(&**place, true))
            }
            (Evidence::HandOver, Some(Value::Place(way))) => {
                ["opened", "written-down"].contains(&&**way)
            }
            (Evidence::Numbers { .. }, Some(Value::Numbers(first, second))) => {
                match (number(first), number(second)) {
                    (Some(first), Some(second)) => first <= second,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    pub fn guards_met(&self, rung: &Rung, now: Time) -> bool {
        let unmet = rung.requirements.iter().filter(|it| !self.requirement_met(rung, it, now));
        let mut missing = unmet.count();
        for warning in &rung.warnings {
            for number in 1..=warning.confirmations {
                missing += usize::from(!self.confirmed(&warning.id, number));
            }
        }
        missing == 0
    }

    pub fn answer(&self, rung: &Rung) -> Option<Answer> {
        let fact = self.facts.get(&Key::Answer(rung.id.clone()))?;
        match fact.value {
            Value::Answer(Some(Answer::Fixed)) if self.came_back(rung, fact.time) => {
                Some(Answer::NotFixed)
            }
            Value::Answer(answer) => answer,
            _ => None,
        }
    }

    fn came_back(&self, rung: &Rung, fixed: Time) -> bool {
        let fact = self.facts.get(&Key::CameBack(rung.id.clone()));
        fact.is_some_and(|it| it.value == Value::Done(true) && it.time > fixed)
    }

    /// What was done about the wait of a rung.
    pub fn wait(&self, rung: &Rung) -> WaitFact {
        match self.value(&Key::Wait(rung.id.clone())) {
            Some(Value::Wait(wait)) => *wait,
            _ => WaitFact::None,
        }
    }

    /// Whether the wait of a rung is over, or there is none.
    pub fn wait_is_over(&self, rung: &Rung, now: Time) -> bool {
        match self.wait(rung) {
            _ if rung.wait.is_none() => true,
            WaitFact::None => false,
            WaitFact::Left => true,
            WaitFact::Started { deadline, .. } => deadline <= now,
        }
    }

    /// Whether the last that was said of a rung is that it is moving.
    pub fn is_moving(&self, rung: &Rung) -> bool {
        let fact = |key: Key| self.facts.get(&key);
        let answered = fact(Key::Answer(rung.id.clone())).map(|it| it.time);
        rung.moving.is_some()
            && fact(Key::Moving(rung.id.clone()))
                .is_some_and(|it| it.value == Value::Done(true) && Some(it.time) > answered)
    }

    /// The first rung without an answer, unless one has helped.
    pub fn readers_rung(&self) -> Option<usize> {
        let answers: Vec<_> = self.ladder.rungs.iter().map(|it| self.answer(it)).collect();
        if answers.contains(&Some(Answer::Fixed)) {
            return None;
        }
        answers.iter().position(Option::is_none)
    }

    /// The states of all rungs, from the first to the last.
    pub fn states(&self, now: Time) -> Vec<&'static str> {
        let readers = self.readers_rung();
        let state = |(index, rung): (usize, &Rung)| match self.answer(rung) {
            Some(Answer::Fixed) => "fixed",
            Some(Answer::NotFixed) => "not-fixed",
            Some(Answer::Skipped) => "skipped",
            None if readers != Some(index) => "locked",
            None if !self.guards_met(rung, now) => "preparing",
            None if self.wait(rung) == WaitFact::None || self.wait_is_over(rung, now) => "open",
            None => "waiting",
        };
        self.ladder.rungs.iter().enumerate().map(state).collect()
    }
}

fn number(text: &str) -> Option<u64> {
    NUMBERS.iter().find(|(typed, _)| *typed == text).and_then(|(_, number)| *number)
}
