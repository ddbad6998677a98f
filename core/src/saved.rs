//! Facts as stored text, and back. Knows the form of a stored fact, not where it is stored.
//!
//! One key a fact: `fix-ladder/1/<ladder id>/<case>/<fact>` ([`ClimbKey`] makes all but the fact), so that two tabs never overwrite each
//! other's work. The value is JSON: `{"v":1,"t":<epoch ms>,"is":{…}}`, and for what a guard asked also
//! `"asked":{"on":<rung id>,"words":<number>,"at":<epoch ms>}`.

mod climb_key;
mod json;
mod said;

use std::rc::Rc;

pub use self::climb_key::{Case, ClimbKey, Namespace};
pub use self::json::{Json, push_string};
pub use self::said::{SavedSaid, said_name};
use crate::ladder::Id;
use crate::progress::time::LONGEST_WAIT;
use crate::progress::{Answer, CaseFact, Fact, Key, Prompt, Time, Value, WaitFact};

/// The version of a stored value that this program writes. It leaves newer ones alone.
pub const VERSION: u32 = 1;
/// Longer values, in bytes, are none of this version's.
const LONGEST_VALUE: usize = 10_000;

/// Where a value that cannot be read is set aside, under the same prefix. `fact` is the part of its
/// key after the prefix; `attempt` counts from 1, for a place that is still free.
pub fn broken_name(fact: &str, attempt: u32) -> String {
    match attempt {
        0 | 1 => ["broken/", fact].concat(),
        _ => ["broken/", fact, "/", &attempt.to_string()].concat(),
    }
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
        Key::Moving(id) => ["moving:", id.as_str()].concat(),
        Key::Answer(id) => ["answer:", id.as_str()].concat(),
        Key::CameBack(id) => ["came-back:", id.as_str()].concat(),
        Key::Unfolded => "unfolded".to_owned(),
        Key::Case => "case".to_owned(),
        Key::StartOver => "start-over".to_owned(),
    }
}

/// A fact in the form in which it is stored.
pub fn save(fact: &Fact) -> String {
    let time = fact.time.millis().to_string();
    let mut json = ["{\"v\":1,\"t\":", &time, ",\"is\":"].concat();
    match &fact.value {
        Value::Done(true) => json.push_str(r#"{"done":true}"#),
        Value::Done(false) => json.push_str(r#"{"done":false}"#),
        Value::Numbers(first, second) => {
            json.push_str(r#"{"numbers":["#);
            push_string(&mut json, first);
            json.push(',');
            push_string(&mut json, second);
            json.push_str("]}");
        }
        Value::Place(place) => push_named(&mut json, "place", place),
        Value::Chosen(Some(option)) => push_named(&mut json, "chosen", option.as_str()),
        Value::Chosen(None) => json.push_str(r#"{"chosen":null}"#),
        Value::Wait(WaitFact::None) => push_named(&mut json, "wait", "none"),
        Value::Wait(WaitFact::Left) => push_named(&mut json, "wait", "left"),
        Value::Wait(WaitFact::Started { started, deadline }) => {
            let [from, until] = [started, deadline].map(|it| it.millis().to_string());
            let parts = [r#"{"wait":{"started":{"from":"#, &from, r#","until":"#, &until, "}}}"];
            json.extend(parts);
        }
        Value::Answer(answer) => {
            let answer = ANSWERS.iter().find(|(it, _)| it == answer);
            push_named(&mut json, "answer", answer.map_or("none", |(_, name)| name));
        }
        Value::Unfolded(true) => json.push_str(r#"{"unfolded":true}"#),
        Value::Unfolded(false) => json.push_str(r#"{"unfolded":false}"#),
        Value::Case(CaseFact { name, removed }) => {
            json.push_str(r#"{"case":{"name":"#);
            push_string(&mut json, name);
            json.extend([",\"removed\":", if *removed { "true" } else { "false" }, "}}"]);
        }
        Value::StartedOver { before } if *before == Time::default() => {
            json.push_str(r#""started-over""#);
        }
        Value::StartedOver { before } => push_moment(&mut json, "started-over", "before", *before),
        Value::StartOverUndone { since } => {
            push_moment(&mut json, "start-over-undone", "since", *since);
        }
    }
    if let Some(Prompt { rung, fingerprint, at }) = &fact.prompt {
        let numbers = [*fingerprint, at.millis()].map(|it| it.to_string());
        json.push_str(",\"asked\":{\"on\":");
        push_string(&mut json, rung.as_str());
        json.extend([",\"words\":", &numbers[0], ",\"at\":", &numbers[1], "}"]);
    }
    json.push('}');
    json
}

/// What became of a rung, and its name in the stored form.
const ANSWERS: [(Option<Answer>, &str); 4] = [
    (None, "none"),
    (Some(Answer::NotFixed), "not-fixed"),
    (Some(Answer::Skipped), "skipped"),
    (Some(Answer::Fixed), "fixed"),
];

fn push_moment(json: &mut String, kind: &str, name: &str, moment: Time) {
    let moment = moment.millis().to_string();
    json.extend(["{\"", kind, "\":{\"", name, "\":", &moment, "}}"]);
}

fn push_named(json: &mut String, name: &str, text: &str) {
    json.extend(["{\"", name, "\":"]);
    push_string(json, text);
    json.push('}');
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
    if name == "unfolded" {
        return Some(Key::Unfolded);
    }
    if name == "case" {
        return Some(Key::Case);
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
        "moving" => Some(Key::Moving(id(rest)?)),
        "came-back" => Some(Key::CameBack(id(rest)?)),
        "answer" => Some(Key::Answer(id(rest)?)),
        _ => None,
    }
}

/// Any id that could be an author's. Whether the ladder still has it does not matter: an edit of
/// the text must not cost the reader a fact. What is a letter beyond ASCII, only the tables of Unicode know.
fn id(text: &str) -> Option<Id> {
    let fits = !text.is_empty()
        && text
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || !it.is_ascii() || it == '-' || it == '_')
        && text.chars().count() <= 64;
    fits.then(|| Id(Rc::from(text)))
}

fn value(key: &Key, text: &str) -> Result<Fact, Restored> {
    let json = Json::parse(text).ok_or(Restored::Broken)?;
    // The version comes first: a newer one may write longer values than this one.
    match json.number("v") {
        Some(1) if text.len() <= LONGEST_VALUE => fact(key, &json).ok_or(Restored::Broken),
        Some(version) if version > u64::from(VERSION) && version <= u64::from(u32::MAX) => {
            Err(Restored::Newer)
        }
        _ => Err(Restored::Broken),
    }
}

fn fact(key: &Key, json: &Json) -> Option<Fact> {
    let time = Time::from_millis(json.number("t")?)?;
    let value = fitting(key, json.field("is")?)?;
    Some(Fact { time, value, prompt: json.field("asked").and_then(prompt) })
}

/// What a guard asked. Where it cannot be read the fact stays, and the reader is asked once more.
fn prompt(saved: &Json) -> Option<Prompt> {
    let Json::Text(rung) = saved.field("on")? else { return None };
    let at = Time::from_millis(saved.number("at")?)?;
    Some(Prompt { rung: id(rung)?, fingerprint: saved.number("words")?, at })
}

/// The value, where it is of the kind that the key asks for.
fn fitting(key: &Key, is: &Json) -> Option<Value> {
    let (kind, what) = match is {
        Json::Text(kind) => (kind.as_str(), &Json::Null),
        Json::Object(fields) => match fields.as_slice() {
            [(kind, what)] => (kind.as_str(), what),
            _ => return None,
        },
        _ => return None,
    };
    Some(match (key, kind, what) {
        (
            Key::Step(_)
            | Key::Requirement(_)
            | Key::Confirm(..)
            | Key::Moving(_)
            | Key::CameBack(_),
            "done",
            Json::Bool(done),
        ) => Value::Done(*done),
        (Key::Requirement(_), "numbers", Json::List(numbers)) => match numbers.as_slice() {
            [Json::Text(first), Json::Text(second)] => {
                Value::Numbers(first.as_str().into(), second.as_str().into())
            }
            _ => return None,
        },
        (Key::Requirement(_), "place", Json::Text(place)) => Value::Place(place.as_str().into()),
        (Key::Choice(_), "chosen", Json::Null) if matches!(is, Json::Object(_)) => {
            Value::Chosen(None)
        }
        (Key::Choice(_), "chosen", Json::Text(option)) => Value::Chosen(Some(id(option)?)),
        (Key::Wait(_), "wait", wait) => Value::Wait(wait_fact(wait)?),
        (Key::Answer(_), "answer", Json::Text(answer)) => {
            Value::Answer(ANSWERS.iter().find(|(_, name)| name == answer)?.0)
        }
        (Key::Unfolded, "unfolded", Json::Bool(all)) => Value::Unfolded(*all),
        (Key::Case, "case", case) => Value::Case(case_fact(case)?),
        (Key::StartOver, "started-over", Json::Null) => {
            Value::StartedOver { before: Time::default() }
        }
        (Key::StartOver, "started-over", of) => {
            Value::StartedOver { before: Time::from_millis(of.number("before")?)? }
        }
        (Key::StartOver, "start-over-undone", of) => {
            Value::StartOverUndone { since: Time::from_millis(of.number("since")?)? }
        }
        _ => return None,
    })
}

fn case_fact(saved: &Json) -> Option<CaseFact> {
    match (saved.field("name")?, saved.field("removed")?) {
        (Json::Text(name), Json::Bool(removed)) => {
            Some(CaseFact { name: name.as_str().into(), removed: *removed })
        }
        _ => None,
    }
}

fn wait_fact(saved: &Json) -> Option<WaitFact> {
    let saved = match saved {
        Json::Text(name) if name == "none" => return Some(WaitFact::None),
        Json::Text(name) if name == "left" => return Some(WaitFact::Left),
        Json::Object(fields) if fields.len() == 1 => saved.field("started")?,
        _ => return None,
    };
    let (from, until) = (saved.number("from")?, saved.number("until")?);
    // A wait that ends before it starts, or later than any wait may, was not written by us.
    let fits = until >= from && until - from <= 2 * LONGEST_WAIT;
    if !fits {
        return None;
    }
    Some(WaitFact::Started {
        started: Time::from_millis(from)?,
        deadline: Time::from_millis(until)?,
    })
}
