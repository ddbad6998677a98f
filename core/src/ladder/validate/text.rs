//! Blocks, paragraphs and spans: nothing empty, nothing too deep, no link of a harmful kind.
//!
//! Does not know where in a ladder the words stand.

use std::rc::Rc;

use super::super::error::Location;
use super::super::model::{Block, Span, Text, Variant};
use super::super::quote::is_invisible;
use super::super::raw::{
    RawBlock, RawLink, RawMarked, RawOtherBlock, RawSpan, RawText, RawVariant,
};
use super::super::url::check_link;
use super::report::Ctx;
use super::when::when;

/// Lists, variants and marks inside one another.
const MAX_LEVELS: usize = 32;

pub(super) fn blocks(ctx: &mut Ctx<'_>, raw: &[RawBlock], location: &Location) -> Vec<Block> {
    let numbered = raw.iter().enumerate();
    numbered.map(|(index, raw)| block(ctx, raw, &location.nth("paragraph", index))).collect()
}

/// The blocks of something that warns: at least one, and all of them in sight.
pub(super) fn blocks_in_sight(
    ctx: &mut Ctx<'_>,
    raw: &[RawBlock],
    location: &Location,
) -> Vec<Block> {
    if raw.is_empty() {
        ctx.fault(location, "there is no text: write it");
    }
    check_nothing_is_folded(
        ctx,
        raw,
        location,
        "a warning and an advice are never folded away: take its blocks out of `more`",
    );
    blocks(ctx, raw, location)
}

pub(super) fn text(ctx: &mut Ctx<'_>, raw: &RawText, location: &Location) -> Text {
    text_at(ctx, raw, location, 0)
}

/// A label or a name, which has no marks.
pub(super) fn words(ctx: &mut Ctx<'_>, raw: &str, location: &Location) -> Rc<str> {
    if is_blank(raw) {
        ctx.fault(location, "this is empty: give it words");
    }
    check_words_order(ctx, raw, location);
    raw.trim().into()
}

/// Whether there is anything to read in some words: a letter or a digit.
pub(super) fn is_readable(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric)
}

pub(super) fn is_blank(words: &str) -> bool {
    words.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

fn block(ctx: &mut Ctx<'_>, raw: &RawBlock, location: &Location) -> Block {
    match raw {
        RawBlock::Paragraph(raw) => Block::Paragraph(text(ctx, raw, location)),
        RawBlock::Other(RawOtherBlock::List(items)) => {
            if items.is_empty() {
                ctx.fault(location, "the list is empty: give it items, or take it out");
            }
            let numbered = items.iter().enumerate();
            Block::List(
                numbered
                    .map(|(index, raw)| text_at(ctx, raw, &location.nth("item", index), 1))
                    .collect(),
            )
        }
        RawBlock::Other(RawOtherBlock::Variants(raw)) => {
            Block::Variants(variants(ctx, raw, location))
        }
        RawBlock::Other(RawOtherBlock::More(raw)) => Block::More(more(ctx, raw, location)),
    }
}

/// Goes no deeper than one fold in another, however many there are.
fn more(ctx: &mut Ctx<'_>, raw: &[RawBlock], location: &Location) -> Vec<Block> {
    if raw.is_empty() {
        ctx.fault(location, "nothing is folded here: give it blocks, or take the block out");
    }
    let folded = "what is folded folds nothing else: take the inner blocks out of their `more`";
    if check_nothing_is_folded(ctx, raw, &location.only("more"), folded) {
        blocks(ctx, raw, &location.only("more"))
    } else {
        Vec::new()
    }
}

fn check_nothing_is_folded(
    ctx: &mut Ctx<'_>,
    raw: &[RawBlock],
    location: &Location,
    message: &str,
) -> bool {
    let is_folded = |raw: &RawBlock| matches!(raw, RawBlock::Other(RawOtherBlock::More(_)));
    let folded = raw.iter().position(is_folded);
    if let Some(index) = folded {
        ctx.fault(&location.nth("paragraph", index), message);
    }
    folded.is_none()
}

fn variants(ctx: &mut Ctx<'_>, raw: &[RawVariant], location: &Location) -> Vec<Variant> {
    if raw.is_empty() {
        ctx.fault(location, "there are no variants: add some, or take the block out");
    }
    let mut otherwise = None;
    let mut checked = Vec::new();
    for (index, raw) in raw.iter().enumerate() {
        let location = location.nth("variant", index);
        match (raw.when.is_empty(), otherwise) {
            (true, None) => otherwise = Some(index),
            (true, Some(first)) => {
                let first = first + 1;
                ctx.fault(
                    &location,
                    format!(
                        "variant {first} is for everybody else already: give this one a `when`"
                    ),
                );
            }
            (false, _) => {}
        }
        checked.push(Variant {
            when: when(ctx, &raw.when, &location.only("when")),
            text: text_at(ctx, &raw.text, &location, 1),
        });
    }
    checked
}

fn text_at(ctx: &mut Ctx<'_>, raw: &RawText, location: &Location, levels: usize) -> Text {
    let checked = match raw {
        RawText::Plain(words) => vec![Span::Plain(words.as_str().into())],
        RawText::Spans(raw) => {
            if is_deeper_than(raw, MAX_LEVELS.saturating_sub(levels)) {
                ctx.fault(
                    location,
                    format!("marks are nested more than {MAX_LEVELS} levels deep: take some out"),
                );
                return Text::default();
            }
            spans(ctx, raw, location)
        }
    };
    if !have_words(&checked) {
        ctx.fault(location, "the text is empty: give it words");
    }
    check_order(ctx, &checked, location);
    Text(checked)
}

/// Words are to be read in the order in which they are written: a warning could say the opposite of what is in it.
fn check_order(ctx: &mut Ctx<'_>, spans: &[Span], location: &Location) {
    for span in spans {
        match span {
            Span::Plain(words) | Span::Code(words) => check_words_order(ctx, words, location),
            Span::Path(names) => names.iter().for_each(|it| check_words_order(ctx, it, location)),
            Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => {
                check_order(ctx, inner, location);
            }
        }
    }
}

fn check_words_order(ctx: &mut Ctx<'_>, words: &str, location: &Location) {
    let turns = |it: &char| matches!(it, '\u{202a}'..='\u{202b}' | '\u{202d}'..='\u{202e}');
    if let Some(turns) = words.chars().find(turns) {
        ctx.fault(
            location,
            format!(
                "the text contains the invisible character U+{:04X}, which turns the order of what follows: \
                 take it out",
                u32::from(turns)
            ),
        );
    }
}

/// Whether blocks have words, and yet nothing to read for some reader.
pub(super) fn say_nothing(blocks: &[Block]) -> bool {
    let has_words = |text: &Text| have_words(&text.0);
    let reads = |text: &Text| is_readable(&text.plain());
    let all = |test: &dyn Fn(&Text) -> bool| {
        blocks.iter().any(|block| match block {
            Block::Paragraph(text) => test(text),
            Block::List(items) => items.iter().any(test),
            Block::Variants(variants) => variants.iter().all(|it| test(&it.text)),
            Block::More(_) => false,
        })
    };
    all(&has_words) && !all(&reads)
}

/// Goes one level deeper than allowed and no further. What comes after may then go all the way down.
fn is_deeper_than(raw: &[RawSpan], levels: usize) -> bool {
    raw.iter().filter_map(inner).any(|inner| match levels.checked_sub(1) {
        Some(levels) => is_deeper_than(inner, levels),
        None => true,
    })
}

fn inner(raw: &RawSpan) -> Option<&[RawSpan]> {
    match raw {
        RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => Some(inner),
        RawSpan::Marked(RawMarked::Link(link)) => Some(&link.text),
        RawSpan::Marked(RawMarked::Code(_) | RawMarked::Path(_)) | RawSpan::Plain(_) => None,
    }
}

fn spans(ctx: &mut Ctx<'_>, raw: &[RawSpan], location: &Location) -> Vec<Span> {
    let numbered = raw.iter().enumerate();
    numbered
        .map(|(index, raw)| match raw {
            RawSpan::Plain(words) => Span::Plain(words.as_str().into()),
            RawSpan::Marked(marked) => mark(ctx, marked, &location.nth("span", index)),
        })
        .collect()
}

fn mark(ctx: &mut Ctx<'_>, raw: &RawMarked, location: &Location) -> Span {
    match raw {
        RawMarked::Strong(raw) => Span::Strong(marked_spans(ctx, raw, location)),
        RawMarked::Emphasis(raw) => Span::Emphasis(marked_spans(ctx, raw, location)),
        RawMarked::Code(code) => {
            if is_blank(code) {
                ctx.fault(location, "the mark is empty: give it words, or take it out");
            }
            Span::Code(code.as_str().into())
        }
        RawMarked::Path(names) => Span::Path(path(ctx, names, location)),
        RawMarked::Link(raw) => link(ctx, raw, location),
    }
}

fn marked_spans(ctx: &mut Ctx<'_>, raw: &[RawSpan], location: &Location) -> Vec<Span> {
    let checked = spans(ctx, raw, location);
    if !have_words(&checked) {
        ctx.fault(location, "the mark is empty: give it words, or take it out");
    }
    checked
}

fn path(ctx: &mut Ctx<'_>, names: &[String], location: &Location) -> Vec<Rc<str>> {
    if names.len() < 2 {
        ctx.fault(
            location,
            "a menu path needs at least two names: add one, or write it as `strong`",
        );
    }
    let numbered = names.iter().enumerate();
    numbered.map(|(index, name)| words(ctx, name, &location.nth("name", index))).collect()
}

fn link(ctx: &mut Ctx<'_>, raw: &RawLink, location: &Location) -> Span {
    let href = match check_link(&raw.href) {
        Ok(href) => href.into(),
        Err(message) => {
            ctx.fault(location, message);
            Rc::default()
        }
    };
    let text = spans(ctx, &raw.text, location);
    if !have_words(&text) {
        ctx.fault(location, "the link has no words to press: give it some");
    }
    Span::Link { href, text }
}

fn have_words(spans: &[Span]) -> bool {
    spans.iter().any(|span| match span {
        Span::Plain(words) | Span::Code(words) => !is_blank(words),
        Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => {
            have_words(inner)
        }
        Span::Path(names) => names.iter().any(|name| !is_blank(name)),
    })
}
