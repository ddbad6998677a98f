//! Lists whose items begin with options: words for some readers only. Knows nothing of steps.

use std::ops::Range;

use fix_ladder_core::ladder::{Location, RawVariant};

use crate::brackets::{self, Group};
use crate::context::Context;
use crate::flat::{Flat, comparable, cut};
use crate::node::{Kind, Node};
use crate::options::{Fault, When};
use crate::prose;
use crate::text;

/// So many items of one list are held against those above them.
const MOST_COMPARED: usize = 100;

/// How an item begins.
enum Head {
    /// With options, or with `Otherwise`, which is for nobody in particular.
    For { when: When, end: usize },
    /// With words and a colon that name no options.
    Unknown { fault: Fault, near: bool, flat: Flat },
    /// With anything else.
    None,
}

/// The variants of a list, or nothing when it is an ordinary one.
pub(crate) fn read(ctx: &mut Context, location: &Location, list: &Node) -> Option<Vec<RawVariant>> {
    let heads: Vec<Head> = list.children.iter().map(|item| head(ctx, item)).collect();
    let some = heads.iter().any(|head| matches!(head, Head::For { .. }));
    let meant = some || heads.iter().all(|head| matches!(head, Head::Unknown { near: true, .. }));
    if !meant {
        return None;
    }
    let mut ends = Vec::new();
    for (item, head) in list.children.iter().zip(heads) {
        match head {
            Head::For { when, end } => ends.push((item, when, end)),
            Head::Unknown { fault, near: true, flat } => {
                let (message, cure, range) = explain(ctx, fault, &flat, item);
                ctx.diagnostics.error(range, message, cure);
            }
            Head::Unknown { .. } | Head::None => ctx.diagnostics.warning(
                first_words(item),
                "this item begins with no option, so the whole list is shown to every reader",
                "begin every item of the list with an option and a colon, or with `Otherwise:`",
            ),
        }
    }
    if ends.len() < list.children.len() {
        return None;
    }
    ctx.locations.record(location, &list.range);
    for (index, (item, when, _)) in ends.iter().enumerate().take(MOST_COMPARED) {
        // The first item that fits is shown: what an earlier one covers is for nobody.
        let covers = |(_, earlier, _): &(&Node, When, usize)| {
            !earlier.is_empty()
                && earlier.iter().all(|(choice, options)| {
                    let those = when.get(choice);
                    those.is_some_and(|those| those.iter().all(|it| options.contains(it)))
                })
        };
        if ends.iter().take(index).any(covers) {
            ctx.diagnostics.warning(
                first_words(item),
                "whoever chose this is shown an item above it, and never this one",
                "put it above the other, or join the two",
            );
        }
    }
    let variant = |(number, (item, when, end)): (usize, (&Node, When, usize))| {
        ctx.locations.record(&location.nth("variant", number), &item.range);
        RawVariant { when, text: words(ctx, item, end) }
    };
    Some(ends.into_iter().enumerate().map(variant).collect())
}

fn head(ctx: &Context, item: &Node) -> Head {
    let Some(first) = item.children.first().filter(|first| first.kind == Kind::Paragraph) else {
        return Head::None;
    };
    let flat = Flat::of(&first.children);
    let mut fault = None;
    // An option may have a colon in its own name, so a few are tried.
    for (colon, _) in flat.text().match_indices(':').take(3) {
        let words = flat.text().get(..colon).unwrap_or("");
        let end = flat.source(colon..colon + 1).map_or(first.range.end, |range| range.end);
        if is_otherwise(words) {
            return Head::For { when: When::new(), end };
        }
        match ctx.options.when(words) {
            Ok(when) => return Head::For { when, end },
            Err(found) => fault = fault.or(Some((found, ctx.options.almost(words)))),
        }
    }
    match fault {
        Some((fault, near)) => Head::Unknown { fault, near, flat },
        None => Head::None,
    }
}

fn is_otherwise(words: &str) -> bool {
    comparable(words) == "otherwise"
}

fn explain(
    ctx: &Context,
    fault: Fault,
    flat: &Flat,
    item: &Node,
) -> (String, String, Range<usize>) {
    let (message, cure, at) = ctx.options.explain(fault);
    (message, cure, flat.source_of_words(at).unwrap_or(item.range.clone()))
}

fn first_words(item: &Node) -> Range<usize> {
    item.children.first().map_or(item.range.clone(), |first| first.range.clone())
}

fn words(ctx: &mut Context, item: &Node, end: usize) -> fix_ladder_core::ladder::RawText {
    let mut item = item.clone();
    if let Some(first) = item.children.first_mut() {
        first.children = cut(&first.children, &(0..end));
    }
    let text = prose::one_paragraph(ctx, &item);
    if text::words_of(&text).is_empty() {
        ctx.diagnostics.error(
            first_words(&item),
            "this option has no words of its own",
            "write what its readers should do after the colon",
        );
    }
    text
}

/// `… (only for A, B + C)` at the end of a paragraph: for whom it is, and the bytes to be cut out.
pub(crate) fn only_for(ctx: &mut Context, nodes: &[Node]) -> Option<(When, Range<usize>)> {
    let flat = Flat::of(nodes);
    let (outer, Group { inner, .. }) = brackets::last(flat.text())?;
    let lower = flat.lower();
    let words = lower.get(inner.clone())?;
    let given = words.trim_start().strip_prefix("only for ")?;
    let start = inner.end - given.len();
    let named = flat.text().get(start..inner.end)?;
    let when = match ctx.options.when(named) {
        Ok(when) => when,
        Err(fault) => {
            let (message, cure, at) = ctx.options.explain(fault);
            let range = flat.source_of_words(start + at.start..start + at.end);
            ctx.diagnostics.error(range.or(flat.source(inner))?, message, cure);
            When::new()
        }
    };
    Some((when, flat.source(outer)?))
}
