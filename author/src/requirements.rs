//! Requirements, and the evidence they ask for. Knows nothing of when it is enough.

use fix_ladder_core::ladder::{Location, RawEvidence, RawRequirement};

use crate::brackets;
use crate::context::Context;
use crate::evidence::{self, asked, is_menu_name};
use crate::flat::{Flat, cut, written};
use crate::node::{Kind, Node, take_comments};
use crate::paragraph_keys::{EQUAL, FEWER, MORE};
use crate::text_kind::TextKind;
use crate::{annotations, prose, text};

/// A list under `Before you start`: one requirement an item.
pub(crate) fn read(
    ctx: &mut Context,
    rung: &Location,
    list: &Node,
    requirements: &mut Vec<RawRequirement>,
) {
    for item in &list.children {
        let mut item = item.clone();
        let comments = take_comments(&mut item.children);
        let location = rung.nth("requirement", requirements.len());
        ctx.locations.record(&location, &item.range);
        match item.children.split_first() {
            Some((first, rest)) if first.kind == Kind::Paragraph => {
                let (mut evidence, words) = split(ctx, &first.children);
                ctx.locations.record(&location, &first.range);
                let text = ctx.at(TextKind::Requirement, |ctx| text::text(ctx, &words));
                let annotations = annotations::sort(ctx, comments, &["id"]);
                let id = annotations::id(ctx, "requirement", annotations.id);
                let mut rest = rest.to_vec();
                let mut more = Vec::new();
                ctx.at(TextKind::RequirementNote, |ctx| {
                    if let RawEvidence::Numbers(numbers) = &mut evidence {
                        let location = location.only("evidence");
                        numbers.fewer = FEWER.take(ctx, &location, &mut rest);
                        numbers.equal = EQUAL.take(ctx, &location, &mut rest);
                        numbers.more = MORE.take(ctx, &location, &mut rest);
                    }
                    prose::push(ctx, &location, &rest, &mut more)
                });
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
fn split(ctx: &mut Context, nodes: &[Node]) -> (RawEvidence, Vec<Node>) {
    let flat = Flat::of(nodes);
    let plain = (RawEvidence::Confirm, nodes.to_vec());
    let Some((outer, group)) = brackets::last(flat.text()) else { return plain };
    let Some(inside) = flat.source(group.inner.clone()) else { return plain };
    let words = written(&cut(&cut(nodes, &(0..inside.start)), &(inside.end..usize::MAX)));
    match (asked(&words), flat.source(outer)) {
        (Some(Ok(asked)), Some(out)) => (asked, cut(nodes, &out)),
        (Some(_), _) if !is_menu_name(&group, &words) => {
            ctx.diagnostics.error(inside, evidence::UNKNOWN, evidence::CURE);
            plain
        }
        _ => plain,
    }
}
