//! Warnings: quotes that guard a rung. Knows nothing of other quotes.

use fix_ladder_core::ladder::{Location, RawBlock, RawOtherBlock, RawRung, RawWarning};

use crate::context::Context;
use crate::node::{Kind, Node, take_comments};
use crate::quotes::{self, Opening};
use crate::text_kind::TextKind;
use crate::{advice, annotations, confirmations, prose};

/// Reads a quote into the rung, if it is a warning or an advice against it.
/// Where several stand in it, they have to be taken apart before.
pub(crate) fn read(
    ctx: &mut Context,
    location: &Location,
    quote: &Node,
    rung: &mut RawRung,
) -> bool {
    match quotes::opening(quote) {
        Some(opening @ Opening::Warning { .. }) => warning(ctx, location, quote, opening, rung),
        Some(opening) => advice::read(ctx, location, quote, opening, rung),
        None => return false,
    }
    true
}

fn warning(
    ctx: &mut Context,
    location: &Location,
    quote: &Node,
    opening: Opening,
    rung: &mut RawRung,
) {
    let mut blocks = quote.children.clone();
    let comments = take_comments(&mut blocks);
    let confirmations = confirmations::take(ctx, &mut blocks);
    if let (Opening::Warning { words }, Some(first)) = (opening, blocks.first_mut()) {
        quotes::cut_opening(first, words);
    }
    let location = location.nth("warning", rung.warnings.len());
    ctx.locations.record(&location, &quote.range);
    let mut text = Vec::new();
    ctx.at(TextKind::Warning, |ctx| prose::push(ctx, &location.only("text"), &blocks, &mut text));
    let annotations = annotations::sort(ctx, comments, &["id"]);
    let id = annotations::id(ctx, "warning", annotations.id);
    if text.is_empty() {
        ctx.diagnostics.error(
            quote.range.clone(),
            "this warning says nothing",
            "write after the bold word what can be lost, and how to keep it",
        );
    } else if text.iter().all(is_for_some) {
        ctx.diagnostics.error(
            quote.range.clone(),
            "this warning says nothing to some readers",
            "write what is true for everybody into a paragraph of its own, or into an item `Otherwise:`",
        );
    }
    rung.warnings.push(RawWarning { id, text, confirmations });
}

/// Whether there are readers who see nothing of a block.
fn is_for_some(block: &RawBlock) -> bool {
    match block {
        RawBlock::Other(RawOtherBlock::Variants(variants)) => {
            variants.iter().all(|variant| !variant.when.is_empty())
        }
        _ => false,
    }
}

/// Says of the warnings inside an item that they are taken out of it, and reads them.
pub(crate) fn lift(
    ctx: &mut Context,
    location: &Location,
    blocks: &mut Vec<Node>,
    rung: &mut RawRung,
) {
    let mut lifted = Vec::new();
    for block in std::mem::take(blocks) {
        match block.kind {
            Kind::Quote => {
                let (guards, others): (Vec<Node>, Vec<Node>) = quotes::split(&block)
                    .into_iter()
                    .partition(|quote| quotes::opening(quote).is_some());
                lifted.extend(guards);
                blocks.extend(others);
            }
            Kind::List { .. } | Kind::Item => {
                let mut block = block;
                lift(ctx, location, &mut block.children, rung);
                blocks.push(block);
            }
            _ => blocks.push(block),
        }
    }
    for quote in lifted {
        ctx.diagnostics.note(
            quote.range.clone(),
            "a warning guards its whole rung, so this one is shown above the steps",
            "put it directly under the rung's heading",
        );
        read(ctx, location, &quote, rung);
    }
}
