//! Quotes that mean something: warnings, and advice against a rung. Knows nothing of other quotes.

use std::ops::Range;

use fix_ladder::ladder::{Place, RawAdvice, RawRung, RawWarning};

use crate::comments;
use crate::context::Context;
use crate::flat::{Flat, cut, written};
use crate::tree::{Kind, Node};
use crate::{marks, prose, sources};

/// Reads a quote into the rung, if it is a warning or an advice against it.
pub(crate) fn read(ctx: &mut Context, place: &Place, quote: &Node, rung: &mut RawRung) -> bool {
    let Some(bold) = first_bold(quote) else { return false };
    let flat = Flat::of(&bold.children);
    let lower = flat.lower();
    if let Some(end) = opening(&lower) {
        warning(ctx, place, quote, flat.source(0..end), rung);
        return true;
    }
    match advises(&lower) {
        Some((name, words)) => {
            let by = flat
                .source(name)
                .map(|name| written(&cut(&bold.children, &(name.end..usize::MAX))));
            advice(ctx, place, quote, by.unwrap_or_default(), flat.source(words), rung);
            true
        }
        None => false,
    }
}

/// The name in `NAME advises against this`, and all of these words.
fn advises(lower: &str) -> Option<(Range<usize>, Range<usize>)> {
    let verb = [" advises against", " advise against"];
    let (at, after) = verb
        .into_iter()
        .find_map(|words| Some((lower.find(words)?, lower.find(words)? + words.len())))?;
    let end = match lower.get(after..)?.strip_prefix(" this") {
        Some(rest) => lower.len() - rest.len(),
        None => after,
    };
    Some((0..at, 0..end))
}

/// Whether a quote would be read as a guard.
pub(crate) fn is_warning(quote: &Node) -> bool {
    first_bold(quote).is_some_and(|bold| opening(&Flat::of(&bold.children).lower()).is_some())
}

fn first_bold(quote: &Node) -> Option<&Node> {
    let first = quote.children.iter().find(|node| !matches!(node.kind, Kind::Comment(_)))?;
    match first.kind {
        Kind::Paragraph => first.children.iter().find(|node| match &node.kind {
            Kind::Text(text) => !text.trim().is_empty(),
            kind => !matches!(kind, Kind::Comment(_) | Kind::Break),
        }),
        _ => None,
    }
    .filter(|node| node.kind == Kind::Strong)
}

/// Where the word `Warning` ends, when the text begins with it.
fn opening(lower: &str) -> Option<usize> {
    let rest = lower.trim_start().strip_prefix("warning")?;
    let ends = rest.chars().next().is_none_or(|character| !character.is_alphanumeric());
    ends.then_some(lower.len() - rest.len())
}

fn warning(
    ctx: &mut Context,
    place: &Place,
    quote: &Node,
    word: Option<Range<usize>>,
    rung: &mut RawRung,
) {
    let mut blocks = quote.children.clone();
    let comments = comments::take(&mut blocks);
    let confirmations = take_confirmations(ctx, &mut blocks);
    if let (Some(word), Some(first)) = (word, blocks.first_mut()) {
        cut_opening(first, word);
    }
    let place = place.nth("warning", rung.warnings.len());
    ctx.places.record(&place, &quote.range);
    let mut text = Vec::new();
    prose::push(ctx, &place.only("text"), &blocks, &mut text);
    let marks = marks::sort(ctx, comments, &["id"]);
    let id = marks::id(ctx, "warning", marks.id);
    if text.is_empty() {
        ctx.diagnostics.error(
            quote.range.clone(),
            "this warning says nothing",
            "write after the bold word what can be lost, and how to keep it",
        );
    }
    rung.warnings.push(RawWarning { id, text, confirmations });
}

/// Cuts the bold word out, and the colon, dash or full stop between it and the rest.
fn cut_opening(paragraph: &mut Node, word: Range<usize>) {
    paragraph.children = cut(&paragraph.children, &word);
    let flat = Flat::of(&paragraph.children);
    let marks =
        flat.text().len() - flat.text().trim_start_matches([':', '!', '.', '-', ',', ' ']).len();
    if let Some(out) = flat.source(0..marks) {
        paragraph.children = cut(&paragraph.children, &out);
    }
}

/// `(confirm twice)`, wherever in the warning it stands. The words go, the number stays.
fn take_confirmations(ctx: &mut Context, blocks: &mut [Node]) -> u32 {
    let mut confirmations = None;
    for block in blocks.iter_mut().filter(|block| block.kind == Kind::Paragraph) {
        let flat = Flat::of(&block.children);
        let lower = flat.lower();
        let Some(start) = lower.find("(confirm") else { continue };
        let Some(end) =
            lower.get(start..).and_then(|rest| rest.find(')')).map(|end| start + end + 1)
        else {
            continue;
        };
        let (Some(range), words) =
            (flat.source(start..end), lower.get(start + 8..end - 1).unwrap_or(""))
        else {
            continue;
        };
        match (number_of_times(words), confirmations) {
            (Some(number), None) => {
                confirmations = Some(number);
                let blank = lower.get(..start).map_or(start, |before| before.trim_end().len());
                let out = flat.source(blank..end).unwrap_or(range);
                block.children = cut(&block.children, &out);
            }
            (Some(_), Some(_)) => ctx.diagnostics.error(
                range,
                "this warning says twice how often it is confirmed",
                "leave one of them out",
            ),
            (None, _) => ctx.diagnostics.error(
                range,
                "this is not a number of confirmations from 1 to 5",
                "write `(confirm twice)`, `(confirm three times)` or `(confirm 4 times)`",
            ),
        }
    }
    confirmations.unwrap_or(1)
}

fn number_of_times(words: &str) -> Option<u32> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let number = match words.as_slice() {
        ["once"] => 1,
        ["twice"] => 2,
        ["thrice"] => 3,
        [number, "time" | "times"] => match *number {
            "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            digits => digits.parse().ok()?,
        },
        _ => return None,
    };
    (1..=5).contains(&number).then_some(number)
}

fn advice(
    ctx: &mut Context,
    place: &Place,
    quote: &Node,
    by: String,
    words: Option<Range<usize>>,
    rung: &mut RawRung,
) {
    let mut blocks = quote.children.clone();
    let comments = comments::take(&mut blocks);
    marks::sort(ctx, comments, &[]);
    if let (Some(words), Some(first)) = (words, blocks.first_mut()) {
        cut_opening(first, words);
    }
    let mut checked = None;
    for block in blocks.iter_mut().filter(|block| block.kind == Kind::Paragraph) {
        if let Some((month, out)) = sources::checked(ctx, &block.children) {
            checked = checked.or(Some(month));
            block.children = cut(&block.children, &out);
        }
    }
    let place = place.nth("advice", rung.advice_against.len());
    ctx.places.record(&place, &quote.range);
    if !has_link(quote) {
        ctx.diagnostics.warning(
            quote.range.clone(),
            "this advice has no link",
            "link to the page that says so, and add the month: `[its title](https://…), checked 2026-11`",
        );
    }
    let mut text = Vec::new();
    prose::push(ctx, &place.only("text"), &blocks, &mut text);
    rung.advice_against.push(RawAdvice { by, text, checked });
}

fn has_link(node: &Node) -> bool {
    matches!(node.kind, Kind::Link { .. }) || node.children.iter().any(has_link)
}

/// Says of the warnings inside an item that they are taken out of it, and reads them.
pub(crate) fn lift(ctx: &mut Context, place: &Place, blocks: &mut Vec<Node>, rung: &mut RawRung) {
    let mut lifted = Vec::new();
    blocks.retain_mut(|block| match &block.kind {
        Kind::Quote if is_warning(block) => {
            lifted.push(block.clone());
            false
        }
        Kind::List { .. } | Kind::Item => {
            let mut children = std::mem::take(&mut block.children);
            lift(ctx, place, &mut children, rung);
            block.children = children;
            true
        }
        _ => true,
    });
    for quote in lifted {
        ctx.diagnostics.note(
            quote.range.clone(),
            "a warning guards its whole rung, so this one is shown above the steps",
            "put it directly under the rung's heading",
        );
        read(ctx, place, &quote, rung);
    }
}
