//! Requirements, and the evidence they ask for. Knows nothing of when it is enough.

use fix_ladder_core::ladder::{Place, RawEvidence, RawRequirement};

use crate::brackets::{self, Group};
use crate::context::Context;
use crate::flat::{Flat, comparable, cut, written};
use crate::lookalikes::Spot;
use crate::tree::{Kind, Node};
use crate::{asked_numbers, asked_place, comments, marks, prose, text};

pub(crate) const UNKNOWN: &str = "this asks for no evidence that is known";
pub(crate) const CURE: &str = "write `(name the place)`, `(name the place, not iCloud)` or \
     `(two numbers: first label, second label)`; if no evidence is meant, say it in other words or without brackets";

/// A list under `Before you start`: one requirement an item.
pub(crate) fn read(
    ctx: &mut Context,
    rung: &Place,
    list: &Node,
    requirements: &mut Vec<RawRequirement>,
) {
    for item in &list.children {
        let mut item = item.clone();
        let comments = comments::take(&mut item.children);
        let place = rung.nth("requirement", requirements.len());
        ctx.places.record(&place, &item.range);
        match item.children.split_first() {
            Some((first, rest)) if first.kind == Kind::Paragraph => {
                let (evidence, words) = evidence(ctx, &first.children);
                ctx.places.record(&place, &first.range);
                let text = ctx.at(Spot::Requirement, |ctx| text::text(ctx, &words));
                let marks = marks::sort(ctx, comments, &["id"]);
                let id = marks::id(ctx, "requirement", marks.id);
                let mut more = Vec::new();
                ctx.at(Spot::RequirementNote, |ctx| prose::push(ctx, &place, rest, &mut more));
                requirements.push(RawRequirement { id, text, more, evidence });
            }
            _ => ctx.diagnostics.error(
                item.range.clone(),
                "this requirement has no words",
                "begin it with what must be true, as in `I have a copy outside this device.`",
            ),
        }
    }
}

/// What the end of a requirement asks for, and the rest of its words.
fn evidence(ctx: &mut Context, nodes: &[Node]) -> (RawEvidence, Vec<Node>) {
    let flat = Flat::of(nodes);
    let plain = (RawEvidence::Confirm, nodes.to_vec());
    let Some((outer, group)) = brackets::last(flat.text()) else { return plain };
    let Some(inside) = flat.source(group.inner.clone()) else { return plain };
    let words = written(&cut(&cut(nodes, &(0..inside.start)), &(inside.end..usize::MAX)));
    match (asked(&words), flat.source(outer)) {
        (Some(Ok(asked)), Some(out)) => (asked, cut(nodes, &out)),
        (Some(_), _) if !is_menu_name(&group, &words) => {
            ctx.diagnostics.error(inside, UNKNOWN, CURE);
            plain
        }
        _ => plain,
    }
}

/// The evidence that words in brackets ask for. Nothing when they do not seem to ask for any;
/// an error when they seem to, and cannot be read.
pub(crate) fn asked(words: &str) -> Option<Result<RawEvidence, ()>> {
    let numbers = asked_numbers::read(words).map(|read| read.map(RawEvidence::Numbers));
    numbers.or_else(|| asked_place::read(words).map(|read| read.map(RawEvidence::Place)))
}

/// `[name]`, which stands in menu paths for what the reader finds there.
pub(crate) fn is_menu_name(group: &Group, words: &str) -> bool {
    group.square && comparable(words) == "name"
}
