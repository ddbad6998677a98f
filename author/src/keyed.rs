//! `Wait: 2 minutes`: a paragraph that begins with a key and a colon, taken apart. Knows no keys.

use std::ops::Range;

use crate::flat::{Flat, comparable, cut};
use crate::node::{Kind, Node};

pub(crate) struct Keyed {
    /// As it is compared.
    pub key: String,
    /// As it is written.
    pub written: String,
    pub key_range: Range<usize>,
    pub value: Vec<Node>,
}

impl Keyed {
    pub fn of(paragraph: &Node) -> Option<Keyed> {
        match paragraph.kind {
            Kind::Paragraph => Keyed::of_runs(&paragraph.children),
            _ => None,
        }
    }

    pub fn of_runs(nodes: &[Node]) -> Option<Keyed> {
        let flat = Flat::of(nodes);
        let colon = flat.text().find(':')?;
        let written = flat.text().get(..colon)?.trim().to_owned();
        let key = comparable(&written);
        let key_range = flat.source_of_words(0..colon)?;
        let end = flat.source(colon..colon + 1)?.end;
        // A sentence with a colon in it is no key.
        (!key.is_empty() && key.chars().count() <= 40).then(|| Keyed {
            key,
            written,
            key_range,
            value: cut(nodes, &(0..end)),
        })
    }

    /// Whether anything to read stands behind the colon.
    pub fn has_words(&self) -> bool {
        Flat::of(&self.value).text().contains(|it: char| !it.is_whitespace())
    }
}
