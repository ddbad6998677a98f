//! The numbers before the names of fixes: `Step 1.`, `2)`, `Fix #3 –`. Knows nothing of headings beyond their words.

use crate::flat::{Flat, cut};
use crate::node::Node;

/// What stands before a number.
const BEFORE: [&str; 16] = [
    "step", "fix", "method", "solution", "option", "tip", "way", "trick", "part", "no", "number",
    "schritt", "lösung", "tipp", "étape", "paso",
];

/// The number of a heading, and how many bytes of its words it takes with the marks behind it.
pub(super) fn number(heading: &Node) -> Option<(u32, usize)> {
    number_of(Flat::of(&heading.children).text())
}

fn number_of(text: &str) -> Option<(u32, usize)> {
    let lower = text.to_lowercase();
    // Some letters have another length in lower case.
    if lower.len() != text.len() {
        return None;
    }
    let start = lower.trim_start();
    let mut rest = start;
    for word in BEFORE {
        if let Some(after) = start.strip_prefix(word).filter(|it| it.starts_with([' ', '.', '#'])) {
            rest = after.trim_start_matches(['.', ' ']);
        }
    }
    let has_word = rest.len() < start.len();
    let rest = rest.strip_prefix('#').unwrap_or(rest);
    let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let number = rest.get(..digits)?.parse().ok().filter(|it| *it < 100)?;
    let after = rest.get(digits..)?;
    let marks = after.len() - after.trim_start_matches(['.', ')', ':', '-', ' ', '/']).len();
    // "3 ways to …" and "5G is slow" have a number that belongs to the words.
    let is_parted = after.trim_start().starts_with(['.', ')', ':', '-'])
        && !after.starts_with("-in")
        && after.get(marks..).is_some_and(|it| !it.is_empty());
    let is_named = has_word && (after.starts_with(' ') && !after.trim().is_empty());
    (is_parted || is_named).then(|| (number, text.len() - after.len() + marks))
}

/// The heading without its number.
pub(super) fn without_number(mut heading: Node) -> Node {
    let flat = Flat::of(&heading.children);
    if let Some((_, end)) = number_of(flat.text())
        && let Some(out) = flat.source(0..end)
    {
        heading.children = cut(&heading.children, &out);
    }
    heading
}
