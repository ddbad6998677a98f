//! Parses evidence as people write it: a count, or the name of a place. Knows nothing of what was asked.

use crate::folding::{fold, is_part_of_a_word};

/// A count as somebody has written it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Missing,
    Is(u64),
    Wrong,
}

/// What may stand behind a number. Any other word is refused, since "12 thousand" is not 12.
const ITEMS: &str = " item items file files ";
const PHOTOS: &str = " photo photos picture pictures image images ";
const VIDEOS: &str = " video videos ";

/// Reads a count as people write it.
pub fn count(text: &str) -> Count {
    let text: String = text.chars().filter(|it| !is_unseen(*it)).collect();
    let text = text.trim();
    if text.is_empty() {
        return Count::Missing;
    }
    // Telephones put a full stop where somebody presses the blank twice.
    let text = text.strip_suffix('.').unwrap_or(text);
    let sum = number(text).or_else(|| things(text));
    sum.filter(|it| *it < MOST).map_or(Count::Wrong, Count::Is)
}

/// No library is that large.
const MOST: u64 = 1_000_000_000_000;

/// One number with what it counts, or photos and videos together, as Apple's Photos tells them: "12,480 Photos, 678 Videos".
fn things(text: &str) -> Option<u64> {
    let (first, kind, rest) = thing(text)?;
    if rest.is_empty() {
        return Some(first);
    }
    let rest = rest.trim_start_matches([',', '&', '+', ' ']);
    let (second, other, rest) = thing(rest.strip_prefix("and ").unwrap_or(rest))?;
    (kind + other == 3 && rest.is_empty()).then(|| first + second)
}

/// A number, what it counts (0 for all there is, 1 for photos, 2 for videos), and what comes after.
fn thing(text: &str) -> Option<(u64, u32, &str)> {
    let end = text.find(|it: char| it.is_ascii_alphabetic())?;
    let (figures, rest) = text.split_at_checked(end)?;
    // A letter that touches the digits may be a part of the number, as in "7e3".
    let figures = number(figures.strip_suffix(is_blank)?.trim())?;
    let end = rest.find(|it| !is_part_of_a_word(it)).unwrap_or(rest.len());
    let (word, rest) = rest.split_at_checked(end)?;
    let kind = (0..).zip([ITEMS, PHOTOS, VIDEOS]).find(|(_, words)| is_among(words, word))?.0;
    Some((figures, kind, rest.trim_start_matches(is_blank)))
}

/// Whether a word, by its letters, is one of some with blanks around them.
fn is_among(words: &str, word: &str) -> bool {
    holds(words, &[" ", &fold(word), " "].concat())
}

/// Digits of any of the common scripts, grouped by one mark: a comma, a point, a space or an apostrophe. A last group of other
/// than three digits could be a fraction, and so could one behind another mark: it is no count.
fn number(text: &str) -> Option<u64> {
    let mut value: u64 = 0;
    let mut group = 0;
    let mut mark = None;
    for character in text.chars() {
        match digit(character) {
            Some(digit) => {
                group += 1;
                value = value.checked_mul(10)?.checked_add(digit).filter(|it| *it < MOST)?;
            }
            // India groups by two before the last three.
            None if is_separator(character)
                && match mark {
                    None => (1..=3).contains(&group),
                    Some(mark) => mark == character && (2..=3).contains(&group),
                } =>
            {
                mark = Some(character);
                group = 0;
            }
            None => return None,
        }
    }
    (group != 0 && (mark.is_none() || group == 3)).then_some(value)
}

pub(super) fn digit(character: char) -> Option<u64> {
    /// The zeros of the scripts whose readers type their own digits. Those of India stand 128 apart.
    const ZEROS: [char; 16] =
        ['0', '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '០', '０'];
    ZEROS.iter().find_map(|zero| {
        let offset = u32::from(character).checked_sub(u32::from(*zero))?;
        (offset < 10).then_some(u64::from(offset))
    })
}

fn is_separator(character: char) -> bool {
    matches!(character, ',' | '.' | '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '٬' | '，')
        || is_blank(character)
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}

/// What nobody sees, and what copying from a page written from right to left brings along.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What people write where they have no place to name, as letters alone.
const NO_PLACES: &str = " no none nope nothing nowhere notyet na nil null idk dontknow idontknow dunno noidea \
    nocopy nobackup ihavenone idonthaveone idonthaveacopy donthaveone unknown notsure later todo tbd yes yep ok okay \
    done test asdf nein keine nirgends non aucun ninguno нет ";

/// Whether some words name a place; none where there are too few to tell.
pub fn names_place(text: &str) -> Option<bool> {
    if is_among(NO_PLACES, text) {
        return Some(false);
    }
    let named = fold(text);
    // Where one letter is a name, it is that of a drive, or a word of East Asia.
    let is_short = named.chars().nth(1).is_none() && !text.contains(':');
    let is_word = named.chars().next().is_some_and(|it| !is_short || it >= '\u{2e80}');
    is_word.then_some(true)
}

/// Whether a place is, or is in, the one that it may not be; or as much of its name as tells it: "iCloud" where it may
/// not be "iCloud Photos".
pub fn is_forbidden(place: &str, word: &str) -> bool {
    let (named, forbidden) = (fold(place), fold(word));
    // A word without letters would be in everything.
    !forbidden.is_empty()
        && (holds(&named, &forbidden) || (named.len() > 2 && forbidden.starts_with(&named)))
}

/// Whether a word stands in a text. (`contains` would bring its quick ways of searching along.)
fn holds(text: &str, word: &str) -> bool {
    (0..=text.len()).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(word)))
}
