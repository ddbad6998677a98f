//! Opening what came from another screen: what it carries, what becomes of this climb, and what is wrong with it.
//!
//! Changes nothing: it answers which facts would be taken over, and the script stores them once the reader has said so.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::{CaseFact, Fact, Key, Progress, Time, Value, WaitFact};

use crate::carried::{carries, shown};
use crate::facts::{is_given, pair, taken_back, void_until};
use crate::json::Object;
use crate::order::in_order;
use crate::snapshot::{Restored, restore};
use crate::token::{Problem, Token};
use crate::words::Words;
use crate::{code, file};

/// The answer to `open`.
pub fn open(ladder: &Ladder, text: &str, here: &Progress, words: &Words<'_>) -> String {
    match read(ladder, text, words.now) {
        Ok(token) => opened(ladder, &token, here, words),
        Err(problem) => problem_of(&problem, words),
    }
}

/// The answer to `peek`: the ladder that a token or a file is for; null where it does not say.
pub fn peek(text: &str) -> String {
    let text = text.trim();
    let ladder = match text.starts_with('{') {
        true => file::ladder(text),
        false => Token::parse(&token_in(text)).ok().map(|it| it.ladder),
    };
    Object::new().maybe("ladder", ladder.as_deref()).end()
}

/// What keeps a text from being opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Damaged,
    /// The same, of what is typed by hand.
    WrongCode,
    Newer,
    UnknownLadder,
    Nothing,
}

/// Whatever it is that the reader has opened, as a token.
pub fn read(ladder: &Ladder, text: &str, now: Time) -> Result<Token, Refused> {
    let text = text.trim();
    if text.starts_with('{') {
        return file::open(ladder, text, now);
    }
    let token = match Token::parse(&token_in(text)) {
        Ok(token) => token,
        // A code is no token, and a token no code: each has a checksum of its own.
        Err(Problem::Damaged) => match code::letters(text) {
            Some(letters) => return code::open(ladder, &letters).ok_or(Refused::WrongCode),
            None => return Err(Refused::Damaged),
        },
        Err(Problem::Newer) => return Err(Refused::Newer),
    };
    match token.ladder == ladder.id.as_str() {
        true => Ok(token),
        false => Err(Refused::UnknownLadder),
    }
}

/// The token in a link, or in words around one; else the text without its blanks.
fn token_in(text: &str) -> String {
    let is_token = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    let rest = text.char_indices().find_map(|(at, _)| text.get(at..)?.strip_prefix(MARK));
    match rest {
        Some(rest) => rest.chars().take_while(is_token).collect(),
        None => text.chars().filter(|it| !it.is_whitespace()).collect(),
    }
}

/// What stands before the token in an address.
pub const MARK: &str = "fix-ladder=";

fn problem_of(problem: &Refused, words: &Words<'_>) -> String {
    let say = &words.say.problems;
    let (name, sentence) = match problem {
        Refused::Damaged => ("damaged", say.damaged),
        Refused::WrongCode => ("damaged", say.wrong_code),
        Refused::Newer => ("newer", say.newer),
        Refused::UnknownLadder => ("unknown-ladder", say.unknown_ladder),
        Refused::Nothing => ("nothing", say.nothing),
    };
    Object::new().text("problem", name).text("sentence", sentence).end()
}

fn opened(ladder: &Ladder, token: &Token, here: &Progress, words: &Words<'_>) -> String {
    let there = restore(ladder, token, words.now);
    let is_more = |(key, _, _): &(Key, Fact, bool)| *key != Key::StartOver;
    if !there.facts.iter().any(is_more) && there.shown.is_empty() && there.other_items.is_empty() {
        return problem_of(&Refused::Nothing, words);
    }
    let merge = merge(&there, here);
    let replace = replace(&there, here, words.now);
    let notes = notes(ladder, &there, here, &merge, words);
    Object::new()
        .text("ladder", ladder.id.as_str())
        .text("made", &words.say.as_of(&words.moment(there.newest)))
        .texts("carries", &carries(ladder, &there, words))
        .texts("shown", &shown(ladder, &there, words))
        .pairs("merge", &stored(&merge))
        .pairs("replace", &stored(&replace))
        .texts("notes", &notes)
        .end()
}

fn stored(facts: &[(Key, Fact)]) -> Vec<(String, String)> {
    facts.iter().map(|(key, fact)| pair(key, fact)).collect()
}

/// The facts that are later than what is known here.
pub fn merge(there: &Restored<'_>, here: &Progress) -> Vec<(Key, Fact)> {
    let mut merged = here.clone();
    for (key, fact, ahead) in &there.facts {
        if !is_known(key, fact, *ahead, here) {
            merged.take(key.clone(), fact.clone());
        }
    }
    // Who has given this one a name keeps it.
    if here.case().is_none_or(|it| it.name.is_empty())
        && let Some((key, fact)) = renamed(there, here)
    {
        merged.take(key, fact);
    }
    merged.changed_since(here).map(|(key, fact)| (key.clone(), fact.clone())).collect()
}

/// Whether a fact that was ahead of now is here already: its time is that of its opening, and would be later each time.
fn is_known(key: &Key, fact: &Fact, ahead: bool, here: &Progress) -> bool {
    ahead && here.latest(key).is_some_and(|it| is_same(&it.value, &fact.value, ahead))
}

/// Whether two values say the same, wherever they stand in time if that was ahead of now.
fn is_same(one: &Value, other: &Value, ahead: bool) -> bool {
    let length = |it: &Value| match it {
        Value::Wait(WaitFact::Started { started, deadline }) => Some(deadline.since(*started)),
        _ => None,
    };
    let is_start =
        |it: &Value| matches!(it, Value::StartedOver { .. } | Value::StartOverUndone { .. });
    let alike = length(one).is_some() && length(one) == length(other)
        || is_start(one) && std::mem::discriminant(one) == std::mem::discriminant(other);
    one == other || ahead && alike
}

/// The facts after which this climb is the other: its facts, each later than what it replaces, and what takes back all
/// that was done here and not there.
pub fn replace(there: &Restored<'_>, here: &Progress, now: Time) -> Vec<(Key, Fact)> {
    let facts = in_order(&there.facts, |(_, fact, _)| fact.time);
    let other = there.progress();
    let start = start(there, here);
    let mut replaced = Progress::default();
    for (place, (key, fact, ahead)) in (1_u64..).zip(facts) {
        let known = here.latest(key);
        let mut fact = fact.clone();
        if *key == Key::StartOver {
            // A later one here stays.
            if !is_known(key, &fact, *ahead, here) && known.is_none_or(|it| it.time < fact.time) {
                replaced.take(key.clone(), fact);
            }
            continue;
        }
        if let Some(start) = start.filter(|it| fact.time <= *it) {
            fact.time = start.plus(place);
        }
        if let Some(known) = known {
            let counts = start.is_none_or(|it| known.time > it);
            let words = |it: &Fact| it.prompt.as_ref().map(|it| it.fingerprint);
            let same = is_same(&known.value, &fact.value, *ahead);
            if counts && same && words(known) == words(&fact) {
                fact = known.clone();
            } else {
                fact.time = fact.time.max(known.time.plus(1));
            }
        }
        replaced.take(key.clone(), fact);
    }
    if let Some((key, fact)) = renamed(there, here) {
        replaced.take(key, fact);
    }
    for (key, fact) in here.current() {
        let counts = start.is_none_or(|it| fact.time > it);
        let Some(value) = taken_back(&fact.value).filter(|_| counts) else { continue };
        if replaced.latest(key).is_none() {
            let time = now.max(fact.time.plus(1));
            replaced.take(key.clone(), Fact { time, value, prompt: None });
        }
    }
    keep_order(&other, here, &mut replaced);
    let differs = |(key, fact): &(&Key, &Fact)| here.latest(key) != Some(fact);
    replaced.facts().filter(differs).map(|(key, fact)| (key.clone(), fact.clone())).collect()
}

/// Up to when facts do not count once both are one.
fn start(there: &Restored<'_>, here: &Progress) -> Option<Time> {
    let mut both = Progress::default();
    if let Some(fact) = here.latest(&Key::StartOver) {
        both.take(Key::StartOver, fact.clone());
    }
    for (key, fact, ahead) in there.facts.iter().filter(|(key, ..)| *key == Key::StartOver) {
        if !is_known(key, fact, *ahead, here) {
            both.take(Key::StartOver, fact.clone());
        }
    }
    void_until(&both)
}

/// The name there, where it is another than here.
fn renamed(there: &Restored<'_>, here: &Progress) -> Option<(Key, Fact)> {
    let known = here.case().cloned().unwrap_or_default();
    if there.name.is_empty() || there.name == known.name {
        return None;
    }
    let after = here.latest(&Key::Case).map(|it| it.time.plus(1)).unwrap_or_default();
    let case = CaseFact { name: there.name.clone(), ..known };
    Some((Key::Case, Fact::new(there.newest.max(after), Value::Case(case))))
}

/// What was said after an answer stays after it: after any that is here, too.
fn keep_order(other: &Progress, here: &Progress, replaced: &mut Progress) {
    for (key, _) in other.facts() {
        let (Key::Moving(rung) | Key::CameBack(rung)) = key else { continue };
        let answer = Key::Answer(rung.clone());
        let answer = replaced.latest(&answer).or_else(|| here.latest(&answer)).map(|it| it.time);
        if let (Some(at), Some(mut fact)) = (answer, replaced.latest(key).cloned()) {
            fact.time = fact.time.max(at.plus(1));
            replaced.take(key.clone(), fact);
        }
    }
}

fn notes(
    ladder: &Ladder,
    there: &Restored<'_>,
    here: &Progress,
    merge: &[(Key, Fact)],
    words: &Words<'_>,
) -> Vec<String> {
    let say = &words.say.opening;
    let mut notes = Vec::new();
    for rung in &there.other_items {
        notes.push(say.other_version(&words.rung(ladder, rung)));
    }
    if there.unknown > 0 {
        notes.push(words.count(&say.unknown, there.unknown));
    }
    if there.facts.iter().any(|(_, _, ahead)| *ahead) {
        notes.push(say.ahead.to_owned());
    }
    let start = start(there, here);
    let is_before = |(key, fact, _): &(Key, Fact, bool)| {
        *key != Key::StartOver && start.is_some_and(|it| fact.time <= it)
    };
    let voids = merge.iter().find(|(key, _)| *key == Key::StartOver).map(|(_, fact)| fact.time);
    if here.current().any(|(_, fact)| voids.is_some_and(|it| fact.time <= it)) {
        notes.push(say.voids.to_owned());
    }
    if there.facts.iter().any(is_before) {
        notes.push(say.started_over.to_owned());
    } else if merge.is_empty() {
        notes.push(say.known.to_owned());
    } else if here.current().any(|(_, fact)| is_given(&fact.value)) {
        notes.push(say.merges.to_owned());
    }
    notes
}
