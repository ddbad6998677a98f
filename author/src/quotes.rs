//! How a quote begins: with a warning, with advice against a rung, or with neither; and where several stand
//! in one quote. Knows nothing of what becomes of them.

use std::ops::Range;

use crate::flat::{Flat, cut};
use crate::node::{Kind, Node};

/// What a paragraph opens. The ranges are of the source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Opening {
    /// The paragraph up to the end of the word `Warning`.
    Warning { words: Range<usize> },
    /// Who advises, and the paragraph up to the end of `advises against this`.
    Advice { by: Range<usize>, words: Range<usize> },
}

/// The quotes of which a quote consists, so that each opens at most once, at its beginning.
/// Some engines make one quote of two that only a blank line parts.
pub(crate) fn split(quote: &Node) -> Vec<Node> {
    let mut quotes: Vec<Node> = Vec::new();
    for child in quote.children.iter().flat_map(paragraphs) {
        let inner = match child.kind {
            Kind::Quote => split(&child),
            _ => Vec::new(),
        };
        if inner.iter().any(|inner| opening(inner).is_some()) {
            quotes.extend(inner);
            continue;
        }
        let opens = opening_of(&child).is_some();
        match quotes.last_mut() {
            // A comment may stand before the first words.
            Some(last) if !opens || last.children.iter().all(is_comment) => {
                last.range.end = child.range.end;
                last.children.push(child);
            }
            _ => {
                let range = child.range.clone();
                quotes.push(Node { kind: Kind::Quote, range, children: vec![child] });
            }
        }
    }
    match quotes.as_mut_slice() {
        [only] => only.range = quote.range.clone(),
        [] => quotes.push(quote.clone()),
        _ => {}
    }
    quotes
}

/// What a quote opens with.
pub(crate) fn opening(quote: &Node) -> Option<Opening> {
    opening_of(quote.children.iter().find(|node| !is_comment(node))?)
}

fn is_comment(node: &Node) -> bool {
    matches!(node.kind, Kind::Comment(_))
}

fn opening_of(node: &Node) -> Option<Opening> {
    match node.kind {
        Kind::Paragraph => opening_at(&node.children),
        _ => None,
    }
}

/// A paragraph, or several where one of its lines opens something.
fn paragraphs(node: &Node) -> Vec<Node> {
    if node.kind != Kind::Paragraph {
        return vec![node.clone()];
    }
    let mut paragraphs: Vec<Node> = Vec::new();
    let mut after_break = true;
    for (index, child) in node.children.iter().enumerate() {
        let opens = after_break
            && child.kind != Kind::Break
            && opening_at(node.children.get(index..).unwrap_or(&[])).is_some();
        after_break = child.kind == Kind::Break;
        match paragraphs.last_mut() {
            Some(paragraph) if !opens => {
                paragraph.range.end = child.range.end;
                paragraph.children.push(child.clone());
            }
            _ => {
                let range = child.range.clone();
                paragraphs.push(Node {
                    kind: Kind::Paragraph,
                    range,
                    children: vec![child.clone()],
                });
            }
        }
    }
    match paragraphs.as_mut_slice() {
        [only] => only.range = node.range.clone(),
        [] => paragraphs.push(node.clone()),
        _ => {}
    }
    paragraphs
}

/// So many runs may stand before the bold words: signs, breaks and comments.
const MOST: usize = 12;

/// The opening of runs of text: bold words, with nothing before them but signs.
fn opening_at(nodes: &[Node]) -> Option<Opening> {
    let (index, bold) =
        nodes.iter().enumerate().take(MOST).find_map(|(index, node)| match &node.kind {
            Kind::Comment(_) | Kind::Break => None,
            Kind::Text(text) if text.chars().all(is_sign) => None,
            _ => Some((index, strong(node))),
        })?;
    let bold = bold?;
    let start = nodes.first().map_or(bold.range.start, |first| first.range.start);
    // A new line's signs belong to it, those of the line before do not.
    let before = nodes.get(..index)?.iter().rposition(|node| node.kind == Kind::Break);
    let start = before.and_then(|at| nodes.get(at + 1)).map_or(start, |node| node.range.start);
    let flat = Flat::of(&bold.children);
    let lower = flat.lower();
    if let Some(end) = warning(&lower) {
        return Some(Opening::Warning { words: start..flat.source(0..end)?.end });
    }
    let (by, words) = advises(&lower)?;
    Some(Opening::Advice { by: flat.source_of_words(by)?, words: start..flat.source(words)?.end })
}

/// A mark that opens nothing by itself: an emoji, a dash. A bracket does, and so does a quotation mark.
fn is_sign(character: char) -> bool {
    !character.is_alphanumeric() && !"([{<\"'“„«‚‘".contains(character)
}

/// The bold in a run, also where it is emphasised as a whole.
fn strong(node: &Node) -> Option<&Node> {
    match node.kind {
        Kind::Strong => Some(node),
        Kind::Emphasis => match node.children.as_slice() {
            [only] => strong(only),
            _ => None,
        },
        _ => None,
    }
}

/// Where the word `Warning` ends, when the text begins with it, but for signs.
fn warning(lower: &str) -> Option<usize> {
    let rest = lower.trim_start_matches(is_sign).strip_prefix("warning")?;
    let ends = rest.chars().next().is_none_or(|character| !character.is_alphanumeric());
    ends.then_some(lower.len() - rest.len())
}

/// The name in `NAME advises against this`, and all of these words.
fn advises(lower: &str) -> Option<(Range<usize>, Range<usize>)> {
    let verb = [" advises against", " advise against"];
    let (at, after) = verb
        .into_iter()
        .find_map(|words| Some((lower.find(words)?, lower.find(words)? + words.len())))?;
    let end = match lower.get(after..)?.strip_prefix(" this") {
        Some(rest) => lower.len() - rest.len(),
        None => after,
    };
    Some((0..at, 0..end))
}

/// Cuts the opening words out, and the colon, dash, full stop or sign between them and the rest.
pub(crate) fn cut_opening(paragraph: &mut Node, words: Range<usize>) {
    paragraph.children = cut(&paragraph.children, &words);
    let flat = Flat::of(&paragraph.children);
    let is_between = |mark: char| {
        ":!.-, ".contains(mark)
            || mark == '\u{fe0f}'
            || (mark >= '\u{2190}' && is_sign(mark) && !mark.is_alphanumeric())
    };
    let marks = flat.text().len() - flat.text().trim_start_matches(is_between).len();
    if let Some(out) = flat.source(0..marks) {
        paragraph.children = cut(&paragraph.children, &out);
    }
}
