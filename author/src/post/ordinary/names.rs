//! The numbers before the names of fixes: `Step 1.`, `2)`, `Fix #3 –`. Knows nothing of headings beyond their words.

use crate::flat::{Flat, cut};
use crate::node::Node;

/// What stands before a number.
const BEFORE: [&str; 33] = [
    "step",
    "fix",
    "method",
    "solution",
    "option",
    "tip",
    "way",
    "trick",
    "part",
    "no",
    "number",
    "attempt",
    "variant",
    "workaround",
    "approach",
    "schritt",
    "lösung",
    "tipp",
    "methode",
    "möglichkeit",
    "variante",
    "étape",
    "etape",
    "méthode",
    "astuce",
    "paso",
    "solución",
    "método",
    "passo",
    "soluzione",
    "stap",
    "oplossing",
    "krok",
];
/// Those that may be counted by letters as well: "Option A".
const LETTERED: [&str; 8] =
    ["method", "solution", "option", "variant", "approach", "lösung", "variante", "möglichkeit"];
/// What parts a number from the words behind it.
const MARKS: [char; 10] = ['.', ')', ':', '-', '/', '\u{fe0f}', '\u{20e3}', '、', '：', '।'];

/// How many bytes of the words of a heading are its number, with the marks behind it.
pub(super) fn number(heading: &Node) -> Option<usize> {
    number_of(Flat::of(&heading.children).text())
}

/// The number that a heading begins with, where nothing parts it from its words: "2 Check the cable".
pub(super) fn bare_number(heading: &Node) -> Option<(u32, usize)> {
    let flat = Flat::of(&heading.children);
    let text = flat.text();
    let start = text.trim_start();
    let digits = start.len() - start.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let number = start.get(..digits)?.parse().ok()?;
    let after = start.get(digits..)?;
    after.starts_with(' ').then(|| (number, text.len() - after.trim_start().len()))
}

pub(super) fn number_of(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    // Some letters have another length in lower case.
    if lower.len() != text.len() {
        return None;
    }
    let start = lower.trim_start();
    let (mut rest, mut lettered) = (start, false);
    for word in BEFORE {
        if let Some(after) = start.strip_prefix(word).filter(|it| it.starts_with([' ', '.', '#'])) {
            rest = after.trim_start_matches(['.', ' ']);
            lettered = LETTERED.contains(&word);
        }
    }
    let has_word = rest.len() < start.len();
    let rest = rest.strip_prefix('#').unwrap_or(rest);
    let digits = rest.chars().take_while(|it| it.is_numeric()).count();
    let letter = rest.starts_with(|it: char| it.is_ascii_lowercase()) && lettered;
    let after = match digits {
        1 | 2 => rest.trim_start_matches(char::is_numeric),
        0 if letter => rest.get(1..)?,
        // One sign for all of it.
        0 => rest.strip_prefix('🔟')?,
        _ => return None,
    };
    let marks = after.len() - after.trim_start_matches(|it| it == ' ' || MARKS.contains(&it)).len();
    // "3 ways to …" and "5G is slow" have a number that belongs to the words.
    let is_sign =
        rest.starts_with(|it: char| it.is_numeric() && it.len_utf8() > 2) && after.starts_with(' ');
    let is_parted = (after.trim_start().starts_with(MARKS) || is_sign || digits == 0 && !letter)
        && !after.starts_with("-in")
        && after.get(marks..).is_some_and(|it| !it.is_empty());
    let is_named = has_word && digits > 0 && after.starts_with(' ') && !after.trim().is_empty();
    (is_parted || is_named).then(|| text.len() - after.len() + marks)
}

/// A paragraph or a heading without its number.
pub(super) fn without_number(heading: Node) -> Node {
    match number(&heading) {
        Some(end) => without(heading, end),
        None => heading,
    }
}

/// Without so many bytes of its words.
pub(super) fn without(mut node: Node, end: usize) -> Node {
    let flat = Flat::of(&node.children);
    if let Some(out) = flat.source(0..end) {
        node.children = cut(&node.children, &out);
    }
    node
}
