//! Paragraphs of an item that begin with a key, such as `Safe:` in a step. Knows none of the keys' meanings.

use std::ops::Range;

use fix_ladder_core::ladder::{Location, RawText};

use crate::context::Context;
use crate::flat::Flat;
use crate::keyed::Keyed;
use crate::node::{Kind, Node};
use crate::text;
use crate::text_kind::{Loss, TextKind};

/// A key of a paragraph: how it may be written, and the part of the document that it gives.
pub(crate) struct ParagraphKey {
    pub written: &'static [&'static str],
    pub part: &'static str,
}

pub(crate) const SAFE: ParagraphKey =
    ParagraphKey { written: &["safe", "still safe"], part: "safe" };

pub(crate) const FEWER: ParagraphKey = ParagraphKey {
    written: &["if fewer", "if it is fewer", "if there are fewer", "if less"],
    part: "fewer",
};
pub(crate) const EQUAL: ParagraphKey = ParagraphKey {
    written: &["if equal", "if they are equal", "if the same", "if it is the same"],
    part: "equal",
};
pub(crate) const MORE: ParagraphKey =
    ParagraphKey { written: &["if more", "if it is more", "if there are more"], part: "more" };

pub(crate) const REPORT_TO: ParagraphKey =
    ParagraphKey { written: &["report to", "send a report to"], part: "report_to" };

/// Those of two numbers.
const NUMBERS: [&[&str]; 3] = [FEWER.written, EQUAL.written, MORE.written];

/// All keys, for lines that are no paragraphs of their own.
const ALL: [&[&str]; 5] =
    [&[crate::more::KEY], SAFE.written, FEWER.written, EQUAL.written, MORE.written];

impl ParagraphKey {
    pub fn is(&self, keyed: &Keyed) -> bool {
        self.written.contains(&keyed.key.as_str())
    }

    /// Takes the paragraph with this key out of the blocks of an item, and what stands in it.
    pub fn take(
        &self,
        ctx: &mut Context,
        location: &Location,
        blocks: &mut Vec<Node>,
    ) -> Option<RawText> {
        self.take_with(ctx, location, blocks, text::text)
    }

    /// The same with its words alone.
    pub fn take_words(
        &self,
        ctx: &mut Context,
        location: &Location,
        blocks: &mut Vec<Node>,
    ) -> Option<String> {
        self.take_with(ctx, location, blocks, |_, nodes| Flat::of(nodes).text().trim().to_owned())
    }

    fn take_with<T>(
        &self,
        ctx: &mut Context,
        location: &Location,
        blocks: &mut Vec<Node>,
        read: fn(&mut Context, &[Node]) -> T,
    ) -> Option<T> {
        let mut found = None;
        for block in std::mem::take(blocks) {
            let Some(keyed) = Keyed::of(&block).filter(|keyed| self.is(keyed)) else {
                blocks.push(block);
                continue;
            };
            let range = keyed.key_range.clone();
            match (keyed.has_words(), &found) {
                (true, None) => {
                    ctx.locations.record(&location.only(self.part), &block.range);
                    found = Some(read(ctx, &keyed.value));
                }
                (true, Some(_)) => ctx.diagnostics.error(
                    range,
                    format!("`{}` stands twice here", keyed.written),
                    "leave one of them out",
                ),
                (false, _) => ctx.diagnostics.error(
                    range,
                    format!("`{}` has no words", keyed.written),
                    "write them behind the colon, or leave it out",
                ),
            }
        }
        found
    }
}

/// Says of runs of text that they begin with a key of two numbers where none are asked for.
pub(crate) fn check(ctx: &mut Context, nodes: &[Node]) {
    if matches!(ctx.text_kind, TextKind::Fact | TextKind::Source | TextKind::Title) {
        return;
    }
    let is_key = |keyed: &Keyed| NUMBERS.iter().any(|keys| keys.contains(&keyed.key.as_str()));
    if let Some(keyed) = Keyed::of_runs(nodes).filter(is_key) {
        ctx.say_lost(
            Loss::None,
            keyed.key_range,
            "no two numbers are asked for here, so this stays as prose",
            "make it a paragraph of a requirement that ends in `(two numbers: items here, items in the copy)`",
        );
    }
    check_lines(ctx, nodes);
}

/// Says of a line inside a paragraph that it begins with a key, and is not read.
fn check_lines(ctx: &mut Context, nodes: &[Node]) {
    for (at, _) in nodes.iter().enumerate().filter(|(_, node)| node.kind == Kind::Break) {
        let line = nodes.get(at + 1..).and_then(Keyed::of_runs);
        let is_key = |keyed: &Keyed| ALL.iter().any(|keys| keys.contains(&keyed.key.as_str()));
        if let Some(keyed) = line.filter(is_key) {
            say_not_read(ctx, keyed.key_range);
        }
    }
}

fn say_not_read(ctx: &mut Context, range: Range<usize>) {
    ctx.say_lost(
        Loss::None,
        range,
        "this stands inside a paragraph, and means nothing there",
        "put a blank line above it, so that it begins a paragraph of its own",
    );
}
