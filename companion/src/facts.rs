//! Facts as the script hands them over, and what can be said of one by itself. Knows no ladder.

use fix_ladder_core::progress::{Fact, Key, Progress, Time, Value, WaitFact};
use fix_ladder_core::saved::{self, Restored};

/// The facts of pairs of a name and a stored text. What cannot be read is no fact.
pub fn progress<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Progress {
    let mut progress = Progress::default();
    for (name, text) in pairs {
        if let Restored::Fact(key, fact) = saved::restore(name, text) {
            progress.take(key, fact);
        }
    }
    progress
}

/// Facts up to this moment do not count, since the reader has started over.
pub fn void_until(progress: &Progress) -> Option<Time> {
    let fact = progress.latest(&Key::StartOver)?;
    match fact.value {
        Value::StartOverUndone { since } => (since > Time::default()).then_some(since),
        _ => Some(fact.time),
    }
}

/// A fact in the form in which it is stored: its name, and its text.
pub fn pair(key: &Key, fact: &Fact) -> (String, String) {
    (saved::name(key), saved::save(fact))
}

/// Whether this says that something is so, and takes nothing back.
pub fn is_given(value: &Value) -> bool {
    match value {
        Value::Done(done) => *done,
        Value::Numbers(first, second) => !(first.is_empty() && second.is_empty()),
        Value::Place(place) => !place.is_empty(),
        Value::Chosen(option) => option.is_some(),
        Value::Wait(wait) => *wait != WaitFact::None,
        Value::Answer(answer) => answer.is_some(),
        _ => true,
    }
}

/// What takes a value back; none where there is nothing to take back.
pub fn taken_back(value: &Value) -> Option<Value> {
    Some(match value {
        _ if !is_given(value) => return None,
        Value::Done(_) => Value::Done(false),
        Value::Numbers(..) => Value::Numbers("".into(), "".into()),
        Value::Place(_) => Value::Place("".into()),
        Value::Chosen(_) => Value::Chosen(None),
        Value::Wait(_) => Value::Wait(WaitFact::None),
        Value::Answer(_) => Value::Answer(None),
        _ => return None,
    })
}
