//! `More:`, which folds the paragraph that it begins, or the list that it stands directly before.
//! Knows nothing of where in a ladder blocks may be folded.

use std::ops::Range;

use crate::context::Context;
use crate::facts;
use crate::flat::{Flat, comparable};
use crate::headings::Part;
use crate::keyed::Keyed;
use crate::node::{Kind, Node};
use crate::outline::known_part;
use crate::text_kind::{Loss, TextKind};

pub(crate) const KEY: &str = "more";

/// What may be meant as the key.
const ALMOST: [&str; 9] = [
    "read more",
    "show more",
    "see more",
    "more details",
    "more info",
    "moer",
    "mroe",
    "mehr",
    "more >",
];

/// The blocks, with what is folded in nodes of its own. Of the blocks of a rung, a list of facts, of steps, of
/// requirements or of sources is never folded.
pub(crate) fn gather(nodes: &[Node], of_rung: bool) -> Vec<Node> {
    let mut gathered = Vec::new();
    let mut part = Part::Top;
    let mut rest = nodes.iter().peekable();
    while let Some(node) = rest.next() {
        if let (Kind::Heading(_), true) = (&node.kind, of_rung) {
            part = known_part(node);
        }
        let Some(keyed) = Keyed::of(node).filter(|keyed| keyed.key == KEY) else {
            gathered.push(node.clone());
            continue;
        };
        let mut folded = Vec::new();
        if keyed.has_words() {
            folded.push(Node { children: keyed.value, ..node.clone() });
        }
        let is_prose = |list: &Node| match list.kind {
            Kind::List { ordered } => !of_rung || (!ordered && is_prose_in(part, list)),
            _ => false,
        };
        // What ends in a colon says something of the list below it.
        let leads = folded.is_empty() || Flat::of(&node.children).text().trim_end().ends_with(':');
        if let Some(list) = rest.next_if(|next| leads && is_prose(next)) {
            folded.push(list.clone());
        }
        match folded.last().map(|last| last.range.end) {
            Some(end) => gathered.push(Node {
                kind: Kind::More,
                range: node.range.start..end,
                children: folded,
            }),
            None => gathered.push(node.clone()),
        }
    }
    gathered
}

fn is_prose_in(part: Part, list: &Node) -> bool {
    matches!(part, Part::Top | Part::Other) && !facts::is_facts(list)
}

/// Says of runs of text that they begin with the key, or nearly, and that nothing is folded.
pub(crate) fn check(ctx: &mut Context, nodes: &[Node], text: &str, range: &Range<usize>) {
    if matches!(ctx.text_kind, TextKind::Fact | TextKind::Source | TextKind::Title) {
        return;
    }
    if let Some(keyed) = Keyed::of_runs(nodes).filter(|keyed| keyed.key == KEY) {
        return not_folded(ctx, &keyed);
    }
    let words = comparable(text);
    let alone = words.trim_matches(|mark: char| !mark.is_alphanumeric()) == KEY
        && !words.ends_with(['.', '!', '?']);
    let parted = words.strip_prefix("more").is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(['=', '|']) || rest.starts_with("- ") || rest.starts_with("...")
    });
    let key = words.split_once(':').map(|(key, _)| key.trim());
    if alone || parted || key.is_some_and(|key| ALMOST.contains(&key)) {
        let cure =
            "to fold it, begin it with `More:`; if nothing is to be folded, say it in other words";
        ctx.say_lost(
            Loss::None,
            range.clone(),
            "this may be meant to fold something, and folds nothing",
            cure,
        );
    }
}

fn not_folded(ctx: &mut Context, keyed: &Keyed) {
    let range = keyed.key_range.clone();
    let warns = matches!(ctx.text_kind, TextKind::Warning | TextKind::Advice);
    match (warns, keyed.has_words()) {
        (true, _) => ctx.say_lost(
            Loss::Always,
            range,
            "what warns is never folded away",
            "leave `More:` out; what need not be read before the steps can stand in the rung itself",
        ),
        (false, false) => ctx.say_lost(
            Loss::None,
            range,
            "there is nothing behind `More:` that can be folded",
            "begin a paragraph with it, or put it directly before a list with bullets",
        ),
        (false, true) => ctx.say_lost(
            Loss::None,
            range,
            "`More:` folds nothing here",
            "begin a paragraph of its own with it; what an item begins with, and an item of a plain list, stay in sight",
        ),
    }
}
