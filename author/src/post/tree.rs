//! A post's HTML as a neutral tree: what a script hands over, or what an HTML parser has made. Knows no meaning.

use serde_json::Value;

/// A text, an element or a comment. They are counted from 0 in the order in which they begin.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Text(String),
    Element(Element),
    Comment(String),
}

/// An element, with its name in small letters and the few attributes that matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Tree>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All words in it.
    pub fn words(&self) -> String {
        let mut words = String::new();
        add_words(&self.children, &mut words);
        words
    }
}

fn add_words(trees: &[Tree], words: &mut String) {
    for tree in trees {
        match tree {
            Tree::Text(text) => words.push_str(text),
            Tree::Element(element) => add_words(&element.children, words),
            Tree::Comment(_) => {}
        }
    }
}

impl Tree {
    /// Reads `"text"`, `["p", {"id": "…"}, child, …]` or `["!", "words"]`; anything else is nothing.
    pub fn from_json(value: Value) -> Option<Tree> {
        let parts = match value {
            Value::String(text) => return Some(Tree::Text(text)),
            Value::Array(parts) => parts,
            _ => return None,
        };
        let mut parts = parts.into_iter();
        let Some(Value::String(name)) = parts.next() else { return None };
        match parts.next()? {
            Value::String(words) => (name == "!").then_some(Tree::Comment(words)),
            Value::Object(attributes) => {
                let text = |(name, value)| match value {
                    Value::String(value) => Some((name, value)),
                    _ => None,
                };
                let attributes = attributes.into_iter().filter_map(text).collect();
                // A child that is left out would shift all numbers after it, so it stays as an empty text.
                let child = |value| Tree::from_json(value).unwrap_or(Tree::Text(String::new()));
                Some(Tree::Element(Element {
                    name,
                    attributes,
                    children: parts.map(child).collect(),
                }))
            }
            _ => None,
        }
    }
}
