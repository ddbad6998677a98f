//! What a post says to guard a fix, in other words than the format's: boxes and paragraphs that warn, headings that ask for
//! something first. All of it guards, since nobody is there to mend it. Knows nothing of ordinary posts.

use crate::context::Context;
use crate::flat::Flat;
use crate::headings::{PARTS, Part, guards};
use crate::node::{Kind, Node};
use crate::{brackets, outline, rung, warning_words};

const CURE: &str = "write it as the format does: a quote that begins with `> **Warning:**`, \
     or a list under the heading `Before you start`, one level below the fix's";

/// The nodes with guards that the grammar reads.
pub(super) fn guard(ctx: &mut Context, nodes: Vec<Node>) -> Vec<Node> {
    let Some(level) = outline::rung_level(&nodes) else { return nodes };
    let is_section = |node: &Node| outline::level(node).is_some_and(|it| it <= level);
    let titled = usize::from(outline::is_titled(&nodes));
    let starts: Vec<usize> = (nodes.iter().enumerate())
        .filter(|(_, node)| is_section(node))
        .map(|(index, _)| index)
        .skip(titled)
        .collect();
    let mut rest = nodes;
    let mut sections: Vec<Vec<Node>> =
        starts.iter().rev().map(|start| rest.split_off(*start)).collect();
    sections.reverse();
    let mut introduction = rest;
    // What is asked for once, before all fixes.
    let mut common: Vec<Node> = Vec::new();
    let mut out: Vec<Node> = Vec::new();
    for section in sections {
        let mut blocks = section.into_iter();
        let Some(heading) = blocks.next() else { continue };
        let blocks: Vec<Node> = blocks.collect();
        let name = outline::name(&heading);
        if outline::is_lost_guard(&name) {
            say(
                ctx,
                &heading,
                "this asks for something before all fixes: the dangerous ones are closed until it is confirmed",
            );
            common.extend(blocks.iter().filter(|it| !matches!(it.kind, Kind::Heading(_))).cloned());
            introduction.extend(blocks);
            continue;
        }
        let mut blocks = of_section(ctx, blocks, level + 1);
        let is_rung = outline::is_rung_name(&name);
        if is_rung && rung::deleting(&heading, &blocks).is_some() {
            prepend(&mut blocks, &common, level + 1, &heading);
        }
        out.push(heading);
        out.extend(blocks);
    }
    introduction.extend(out);
    introduction
}

/// Has a dangerous fix ask for what was asked for before all of them.
fn prepend(blocks: &mut Vec<Node>, common: &[Node], level: usize, heading: &Node) {
    let mut asked: Vec<Node> = Vec::new();
    let (lists, others): (Vec<Node>, Vec<Node>) = common.iter().cloned().partition(Node::is_list);
    let words: Vec<Node> = others.into_iter().filter(|it| it.kind == Kind::Paragraph).collect();
    if lists.is_empty() && !words.is_empty() {
        asked.push(quoted(words));
    }
    if !lists.is_empty() {
        asked.push(named(level, "Before you start", heading));
        asked.extend(lists);
        asked.push(named(level, "Steps", heading));
    }
    blocks.splice(0..0, asked);
}

fn of_section(ctx: &mut Context, blocks: Vec<Node>, level: usize) -> Vec<Node> {
    let mut made: Vec<Node> = Vec::new();
    let mut rest = blocks.into_iter().peekable();
    while let Some(block) = rest.next() {
        let Kind::Heading(_) = block.kind else {
            made.extend(of_block(ctx, block));
            continue;
        };
        let name = outline::name(&block);
        let part = PARTS.iter().find(|(known, _)| *known == name).map(|(_, part)| *part);
        let signals = warning_words::is_signal(&name);
        let asks = part == Some(Part::Before) || (part.is_none() && (signals || guards(&name)));
        if !asks {
            made.push(block);
            continue;
        }
        let mut below: Vec<Node> = Vec::new();
        while let Some(next) = rest.next_if(|it| {
            let ends = signals && it.kind == (Kind::List { ordered: true });
            !ends && !matches!(it.kind, Kind::Heading(_))
        }) {
            below.push(next);
        }
        let has_list = below.iter().any(Node::is_list);
        match (part, has_list && !signals) {
            (Some(_), true) => {
                made.push(block);
                made.extend(below.into_iter().flat_map(|it| of_block(ctx, it)));
            }
            (None, true) => {
                say(
                    ctx,
                    &block,
                    "this asks for what is listed below it, as `Before you start` does",
                );
                made.push(named(level, "Before you start", &block));
                made.extend(below);
            }
            (_, false) => {
                say(ctx, &block, "this is read as a warning, which a reader confirms");
                let words = Node { kind: Kind::Paragraph, ..block };
                let words = (part.is_none()).then_some(words);
                made.push(quoted(words.into_iter().chain(below).collect()));
            }
        }
    }
    made
}

/// A block that warns is a warning; so is what warns inside of an item.
fn of_block(ctx: &mut Context, mut block: Node) -> Vec<Node> {
    match block.kind {
        Kind::Quote
            if crate::quotes::opening(&block).is_none() && warns(first_words(&block), true) =>
        {
            say(ctx, &block, "this warns, so it is read as a warning, which a reader confirms");
            vec![warning(block)]
        }
        Kind::Paragraph if warns(&block.children, false) => {
            say(ctx, &block, "this warns, so it is read as a warning, which a reader confirms");
            vec![quoted(vec![block])]
        }
        Kind::List { .. } => {
            for item in &mut block.children {
                let children = std::mem::take(&mut item.children);
                item.children = children.into_iter().flat_map(|it| of_block(ctx, it)).collect();
            }
            // An item that does nothing but warn is no step.
            let (warnings, items): (Vec<Node>, Vec<Node>) =
                (block.children.into_iter()).partition(|item| {
                    !item.children.is_empty()
                        && item.children.iter().all(|it| it.kind == Kind::Quote)
                });
            block.children = items;
            let mut made: Vec<Node> = warnings.into_iter().flat_map(|item| item.children).collect();
            if !block.children.is_empty() {
                made.push(block);
            }
            made
        }
        _ => vec![block],
    }
}

fn first_words(quote: &Node) -> &[Node] {
    let first = quote.children.iter().find(|it| it.kind == Kind::Paragraph);
    first.map_or(&[], |it| it.children.as_slice())
}

/// Whether runs of text begin with a word that warns, set apart by a mark, by being bold, or by a quote around it.
fn warns(nodes: &[Node], is_quote: bool) -> bool {
    let flat = Flat::of(nodes);
    let text = brackets::beginning(flat.text()).to_lowercase();
    let Some((at, word)) = brackets::words(&text).next() else { return false };
    let after = text.get(at + word.len()..).unwrap_or("").trim_start();
    let parted = after.starts_with([':', '!', ']', '-']) || after.is_empty();
    let bold = nodes
        .iter()
        .find(|it| Flat::of(std::slice::from_ref(it)).text().contains(char::is_alphanumeric));
    let bold = bold.is_some_and(|it| matches!(it.kind, Kind::Strong | Kind::Emphasis));
    let strong = warning_words::is_signal(&text);
    let weak = is_quote && warning_words::is_weak_signal(&text);
    let last = bold
        && text.split_once(':').is_some_and(|(head, _)| {
            brackets::words(head).count() <= 3
                && brackets::words(head).any(|(_, word)| warning_words::is_signal(word))
        });
    last || ((strong || weak) && (parted || (bold && strong)))
}

fn quoted(children: Vec<Node>) -> Node {
    let start = children.first().map_or(0, |it| it.range.start);
    let end = children.last().map_or(start, |it| it.range.end);
    // Lists of what can be lost stay in it; a quote in a quote is taken apart by the grammar.
    warning(Node { kind: Kind::Quote, range: start..end, children })
}

fn named(level: usize, words: &str, at: &Node) -> Node {
    let range = at.range.start.saturating_sub(1)..at.range.start;
    let mut heading = Node::new(Kind::Heading(level), range.clone());
    heading.children.push(Node::new(Kind::Text(words.to_owned()), range));
    heading
}

fn say(ctx: &mut Context, node: &Node, message: &str) {
    ctx.diagnostics.warning(node.range.clone(), message, CURE);
}

/// A quote that begins with the word by which the grammar knows a warning.
pub(super) fn warning(mut quote: Node) -> Node {
    if crate::quotes::opening(&quote).is_some() {
        return quote;
    }
    let first = quote.children.iter_mut().find(|it| it.kind == Kind::Paragraph);
    let at = first.as_ref().map_or(quote.range.start, |it| {
        it.children.first().map_or(it.range.start, |first| first.range.start)
    });
    // The byte before the first word is nobody's.
    let room = at.saturating_sub(1)..at;
    let mut strong = Node::new(Kind::Strong, room.clone());
    strong.children.push(Node::new(Kind::Text("Warning".to_owned()), room.clone()));
    match first {
        Some(first) => first.children.insert(0, strong),
        None => {
            let paragraph = Node { kind: Kind::Paragraph, range: room, children: vec![strong] };
            quote.children.insert(0, paragraph);
        }
    }
    quote
}
