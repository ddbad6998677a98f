//! `About you`: the choices and their options. Knows nothing of what depends on them.

use std::collections::BTreeSet;
use std::ops::Range;

use fix_ladder_core::ladder::{Location, RawChoice, RawOption};

use crate::comments::Comment;
use crate::context::Context;
use crate::flat::{Flat, comparable, cut, pieces};
use crate::node::{Kind, Node, take_comments};
use crate::{annotations, flat, text};

/// A list under `About you`: one choice an item.
pub(crate) fn read(ctx: &mut Context, list: &Node, choices: &mut Vec<RawChoice>) {
    for item in &list.children {
        let mut item = item.clone();
        let comments = take_comments(&mut item.children);
        match one(ctx, &item, comments, choices.len()) {
            Some(choice) => choices.push(choice),
            None => ctx.diagnostics.error(
                item.range.clone(),
                "this is not a choice",
                "write the question's name, a colon and its options, as in `- Device: iPhone, iPad`",
            ),
        }
    }
}

fn one(ctx: &mut Context, item: &Node, comments: Vec<Comment>, index: usize) -> Option<RawChoice> {
    let (first, rest) = item.children.split_first()?;
    if first.kind != Kind::Paragraph {
        return None;
    }
    let flat = Flat::of(&first.children);
    let colon = flat.text().find(':')?;
    let end = flat.source(colon..colon + 1)?;
    let name = flat.source_of_words(0..colon)?;
    let label = text::words(&text::spans(ctx, &cut(&first.children, &(end.start..usize::MAX))));
    let value = cut(&first.children, &(0..end.end));
    let mut options = split(&value);
    for node in rest {
        match node.is_list() {
            true => {
                for item in &node.children {
                    options.extend(of_item(ctx, item, index));
                }
            }
            false => ctx.diagnostics.error(
                node.range.clone(),
                "a choice holds nothing but its options",
                "put this into a paragraph before the first rung",
            ),
        }
    }
    if label.is_empty() {
        return None;
    }
    let annotations = annotations::sort(ctx, comments, &["id"]);
    let id = annotations::id(ctx, "choice", annotations.id);
    let location = Location::default().nth("choice", index);
    ctx.locations.record(&location, &name);
    let mut read = Vec::new();
    let mut seen = BTreeSet::new();
    for (label, range, id) in options {
        if !seen.insert(comparable(&label)) {
            ctx.diagnostics.error(
                range,
                format!("the option `{label}` stands twice in this choice"),
                "leave one out",
            );
            continue;
        }
        ctx.locations.record(&location.nth("option", read.len()), &range);
        read.push(RawOption { id, label });
    }
    Some(RawChoice { id, label, options: read })
}

/// An option's label, where it stands, and its id where the author wrote one.
type Named = (String, Range<usize>, String);

/// An option in an item of its own, the only place where it can have an id of the author's.
fn of_item(ctx: &mut Context, item: &Node, choice: usize) -> Option<Named> {
    let range = item.children.first().map_or(item.range.clone(), |first| first.range.clone());
    let mut item = item.clone();
    let comments = take_comments(&mut item.children);
    let words = text::words_of(&crate::prose::one_paragraph(ctx, &item));
    let annotations = annotations::sort(ctx, comments, &["id"]);
    let id = annotations::id(ctx, &format!("option of choice {}", choice + 1), annotations.id);
    (!words.is_empty()).then_some((words, range, id))
}

/// The options of `A, B, C`, as the author wrote them, and where.
fn split(value: &[Node]) -> Vec<Named> {
    let flat = Flat::of(value);
    let mut options = Vec::new();
    for (at, piece) in pieces(flat.text(), 0, ",") {
        let piece_range = at..at + piece.len();
        let Some(source) = flat.source_of_words(piece_range) else { continue };
        let only = cut(&cut(value, &(0..source.start)), &(source.end..usize::MAX));
        let label = flat::written(&only);
        if !label.is_empty() {
            options.push((label, source, String::new()));
        }
    }
    options
}
