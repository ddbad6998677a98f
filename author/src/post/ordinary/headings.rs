//! What headings of ordinary posts are: fixes, what stands before and behind them, and what belongs to the blog.
//! Knows words alone.

use super::known_words::{AHEAD, ASKED, BEHIND, NAMELESS, OF_THE_BLOG, RECAPS};
use super::levels::Section;
use super::names::{bare_number, number, without, without_number};
use super::ours;
use crate::context::Context;
use crate::flat::{Flat, comparable};
use crate::headings::{PARTS, guards};
use crate::node::{Kind, Node};
use crate::rung;

const SOURCES: [&str; 5] = ["references", "further reading", "credits", "sources", "links"];
const PART_BEGINS: [&str; 22] = [
    "on ", "for ", "in ", "if ", "using ", "iphone", "ipad", "ios", "mac", "android", "windows",
    "linux", "chrome", "firefox", "safari", "edge", "why", "note", "tip", "what", "steps", "step ",
];

/// How a line of the blog begins that says who wrote a post, when, and how long it takes to read.
const BYLINES: [&str; 9] = [
    "by ",
    "last updated",
    "last modified",
    "updated on ",
    "published on ",
    "posted on ",
    "reading time",
    "lesezeit",
    "temps de lecture",
];
/// How it ends otherwise.
const READING: [&str; 2] = ["min read", "minute read"];
/// How many words such a line may have.
const LONGEST_BYLINE: usize = 12;

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

/// A line that says who wrote the post, when, and how long it takes to read: it has a number, is no sentence and has no
/// bold words, as a fix would.
pub(super) fn is_byline(node: &Node) -> bool {
    let text = Flat::of(std::slice::from_ref(node)).text().trim().to_lowercase();
    node.kind == Kind::Paragraph
        && text.split_whitespace().count() <= LONGEST_BYLINE
        && text.contains(|it: char| it.is_ascii_digit())
        && !text.ends_with(['.', '!', '?', ':'])
        && !node.children.iter().any(|it| it.kind == Kind::Strong)
        && (BYLINES.iter().any(|it| text.starts_with(it))
            || READING.iter().any(|it| text.ends_with(it)))
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

/// Whether a heading names what stands around the fixes.
pub(super) fn is_around(words: &str) -> bool {
    is_of_the_blog(words) || [BEHIND, AHEAD].iter().any(|known| begins(words, known))
}

/// Whether a heading only says that fixes follow.
pub(super) fn is_nameless(words: &str) -> bool {
    NAMELESS.contains(&words)
}

fn is_of_the_blog(words: &str) -> bool {
    OF_THE_BLOG.contains(&words) || words.contains("newsletter")
}

fn begins(words: &str, known: &[&str]) -> bool {
    known.iter().any(|it| words.starts_with(it))
}

/// The sections in the words of the format. What stands before the first fix and is none goes to the introduction.
pub(super) fn sort(
    ctx: &mut Context,
    sections: Vec<Section>,
    introduction: &mut Vec<Node>,
) -> Vec<Section> {
    let numbered = sections.iter().filter(|it| number(&it.heading).is_some()).count();
    let is_counted = is_counted(&sections);
    let mut sorted: Vec<Section> = Vec::new();
    for mut section in sections {
        if !section.is_rung {
            sorted.push(section);
            continue;
        }
        let words = words(&section.heading);
        let acts = section.blocks.iter().any(|it| it.kind == Kind::List { ordered: true });
        let is_first = !sorted.iter().any(|it| it.is_rung);
        if is_of_the_blog(&words) {
            ctx.diagnostics.note(
                section.heading.range.clone(),
                "this is taken for a part of the blog, and left out of the ladder",
                "if it belongs to the ladder, call it otherwise",
            );
        } else if is_first && !acts && begins(&words, AHEAD) {
            introduction.push(as_paragraph(section.heading));
            introduction.append(&mut section.blocks);
        } else if SOURCES.contains(&words.as_str()) {
            section.heading = ours(super::RUNG, "Sources", &section.heading);
            section.is_rung = false;
            sorted.push(section);
        } else if !is_first && begins(&words, BEHIND) && ends(&section, &words, acts) {
            sorted.push(as_end(section));
        } else {
            if numbered > 1 {
                section.heading = without_number(section.heading);
            } else if let (true, Some((_, end))) = (is_counted, bare_number(&section.heading)) {
                section.heading = without(section.heading, end);
            }
            sorted.push(section);
        }
    }
    questions_behind(sorted)
}

/// Whether what is called like an end is one, and no last fix.
fn ends(section: &Section, words: &str, acts: bool) -> bool {
    let deletes = rung::deleting(&section.heading, &section.blocks).is_some();
    begins(words, RECAPS) && !acts || !deletes && (!acts || begins(words, ASKED))
}

/// Whether headings have numbers that nothing parts from their words: 1, 2, 3.
fn is_counted(sections: &[Section]) -> bool {
    let numbers = sections.iter().filter_map(|it| bare_number(&it.heading));
    let numbers: Vec<u32> = numbers.map(|(number, _)| number).collect();
    numbers.len() > 1 && numbers.iter().zip(1..).all(|(one, other)| *one == other)
}

/// What readers ask behind at least two fixes goes to the end, but not what tells them to do something step by step, or to
/// delete something.
fn questions_behind(sections: Vec<Section>) -> Vec<Section> {
    let asks = |section: &Section| {
        let acts = section.blocks.iter().any(|it| it.kind == Kind::List { ordered: true });
        let is_question = Flat::of(&section.heading.children).text().trim_end().ends_with('?');
        is_question && !acts && rung::deleting(&section.heading, &section.blocks).is_none()
    };
    let last = sections.iter().rposition(|it| it.is_rung && !asks(it)).unwrap_or(0);
    let fixes = sections.iter().take(last + 1).filter(|it| it.is_rung && !asks(it)).count();
    let is_behind = |index: usize, it: &Section| fixes > 1 && it.is_rung && index > last;
    let sections = sections.into_iter().enumerate();
    sections.map(|(index, it)| if is_behind(index, &it) { as_end(it) } else { it }).collect()
}

fn as_end(mut section: Section) -> Section {
    let heading = ours(super::RUNG, "If nothing helped", &section.heading);
    let own = std::mem::replace(&mut section.heading, heading);
    section.blocks.insert(0, as_paragraph(own));
    let lower = |node: Node| match node.kind {
        Kind::Heading(_) => as_paragraph(node),
        _ => node,
    };
    section.blocks = section.blocks.into_iter().map(lower).collect();
    section.is_rung = false;
    section
}

fn as_paragraph(heading: Node) -> Node {
    let strong = Node { kind: Kind::Strong, ..heading };
    let range = strong.range.clone();
    Node { kind: Kind::Paragraph, range, children: vec![strong] }
}

/// A step of the same words.
pub(super) fn as_step(heading: &Node) -> Node {
    let range = heading.range.clone();
    let step = |kind, children| Node { kind, range: range.clone(), children };
    let paragraph = step(Kind::Paragraph, heading.children.clone());
    let item = step(Kind::Item, vec![paragraph]);
    step(Kind::List { ordered: true }, vec![item])
}
