//! HTML comments: the few that mean something, and the rest. Knows nothing of where they stand.

use std::ops::Range;

use crate::tree::{Kind, Node};

/// One comment: `<!-- id: export-originals -->`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comment {
    pub meaning: Meaning,
    pub range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    Id(String),
    Illustration(String),
    Lang(String),
    /// What an editor writes for itself, such as WordPress's block marks.
    Editor,
    /// The key of a comment of the form `key: value` that is not known.
    /// With all of its words.
    Unknown(String, String),
    /// Anything else; a note of the author's to themselves.
    Other(String),
    /// A comment that has no end: it hides the rest of the text from every reader.
    Unclosed,
}

/// The comment that the HTML consists of, if it is one.
pub(crate) fn whole(html: &str, range: Range<usize>) -> Option<Comment> {
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    Some(Comment { meaning: meaning(inner), range })
}

/// The comments in a block of HTML, and what stands between them, in order.
pub(crate) fn split(html: &str, range: Range<usize>) -> Vec<Node> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        push_html(&mut pieces, before, &range);
        let at = range.start + (html.len() - after.len()).saturating_sub("<!--".len());
        let (meaning, end) = match after.split_once("-->") {
            Some((inner, left)) => {
                rest = left;
                (meaning(inner), range.start + html.len() - left.len())
            }
            None => {
                rest = "";
                (Meaning::Unclosed, at + "<!--".len())
            }
        };
        // In a quote or an item the block's text lacks the marks at the line's beginning, so an offset
        // in it may be short of the true one. It never leaves the block.
        let place = at.min(range.end)..end.min(range.end);
        pieces.push(Node::new(Kind::Comment(Comment { meaning, range: place.clone() }), place));
    }
    push_html(&mut pieces, rest, &range);
    pieces
}

fn push_html(pieces: &mut Vec<Node>, html: &str, range: &Range<usize>) {
    let html = html.trim();
    if !html.is_empty() {
        pieces.push(Node::new(Kind::HtmlBlock(html.to_owned()), range.clone()));
    }
}

fn meaning(inner: &str) -> Meaning {
    let inner = inner.trim();
    if inner.starts_with("wp:") || inner.starts_with("/wp:") || inner == "more" {
        return Meaning::Editor;
    }
    let Some((key, value)) = inner.split_once(':') else { return Meaning::Other(inner.to_owned()) };
    let value = value.trim().to_owned();
    match key.trim().to_ascii_lowercase().as_str() {
        "id" => Meaning::Id(value),
        "illustration" => Meaning::Illustration(value),
        "lang" => Meaning::Lang(value),
        word if word.chars().all(char::is_alphabetic) => {
            Meaning::Unknown(word.to_owned(), inner.to_owned())
        }
        _ => Meaning::Other(inner.to_owned()),
    }
}

/// Takes the comments out of a heading, an item or a quote: out of its own children and its
/// paragraphs, but not out of the lists in it, whose items have their own.
pub(crate) fn take(nodes: &mut Vec<Node>) -> Vec<Comment> {
    let mut found = Vec::new();
    nodes.retain_mut(|node| match &node.kind {
        Kind::Comment(comment) => {
            found.push(comment.clone());
            false
        }
        Kind::Paragraph | Kind::Strong | Kind::Emphasis | Kind::Link { .. } => {
            found.extend(take(&mut node.children));
            !node.children.is_empty()
        }
        _ => true,
    });
    found
}
