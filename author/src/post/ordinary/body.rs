//! What is in a fix of an ordinary post: which list asks for something, and which paragraphs are steps.
//! Knows nothing of the other fixes.

use super::super::build::LEAD;
use super::headings::words;
use super::names::{number_of, without_number};
use super::{ours, verbs};
use crate::destructive;
use crate::flat::Flat;
use crate::headings::{PARTS, Part, guards};
use crate::node::{Kind, Node};

const PART: usize = super::RUNG + 1;

/// So many words may be a step. What is longer tells something, however it begins.
const LONGEST: usize = 45;

pub(super) fn read(blocks: Vec<Node>) -> Vec<Node> {
    let blocks = ask(blocks);
    let has_steps = unguarded(&blocks).any(|(_, it)| it.kind == Kind::List { ordered: true });
    if has_steps {
        return blocks;
    }
    let begins = |block: &Node| instructs(block) || lines(block.clone()).len() > 1;
    let deletes = |block: &Node| {
        matches!(block.kind, Kind::Paragraph | Kind::List { .. })
            && destructive::deleting(&Flat::of(std::slice::from_ref(block)).text().to_lowercase())
                .is_some()
    };
    let first = unguarded(&blocks).find(|(_, it)| begins(it));
    let first = first.or_else(|| unguarded(&blocks).find(|(_, it)| deletes(it)));
    let first = first.or_else(|| unguarded(&blocks).find(|(_, it)| is_code(it)));
    match first.map(|(index, _)| index) {
        Some(first) => steps(blocks, first),
        None => blocks,
    }
}

fn is_code(block: &Node) -> bool {
    matches!(block.kind, Kind::CodeBlock(_))
}

/// Whether a paragraph begins as one that says what to do, or has a number.
pub(super) fn instructs(block: &Node) -> bool {
    let flat = Flat::of(&block.children);
    block.kind == Kind::Paragraph
        && flat.text().split_whitespace().count() <= LONGEST
        && (verbs::begins(flat.text()) || number_of(flat.text()).is_some())
}

/// The blocks that are not under a heading which asks for something.
fn unguarded(blocks: &[Node]) -> impl Iterator<Item = (usize, &Node)> {
    let mut asks = false;
    blocks.iter().enumerate().filter(move |(_, block)| {
        if let Kind::Heading(_) = block.kind {
            let words = words(block);
            let part = PARTS.iter().find(|(known, _)| *known == words).map(|(_, part)| *part);
            asks = matches!(part, Some(Part::Before | Part::Sources))
                || (part.is_none() && guards(&words));
        }
        !asks
    })
}

/// Puts a heading of ours over a list that a paragraph asks for, and numbers what is to be ticked off or says what to do.
fn ask(blocks: Vec<Node>) -> Vec<Node> {
    let free: Vec<usize> = unguarded(&blocks).map(|(index, _)| index).collect();
    let mut made: Vec<Node> = Vec::new();
    for (index, mut block) in blocks.into_iter().enumerate() {
        if let Kind::Heading(LEAD) = block.kind {
            block.kind = Kind::Heading(PART);
        }
        if !block.is_list() || !free.contains(&index) {
            made.push(block);
            continue;
        }
        let acts = acts(&block);
        let leads = |it: &Node| Flat::of(&it.children).text().trim_end().ends_with(':');
        // "You will need a screwdriver." and then steps with numbers.
        let is_steps = |it: &Node| acts && block.kind == Kind::List { ordered: true } && !leads(it);
        if made.last().is_some_and(|it| asks(it) && !is_steps(it)) {
            made.push(ours(PART, "Before you start", &block));
            let end = Node::new(Kind::Text(String::new()), block.range.end..block.range.end);
            made.push(block);
            made.push(ours(PART, "Steps", &end));
            continue;
        }
        let ticks = block.children.iter().filter(|item| has_tick(item)).count();
        if ticks > 0 || acts {
            block.kind = Kind::List { ordered: true };
        }
        made.push(block);
    }
    made
}

/// Whether most items of a list say what to do.
fn acts(list: &Node) -> bool {
    let acts = list.children.iter().filter(|it| it.children.first().is_some_and(instructs));
    acts.count() * 2 > list.children.len()
}

fn has_tick(item: &Node) -> bool {
    item.kind == Kind::Tick || item.children.first().is_some_and(has_tick)
}

/// Whether a paragraph leads to a list of what must be there first.
fn asks(block: &Node) -> bool {
    let phrases = [
        "you need",
        "you will need",
        "you'll need",
        "you have",
        "you've got",
        "have the following",
        "before you",
        "required",
        "requirement",
        "prerequisite",
        "have ready",
        "at hand",
        "is needed",
        "are needed",
        "must have",
        "need to have",
        "be sure of",
    ];
    let text = Flat::of(&block.children).text().to_lowercase();
    // The last sentence leads to the list.
    let sentence = text.trim_end().trim_end_matches(['.', ':', '!']);
    let last = sentence.rsplit(['.', '!', '?']).next().unwrap_or("");
    let is_question = text.trim_end().ends_with('?');
    block.kind == Kind::Paragraph && !is_question && phrases.iter().any(|it| last.contains(it))
}

/// Paragraphs from the first that says what to do: each that does is a step, the others belong to the step before.
fn steps(blocks: Vec<Node>, first: usize) -> Vec<Node> {
    let free: Vec<usize> = unguarded(&blocks).map(|(index, _)| index).collect();
    let mut made: Vec<Node> = Vec::new();
    let mut list: Option<Node> = None;
    for (index, block) in blocks.into_iter().enumerate() {
        let is_heading = matches!(block.kind, Kind::Heading(_));
        // Behind a heading, steps begin again with what says what to do.
        let waits = list.is_none() && index > first && !instructs(&block) && !is_code(&block);
        if index < first || is_heading || waits || !free.contains(&index) {
            made.extend(list.take());
            made.push(block);
            continue;
        }
        let block = if list.is_none() { in_line(block) } else { block };
        let range = block.range.clone();
        let pieces = lines(block);
        // What leads to the first line that says what to do.
        let leads = pieces.len() > 1;
        for (line, piece) in pieces.into_iter().enumerate() {
            let acts = line > 0 || instructs(&piece);
            if leads && !acts && list.is_none() {
                made.push(piece);
                continue;
            }
            let list =
                list.get_or_insert_with(|| Node::new(Kind::List { ordered: true }, range.clone()));
            list.range.end = range.end;
            match list.children.last_mut() {
                Some(last) if !acts => last.children.push(piece),
                _ => list.children.push(item(without_number(piece))),
            }
        }
    }
    made.extend(list);
    made
}

/// Code that is a step by itself, in lines of its own.
fn in_line(block: Node) -> Node {
    let Kind::CodeBlock(code) = &block.kind else { return block };
    let line = |line: &str| Node::new(Kind::Code(line.trim().to_owned()), block.range.clone());
    let lines: Vec<Node> = code.lines().filter(|it| !it.trim().is_empty()).map(line).collect();
    let mut children: Vec<Node> = Vec::new();
    for line in lines {
        if !children.is_empty() {
            children.push(Node::new(Kind::Break, block.range.clone()));
        }
        children.push(line);
    }
    Node { kind: Kind::Paragraph, range: block.range.clone(), children }
}

fn item(block: Node) -> Node {
    let range = block.range.clone();
    Node { kind: Kind::Item, range, children: vec![block] }
}

/// A paragraph, or several where one of its lines begins another step.
fn lines(paragraph: Node) -> Vec<Node> {
    if paragraph.kind != Kind::Paragraph {
        return vec![paragraph];
    }
    let mut lines: Vec<Node> = Vec::new();
    let mut after_break = true;
    let children = paragraph.children;
    for (index, child) in children.iter().enumerate() {
        let rest = Flat::of(children.get(index..).unwrap_or(&[]));
        let is_capital = rest.text().trim_start().starts_with(char::is_uppercase);
        let begins =
            after_break && child.kind != Kind::Break && is_capital && verbs::begins(rest.text());
        after_break = child.kind == Kind::Break;
        match lines.last_mut() {
            Some(line) if !begins => {
                line.range.end = child.range.end;
                line.children.push(child.clone());
            }
            _ => {
                let range = child.range.clone();
                lines.push(Node { kind: Kind::Paragraph, range, children: vec![child.clone()] });
            }
        }
    }
    lines
}
