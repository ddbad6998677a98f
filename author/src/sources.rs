//! Sources, and the month in which something was checked. Knows nothing of what they support.

use std::ops::Range;

use fix_ladder_core::ladder::{Location, RawSource};

use crate::context::Context;
use crate::flat::{Flat, cut};
use crate::node::{Kind, Node, take_comments};
use crate::text_kind::TextKind;
use crate::{annotations, prose, text};

/// A list of sources, or a paragraph under `Sources`, which is one.
pub(crate) fn read(
    ctx: &mut Context,
    location: &Location,
    node: &Node,
    sources: &mut Vec<RawSource>,
) {
    let items = match node.kind {
        Kind::List { .. } => node.children.as_slice(),
        _ => std::slice::from_ref(node),
    };
    for item in items {
        let mut item = match item.kind {
            Kind::Item => item.clone(),
            _ => Node { kind: Kind::Item, range: item.range.clone(), children: vec![item.clone()] },
        };
        let comments = take_comments(&mut item.children);
        annotations::sort(ctx, comments, &[]);
        if item.children.is_empty() {
            continue;
        }
        ctx.locations.record(&location.nth("source", sources.len()), &item.range);
        let source = ctx.at(TextKind::Source, |ctx| one(ctx, item));
        sources.push(source);
    }
}

fn one(ctx: &mut Context, mut item: Node) -> RawSource {
    let found = match item.children.first() {
        Some(first) if first.kind == Kind::Paragraph => {
            checked(ctx, &first.children).map(|found| (found, first.clone()))
        }
        _ => None,
    };
    let Some(((month, out), first)) = found else {
        return RawSource { text: prose::one_paragraph(ctx, &item), checked: None, note: None };
    };
    let text = text::text(ctx, &cut(&first.children, &(out.start..usize::MAX)));
    if let Some(first) = item.children.first_mut() {
        first.children = cut(&first.children, &(0..out.end));
        let flat = Flat::of(&first.children);
        let punctuation =
            flat.text().len() - flat.text().trim_start_matches([':', '.', ';', ',', ' ']).len();
        if let Some(out) = flat.source(0..punctuation) {
            first.children = cut(&first.children, &out);
        }
    }
    let note = prose::one_paragraph(ctx, &item);
    let note = (!text::words_of(&note).is_empty()).then_some(note);
    RawSource { text, checked: Some(month), note }
}

/// The month behind the word `checked`, and the bytes from the comma before it to its end.
pub(crate) fn checked(ctx: &mut Context, nodes: &[Node]) -> Option<(String, Range<usize>)> {
    let flat = Flat::of(nodes);
    let lower = flat.lower();
    let mut bad = None;
    for (at, word) in lower.match_indices("checked ") {
        let before = lower.get(..at)?.trim_end();
        // "unchecked", "I checked it": only behind a comma or in parentheses is it a date.
        if !before.is_empty() && !before.ends_with([',', '(', '.', ';', '-']) {
            continue;
        }
        let rest = lower.get(at + word.len()..)?;
        let length = rest
            .find(|character: char| !character.is_ascii_digit() && character != '-')
            .unwrap_or(rest.len());
        let date = rest.get(..length)?.trim_end_matches('-');
        let start = before.trim_end_matches([',', '(', ';', '-', ' ']).len();
        let end = at + word.len() + date.len();
        let closes = before.ends_with('(') && lower.get(end..)?.starts_with(')');
        match month(date) {
            Some(month) => return Some((month, flat.source(start..end + usize::from(closes))?)),
            None => bad = bad.or(flat.source_of_words(at..end.max(at + word.len()))),
        }
    }
    if let Some(range) = bad {
        ctx.diagnostics.warning(
            range,
            "this is not a month, so it stays in the text",
            "write the year and the month as in `checked 2026-11`",
        );
    }
    None
}

/// `2026-11`; of `2026-11-23` the month.
fn month(date: &str) -> Option<String> {
    let mut parts = date.split('-');
    let (year, month) = (parts.next()?, parts.next()?);
    let number: u8 = month.parse().ok()?;
    (year.len() == 4 && month.len() == 2 && (1..=12).contains(&number))
        .then(|| format!("{year}-{month}"))
}
