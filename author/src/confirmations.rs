//! `(confirm twice)`: how often a warning is confirmed. Knows nothing of the rest of the warning.

use crate::brackets::{groups, inside, words};
use crate::context::Context;
use crate::flat::{Flat, cut};
use crate::node::{Kind, Node};

pub(crate) const CURE: &str =
    "write `(confirm twice)`, `(confirm three times)` or `(confirm 4 times)`";

/// What words in brackets, or others, say about how often something is confirmed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Times {
    /// From 1 to 5.
    Are(u32),
    /// It speaks of confirming, and the number cannot be read.
    Unclear,
    /// A number of times, and not a word of what is done so often.
    OfSomething,
    /// Nothing.
    None,
}

const CONFIRM: [&str; 9] = [
    "confirm",
    "confirms",
    "confirmation",
    "confirmations",
    "acknowledge",
    "acknowledges",
    "acknowledgement",
    "acknowledgements",
    "acknowledgments",
];
/// Words that may ask for it as well.
const READ: [&str; 7] = ["read", "reads", "tick", "ticked", "confirmed", "acknowledged", "conform"];
const FILL: [&str; 29] = [
    "please", "kindly", "this", "that", "it", "the", "warning", "to", "be", "must", "should", "is",
    "has", "have", "needs", "at", "least", "reader", "readers", "you", "of", "in", "total", "for",
    "by", "each", "and", "all", "required",
];

/// What the words in a bracket say.
pub(crate) fn times(text: &str) -> Times {
    let lower = text.to_lowercase();
    let all: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let rest: Vec<&str> = all.iter().copied().filter(|word| !FILL.contains(word)).collect();
    let strong = rest.iter().any(|word| CONFIRM.contains(word));
    let named = strong || rest.iter().any(|word| READ.contains(word));
    let bare: Vec<&str> = rest
        .iter()
        .copied()
        .filter(|word| !CONFIRM.contains(word) && !READ.contains(word))
        .collect();
    // "Read" of something else is a word like any other.
    let leads = rest.first().is_some_and(|word| CONFIRM.contains(word));
    match (number(&bare, named), named) {
        (Some(Some(number)), true) => Times::Are(number),
        (Some(_), false) => Times::OfSomething,
        (Some(None), true) => Times::Unclear,
        (None, _) if leads || (strong && bare.iter().any(|word| counts(word))) => Times::Unclear,
        (None, true) if bare.iter().any(|word| counts(word)) => Times::Unclear,
        // "(comfirm twice)", "(check 2 times)"
        (None, _) if all.len() <= 5 && is_repeated(&all) => Times::OfSomething,
        (None, _) => Times::None,
    }
}

fn is_repeated(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "twice" | "thrice"))
        || words.windows(2).any(|pair| {
            matches!(pair, [number, "time" | "times" | "x"] if value(number).is_some_and(|it| it > 1))
        })
}

/// Whether a text begins with a bare number of times: what was left of `**Warning x2:**`.
pub(crate) fn begins(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let (at, word) = words(&lower).next()?;
    (times(word) == Times::OfSomething).then_some((at, at + word.len()))
}

/// Where words without brackets say how often to confirm: "confirm this twice".
pub(crate) fn without_brackets(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let all: Vec<(usize, &str)> = words(&lower).collect();
    all.iter().enumerate().find_map(|(index, (at, word))| {
        if !CONFIRM.contains(word) {
            return None;
        }
        let after = all.iter().skip(index + 1).take(4).find(|(_, word)| !FILL.contains(word));
        let before = index.checked_sub(1).and_then(|before| all.get(before));
        let noun = word.starts_with("confirmation") || word.starts_with("acknowledg");
        match (after, before) {
            (Some((end, count)), _) if counts(count) => Some((*at, end + count.len())),
            (_, Some((start, count))) if noun && counts(count) => Some((*start, at + word.len())),
            _ => None,
        }
    })
}

/// Whether a word is or begins a number of times.
fn counts(word: &str) -> bool {
    matches!(word, "twice" | "thrice" | "once" | "double" | "times")
        || value(word).is_some()
        || word.starts_with(|first: char| first.is_ascii_digit())
}

/// The number of times that the words are, and nothing else; none inside where it is not from 1 to 5.
fn number(words: &[&str], named: bool) -> Option<Option<u32>> {
    let number = match words {
        // Without a word of what is done once, it asks for nothing more than it would get.
        ["once"] if named => Some(1),
        ["twice" | "double" | "doubly"] => Some(2),
        ["thrice"] => Some(3),
        ["x", number] | [number, "time" | "times" | "x"] => value(number),
        // "2x", "x2"; and a number alone where it is said what is done so often.
        [word] if word.starts_with('x') || word.ends_with('x') => value(word.trim_matches('x')),
        [word] if named => value(word),
        _ => return None,
    };
    number.map(|number| (1..=5).contains(&number).then_some(number))
}

fn value(word: &str) -> Option<u32> {
    match word {
        "one" => Some(1),
        "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "five" => Some(5),
        digits => digits.parse().ok(),
    }
}

/// Takes the confirmations out of a warning, wherever in it they stand. The words go, the number stays.
pub(crate) fn take(ctx: &mut Context, blocks: &mut [Node]) -> u32 {
    let mut found = None;
    take_from(ctx, blocks, &mut found);
    found.unwrap_or(1)
}

fn take_from(ctx: &mut Context, blocks: &mut [Node], found: &mut Option<u32>) {
    for block in blocks {
        match block.kind {
            Kind::Paragraph | Kind::Heading(_) | Kind::Cell => in_runs(ctx, block, found),
            _ => take_from(ctx, &mut block.children, found),
        }
    }
}

fn in_runs(ctx: &mut Context, block: &mut Node, found: &mut Option<u32>) {
    let flat = Flat::of(&block.children);
    let text = flat.text();
    let mut out = None;
    for group in groups(text) {
        let Some(range) = flat.source(group.outer.clone()) else { continue };
        match (times(inside(text, &group)), group.closed) {
            (Times::None, _) => {}
            (_, false) => ctx.diagnostics.error(range, "this bracket has no end", CURE),
            (Times::Are(_), _) if out.is_some() || found.is_some() => ctx.diagnostics.error(
                range,
                "this warning says twice how often it is confirmed",
                "leave one of them out",
            ),
            (Times::Are(number), _) => {
                *found = Some(number);
                let blank =
                    text.get(..group.outer.start).map_or(0, |before| before.trim_end().len());
                out = flat.source(blank..group.outer.end);
            }
            (Times::Unclear, _) => ctx.diagnostics.error(
                range,
                "this is not a number of confirmations from 1 to 5",
                format!("{CURE}; if something else is meant, say it without brackets"),
            ),
            (Times::OfSomething, _) => ctx.diagnostics.error(
                range,
                "this may say how often the warning is confirmed, or something else",
                "write `(confirm twice)` for the one; for the other, say it without brackets",
            ),
        }
    }
    if let Some(out) = out {
        block.children = cut(&block.children, &out);
    }
}
