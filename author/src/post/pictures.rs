//! Pictures and films of a post. A ladder shows none from elsewhere: it links to them. Knows attributes, no ladders.

use fix_ladder_core::ladder::check_link;

use super::build::Builder;
use super::tree::Element;
use crate::node::{Kind, Node};

/// What a picture is called here: by its own words, else by ours.
pub(super) fn picture(builder: &mut Builder<'_>, element: &Element) -> Vec<Node> {
    let own = element.attribute("alt").unwrap_or_default().trim();
    // Blogs put pictures in the place of signs that not every system has.
    if element.attribute("class").is_some_and(stands_for_a_sign) {
        builder.skip(&element.children);
        return builder.said(own);
    }
    let ours = builder.picture;
    link(builder, element, if own.is_empty() { ours } else { own })
}

/// What plays: by its title, else by where it is from.
pub(super) fn film(builder: &mut Builder<'_>, element: &Element) -> Vec<Node> {
    let own = element.attribute("title").unwrap_or_default().trim();
    let from = element.attribute("src").unwrap_or_default();
    let host = from.split("://").nth(1).and_then(|it| it.split(['/', '?', '#', ':']).next());
    let host = host.unwrap_or_default().trim_start_matches("www.").to_owned();
    link(builder, element, if own.is_empty() { &host } else { own })
}

fn stands_for_a_sign(class: &str) -> bool {
    class.split_whitespace().any(|it| matches!(it, "emoji" | "wp-smiley" | "icon-emoji"))
}

fn link(builder: &mut Builder<'_>, element: &Element, words: &str) -> Vec<Node> {
    builder.skip(&element.children);
    let Some(href) = element.attribute("src") else { return Vec::new() };
    let has_own = ["alt", "title"]
        .iter()
        .any(|it| element.attribute(it).is_some_and(|it| !it.trim().is_empty()));
    // What cannot be linked to, and has no words, is nothing.
    let words = if has_own || check_link(href).is_ok() { words } else { "" };
    let start = builder.text.len();
    let children = builder.said(words);
    if children.is_empty() {
        builder.text.push(' ');
    }
    vec![Node {
        kind: Kind::Image { href: href.to_owned() },
        range: start..builder.text.len(),
        children,
    }]
}
