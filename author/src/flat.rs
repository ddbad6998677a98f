//! The text of nodes without marks, in plain characters, with the range in the source of each byte. Knows no keys.

use std::ops::Range;

use crate::node::{Kind, Node};

/// The words of some nodes as one string of plain characters, and where in the source each byte of it stands.
pub(crate) struct Flat {
    text: String,
    sources: Vec<Range<usize>>,
}

impl Flat {
    pub fn of(nodes: &[Node]) -> Flat {
        let mut flat = Flat { text: String::new(), sources: Vec::new() };
        flat.add(nodes);
        flat
    }

    /// Without HTML, whose names are no words.
    pub fn of_words(nodes: &[Node]) -> Flat {
        let mut flat = Flat { text: String::new(), sources: Vec::new() };
        flat.add_words(nodes);
        flat
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Lower case for the ASCII letters only, so that every offset stays what it is.
    pub fn lower(&self) -> String {
        self.text.to_ascii_lowercase()
    }

    /// The bytes of the source that stand behind a part of the text.
    pub fn source(&self, part: Range<usize>) -> Option<Range<usize>> {
        let sources = self.sources.get(part)?;
        Some(sources.first()?.start..sources.last()?.end)
    }

    /// The bytes of the source behind a part without the blanks at its ends.
    pub fn source_of_words(&self, part: Range<usize>) -> Option<Range<usize>> {
        let words = self.text.get(part.clone())?;
        let start = part.start + (words.len() - words.trim_start().len());
        self.source(start..start + words.trim().len())
    }

    fn add(&mut self, nodes: &[Node]) {
        for node in nodes {
            match &node.kind {
                Kind::Text(text) => self.push(text, &node.range),
                Kind::Code(text) | Kind::Html(text) => self.push_whole(text, &node.range),
                Kind::Break => self.push_whole(" ", &node.range),
                _ => self.add(&node.children),
            }
        }
    }

    fn add_words(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node.kind {
                Kind::Html(_) => {}
                Kind::Text(_) | Kind::Code(_) | Kind::Break => self.add(std::slice::from_ref(node)),
                _ => self.add_words(&node.children),
            }
        }
    }

    fn push(&mut self, text: &str, range: &Range<usize>) {
        // Only where the text is the source itself; an entity such as `&amp;` is one piece.
        match text.len() == range.len() {
            true => {
                for (offset, character) in text.char_indices() {
                    let start = range.start + offset;
                    self.push_character(character, &(start..start + character.len_utf8()));
                }
            }
            false => self.push_whole(text, range),
        }
    }

    fn push_whole(&mut self, text: &str, range: &Range<usize>) {
        for character in text.chars() {
            self.push_character(character, range);
        }
    }

    fn push_character(&mut self, character: char, range: &Range<usize>) {
        let before = self.text.len();
        push_plain(character, &mut self.text);
        self.sources.extend((before..self.text.len()).map(|_| range.clone()));
    }
}

/// A text with the plain characters in place of the typographic ones.
pub(crate) fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        push_plain(character, &mut plain);
    }
    plain
}

/// A label, a key or a heading as it is compared: plain, in lower case, with single blanks.
pub(crate) fn comparable(text: &str) -> String {
    fold(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of some nodes as the author wrote them, with single blanks.
pub(crate) fn written(nodes: &[Node]) -> String {
    fn add(nodes: &[Node], words: &mut String) {
        for node in nodes {
            match &node.kind {
                Kind::Text(text) | Kind::Code(text) | Kind::Html(text) => words.push_str(text),
                Kind::Break => words.push(' '),
                _ => add(&node.children, words),
            }
        }
    }
    let mut words = String::new();
    add(nodes, &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pieces between separators, each with the byte at which it begins when the text begins at `base`.
pub(crate) fn pieces<'a>(text: &'a str, base: usize, separator: &str) -> Vec<(usize, &'a str)> {
    let mut at = base;
    let mut pieces = Vec::new();
    for piece in text.split(separator) {
        pieces.push((at, piece));
        at += piece.len() + separator.len();
    }
    pieces
}

fn push_plain(character: char, plain: &mut String) {
    match character {
        '‘' | '’' | '‚' | '‛' | '′' => plain.push('\''),
        '“' | '”' | '„' | '‟' | '″' => plain.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => plain.push('-'),
        '…' => plain.push_str("..."),
        // The marks of East Asia, and what stands for brackets there.
        '：' => plain.push(':'),
        '，' | '、' => plain.push(','),
        '；' => plain.push(';'),
        '！' => plain.push('!'),
        '？' => plain.push('?'),
        '（' | '〔' | '﹙' => plain.push('('),
        '）' | '〕' | '﹚' => plain.push(')'),
        '［' | '【' => plain.push('['),
        '］' | '】' => plain.push(']'),
        // Zero width: an editor's trace, never an author's wish.
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
        _ if character.is_whitespace() => plain.push(' '),
        _ => plain.push(character),
    }
}

/// The nodes without the part of the source that is cut out. A mark that loses all its words goes too.
pub(crate) fn cut(nodes: &[Node], out: &Range<usize>) -> Vec<Node> {
    nodes.iter().flat_map(|node| cut_node(node, out)).collect()
}

fn cut_node(node: &Node, out: &Range<usize>) -> Vec<Node> {
    if node.range.end <= out.start || out.end <= node.range.start {
        return vec![node.clone()];
    }
    if out.start <= node.range.start && node.range.end <= out.end {
        return Vec::new();
    }
    match &node.kind {
        Kind::Text(text) if text.len() == node.range.len() => {
            let first = text.get(..out.start.saturating_sub(node.range.start));
            let last = text.get(out.end.saturating_sub(node.range.start).min(text.len())..);
            let ranges = [
                node.range.start..out.start.max(node.range.start),
                out.end.min(node.range.end)..node.range.end,
            ];
            ([first, last].into_iter().flatten().zip(ranges))
                .filter(|(text, _)| !text.is_empty())
                .map(|(text, range)| Node::new(Kind::Text(text.to_owned()), range))
                .collect()
        }
        _ if node.children.is_empty() => vec![node.clone()],
        _ => {
            let children = cut(&node.children, out);
            match children.is_empty() {
                true => Vec::new(),
                false => vec![Node { children, ..node.clone() }],
            }
        }
    }
}
