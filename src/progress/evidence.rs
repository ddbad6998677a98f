//! Whether the evidence a reader gave meets a requirement, and if not, what is wrong with it.

use super::fact::{Key, Progress, Value};
use super::letters::letters;
use crate::ladder::{Evidence, Requirement, Rung, Warning};

/// How the evidence for a requirement stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
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
    Forbidden(std::rc::Rc<str>),
}

/// Whether all requirements of a rung are met and all its warnings confirmed.
pub fn guards_met(rung: &Rung, progress: &Progress) -> bool {
    guards_left(rung, progress) == 0
}

/// How many points are still open before the steps: requirements not met and acknowledgements not given.
pub fn guards_left(rung: &Rung, progress: &Progress) -> u64 {
    let unmet =
        rung.requirements.iter().filter(|it| standing(it, progress) != Standing::Met).count();
    let unread = rung.warnings.iter().flat_map(|it| unread(it, progress)).count();
    unmet as u64 + unread as u64
}

/// The acknowledgements of a warning that are not given yet.
fn unread(warning: &Warning, progress: &Progress) -> impl Iterator<Item = u32> {
    (1..=warning.confirmations)
        .filter(|n| !is_done(progress, &Key::Confirm(warning.id.clone(), *n)))
}

/// Whether a box is ticked.
pub fn is_done(progress: &Progress, key: &Key) -> bool {
    matches!(progress.fact(key).map(|fact| &fact.value), Some(Value::Done(true)))
}

/// How the evidence for `requirement` stands.
pub fn standing(requirement: &Requirement, progress: &Progress) -> Standing {
    let key = Key::Requirement(requirement.id.clone());
    let given = progress.fact(&key).map(|fact| &fact.value);
    match (&requirement.evidence, given) {
        (Evidence::Confirm, Some(Value::Done(true))) => Standing::Met,
        (Evidence::Numbers { .. }, Some(Value::Numbers(first, second))) => numbers(first, second),
        (Evidence::Place { not }, Some(Value::Place(place))) => {
            let named = letters(place);
            match not.iter().find(|word| holds(&named, &letters(word))) {
                Some(word) => Standing::Forbidden(word.clone()),
                None if named.chars().nth(1).is_some() => Standing::Met,
                None => Standing::Missing,
            }
        }
        // Nothing given, or evidence of a kind that the author no longer asks for.
        _ => Standing::Missing,
    }
}

/// Whether a word stands in a text. (`contains` would bring its quick ways of searching along.)
fn holds(text: &str, word: &str) -> bool {
    (0..=text.len()).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(word)))
}

fn numbers(first: &str, second: &str) -> Standing {
    match (count(first), count(second)) {
        (Count::Wrong, _) => Standing::NotANumber { second: false },
        (_, Count::Wrong) => Standing::NotANumber { second: true },
        (Count::Is(first), Count::Is(second)) if second >= first => Standing::Met,
        (Count::Is(first), Count::Is(second)) => Standing::Fewer(first - second),
        _ => Standing::Missing,
    }
}

enum Count {
    Missing,
    Is(u64),
    Wrong,
}

/// Reads a count as people write it: digits of any of the common scripts, grouped by commas,
/// points, spaces or apostrophes. A last group of other than three digits could be a fraction,
/// so it is no count.
fn count(text: &str) -> Count {
    let text = text.trim();
    if text.is_empty() {
        return Count::Missing;
    }
    let mut value: u64 = 0;
    let mut group = 0;
    let mut grouped = false;
    for character in text.chars() {
        match digit(character) {
            Some(digit) => {
                group += 1;
                let next = value.checked_mul(10).and_then(|it| it.checked_add(digit));
                match next {
                    Some(next) if next < 1_000_000_000_000 => value = next,
                    _ => return Count::Wrong,
                }
            }
            // India groups by two before the last three.
            None if is_separator(character) && (1..=3).contains(&group) => {
                grouped = true;
                group = 0;
            }
            None => return Count::Wrong,
        }
    }
    if group == 0 || (grouped && group != 3) { Count::Wrong } else { Count::Is(value) }
}

fn digit(character: char) -> Option<u64> {
    /// The zeros of the scripts whose readers type their own digits.
    const ZEROS: [char; 5] = ['0', '٠', '۰', '०', '０'];
    ZEROS.iter().find_map(|zero| {
        let offset = u32::from(character).checked_sub(u32::from(*zero))?;
        (offset < 10).then_some(u64::from(offset))
    })
}

fn is_separator(character: char) -> bool {
    matches!(character, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '٬')
}
