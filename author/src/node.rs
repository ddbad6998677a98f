//! A node of the Markdown: a block or a run of text, with its range in the source. Knows no parser and nothing of ladders.

use std::ops::Range;

use crate::comments::Comment;

/// A block or a run of text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub kind: Kind,
    /// Bytes of the source.
    pub range: Range<usize>,
    pub children: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Root,
    Paragraph,
    Heading(usize),
    Quote,
    CodeBlock(String),
    HtmlBlock(String),
    List {
        ordered: bool,
    },
    Item,
    /// What `More:` folds. No parser makes it: see [`more::gather`](crate::more::gather).
    More,
    Footnote(String),
    Table,
    Row {
        head: bool,
    },
    Cell,
    FrontMatter,
    Rule,
    Strong,
    Emphasis,
    Link {
        href: String,
        title: String,
    },
    Image {
        href: String,
    },
    Text(String),
    Code(String),
    Html(String),
    Comment(Comment),
    Break,
    Tick,
}

impl Node {
    pub fn new(kind: Kind, range: Range<usize>) -> Node {
        Node { kind, range, children: Vec::new() }
    }

    pub fn is_list(&self) -> bool {
        matches!(self.kind, Kind::List { .. })
    }

    /// Whether it stands inside a paragraph rather than beside one.
    pub fn is_inline(&self) -> bool {
        matches!(
            self.kind,
            Kind::Strong
                | Kind::Emphasis
                | Kind::Link { .. }
                | Kind::Image { .. }
                | Kind::Text(_)
                | Kind::Code(_)
                | Kind::Html(_)
                | Kind::Break
                | Kind::Tick
        )
    }

    pub fn holds_blocks(&self) -> bool {
        matches!(self.kind, Kind::Root | Kind::Quote | Kind::Item | Kind::Footnote(_))
    }
}

/// Takes the comments out of a heading, an item or a quote: out of its own children and its
/// paragraphs, but not out of the lists in it, whose items have their own.
pub(crate) fn take_comments(nodes: &mut Vec<Node>) -> Vec<Comment> {
    let mut found = Vec::new();
    nodes.retain_mut(|node| match &node.kind {
        Kind::Comment(comment) => {
            found.push(comment.clone());
            false
        }
        Kind::Paragraph | Kind::Strong | Kind::Emphasis | Kind::Link { .. } => {
            found.extend(take_comments(&mut node.children));
            !node.children.is_empty()
        }
        _ => true,
    });
    found
}

/// Puts the text that stands directly in an item or a quote into paragraphs, so that a list reads
/// the same whether its items are set apart by blank lines or not.
pub(crate) fn wrap_loose(node: &mut Node) {
    if !node.holds_blocks() {
        return;
    }
    let mut blocks: Vec<Node> = Vec::new();
    let mut open = false;
    for child in std::mem::take(&mut node.children) {
        let joins = child.is_inline() || (open && matches!(child.kind, Kind::Comment(_)));
        match blocks.last_mut() {
            Some(paragraph) if open && joins => {
                paragraph.range.end = child.range.end;
                paragraph.children.push(child);
            }
            _ if joins => {
                let mut paragraph = Node::new(Kind::Paragraph, child.range.clone());
                paragraph.children.push(child);
                blocks.push(paragraph);
                open = true;
            }
            _ => {
                open = false;
                blocks.push(child);
            }
        }
    }
    node.children = blocks;
}
