//! The structure of a post that knows nothing of the format: what is its title, which headings are fixes, which
//! paragraphs are steps. All of it is a guess from how people write how-tos. The result is what the grammar reads.
//!
//! Knows no guards.

mod body;
mod headings;
mod known_words;
mod leads;
mod levels;
mod names;
mod tables;
mod verbs;

use self::levels::Section;
use super::build::LEAD;
use crate::comments::Meaning;
use crate::context::Context;
use crate::facts;
use crate::flat::{Flat, comparable};
use crate::headings::SECTIONS;
use crate::node::{Kind, Node};

/// The level of the headings that are fixes, below the title's; what stands below them is one deeper.
pub(super) const RUNG: usize = 2;

/// Whether an author has used the format: its headings, its facts or its comments. Then nothing is guessed.
pub(super) fn knows_us(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match &node.kind {
        Kind::Heading(_) => {
            let words = comparable(Flat::of(&node.children).text());
            let ours = |known: &str| known != "sources" && known == words;
            SECTIONS.iter().any(|(known, _)| ours(known)) || has_comment(node)
        }
        Kind::List { ordered } => {
            (!ordered && says_severity(node)) || node.children.iter().any(has_comment)
        }
        Kind::Comment(_) => has_comment(node),
        _ => false,
    })
}

/// Of the keys of facts, half may begin a list in any post: "Check", "Wait", "Safe".
fn says_severity(list: &Node) -> bool {
    let first = list.children.first().and_then(|item| item.children.first());
    let key = first.and_then(crate::keyed::Keyed::of).map(|keyed| keyed.key);
    let ours = ["severity", "touches", "undo", "takes", "wait", "moving"];
    facts::is_facts(list) && key.is_some_and(|key| ours.contains(&key.as_str()))
}

fn has_comment(node: &Node) -> bool {
    match &node.kind {
        Kind::Comment(comment) => {
            matches!(
                comment.meaning,
                Meaning::Id(_) | Meaning::Illustration(_) | Meaning::Interrupts
            )
        }
        _ => node.children.iter().any(has_comment),
    }
}

/// The post as the format would write it.
pub(super) fn shape(ctx: &mut Context, nodes: Vec<Node>, page: &str) -> Vec<Node> {
    let is_sign = |node: &Node| node.kind == Kind::Paragraph && is_mute(&node.children);
    let nodes: Vec<Node> = nodes.into_iter().filter(|it| !is_sign(it)).collect();
    let nodes = leads::bold_headings(nodes);
    let (before, sections) = levels::cut(nodes);
    let mut title = None;
    let (before, mut sections) = levels::titled(before, sections, page, &mut title);
    let mut introduction = match title {
        // What stands above the title are a picture, a date, links to share it.
        Some(_) => before.0.into_iter().filter(headings::is_prose).chain(before.1).collect(),
        None => [before.0, before.1].concat(),
    };
    introduction.retain(|node| !headings::is_contents(node) && !headings::is_byline(node));
    if sections.is_empty() {
        sections = leads::of_lists(&mut introduction);
    }
    if sections.is_empty() {
        sections = leads::of_paragraphs(&mut introduction);
    }
    if sections.is_empty() {
        sections = tables::of_tables(&mut introduction);
    }
    if sections.is_empty() {
        sections = levels::whole(ctx, &mut introduction, title.as_ref());
    }
    let mut nodes: Vec<Node> = Vec::new();
    let first = introduction.first().or(sections.first().map(|it| &it.heading));
    let named = ctx.lenient.as_ref().map_or("", |it| it.title.as_str());
    let made = first.map(|first| ours(RUNG - 1, named, first));
    nodes.extend(title.or(made).map(|title| Node { kind: Kind::Heading(RUNG - 1), ..title }));
    nodes.append(&mut introduction);
    let sections = headings::sort(ctx, levels::of_rungs(sections), &mut nodes);
    for Section { mut heading, mut blocks, is_rung, .. } in sections {
        heading.kind = Kind::Heading(RUNG);
        // A fix of one line is its own step.
        if is_rung && blocks.is_empty() && levels::says_what_to_do(&heading) {
            blocks.push(headings::as_step(&heading));
        }
        nodes.push(heading);
        match is_rung {
            true => nodes.extend(body::read(blocks)),
            false => nodes.extend(blocks),
        }
    }
    nodes
}

/// Whether runs hold nothing that is read or seen but signs: an emoji alone in its box.
pub(super) fn is_mute(nodes: &[Node]) -> bool {
    let is_seen = |it: &Node| matches!(it.kind, Kind::Image { .. } | Kind::Comment(_) | Kind::Tick);
    !nodes.iter().any(is_seen) && !Flat::of(nodes).text().contains(char::is_alphanumeric)
}

/// A heading of the format, where a post has said the same in other words.
fn ours(level: usize, words: &str, at: &Node) -> Node {
    // It stands in the byte before, which is nobody's.
    let range = at.range.start.saturating_sub(1)..at.range.start;
    let mut heading = Node::new(Kind::Heading(level), range.clone());
    heading.children.push(Node::new(Kind::Text(words.to_owned()), range));
    heading
}

/// What a reader unfolds, in a post whose author knows the format: a bold line, like any heading without a meaning.
pub(super) fn without_leads(nodes: Vec<Node>) -> Vec<Node> {
    let lower = |node: Node| match node.kind {
        Kind::Heading(LEAD) => {
            let strong = Node { kind: Kind::Strong, ..node };
            let range = strong.range.clone();
            Node { kind: Kind::Paragraph, range, children: vec![strong] }
        }
        _ => Node { children: without_leads(node.children), ..node },
    };
    nodes.into_iter().map(lower).collect()
}
