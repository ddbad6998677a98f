//! What stands loosely in HTML: blanks between tags, words beside paragraphs, what is between the items of a list.
//! Knows no elements.

use crate::comments::Meaning;
use crate::flat::Flat;
use crate::keyed::Keyed;
use crate::more;
use crate::node::{Kind, Node, wrap_loose};

pub(super) fn steers(it: char) -> bool {
    matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
        || (it.is_control() && !it.is_whitespace())
}

/// Code in a line, as it is; of several lines the blanks that only set them apart go.
pub(super) fn one_line(code: &str) -> String {
    if !code.contains(['\n', '\r']) {
        return code.to_owned();
    }
    code.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn is_blank(node: &Node) -> bool {
    match &node.kind {
        Kind::Break => true,
        Kind::Text(text) => text.chars().all(|it| it.is_whitespace() || it == '\u{200b}'),
        _ => false,
    }
}

pub(super) fn is_empty(nodes: &[Node]) -> bool {
    nodes.iter().all(|node| match node.kind {
        Kind::Comment(_) => true,
        Kind::Strong | Kind::Emphasis | Kind::Link { .. } => is_empty(&node.children),
        _ => is_blank(node),
    })
}

pub(super) fn comments_of(nodes: Vec<Node>) -> Vec<Node> {
    nodes.into_iter().filter(|node| matches!(node.kind, Kind::Comment(_))).collect()
}

/// Scripts leave empty comments everywhere. One parts what stands around it only where the words before it would else fold
/// the list behind it.
pub(super) fn without_idle_rifts(nodes: Vec<Node>) -> Vec<Node> {
    let is_empty = |node: &Node| match &node.kind {
        Kind::Comment(comment) => comment.meaning == Meaning::Editor,
        _ => false,
    };
    let mut kept: Vec<Node> = Vec::new();
    for node in nodes {
        let before = kept.iter().rev().find(|it| !is_blank(it));
        let folds = || before.and_then(Keyed::of).is_some_and(|keyed| keyed.key == more::KEY);
        if !is_empty(&node) || folds() {
            kept.push(node);
        }
    }
    kept
}

/// Puts loose words into paragraphs, and leaves out what only parts the tags in the source.
pub(super) fn wrap(holder: &mut Node) {
    let mut open = false;
    holder.children.retain(|child| {
        let blank = is_blank(child);
        if blank && !open {
            return false;
        }
        open = blank || child.is_inline() || (open && matches!(child.kind, Kind::Comment(_)));
        true
    });
    wrap_loose(holder);
    holder.children.retain(|it| it.kind != Kind::Root);
}

/// A quote of what a box holds, but for the sign alone in a box of its own.
pub(super) fn without_signs(mut holder: Node) -> Node {
    let is_sign = |it: &Node| it.kind == Kind::Paragraph && super::ordinary::is_mute(&it.children);
    holder.children.retain(|it| !is_sign(it));
    Node { kind: Kind::Quote, ..holder }
}

/// Whether an empty line parts the words of a paragraph.
pub(super) fn is_parted(paragraph: &Node) -> bool {
    paragraph.kind == Kind::Paragraph && paragraph.children.iter().any(|it| it.kind == Kind::Root)
}

pub(super) fn wrap_holder(node: &mut Node) {
    let mut root = Node::new(Kind::Root, node.range.clone());
    root.children = std::mem::take(&mut node.children);
    wrap(&mut root);
    node.children = root.children;
}

/// A list has items only. What stands between them belongs to the one before, as browsers show it.
pub(super) fn gather_items(list: &mut Node) {
    let mut items: Vec<Node> = Vec::new();
    for child in std::mem::take(&mut list.children) {
        match (&child.kind, items.last_mut()) {
            (Kind::Item, _) => items.push(child),
            _ if is_blank(&child) => {}
            (Kind::Comment(_), None) => {}
            (_, Some(last)) => last.children.push(child),
            (_, None) => {
                let range = child.range.clone();
                items.push(Node { kind: Kind::Item, range, children: vec![child] });
            }
        }
    }
    for item in &mut items {
        wrap(item);
    }
    items.retain(|item| !item.children.is_empty());
    list.children = items;
}

/// The runs of a cell, also where it holds paragraphs and lists.
pub(super) fn flatten(nodes: Vec<Node>) -> Vec<Node> {
    let mut runs = Vec::new();
    for node in nodes {
        if node.is_inline() || matches!(node.kind, Kind::Comment(_)) {
            runs.push(node);
        } else {
            let end = node.range.end;
            runs.extend(flatten(node.children));
            runs.push(Node::new(Kind::Break, end..end));
        }
    }
    runs
}

/// A link to the heading that it stands in.
pub(super) fn is_anchor(node: &Node) -> bool {
    let Kind::Link { href, .. } = &node.kind else { return false };
    let words = Flat::of(&node.children).text().trim().to_lowercase();
    let says_so = ["permalink", "anchor", "direct link", "link to this", "copy link"];
    let is_sign = !words.contains(char::is_alphanumeric);
    href.contains('#') && (is_sign || says_so.iter().any(|it| words.starts_with(it)))
}
