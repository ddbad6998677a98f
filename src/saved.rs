//! Facts as stored text, and back. Knows the form of a stored fact, not where it is stored.
//!
//! One key a fact: `fix-ladder/1/<ladder id>/<case>/<fact>`, so that two tabs never overwrite each
//! other's work. The value is JSON: `{"v":1,"t":<epoch ms>,"is":{…}}`.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::ladder::Id;
use crate::progress::time::{LONGEST_WAIT, MINUTE};
use crate::progress::{Answer, Fact, Key, Time, Value, WaitFact};

/// The version of a stored value that this program writes. It leaves newer ones alone.
pub const VERSION: u32 = 1;
/// The case of a reader who has not named one.
pub const DEFAULT_CASE: &str = "default";
/// Longer values, in bytes, are none of this version's.
const LONGEST_VALUE: usize = 10_000;

/// The part of the key before the fact.
pub fn prefix(ladder: &Id, case: &str) -> String {
    ["fix-ladder/1/", ladder.as_str(), "/", case, "/"].concat()
}

/// Where a value that cannot be read is set aside, under the same prefix. `fact` is the part of its
/// key after the prefix; `attempt` counts from 1, for a place that is still free.
pub fn broken_name(fact: &str, attempt: u32) -> String {
    match attempt {
        0 | 1 => ["broken/", fact].concat(),
        _ => ["broken/", fact, "/", &attempt.to_string()].concat(),
    }
}

/// A fact as it is stored.
#[derive(Serialize, Deserialize)]
pub struct SavedFact {
    v: u32,
    /// Milliseconds since 1970.
    t: u64,
    is: SavedValue,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SavedValue {
    Done(bool),
    Numbers(String, String),
    Place(String),
    Chosen(Option<String>),
    Wait(SavedWait),
    Answer(SavedAnswer),
    StartedOver,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SavedWait {
    None,
    Started { from: u64, until: u64 },
    Left,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SavedAnswer {
    None,
    NotFixed,
    Skipped,
    Fixed,
}

/// That something was said of a wait: noted beside the facts, so that no other tab says it again.
/// It is no fact of the reader's, and what cannot be read is as good as not said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSaid {
    /// The wait's deadline, in milliseconds since 1970.
    until: u64,
    /// How many minutes were left: the fewer, the later it was said.
    left: u64,
    /// When, in milliseconds since 1970.
    t: u64,
}

impl SavedSaid {
    pub fn new(deadline: Time, minutes_left: u64, now: Time) -> SavedSaid {
        SavedSaid { until: deadline.millis(), left: minutes_left, t: now.millis() }
    }

    /// Tells it from everything else that is to be said of the same wait.
    pub fn mark(&self) -> String {
        [self.until.to_string(), self.left.to_string()].join(":")
    }

    /// Whether this, or what comes after it, has been said. What was said in the future was said
    /// under a wrong clock, and the wait may run once more.
    pub fn is_covered_by(&self, stored: &str) -> bool {
        serde_json::from_str::<SavedSaid>(stored).is_ok_and(|there| {
            there.until == self.until
                && there.left <= self.left
                && there.t <= self.t.saturating_add(MINUTE)
        })
    }
}

/// The name beside the facts under which is noted what was said of a rung's wait.
pub fn said_name(rung: &Id) -> String {
    ["said:", rung.as_str()].concat()
}

/// What there is under one key.
#[derive(Debug, PartialEq)]
pub enum Restored {
    Fact(Key, Fact),
    /// Written by a newer version: it is left alone, and nothing is written over it.
    Newer,
    /// Ours, but it cannot be read.
    Broken,
    /// No fact at all, such as one that was set aside.
    Foreign,
}

/// The last part of a fact's key.
pub fn name(key: &Key) -> String {
    match key {
        Key::Step(id) => ["step:", id.as_str()].concat(),
        Key::Requirement(id) => ["requirement:", id.as_str()].concat(),
        Key::Confirm(id, number) => ["confirm:", id.as_str(), ":", &number.to_string()].concat(),
        Key::Choice(id) => ["choice:", id.as_str()].concat(),
        Key::Wait(id) => ["wait:", id.as_str()].concat(),
        Key::Answer(id) => ["answer:", id.as_str()].concat(),
        Key::StartOver => "start-over".to_owned(),
    }
}

/// A fact in the form in which it is stored.
pub fn save(fact: &Fact) -> SavedFact {
    let is = match &fact.value {
        Value::Done(done) => SavedValue::Done(*done),
        Value::Numbers(first, second) => SavedValue::Numbers(first.to_string(), second.to_string()),
        Value::Place(place) => SavedValue::Place(place.to_string()),
        Value::Chosen(option) => SavedValue::Chosen(option.as_ref().map(Id::to_string)),
        Value::Wait(WaitFact::None) => SavedValue::Wait(SavedWait::None),
        Value::Wait(WaitFact::Started { started, deadline }) => {
            SavedValue::Wait(SavedWait::Started {
                from: started.millis(),
                until: deadline.millis(),
            })
        }
        Value::Wait(WaitFact::Left) => SavedValue::Wait(SavedWait::Left),
        Value::Answer(None) => SavedValue::Answer(SavedAnswer::None),
        Value::Answer(Some(Answer::NotFixed)) => SavedValue::Answer(SavedAnswer::NotFixed),
        Value::Answer(Some(Answer::Skipped)) => SavedValue::Answer(SavedAnswer::Skipped),
        Value::Answer(Some(Answer::Fixed)) => SavedValue::Answer(SavedAnswer::Fixed),
        Value::StartedOver => SavedValue::StartedOver,
    };
    SavedFact { v: VERSION, t: fact.time.millis(), is }
}

/// Reads the fact that is stored as `text` under a key that ends in `fact`. Never fails hard.
pub fn restore(fact: &str, text: &str) -> Restored {
    // A number can be written in several ways, but a fact has one key: the one it is saved under.
    match key(fact).filter(|key| name(key) == fact) {
        Some(key) => match value(&key, text) {
            Ok(fact) => Restored::Fact(key, fact),
            Err(other) => other,
        },
        None => Restored::Foreign,
    }
}

fn key(name: &str) -> Option<Key> {
    if name == "start-over" {
        return Some(Key::StartOver);
    }
    let (kind, rest) = name.split_once(':')?;
    match kind {
        "step" => Some(Key::Step(id(rest)?)),
        "requirement" => Some(Key::Requirement(id(rest)?)),
        "confirm" => {
            let (warning, number) = rest.split_once(':')?;
            Some(Key::Confirm(id(warning)?, number.parse().ok()?))
        }
        "choice" => Some(Key::Choice(id(rest)?)),
        "wait" => Some(Key::Wait(id(rest)?)),
        "answer" => Some(Key::Answer(id(rest)?)),
        _ => None,
    }
}

/// Any id that could be an author's. Whether the ladder still has it does not matter: an edit of
/// the text must not cost the reader a fact.
fn id(text: &str) -> Option<Id> {
    let fits = !text.is_empty()
        && text.chars().all(|it| it.is_alphanumeric() || it == '-' || it == '_')
        && text.chars().count() <= 64;
    fits.then(|| Id(Rc::from(text)))
}

fn value(key: &Key, text: &str) -> Result<Fact, Restored> {
    #[derive(Deserialize)]
    struct SavedVersion {
        v: u32,
    }
    // The version comes first: a newer one may write longer values than this one.
    match serde_json::from_str::<SavedVersion>(text) {
        Ok(saved) if saved.v > VERSION => return Err(Restored::Newer),
        Ok(saved) if saved.v == VERSION && text.len() <= LONGEST_VALUE => {}
        _ => return Err(Restored::Broken),
    }
    let saved: SavedFact = serde_json::from_str(text).map_err(|_| Restored::Broken)?;
    let time = Time::from_millis(saved.t).ok_or(Restored::Broken)?;
    let value = fitting(key, saved.is).ok_or(Restored::Broken)?;
    Ok(Fact { time, value })
}

/// The value, where it is of the kind that the key asks for.
fn fitting(key: &Key, saved: SavedValue) -> Option<Value> {
    let value = match (key, saved) {
        (Key::Step(_) | Key::Requirement(_) | Key::Confirm(..), SavedValue::Done(done)) => {
            Value::Done(done)
        }
        (Key::Requirement(_), SavedValue::Numbers(first, second)) => {
            Value::Numbers(first.into(), second.into())
        }
        (Key::Requirement(_), SavedValue::Place(place)) => Value::Place(place.into()),
        (Key::Choice(_), SavedValue::Chosen(None)) => Value::Chosen(None),
        (Key::Choice(_), SavedValue::Chosen(Some(option))) => Value::Chosen(Some(id(&option)?)),
        (Key::Wait(_), SavedValue::Wait(wait)) => Value::Wait(wait_fact(wait)?),
        (Key::Answer(_), SavedValue::Answer(answer)) => Value::Answer(match answer {
            SavedAnswer::None => None,
            SavedAnswer::NotFixed => Some(Answer::NotFixed),
            SavedAnswer::Skipped => Some(Answer::Skipped),
            SavedAnswer::Fixed => Some(Answer::Fixed),
        }),
        (Key::StartOver, SavedValue::StartedOver) => Value::StartedOver,
        _ => return None,
    };
    Some(value)
}

fn wait_fact(saved: SavedWait) -> Option<WaitFact> {
    Some(match saved {
        SavedWait::None => WaitFact::None,
        SavedWait::Left => WaitFact::Left,
        SavedWait::Started { from, until } => {
            // A wait that ends before it starts, or later than any wait may, was not written by us.
            let fits = until >= from && until - from <= 2 * LONGEST_WAIT;
            if !fits {
                return None;
            }
            WaitFact::Started {
                started: Time::from_millis(from)?,
                deadline: Time::from_millis(until)?,
            }
        }
    })
}
