//! Requirements, and the evidence they ask for. Knows nothing of when it is enough.

use fix_ladder::ladder::{Place, RawEvidence, RawNumbers, RawPlace, RawRequirement};

use crate::comments;
use crate::context::Context;
use crate::flat::{Flat, comparable, cut, pieces, written};
use crate::tree::{Kind, Node};
use crate::variants::last_parenthesis;
use crate::{marks, prose, text};

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
                let text = text::text(ctx, &words);
                let marks = marks::sort(ctx, comments, &["id"]);
                let id = marks::id(ctx, "requirement", marks.id);
                let mut more = Vec::new();
                prose::push(ctx, &place, rest, &mut more);
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
    let Some((outer, inner)) = last_parenthesis(&flat) else { return plain };
    let Some(inside) = flat.source(inner.clone()) else { return plain };
    let words = written(&cut(&cut(nodes, &(0..inside.start)), &(inside.end..usize::MAX)));
    let lower = comparable(&words);
    let asked = match lower.split_whitespace().next() {
        Some("name") => place(&words),
        Some("two") if lower.contains("number") => numbers(&words),
        _ => return plain,
    };
    match (asked, flat.source(outer)) {
        (Some(asked), Some(out)) => (asked, cut(nodes, &out)),
        _ => {
            ctx.diagnostics.error(
                inside,
                "this asks for no evidence that is known",
                "write `(name the place)`, `(name the place, not iCloud)` or `(two numbers: first label, second label)`; \
                 a requirement without one is confirmed with a tick",
            );
            plain
        }
    }
}

/// `name the place`, `name the place, not iCloud, not Dropbox`.
fn place(words: &str) -> Option<RawEvidence> {
    let (first, rest) = words.split_once(',').unwrap_or((words, ""));
    if comparable(first) != "name the place" {
        return None;
    }
    let mut not = Vec::new();
    let words = rest.replace(" or ", ",").replace(" nor ", ",").replace(" and ", ",");
    for (_, piece) in pieces(&words, 0, ",") {
        let piece = piece.trim();
        match piece.get(..4) {
            Some(start) if start.eq_ignore_ascii_case("not ") => {
                not.push(piece.get(4..)?.trim().to_owned())
            }
            // Only the first needs its "not": "not iCloud or Dropbox".
            _ if !not.is_empty() => not.push(piece.to_owned()),
            _ if piece.is_empty() => {}
            _ => return None,
        }
    }
    not.retain(|name| !name.is_empty());
    Some(RawEvidence::Place(RawPlace { not }))
}

/// `two numbers: first label, second label`.
fn numbers(words: &str) -> Option<RawEvidence> {
    let (key, labels) = words.split_once(':')?;
    if comparable(key) != "two numbers" {
        return None;
    }
    // Labels with commas of their own are kept apart by a semicolon.
    let separator = match labels.contains(';') {
        true => ';',
        false => ',',
    };
    let (first, second) = labels.split_once(separator)?;
    let (first, second) = (first.trim().to_owned(), second.trim().to_owned());
    (!first.is_empty() && !second.is_empty() && !second.contains(separator))
        .then_some(RawEvidence::Numbers(RawNumbers { first, second }))
}
