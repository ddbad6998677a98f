//! An element's HTML as the neutral tree of the reader of posts. It says what `web/post/tree.js` says.

use fix_ladder_author::post::{Element, Tree};
use url::Url;

use crate::dom::{Dom, Id, Kind};

/// What is never seen.
const NEVER: [&str; 7] = ["script", "style", "template", "noscript", "link", "meta", "fix-ladder"];
const ATTRIBUTES: [&str; 9] =
    ["alt", "title", "start", "lang", "id", "type", "checked", "open", "class"];
/// Where pictures are that a page loads late.
const SOURCES: [&str; 3] = ["src", "data-src", "data-lazy-src"];
/// What is deeper is read as if it stood there.
const DEEPEST: usize = 90;

/// The trees in an element, and the line of each node by its number.
pub fn trees(dom: &Dom, holder: Id, base: Option<&Url>) -> (Vec<Tree>, Vec<usize>) {
    let mut walk = Walk { dom, base, lines: Vec::new() };
    let trees = walk.children(holder, 0);
    (trees, walk.lines)
}

struct Walk<'a> {
    dom: &'a Dom,
    base: Option<&'a Url>,
    lines: Vec<usize>,
}

impl Walk<'_> {
    fn children(&mut self, holder: Id, depth: usize) -> Vec<Tree> {
        let mut trees = Vec::new();
        for id in self.dom.children(holder).iter().copied() {
            let Some(node) = self.dom.node(id) else { continue };
            match &node.kind {
                Kind::Text(words) => {
                    self.lines.push(node.line);
                    trees.push(Tree::Text(words.clone()));
                }
                Kind::Comment(words) => {
                    self.lines.push(node.line);
                    trees.push(Tree::Comment(words.clone()));
                }
                Kind::Element(..) if !self.is_seen(id) => {}
                Kind::Element(..) if depth > DEEPEST => trees.extend(self.children(id, depth)),
                Kind::Element(name, _) => {
                    self.lines.push(node.line);
                    let attributes = self.attributes(id);
                    let children = self.children(id, depth + 1);
                    let name = str::to_ascii_lowercase(&name.local);
                    trees.push(Tree::Element(Element { name, attributes, children }));
                }
                Kind::Other => {}
            }
        }
        trees
    }

    fn is_seen(&self, id: Id) -> bool {
        let has = |name| self.dom.attribute(id, name).is_some();
        !NEVER.contains(&self.dom.name(id)) && !has("hidden") && !has("slot")
    }

    fn attributes(&self, id: Id) -> Vec<(String, String)> {
        let own = |name: &str| self.dom.attribute(id, name);
        let mut found: Vec<(String, String)> = (ATTRIBUTES.iter())
            .filter_map(|name| own(name).map(|value| ((*name).to_owned(), value.to_owned())))
            .collect();
        if let Some(href) = own("href") {
            found.push(("href".to_owned(), self.absolute(href)));
        }
        let src = SOURCES.iter().filter_map(|it| own(it));
        if let Some(src) = src.into_iter().find(|it| !it.is_empty() && !it.starts_with("data:")) {
            found.push(("src".to_owned(), self.absolute(src)));
        }
        // In one order, however it was written.
        found.sort();
        found
    }

    /// A whole address stays as its author has written it.
    fn absolute(&self, address: &str) -> String {
        let whole = self.base.filter(|_| !has_scheme(address));
        whole
            .and_then(|base| base.join(address).ok())
            .map_or_else(|| address.to_owned(), String::from)
    }
}

fn has_scheme(address: &str) -> bool {
    let is_of_one = |it: char| it.is_ascii_alphanumeric() || matches!(it, '+' | '.' | '-');
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|it: char| it.is_ascii_alphabetic()) && scheme.chars().all(is_of_one)
    })
}
