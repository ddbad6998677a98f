//! The headings: title, introduction, and what each section is. Knows nothing of what is in a section.

use crate::context::Context;
use crate::facts;
use crate::flat::{Flat, comparable};
use crate::headings::{PARTS, Part, SECTIONS, SectionKind, guards};
use crate::nearest::nearest;
use crate::node::{Kind, Node};
use crate::warning_words;

/// The text, cut at its headings.
pub(crate) struct Outline {
    pub title: Option<Node>,
    pub introduction: Vec<Node>,
    pub sections: Vec<Section>,
}

/// A heading of the rungs' level, and all blocks up to the next one.
pub(crate) struct Section {
    pub kind: SectionKind,
    pub heading: Node,
    pub blocks: Vec<Node>,
}

pub(crate) fn read(ctx: &mut Context, nodes: Vec<Node>) -> Outline {
    let titled = is_titled(&nodes);
    let rung_level = rung_level(&nodes).unwrap_or(1);
    let mut outline = Outline { title: None, introduction: Vec::new(), sections: Vec::new() };
    for node in nodes {
        match level(&node) {
            Some(_) if titled && outline.title.is_none() => outline.title = Some(node),
            Some(level) if level <= rung_level => {
                if level < rung_level {
                    ctx.diagnostics.warning(
                        node.range.clone(),
                        "this heading stands higher than the first rung, and is read as one of the same level",
                        "give all rungs headings of one level, one below the title",
                    );
                }
                let kind = section_kind(ctx, &node);
                outline.sections.push(Section { kind, heading: node, blocks: Vec::new() });
            }
            _ => match outline.sections.last_mut() {
                Some(section) => section.blocks.push(node),
                None => outline.introduction.push(node),
            },
        }
    }
    outline
}

/// Whether the first heading is the ladder's title.
pub(crate) fn is_titled(nodes: &[Node]) -> bool {
    let headings: Vec<&Node> = nodes.iter().filter(|node| level(node).is_some()).collect();
    !is_untitled(&headings, nodes)
}

/// The level of the headings of the rungs.
pub(crate) fn rung_level(nodes: &[Node]) -> Option<usize> {
    let mut headings = nodes.iter().filter_map(level);
    headings.nth(usize::from(is_titled(nodes)))
}

/// Whether a heading of that level begins a rung, and not one of the sections that have a meaning.
pub(crate) fn is_rung_name(words: &str) -> bool {
    SECTIONS.iter().all(|(known, _)| *known != words)
}

/// What a lower heading in a rung begins, without a word about it.
pub(crate) fn known_part(heading: &Node) -> Part {
    let words = name(heading);
    PARTS.iter().find(|(known, _)| *known == words).map_or(Part::Other, |(_, part)| *part)
}

pub(crate) fn part(ctx: &mut Context, heading: &Node) -> Part {
    let words = name(heading);
    match PARTS.iter().find(|(known, _)| *known == words) {
        Some((_, part)) => *part,
        None => {
            let near = nearest(&words, PARTS.map(|(known, _)| known));
            match (near, guards(&words)) {
                _ if warning_words::is_signal(&words) => ctx.diagnostics.error(
                    heading.range.clone(),
                    "a heading warns of nothing that is confirmed",
                    "write a quote that begins with `> **Warning:**`, directly under the rung's heading",
                ),
                (Some(near), _) => misread(ctx, heading, near),
                (None, true) => misread(ctx, heading, "before you start"),
                (None, false) => ctx.diagnostics.note(
                    heading.range.clone(),
                    "this heading has no meaning in a rung, so it is shown as a bold paragraph",
                    "the headings with a meaning are `Before you start`, `Steps` and `Sources`",
                ),
            }
            Part::Other
        }
    }
}

/// An error, since what was meant to guard the steps would be mere prose.
fn misread(ctx: &mut Context, heading: &Node, near: &str) {
    ctx.diagnostics.error(
        heading.range.clone(),
        "this heading has no meaning in a rung, but is close to one that has",
        format!("write `{}`, or change it so that it cannot be mistaken", capital(near)),
    );
}

fn section_kind(ctx: &mut Context, heading: &Node) -> SectionKind {
    let words = name(heading);
    if let Some((_, kind)) = SECTIONS.iter().find(|(known, _)| *known == words) {
        return *kind;
    }
    let near = match words.as_str() {
        "if nothing helps" | "if nothing has helped" | "if nothing works" | "if nothing worked" => {
            Some("if nothing helped")
        }
        "when it's fixed" | "after it is fixed" | "once it is fixed" => Some("when it is fixed"),
        "when it's moving" | "while it is moving" | "while it's moving" | "once it is moving"
        | "when it moves" => Some("when it is moving"),
        // A part of a rung at the level of the rungs would end its rung.
        "before you start" | "steps" => {
            ctx.diagnostics.error(
                heading.range.clone(),
                format!(
                    "`{}` belongs into a rung, but this heading begins a rung of its own",
                    capital(&words)
                ),
                "give it a heading one level lower than the rung's",
            );
            None
        }
        _ => nearest(&words, SECTIONS.map(|(known, _)| known)),
    };
    // As a rung of its own it would guard nothing, and end the rung that it was to guard.
    if near.is_none() && is_lost_guard(&words) {
        ctx.diagnostics.error(
            heading.range.clone(),
            "this heading begins a rung of its own, and guards nothing",
            "write `Before you start` one heading level lower, or a quote that begins with `> **Warning:**`; \
             a rung is called after what the reader does",
        );
    }
    if let Some(near) = near {
        ctx.diagnostics.warning(
            heading.range.clone(),
            "this heading is close to one with a meaning of its own, but is read as a rung",
            format!("did you mean `{}`?", capital(near)),
        );
    }
    SectionKind::Rung
}

/// Whether a heading of the rungs' level is nothing but the name of a guard.
pub(crate) fn is_lost_guard(words: &str) -> bool {
    let only = [
        "requirements",
        "requirement",
        "prerequisites",
        "preconditions",
        "precautions",
        "preparation",
        "preparations",
        "checklist",
        "check list",
        "conditions",
        "voraussetzungen",
        "vorbereitung",
        "vorbereitungen",
        "prérequis",
        "requisitos",
        "requisiti",
        "safety",
        "safety first",
        "you will need",
        "you'll need",
        "what you need",
        "what you will need",
        "what you'll need",
        "important",
        "attention",
        "before we start",
        "before we begin",
        "before starting",
        "first",
    ];
    let head = words.split(':').next().unwrap_or("");
    only.contains(&words)
        || (words != "before you start" && nearest(words, ["before you start"]).is_some())
        || (warning_words::is_signal(head) && head.split_whitespace().count() <= 2)
}

pub(crate) fn level(node: &Node) -> Option<usize> {
    match node.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    }
}

pub(crate) fn name(heading: &Node) -> String {
    let words = comparable(Flat::of(&heading.children).text());
    words.trim_end_matches([':', '.', '!', '?', ' ']).to_owned()
}

/// Whether the first heading is a rung's: in a post, the title may stand elsewhere on the page.
fn is_untitled(headings: &[&Node], nodes: &[Node]) -> bool {
    let Some((first, others)) = headings.split_first() else { return true };
    if SECTIONS.iter().any(|(known, _)| *known == name(first)) {
        return true;
    }
    let all_deeper = !others.is_empty() && others.iter().all(|other| level(other) > level(first));
    let after = nodes.iter().skip_while(|node| node.range != first.range).skip(1);
    let has_lists = after.take_while(|node| level(node).is_none()).any(|node| match node.kind {
        Kind::List { ordered } => ordered || facts::is_facts(node),
        _ => false,
    });
    // A rung alone, with nothing below it but its own parts.
    let mut below = others.iter().take_while(|other| level(other) > level(first)).peekable();
    let has_part = below.peek().is_some()
        && below.all(|other| PARTS.iter().any(|(known, _)| *known == name(other)));
    has_part || (!all_deeper && has_lists)
}

fn capital(words: &str) -> String {
    let mut characters = words.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}
