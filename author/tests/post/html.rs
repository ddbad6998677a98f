//! A post's HTML, made the tree that the compiler reads, by a parser that does as browsers do. Knows no case.

use ego_tree::NodeRef;
use fix_ladder_author::post::{Element, Post, Tree};
use scraper::{Html, Node};

/// What a post's reader confirms where its author has written nothing.
pub const OURS: &str = "OURS";

/// The attributes that scripts hand over.
const ATTRIBUTES: [&str; 11] =
    ["href", "src", "alt", "title", "start", "lang", "id", "type", "checked", "open", "class"];

/// The post inside the first `<fix-ladder>` of some HTML, or all of it.
pub fn post(html: &str) -> Post {
    let page = Html::parse_document(html);
    let root = page.tree.root();
    let element = root.descendants().find(|it| is_called(it.value(), "fix-ladder"));
    let body = || root.descendants().find(|it| is_called(it.value(), "body"));
    let holder = element.or_else(body).expect("a body");
    Post {
        trees: holder.children().filter_map(|it| tree(&it)).collect(),
        id: attribute(holder.value(), "id").unwrap_or_default(),
        warning: OURS.to_owned(),
        ..Post::default()
    }
}

fn tree(node: &NodeRef<'_, Node>) -> Option<Tree> {
    match node.value() {
        Node::Text(text) => Some(Tree::Text(text.to_string())),
        Node::Comment(words) => Some(Tree::Comment(words.to_string())),
        Node::Element(element) => {
            let known = element.attrs().filter(|(name, _)| ATTRIBUTES.contains(name));
            Some(Tree::Element(Element {
                name: element.name().to_owned(),
                attributes: known
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .collect(),
                children: node.children().filter_map(|it| tree(&it)).collect(),
            }))
        }
        _ => None,
    }
}

fn is_called(node: &Node, name: &str) -> bool {
    node.as_element().is_some_and(|it| it.name() == name)
}

fn attribute(node: &Node, name: &str) -> Option<String> {
    node.as_element()?.attr(name).map(ToOwned::to_owned)
}
