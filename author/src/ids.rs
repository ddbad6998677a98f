//! How an id is made from words, and which ids the author wrote. Knows nothing of what they name.

use std::collections::BTreeSet;

use crate::flat::comparable;

/// How many characters of the words an id made from them may show; a hash follows.
const LONGEST: usize = 48;

/// How many letters and digits of a hash an id has: of a million texts, two alike are unlikely.
const HASH: u32 = 8;

/// Names that JavaScript objects are born with, as far as words can make them; no document may use one.
const BORN_WITH: [&str; 8] = [
    "constructor",
    "hasownproperty",
    "isprototypeof",
    "propertyisenumerable",
    "prototype",
    "tolocalestring",
    "tostring",
    "valueof",
];

/// The author's own ids, by kind: `rung`, `step`, …
#[derive(Default)]
pub(crate) struct Ids {
    /// Each behind its kind.
    written: BTreeSet<String>,
}

impl Ids {
    /// Takes the author's own id. False when something of its kind has it already.
    pub fn claim(&mut self, kind: &str, id: &str) -> bool {
        self.written.insert(format!("{kind} {id}"))
    }

    pub fn is_written(&self, kind: &str, id: &str) -> bool {
        self.written.contains(&format!("{kind} {id}"))
    }
}

/// Whether a document may hold an id as an author has written it.
pub(crate) fn is_legal(id: &str) -> bool {
    let is_born_with = BORN_WITH.iter().any(|name| name.eq_ignore_ascii_case(id));
    (1..=64).contains(&id.chars().count())
        && id.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_'))
        && !is_born_with
        && !id.starts_with("__")
}

/// An id from words alone: for what there are few of. Where they are too long, it ends in their hash.
pub(crate) fn short(kind: &str, words: &str) -> String {
    let (slug, cut) = slug(words);
    match slug.as_str() {
        "" => kind.to_owned(),
        _ if cut => hashed(kind, words, &[&told(words)]),
        born if BORN_WITH.contains(&born) => format!("{kind}-{slug}"),
        _ => slug,
    }
}

/// An id that shows words and ends in a hash of all that tells its bearer from others.
pub(crate) fn hashed(kind: &str, words: &str, parts: &[&str]) -> String {
    let slug = match slug(words).0.as_str() {
        "" => kind.to_owned(),
        slug => slug.to_owned(),
    };
    format!("{slug}-{}", hash(kind, parts))
}

/// FNV-1a of 64 bits over the parts as they are told apart, in 8 letters and digits.
/// Readers' ticks hang on it, so it stays as it is for ever.
fn hash(kind: &str, parts: &[&str]) -> String {
    // Of rungs and choices there are few, and two may differ in a mark alone: "Restart!" and "Restart?".
    let told_as =
        if matches!(kind, "requirement" | "warning" | "step") { told } else { comparable };
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in std::iter::once(kind.to_owned()).chain(parts.iter().map(|part| told_as(part))) {
        // Behind each part a byte that no text has, so that parts cannot run into each other.
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    // The upper bits know of every byte; the lower ones of some less.
    let mut rest = hash ^ (hash >> 32);
    let mut digits = String::new();
    for _ in 0..HASH {
        let digit = u32::try_from(rest % 36).ok().and_then(|digit| char::from_digit(digit, 36));
        digits.extend(digit);
        rest /= 36;
    }
    digits
}

/// Words as far as they tell their bearer from others: a comma more costs no reader a tick, but "1.5" is not "15", and "-5" not "5".
fn told(words: &str) -> String {
    let words = comparable(words);
    let mut before = ' ';
    let mut told = String::new();
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let leads = characters.peek().is_some_and(|next| next.is_numeric());
        let is_of_a_number = leads && (character == '-' || before.is_numeric());
        let is_mark = "!\"'(),-.:;?[]{}`«»‹›·¡¿。「」".contains(character);
        told.push(if is_mark && !is_of_a_number { ' ' } else { character });
        before = character;
    }
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lower case, letters and digits of any script, everything else a hyphen; cut between words, and whether it is.
fn slug(words: &str) -> (String, bool) {
    let lower = words.to_lowercase();
    let mut slug = String::new();
    let mut length = 0;
    for word in
        lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
    {
        let characters = word.chars().count();
        if length == 0 {
            slug.extend(word.chars().take(LONGEST));
            length = characters;
        } else if length + 1 + characters <= LONGEST {
            slug.push('-');
            slug.push_str(word);
            length += 1 + characters;
        } else {
            return (slug, true);
        }
    }
    (slug, length > LONGEST)
}
