//! Steps: one action an item. Knows nothing of the guards before them.

use fix_ladder_core::ladder::{Location, RawStep};

use crate::context::Context;
use crate::flat::cut;
use crate::node::{Kind, Node, take_comments};
use crate::options::When;
use crate::paragraph_keys::SAFE;
use crate::text_kind::TextKind;
use crate::{annotations, prose, text, variants};

/// A list of steps, behind those that the rung has already.
pub(crate) fn read(ctx: &mut Context, rung: &Location, list: &Node, steps: &mut Vec<RawStep>) {
    for item in &list.children {
        let mut item = item.clone();
        let comments = take_comments(&mut item.children);
        let location = rung.nth("step", steps.len());
        match item.children.split_first() {
            Some((first, rest)) if first.kind == Kind::Paragraph => {
                ctx.locations.record(&location, &first.range);
                let (when, words) = match variants::only_for(ctx, &first.children) {
                    Some((when, out)) => (when, cut(&first.children, &out)),
                    None => (When::new(), first.children.clone()),
                };
                let text = ctx.at(TextKind::Step, |ctx| text::text(ctx, &words));
                let annotations =
                    annotations::sort(ctx, comments, &["id", "illustration", "interrupts"]);
                let id = annotations::id(ctx, "step", annotations.id);
                let illustration = annotations.illustration.map(|mark| {
                    ctx.locations.record(&location.only("illustration"), &mark.range);
                    mark.value
                });
                let interrupts = annotations.interrupts.is_some();
                let mut rest = rest.to_vec();
                let mut more = Vec::new();
                let safe = ctx.at(TextKind::Step, |ctx| {
                    let safe = SAFE.take(ctx, &location, &mut rest);
                    prose::push(ctx, &location.only("more"), &rest, &mut more);
                    safe
                });
                steps.push(RawStep { id, text, more, safe, illustration, interrupts, when });
            }
            _ => ctx.diagnostics.error(
                item.range.clone(),
                "this step has no words",
                "begin it with what the reader should do; variants and notes come below",
            ),
        }
    }
}
