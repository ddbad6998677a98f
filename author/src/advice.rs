//! Advice against a rung, by somebody who knows the device. Knows nothing of warnings.

use fix_ladder_core::ladder::{Location, RawAdvice, RawRung};

use crate::context::Context;
use crate::flat::{cut, written};
use crate::node::{Kind, Node, take_comments};
use crate::quotes::{self, Opening};
use crate::text_kind::TextKind;
use crate::{annotations, prose, sources};

/// Reads a quote that opens with the words.
pub(crate) fn read(
    ctx: &mut Context,
    location: &Location,
    quote: &Node,
    opening: Opening,
    rung: &mut RawRung,
) {
    let Opening::Advice { by, words } = opening else { return };
    let by = cut(&cut(&quote.children, &(0..by.start)), &(by.end..usize::MAX));
    let by = written(&by);
    let mut blocks = quote.children.clone();
    let comments = take_comments(&mut blocks);
    annotations::sort(ctx, comments, &[]);
    if let Some(first) = blocks.first_mut() {
        quotes::cut_opening(first, words);
    }
    let mut checked = None;
    for block in blocks.iter_mut().filter(|block| block.kind == Kind::Paragraph) {
        if let Some((month, out)) = sources::checked(ctx, &block.children) {
            checked = checked.or(Some(month));
            block.children = cut(&block.children, &out);
        }
    }
    let location = location.nth("advice", rung.advice_against.len());
    ctx.locations.record(&location, &quote.range);
    if !has_link(quote) {
        ctx.diagnostics.warning(
            quote.range.clone(),
            "this advice has no link",
            "link to the page that says so, and add the month: `[its title](https://…), checked 2026-11`",
        );
    }
    let mut text = Vec::new();
    ctx.at(TextKind::Advice, |ctx| prose::push(ctx, &location.only("text"), &blocks, &mut text));
    rung.advice_against.push(RawAdvice { by, text, checked });
}

fn has_link(node: &Node) -> bool {
    matches!(node.kind, Kind::Link { .. }) || node.children.iter().any(has_link)
}
