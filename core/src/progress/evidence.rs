//! The status of the guards of a rung: whether what a reader gave meets them, and if not, why not.
//! Knows nothing of how guards are shown.

use std::cmp::Ordering;
use std::rc::Rc;

use super::evidence_text::{Count, count, is_forbidden, names_place};
use super::fact::{Fact, Key, Value, WaitFact};
use super::fingerprint::{requirement_fingerprint, warning_fingerprint};
use super::set::Progress;
use super::time::{DAY, Time};
use crate::ladder::{Evidence, Ladder, Requirement, Rung, Warning};

/// For how long evidence counts after it was given, in milliseconds: what was true a week ago may be so no more.
pub const FRESH: u64 = 7 * DAY;

/// The ways in which a climb is handed over, as they are stored: the resume link is opened on another device, or it is
/// written down.
pub const HAND_OVERS: [&str; 2] = ["opened", "written-down"];

/// The status of a guard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardStatus {
    Met,
    /// Nothing or not everything is given yet.
    Missing,
    /// The first (or second) text is not a whole number.
    NotANumber {
        second: bool,
    },
    /// The second number is below the first, by so much.
    Fewer(u64),
    /// The place contains a word that it may not.
    Forbidden(Rc<str>),
    /// What was written names no place, such as "none".
    NotAPlace,
    /// It was given under other words than those that stand there now.
    Changed,
    /// It was given too long ago.
    Stale,
}

/// The guards of a rung at one moment, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guards {
    pub requirements: Vec<RequirementStatus>,
    pub warnings: Vec<WarningStatus>,
}

/// The status of a requirement, and what of the reader's evidence still counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementStatus {
    pub status: GuardStatus,
    pub given: Option<Value>,
}

/// The status of a warning: that of each acknowledgement, the first at 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningStatus(pub Vec<GuardStatus>);

impl Guards {
    /// How many points are still open before the steps: requirements not met and acknowledgements not given.
    pub fn left(&self) -> u64 {
        let read = self.warnings.iter().flat_map(|it| &it.0);
        let all = self.requirements.iter().map(|it| &it.status).chain(read);
        all.filter(|it| **it != GuardStatus::Met).count() as u64
    }
}

/// The status of each guard of a rung.
pub fn guards(ladder: &Ladder, rung: &Rung, progress: &Progress, now: Time) -> Guards {
    let look = Look { ladder, rung, progress, now };
    Guards {
        requirements: rung.requirements.iter().map(|it| look.requirement(it)).collect(),
        warnings: rung.warnings.iter().map(|it| look.warning(it)).collect(),
    }
}

/// Whether all requirements of a rung are met and all its warnings confirmed.
pub fn guards_met(ladder: &Ladder, rung: &Rung, progress: &Progress, now: Time) -> bool {
    guards(ladder, rung, progress, now).left() == 0
}

/// Whether a box is ticked.
pub fn is_done(progress: &Progress, key: &Key) -> bool {
    matches!(progress.fact(key).map(|fact| &fact.value), Some(Value::Done(true)))
}

/// What was given for a requirement of a rung and still counts.
pub(super) fn given(
    ladder: &Ladder,
    rung: &Rung,
    progress: &Progress,
    requirement: &Requirement,
    now: Time,
) -> Option<Value> {
    Look { ladder, rung, progress, now }.requirement(requirement).given
}

/// Whether an acknowledgement is given and still counts.
pub(super) fn is_read(
    ladder: &Ladder,
    rung: &Rung,
    progress: &Progress,
    warning: &Warning,
    number: u32,
) -> bool {
    let look = Look { ladder, rung, progress, now: Time::default() };
    look.acknowledgement(warning, number, warning_fingerprint(ladder, progress, warning))
        == GuardStatus::Met
}

/// The first moment after `now` at which some evidence for a rung is too old.
pub(super) fn next_stale(
    ladder: &Ladder,
    rung: &Rung,
    progress: &Progress,
    now: Time,
) -> Option<Time> {
    let look = Look { ladder, rung, progress, now };
    let counts = rung.requirements.iter().filter(|it| look.requirement(it).given.is_some());
    let facts = counts.filter_map(|it| progress.fact(&Key::Requirement(it.id.clone())));
    facts.filter_map(|fact| look.stale_at(fact)).min()
}

/// One rung, looked at at one moment.
struct Look<'a> {
    ladder: &'a Ladder,
    rung: &'a Rung,
    progress: &'a Progress,
    now: Time,
}

impl Look<'_> {
    fn requirement(&self, it: &Requirement) -> RequirementStatus {
        let key = Key::Requirement(it.id.clone());
        let Some(fact) = self.progress.fact(&key).filter(|fact| fact.value.is_given()) else {
            return RequirementStatus { status: GuardStatus::Missing, given: None };
        };
        let fingerprint = requirement_fingerprint(self.ladder, self.progress, it);
        if !self.is_answer_to(fact, fingerprint) {
            return RequirementStatus { status: GuardStatus::Changed, given: None };
        }
        if self.is_stale(fact) {
            return RequirementStatus { status: GuardStatus::Stale, given: None };
        }
        let status = match (&it.evidence, &fact.value) {
            (Evidence::Confirm, Value::Done(true)) => GuardStatus::Met,
            (Evidence::Numbers { .. }, Value::Numbers(first, second)) => numbers(first, second),
            (Evidence::Place { not }, Value::Place(place)) => self::place(place, not),
            (Evidence::HandOver, Value::Place(way)) => match HAND_OVERS.contains(&&**way) {
                true => GuardStatus::Met,
                false => GuardStatus::Missing,
            },
            // Evidence of a kind that the author no longer asks for.
            _ => return RequirementStatus { status: GuardStatus::Missing, given: None },
        };
        RequirementStatus { status, given: Some(fact.value.clone()) }
    }

    fn warning(&self, it: &Warning) -> WarningStatus {
        let fingerprint = warning_fingerprint(self.ladder, self.progress, it);
        WarningStatus(
            (1..=it.confirmations)
                .map(|number| self.acknowledgement(it, number, fingerprint))
                .collect(),
        )
    }

    fn acknowledgement(&self, it: &Warning, number: u32, fingerprint: u64) -> GuardStatus {
        match self.progress.fact(&Key::Confirm(it.id.clone(), number)) {
            Some(fact) if fact.value == Value::Done(true) => {
                match self.is_answer_to(fact, fingerprint) {
                    true => GuardStatus::Met,
                    false => GuardStatus::Changed,
                }
            }
            _ => GuardStatus::Missing,
        }
    }

    /// Whether a fact was given on this rung under words with this fingerprint.
    fn is_answer_to(&self, fact: &Fact, fingerprint: u64) -> bool {
        fact.prompt
            .as_ref()
            .is_some_and(|it| it.rung == self.rung.id && it.fingerprint == fingerprint)
    }

    /// While a wait of the rung runs, and for as long again as evidence counts, it is as old as it was at the start:
    /// nobody is asked for the copy of something once more in the middle of its deletion.
    fn is_stale(&self, fact: &Fact) -> bool {
        let Some(prompt) = &fact.prompt else { return true };
        let looked = match self.wait() {
            Some((started, end)) if self.now < end => started,
            _ => self.now,
        };
        is_ahead(prompt.at, self.now)
            || prompt.at == Time::default()
            || looked.since(prompt.at) > FRESH
    }

    /// When evidence that counts now is too old.
    fn stale_at(&self, fact: &Fact) -> Option<Time> {
        let end = fact.prompt.as_ref()?.at.plus(FRESH + 1);
        Some(
            self.wait()
                .filter(|(_, until)| self.now < *until)
                .map_or(end, |(_, until)| end.max(until)),
        )
    }

    /// When a wait of the rung has begun, and until when it keeps evidence fresh.
    fn wait(&self) -> Option<(Time, Time)> {
        self.rung.wait.as_ref()?;
        match self.progress.fact(&Key::Wait(self.rung.id.clone()))?.value {
            Value::Wait(WaitFact::Started { started, deadline }) if started <= self.now => {
                Some((started, deadline.plus(FRESH)))
            }
            _ => None,
        }
    }
}

/// Whether something was given so far in the future that it was given under a wrong clock. It would never grow old.
fn is_ahead(given: Time, now: Time) -> bool {
    given > now.plus(DAY)
}

/// Expires evidence that was given under a clock far ahead, one fact a call, and returns its key. To be called whenever
/// the time is read, until there is none: once the clock got there, such evidence would open a rung by itself.
pub fn expire_future_evidence(ladder: &Ladder, progress: &mut Progress, now: Time) -> Option<Key> {
    let all = ladder.rungs.iter().flat_map(|it| &it.requirements);
    let mut keys = all.map(|it| Key::Requirement(it.id.clone()));
    let is_ahead = |key: &Key| {
        let prompt = progress.fact(key).and_then(|it| it.prompt.as_ref());
        prompt.is_some_and(|it| is_ahead(it.at, now))
    };
    let key = keys.find(is_ahead)?;
    progress.expire(&key);
    Some(key)
}

/// How the second of two numbers compares with the first, and by how much they differ. None where one of them is none.
pub fn compared(first: &str, second: &str) -> Option<(Ordering, u64)> {
    match (count(first), count(second)) {
        (Count::Is(first), Count::Is(second)) => Some((second.cmp(&first), second.abs_diff(first))),
        _ => None,
    }
}

fn numbers(first: &str, second: &str) -> GuardStatus {
    match (count(first), count(second)) {
        (Count::Wrong, _) => GuardStatus::NotANumber { second: false },
        (_, Count::Wrong) => GuardStatus::NotANumber { second: true },
        (Count::Is(first), Count::Is(second)) if second >= first => GuardStatus::Met,
        (Count::Is(first), Count::Is(second)) => GuardStatus::Fewer(first - second),
        _ => GuardStatus::Missing,
    }
}

fn place(place: &str, not: &[Rc<str>]) -> GuardStatus {
    if let Some(word) = not.iter().find(|word| is_forbidden(place, word)) {
        return GuardStatus::Forbidden(word.clone());
    }
    match names_place(place) {
        Some(true) => GuardStatus::Met,
        Some(false) => GuardStatus::NotAPlace,
        None => GuardStatus::Missing,
    }
}
