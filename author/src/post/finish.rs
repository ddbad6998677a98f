//! A node of a post with all its children: what it holds is put in order, and what holds nothing goes. Knows elements and
//! nodes, nothing of the text that ranges count in.

use super::elements::{holds_blocks, warns};
use super::guards::warning;
use super::loose::{
    comments_of, flatten, gather_items, is_anchor, is_empty, is_parted, wrap, wrap_holder,
};
use super::tree::Element;
use crate::node::{Kind, Node};

/// What a node becomes once it is known what is in it.
pub(super) fn finish(mut node: Node, element: &Element, in_heading: bool) -> Vec<Node> {
    match node.kind {
        Kind::Paragraph | Kind::Heading(_) | Kind::Quote
            if holds_blocks(element) && !in_heading || is_parted(&node) =>
        {
            wrap_holder(&mut node);
            match node.kind {
                Kind::Quote => {}
                // A heading or a paragraph with blocks in it: a list in a `p`, as scripts make it.
                _ => return node.children,
            }
        }
        Kind::Item | Kind::Quote => wrap(&mut node),
        Kind::List { .. } => gather_items(&mut node),
        Kind::Table => node.children.retain(|it| matches!(it.kind, Kind::Row { .. })),
        Kind::Row { .. } => node.children.retain(|it| it.kind == Kind::Cell),
        _ => {}
    }
    match &node.kind {
        Kind::Paragraph if is_empty(&node.children) => comments_of(node.children),
        Kind::Paragraph if warns(element) => {
            let quote = Node { kind: Kind::Quote, range: node.range.clone(), children: vec![node] };
            vec![warning(quote)]
        }
        Kind::Quote if warns(element) => vec![warning(node)],
        Kind::Strong | Kind::Emphasis if node.children.is_empty() => Vec::new(),
        Kind::Heading(_) => {
            // Blogs put a link to a heading into it: a sign, or words for those who hear the page.
            node.children.retain(|it| !is_anchor(it));
            match is_empty(&node.children) {
                true => comments_of(node.children),
                false => vec![node],
            }
        }
        Kind::List { .. } | Kind::Table if node.children.is_empty() => Vec::new(),
        Kind::Cell => {
            node.children = flatten(node.children);
            vec![node]
        }
        _ => vec![node],
    }
}
