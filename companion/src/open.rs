//! Opening what came from another screen: what it carries, what becomes of this climb, and what is wrong with it.
//!
//! Changes nothing: it answers which facts would be taken over, and the script stores them once the reader has said so.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::{CaseFact, Fact, Key, Progress, Time, Value};

use crate::carried::{carries, shown};
use crate::facts::{is_given, pair, taken_back, void_until};
use crate::json::Object;
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
    match text.split_once(MARK) {
        Some((_, rest)) => rest.chars().take_while(is_token).collect(),
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
    if there.facts.is_empty() && there.shown.is_empty() && there.other_items.is_empty() {
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
        // Its time is that of its opening: opened twice it would be later each time.
        let is_known = here.latest(key).is_some_and(|it| it.value == fact.value);
        if !(*ahead && is_known) {
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

/// The facts after which this climb is the other: its facts, each later than what it replaces, and what takes back all
/// that was done here and not there.
pub fn replace(there: &Restored<'_>, here: &Progress, now: Time) -> Vec<(Key, Fact)> {
    let mut facts: Vec<&(Key, Fact, bool)> = there.facts.iter().collect();
    facts.sort_by_key(|(_, fact, _)| fact.time);
    let other = there.progress();
    let start = start(&other, here);
    let mut replaced = Progress::default();
    for (place, (key, fact, _)) in (1_u64..).zip(facts) {
        let known = here.latest(key);
        let mut fact = fact.clone();
        if *key == Key::StartOver {
            // A later one here stays.
            if known.is_none_or(|it| it.time < fact.time) {
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
            if counts && known.value == fact.value && words(known) == words(&fact) {
                fact = known.clone();
            } else {
                fact.time = fact.time.max(known.time.plus(1));
            }
        }
        replaced.take(key.clone(), fact);
    }
    keep_order(&other, &mut replaced);
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
    let differs = |(key, fact): &(&Key, &Fact)| here.latest(key) != Some(fact);
    replaced.facts().filter(differs).map(|(key, fact)| (key.clone(), fact.clone())).collect()
}

/// Up to when facts do not count once both are one.
fn start(there: &Progress, here: &Progress) -> Option<Time> {
    let mut both = Progress::default();
    for it in [there, here] {
        if let Some(fact) = it.latest(&Key::StartOver) {
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

/// What was said after an answer stays after it.
fn keep_order(other: &Progress, replaced: &mut Progress) {
    let mut later = Vec::new();
    for (key, fact) in other.facts() {
        let (Key::Moving(rung) | Key::CameBack(rung)) = key else { continue };
        let answer = Key::Answer(rung.clone());
        let was_after = other.latest(&answer).is_some_and(|it| it.time < fact.time);
        if let (true, Some(at), Some(mut fact)) =
            (was_after, replaced.latest(&answer).map(|it| it.time), replaced.latest(key).cloned())
        {
            fact.time = fact.time.max(at.plus(1));
            later.push((key.clone(), fact));
        }
    }
    for (key, fact) in later {
        replaced.take(key, fact);
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
    let start = start(&there.progress(), here);
    let is_before = |(key, fact, _): &(Key, Fact, bool)| {
        *key != Key::StartOver && start.is_some_and(|it| fact.time <= it)
    };
    if there.facts.iter().any(is_before) {
        notes.push(say.started_over.to_owned());
    } else if merge.is_empty() {
        notes.push(say.known.to_owned());
    } else if here.current().any(|(_, fact)| is_given(&fact.value)) {
        notes.push(say.merges.to_owned());
    }
    notes
}
