//! Fixes without headings: bold lines that stand for headings, and lists whose items begin with bold words.
//! Knows nothing of what is in a fix.

use super::super::build::LEAD;
use super::levels::Section;
use super::names::number;
use super::ours;
use crate::flat::Flat;
use crate::node::{Kind, Node};

/// How long a bold line may be, in characters, and be a heading.
const LONGEST: usize = 90;

/// Bold lines are headings where a post has none but its title, and at least two of them.
pub(super) fn bold_headings(nodes: Vec<Node>) -> Vec<Node> {
    let nodes: Vec<Node> = nodes.into_iter().flat_map(without_rest).collect();
    let headings = nodes.iter().filter(|it| matches!(it.kind, Kind::Heading(_))).count();
    let bold = nodes.iter().filter(|it| bold_line(it).is_some()).count();
    if headings > 1 || bold < 2 {
        return nodes;
    }
    let raise = |node: Node| match bold_line(&node).cloned() {
        Some(strong) => Node { kind: Kind::Heading(LEAD), ..strong },
        None => node,
    };
    nodes.into_iter().map(raise).collect()
}

/// A bold line and what stands in the lines below it are two paragraphs.
fn without_rest(mut node: Node) -> Vec<Node> {
    let mut seen =
        node.children.iter().enumerate().filter(|(_, it)| it.kind == Kind::Break || !is_blank(it));
    let is_line = match (seen.next(), seen.next(), seen.next()) {
        (Some((at, strong)), Some((end, mark)), Some(_)) => {
            (strong.kind == Kind::Strong && mark.kind == Kind::Break).then_some((at, end))
        }
        _ => None,
    };
    let Some((_, end)) = is_line.filter(|_| node.kind == Kind::Paragraph) else {
        return vec![node];
    };
    let rest = node.children.split_off(end + 1);
    let start = rest.first().map_or(node.range.end, |it| it.range.start);
    let range = start..node.range.end;
    node.range.end = start;
    vec![node, Node { kind: Kind::Paragraph, range, children: rest }]
}

/// The bold of a paragraph that is nothing else, and not a sentence.
fn bold_line(node: &Node) -> Option<&Node> {
    if node.kind != Kind::Paragraph {
        return None;
    }
    let seen = |it: &&Node| !is_blank(it);
    let mut runs = node.children.iter().filter(seen);
    let (Some(strong), None) = (runs.next(), runs.next()) else { return None };
    let words = Flat::of(&strong.children).text().trim().to_owned();
    let is_line = strong.kind == Kind::Strong && words.chars().count() <= LONGEST;
    // A question is what is asked at the end.
    (is_line && !words.is_empty() && !words.ends_with(['.', ',', ';', '?']) && !is_signal(&words))
        .then_some(strong)
}

fn is_signal(words: &str) -> bool {
    crate::warning_words::is_signal(words)
}

fn is_blank(node: &Node) -> bool {
    match &node.kind {
        Kind::Text(text) => text.trim().is_empty(),
        Kind::Break | Kind::Comment(_) => true,
        _ => false,
    }
}

/// The fixes of lists whose items begin with bold words. What stands between two of them, such as a picture, belongs to
/// the item before; what stands behind the last is the end of the ladder.
pub(super) fn of_lists(introduction: &mut Vec<Node>) -> Vec<Section> {
    let is_ours = |node: &Node| node.is_list() && has_leads(node);
    let fixes = introduction.iter().filter(|it| is_ours(it)).map(|it| it.children.len());
    if fixes.sum::<usize>() < 2 {
        return Vec::new();
    }
    let Some(first) = introduction.iter().position(is_ours) else { return Vec::new() };
    let last = introduction.iter().rposition(is_ours).unwrap_or(first);
    let behind = introduction.split_off(last + 1);
    let mut sections: Vec<Section> = Vec::new();
    for node in introduction.split_off(first) {
        match (is_ours(&node), sections.last_mut()) {
            (false, Some(section)) => section.blocks.push(node),
            _ => sections.extend(node.children.into_iter().filter_map(|it| fix(it.children))),
        }
    }
    if let Some(at) = behind.first() {
        let heading = ours(super::RUNG, "If nothing helped", at);
        sections.push(Section { level: LEAD, heading, blocks: behind, is_rung: false });
    }
    sections
}

/// The fixes of paragraphs that begin with bold words and a number: "**1. Close the app.** Swipe it up." What stands between
/// two of them belongs to the one before.
pub(super) fn of_paragraphs(introduction: &mut Vec<Node>) -> Vec<Section> {
    let is_ours = |node: &Node| {
        let strong = lead(std::slice::from_ref(node));
        strong.is_some_and(|it| number(it).is_some()) && !is_mute_behind(node)
    };
    let Some(first) = introduction.iter().position(is_ours) else { return Vec::new() };
    if introduction.iter().filter(|it| is_ours(it)).count() < 2 {
        return Vec::new();
    }
    let mut sections: Vec<Section> = Vec::new();
    for node in introduction.split_off(first) {
        match (is_ours(&node), sections.last_mut()) {
            (false, Some(section)) => section.blocks.push(node),
            _ => sections.extend(fix(vec![node])),
        }
    }
    sections
}

/// Whether nothing stands behind the bold words.
fn is_mute_behind(paragraph: &Node) -> bool {
    let rest: Vec<Node> =
        paragraph.children.iter().filter(|it| it.kind != Kind::Strong).cloned().collect();
    super::is_mute(&rest)
}

/// Whether each item begins with bold words or a heading and goes on.
fn has_leads(list: &Node) -> bool {
    list.children.iter().all(|item| lead(&item.children).is_some())
}

/// The words before the rest of an item.
fn lead(blocks: &[Node]) -> Option<&Node> {
    let first = blocks.first()?;
    match first.kind {
        Kind::Heading(_) => Some(first),
        Kind::Paragraph => first
            .children
            .iter()
            .find(|it| !is_blank(it) && it.kind != Kind::Tick)
            .filter(|it| it.kind == Kind::Strong),
        _ => None,
    }
}

fn fix(mut blocks: Vec<Node>) -> Option<Section> {
    let lead = lead(&blocks)?.clone();
    match blocks.first_mut() {
        Some(first) if first.kind == Kind::Paragraph => {
            first.children.retain(|it| it.range != lead.range || it.kind != Kind::Strong);
            // The marks between the lead and the rest: a colon, a dash, a full stop.
            let flat = Flat::of(&first.children);
            let is_mark = |it: char| it.is_whitespace() || ":.-".contains(it);
            let marks = flat.text().len() - flat.text().trim_start_matches(is_mark).len();
            if let Some(out) = flat.source(0..marks) {
                first.children = crate::flat::cut(&first.children, &out);
            }
        }
        _ => drop(blocks.remove(0)),
    }
    let heading = Node { kind: Kind::Heading(LEAD), ..without_full_stop(lead) };
    Some(Section { level: LEAD, heading, blocks, is_rung: true })
}

/// Bold words at the head of a sentence end as one; a title has no full stop.
fn without_full_stop(mut lead: Node) -> Node {
    let flat = Flat::of(&lead.children);
    let text = flat.text().trim_end();
    let end = text.len();
    if !text.ends_with('.') || text.ends_with("..") {
        return lead;
    }
    if let Some(out) = flat.source(end - 1..end) {
        lead.children = crate::flat::cut(&lead.children, &out);
    }
    lead
}
