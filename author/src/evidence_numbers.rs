//! `two numbers: items here, items in the copy`: what in brackets asks for two numbers.
//! Knows nothing of where it stands.

use fix_ladder_core::ladder::RawNumbers;

use crate::brackets::words;
use crate::flat::{comparable, fold};
use crate::nearest::nearest;

const BEFORE: [&str; 15] = [
    "please", "enter", "give", "write", "compare", "count", "note", "the", "these", "two", "2",
    "both", "a", "pair", "of",
];
const NUMBERS: [&str; 3] = ["numbers", "counts", "figures"];
const MARKS: [char; 7] = [':', '-', ',', ';', '=', '.', '|'];

/// The numbers that words ask for. Nothing when they do not seem to; an error when they seem to and cannot be read.
pub(crate) fn read(words: &str) -> Option<Result<RawNumbers, ()>> {
    let plain = fold(words);
    if !looks_like(&plain) {
        return None;
    }
    Some(labels(&plain, words).ok_or(()))
}

/// The labels as they are written, for they are shown.
fn labels(plain: &str, written: &str) -> Option<RawNumbers> {
    let end = opening(plain)?;
    let rest = plain.get(end..)?;
    let labels = rest.trim_start_matches([' ']).trim_start_matches(MARKS);
    // Without a mark behind it, "two numbers" is the beginning of a sentence.
    if labels.len() == rest.trim_start().len() {
        return None;
    }
    let shown = as_written(labels, plain, written);
    // Labels with commas of their own are kept apart by a semicolon.
    let separator: &[char] = match shown.contains([';', '；']) {
        true => &[';', '；'],
        false => &[',', '，', '、'],
    };
    let pieces: Vec<&str> = shown.split(separator).map(str::trim).collect();
    let [first, second] = pieces.as_slice() else { return None };
    let says = |label: &str| label.contains(char::is_alphanumeric);
    (says(first) && says(second)).then(|| {
        let [first, second] = [first, second].map(|label| (*label).to_owned());
        RawNumbers { first, second, fewer: None, equal: None, more: None }
    })
}

/// The end of the words as their author wrote it. Where characters became more or fewer, the plain one has to do.
fn as_written(end: &str, plain: &str, written: &str) -> String {
    let count = written.chars().count();
    match count == plain.chars().count() {
        true => written.chars().skip(count.saturating_sub(end.chars().count())).collect(),
        false => end.to_owned(),
    }
}

/// Where `two numbers`, or what else says it, ends.
fn opening(plain: &str) -> Option<usize> {
    let lower = plain.to_ascii_lowercase();
    let mut words = words(&lower).peekable();
    while words.next_if(|(_, word)| BEFORE.contains(word)).is_some() {}
    let (at, word) = words.next()?;
    NUMBERS.contains(&word).then_some(at + word.len())
}

fn looks_like(plain: &str) -> bool {
    let lower = plain.to_lowercase();
    let all: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let numbers = ["numbers", "number", "counts", "figures"];
    let first = all.first().copied().unwrap_or("");
    let head = lower.split([':', ',', ';']).next().unwrap_or("");
    numbers.contains(&first)
        || (first == "count" && plain.contains(':'))
        || (all.iter().take(5).any(|word| numbers.contains(word))
            && (BEFORE.contains(&first) || ["three", "3", "one", "1"].contains(&first)))
        || nearest(&comparable(head), ["two numbers"]).is_some()
}
