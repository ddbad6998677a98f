//! Pictures and films of a post. A ladder shows none from elsewhere: it links to them. Knows attributes, no ladders.

use fix_ladder_core::ladder::check_link;

use super::build::Builder;
use super::tree::{Element, Tree};
use crate::node::{Kind, Node};

/// What a picture is called here: by its own words, else by ours.
pub(super) fn picture(builder: &mut Builder<'_>, element: &Element) -> Vec<Node> {
    let own = element.attribute("alt").unwrap_or_default().trim();
    builder.skip(&element.children);
    // Blogs put pictures in the place of signs that not every system has.
    if element.attribute("class").is_some_and(stands_for_a_sign) {
        return builder.said(own);
    }
    let ours = builder.picture;
    link(builder, element.attribute("src"), own, ours)
}

/// What plays: by its title, else by where it is from.
pub(super) fn film(builder: &mut Builder<'_>, element: &Element) -> Vec<Node> {
    let own = element.attribute("title").unwrap_or_default().trim();
    builder.skip(&element.children);
    let src = element.attribute("src").or_else(|| element.children.iter().find_map(source));
    let after = src.unwrap_or_default().split("://").nth(1);
    let host = after.and_then(|it| it.split(['/', '?', '#', ':']).next()).unwrap_or_default();
    link(builder, src, own, host.strip_prefix("www.").unwrap_or(host))
}

fn source(child: &Tree) -> Option<&str> {
    match child {
        Tree::Element(it) if it.name == "source" => it.attribute("src"),
        _ => None,
    }
}

fn stands_for_a_sign(class: &str) -> bool {
    class.split_whitespace().any(|it| matches!(it, "emoji" | "wp-smiley"))
}

fn link(builder: &mut Builder<'_>, src: Option<&str>, own: &str, ours: &str) -> Vec<Node> {
    // What a page brings late has its words nevertheless.
    let Some(href) = src else { return builder.said(own) };
    let start = builder.text.len();
    // What cannot be linked to, and has no words, is nothing.
    let ours = if check_link(href).is_ok() { ours } else { "" };
    let children = builder.said(if own.is_empty() { ours } else { own });
    if children.is_empty() {
        builder.text.push(' ');
    }
    let range = start..builder.text.len();
    vec![Node { kind: Kind::Image { href: href.to_owned() }, range, children }]
}
