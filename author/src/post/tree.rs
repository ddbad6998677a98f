//! A post's HTML as a neutral tree: what a script hands over, or what an HTML parser has made. Knows no meaning.

use super::json::Json;

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
    /// All words in it.
    pub fn words(&self) -> String {
        let mut words = String::new();
        add_words(std::slice::from_ref(self), &mut words);
        words
    }

    pub(super) fn is_break(&self) -> bool {
        matches!(self, Tree::Element(it) if it.name == "br")
    }
}

impl From<Json> for Tree {
    /// `"text"`, `["p", {"id": "…"}, child, …]` or `["!", "words"]`. Anything else is an empty text: what was left out would
    /// shift all numbers after it.
    fn from(value: Json) -> Tree {
        let nothing = || Tree::Text(String::new());
        let parts = match value {
            Json::Text(text) => return Tree::Text(text),
            Json::List(parts) => parts,
            _ => return nothing(),
        };
        let mut parts = parts.into_iter();
        match (parts.next(), parts.next()) {
            (Some(Json::Text(name)), Some(Json::Text(words))) if name == "!" => {
                Tree::Comment(words)
            }
            (Some(Json::Text(name)), Some(Json::Object(attributes))) => {
                let text = |(name, value)| match value {
                    Json::Text(value) => Some((name, value)),
                    _ => None,
                };
                let attributes = attributes.into_iter().filter_map(text).collect();
                Tree::Element(Element {
                    name,
                    attributes,
                    children: parts.map(Tree::from).collect(),
                })
            }
            _ => nothing(),
        }
    }
}
