//! What headings of ordinary posts are: fixes, what stands before and behind them, and what belongs to the blog.
//! Knows words alone.

use super::levels::Section;
use super::names::{number, without_number};
use super::ours;
use crate::context::Context;
use crate::flat::{Flat, comparable};
use crate::headings::{PARTS, guards};
use crate::node::{Kind, Node};

/// Of the blog, not of the post.
const OF_THE_BLOG: [&str; 22] = [
    "related posts",
    "related articles",
    "related",
    "share",
    "share this",
    "comments",
    "leave a reply",
    "leave a comment",
    "about the author",
    "table of contents",
    "contents",
    "on this page",
    "in this article",
    "newsletter",
    "subscribe",
    "you might also like",
    "you may also like",
    "recommended",
    "tags",
    "categories",
    "navigation",
    "more posts",
];
const BEHIND: [&str; 30] = [
    "conclusion",
    "summary",
    "final thoughts",
    "final words",
    "wrapping up",
    "wrap up",
    "in closing",
    "still stuck",
    "still not working",
    "still no luck",
    "still having",
    "contact",
    "get help",
    "getting help",
    "need more help",
    "need help",
    "ask for help",
    "faq",
    "frequently asked",
    "questions",
    "in summary",
    "the end",
    "that's it",
    "all done",
    "fazit",
    "zusammenfassung",
    "when nothing",
    "if nothing",
    "if none",
    "nothing worked",
];
const AHEAD: [&str; 17] = [
    "introduction",
    "intro",
    "overview",
    "background",
    "why ",
    "what causes",
    "what is",
    "what are",
    "what's",
    "causes",
    "cause",
    "symptoms",
    "the problem",
    "problem",
    "possible causes",
    "einleitung",
    "how it works",
];
const SOURCES: [&str; 5] = ["references", "further reading", "credits", "sources", "links"];
const PART_BEGINS: [&str; 22] = [
    "on ", "for ", "in ", "if ", "using ", "iphone", "ipad", "ios", "mac", "android", "windows",
    "linux", "chrome", "firefox", "safari", "edge", "why", "note", "tip", "what", "steps", "step ",
];

pub(super) fn words(heading: &Node) -> String {
    let words = comparable(Flat::of(&heading.children).text());
    words.trim_end_matches([':', '.', '!', '?', ' ']).to_owned()
}

/// Whether a heading can only be a part of a fix.
pub(super) fn is_part(words: &str) -> bool {
    PARTS.iter().any(|(known, _)| *known == words)
        || guards(words)
        || PART_BEGINS.iter().any(|it| words.starts_with(it))
}

/// Whether words name a problem rather than what to do about it.
pub(super) fn is_title_like(words: &str) -> bool {
    let counts = words.starts_with(|it: char| it.is_ascii_digit())
        && [" ways", " fixes", " things", " steps", " tips", " solutions", " methods"]
            .iter()
            .any(|it| words.contains(it));
    let begins =
        ["how to ", "how do ", "how i ", "what to do ", "troubleshooting ", "fixing ", "my "];
    let holds = [
        "n't ",
        " not working",
        " fails",
        " failing",
        " is stuck",
        " error",
        " keeps ",
        " cannot ",
    ];
    counts
        || begins.iter().any(|it| words.starts_with(it))
        || holds.iter().any(|it| format!("{words} ").contains(it))
}

/// Whether a block before the title is more than a date or the links of a blog.
pub(super) fn is_prose(node: &Node) -> bool {
    let flat = Flat::of(std::slice::from_ref(node));
    let text = flat.text();
    node.kind == Kind::Paragraph
        && text.split_whitespace().count() >= 8
        && text.contains(['.', '!', '?', ':'])
}

/// A list of the post's own headings.
pub(super) fn is_contents(node: &Node) -> bool {
    let is_link = |item: &Node| match item.children.as_slice() {
        [paragraph] if paragraph.kind == Kind::Paragraph => {
            paragraph.children.iter().all(|it| match &it.kind {
                Kind::Link { href, .. } => href.contains('#'),
                Kind::Text(text) => text.trim().is_empty(),
                Kind::Break => true,
                _ => false,
            })
        }
        _ => false,
    };
    node.is_list() && node.children.iter().all(is_link)
}

/// The sections in the words of the format. What stands before the first fix and is none goes to the introduction.
pub(super) fn sort(
    ctx: &mut Context,
    sections: Vec<Section>,
    introduction: &mut Vec<Node>,
) -> Vec<Section> {
    let numbered = sections.iter().filter(|it| number(&it.heading).is_some()).count();
    let mut sorted: Vec<Section> = Vec::new();
    for mut section in sections {
        if !section.is_rung {
            sorted.push(section);
            continue;
        }
        let words = words(&section.heading);
        let begins = |known: &[&str]| known.iter().any(|it| words.starts_with(it));
        let acts = section.blocks.iter().any(|it| it.kind == Kind::List { ordered: true });
        let is_first = !sorted.iter().any(|it| it.is_rung);
        if OF_THE_BLOG.contains(&words.as_str()) {
            ctx.diagnostics.note(
                section.heading.range.clone(),
                "this is taken for a part of the blog, and left out of the ladder",
                "if it belongs to the ladder, call it otherwise",
            );
        } else if is_first && !acts && begins(&AHEAD) {
            introduction.push(as_paragraph(section.heading));
            introduction.append(&mut section.blocks);
        } else if SOURCES.contains(&words.as_str()) {
            section.heading = ours(super::RUNG, "Sources", &section.heading);
            section.is_rung = false;
            sorted.push(section);
        } else if !acts && !is_first && begins(&BEHIND) {
            let heading = ours(super::RUNG, "If nothing helped", &section.heading);
            section
                .blocks
                .insert(0, as_paragraph(std::mem::replace(&mut section.heading, heading)));
            section.is_rung = false;
            sorted.push(section);
        } else {
            if numbered > 1 {
                section.heading = without_number(section.heading);
            }
            sorted.push(section);
        }
    }
    sorted
}

fn as_paragraph(heading: Node) -> Node {
    let strong = Node { kind: Kind::Strong, ..heading };
    let range = strong.range.clone();
    Node { kind: Kind::Paragraph, range, children: vec![strong] }
}
