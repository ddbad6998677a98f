//! Blocks become paragraphs, lists and variants, where no other rule applies. Knows nothing of guards and steps.

use fix_ladder_core::ladder::{Location, RawBlock, RawMarked, RawOtherBlock, RawSpan, RawText};

use crate::context::Context;
use crate::diagnostics::Severity;
use crate::node::{Kind, Node};
use crate::text_kind::TextKind;
use crate::{more, text, variants};

/// The blocks in their order, behind those that are there already.
pub(crate) fn push(
    ctx: &mut Context,
    location: &Location,
    nodes: &[Node],
    blocks: &mut Vec<RawBlock>,
) {
    match ctx.text_kind {
        // What warns is never folded away.
        TextKind::Warning | TextKind::Advice => push_all(ctx, location, nodes, blocks),
        _ => push_all(ctx, location, &more::gather(nodes, false), blocks),
    }
}

/// The same, where nothing is folded that is not folded already.
fn push_all(ctx: &mut Context, location: &Location, nodes: &[Node], blocks: &mut Vec<RawBlock>) {
    for node in nodes {
        push_one(ctx, location, node, blocks);
    }
}

fn push_one(ctx: &mut Context, location: &Location, node: &Node, blocks: &mut Vec<RawBlock>) {
    match &node.kind {
        Kind::Paragraph => {
            let spans = text::spans(ctx, &node.children);
            push_paragraph(ctx, location, node, spans, blocks);
        }
        Kind::List { ordered } => list(ctx, location, node, *ordered, blocks),
        Kind::More => folded(ctx, location, node, blocks),
        Kind::Quote => {
            ctx.marked(false, |ctx| push(ctx, location, &node.children, blocks));
            if !ctx.diagnostics.has_just_spoken_of(&node.range, Severity::Warning) {
                ctx.diagnostics.note(
                    node.range.clone(),
                    "a quote is shown as ordinary paragraphs",
                    "to make it a guard of a rung, put it under the rung's heading and begin it with `> **Warning:**`",
                );
            }
        }
        Kind::Heading(_) => {
            let spans = ctx.marked(true, |ctx| text::spans(ctx, &node.children));
            push_paragraph(ctx, location, node, strong(spans), blocks);
        }
        Kind::CodeBlock(code) => {
            ctx.diagnostics.note(
                node.range.clone(),
                "a code block is shown line by line",
                "put short pieces of code into the sentence, between backticks",
            );
            for line in code.lines().filter(|line| !line.trim().is_empty()) {
                let code = Node::new(Kind::Code(line.trim_end().to_owned()), node.range.clone());
                let spans = text::spans(ctx, &[code]);
                push_paragraph(ctx, location, node, spans, blocks);
            }
        }
        Kind::Table => table(ctx, location, node, blocks),
        Kind::Footnote(label) => {
            ctx.diagnostics.note(
                node.range.clone(),
                "a footnote is shown where it is written",
                "put it into the text, or into a list under a heading `Sources`",
            );
            let first = blocks.len();
            push(ctx, location, &node.children, blocks);
            if let Some(RawBlock::Paragraph(text)) = blocks.get_mut(first) {
                let body = std::mem::replace(text, format!("[{label}]").as_str().into());
                let spans = spans_of(body);
                *text = text::join(std::mem::replace(text, "".into()), spans);
            }
        }
        Kind::HtmlBlock(html) => {
            text::raw_html(ctx, node);
            let words = html.split_whitespace().collect::<Vec<_>>().join(" ");
            push_paragraph(ctx, location, node, vec![RawSpan::Plain(words)], blocks);
        }
        Kind::Comment(comment) => text::leftover(ctx, comment),
        Kind::FrontMatter => ctx.diagnostics.note(
            node.range.clone(),
            "the front matter is not part of the ladder",
            "nothing, if the blog needs it; the title is the first heading, and `<!-- id: … -->` and `<!-- lang: … -->` stand behind it",
        ),
        // A rule carries no words.
        Kind::Rule => {}
        _ => {
            let spans = text::spans(ctx, std::slice::from_ref(node));
            push_paragraph(ctx, location, node, spans, blocks);
        }
    }
}

/// Behind what is folded already: two folds, one below the other, are one.
fn folded(ctx: &mut Context, location: &Location, node: &Node, blocks: &mut Vec<RawBlock>) {
    let before = match blocks.pop() {
        Some(RawBlock::Other(RawOtherBlock::More(before))) => before,
        other => {
            blocks.extend(other);
            Vec::new()
        }
    };
    let location = location.nth("paragraph", blocks.len());
    if before.is_empty() {
        ctx.locations.record(&location, &node.range);
    }
    let mut folded = before;
    push_all(ctx, &location.only("more"), &node.children, &mut folded);
    if !folded.is_empty() {
        blocks.push(RawBlock::Other(RawOtherBlock::More(folded)));
    }
}

fn push_paragraph(
    ctx: &mut Context,
    location: &Location,
    node: &Node,
    spans: Vec<RawSpan>,
    blocks: &mut Vec<RawBlock>,
) {
    if !spans.is_empty() {
        ctx.locations.record(&location.nth("paragraph", blocks.len()), &node.range);
        blocks.push(RawBlock::Paragraph(spans.into()));
    }
}

fn list(
    ctx: &mut Context,
    location: &Location,
    node: &Node,
    ordered: bool,
    blocks: &mut Vec<RawBlock>,
) {
    if let Some(variants) = variants::read(ctx, &location.nth("paragraph", blocks.len()), node) {
        blocks.push(RawBlock::Other(RawOtherBlock::Variants(variants)));
        return;
    }
    if ordered {
        ctx.diagnostics.note(
            node.range.clone(),
            "these numbers are not steps, so the list is shown without them",
            "to make them steps, put them directly into a rung or under its heading `Steps`",
        );
    }
    let location = location.nth("paragraph", blocks.len());
    ctx.locations.record(&location, &node.range);
    let mut items = Vec::new();
    for item in &node.children {
        let text = one_paragraph(ctx, item);
        if text != "".into() {
            ctx.locations.record(&location.nth("item", items.len()), &item.range);
            items.push(text);
        }
    }
    if !items.is_empty() {
        blocks.push(RawBlock::Other(RawOtherBlock::List(items)));
    }
}

/// All of an item in one paragraph, for the places where there can be only one.
pub(crate) fn one_paragraph(ctx: &mut Context, item: &Node) -> RawText {
    // What is joined into one paragraph has no location of its own.
    let location = Location::default().only("joined");
    let mut blocks = Vec::new();
    let (first, rest) = match item.children.split_first() {
        Some((first, rest)) if first.kind == Kind::Paragraph => {
            (text::text(ctx, &first.children), rest)
        }
        _ => ("".into(), item.children.as_slice()),
    };
    if rest.iter().any(|node| !matches!(node.kind, Kind::Comment(_))) {
        ctx.diagnostics.note(
            item.range.clone(),
            "an item of this list can hold one paragraph, so all of it is shown as one",
            "make a paragraph or a list of its own of the rest",
        );
    }
    for node in rest {
        match node.is_list() {
            // A list in the list is not read for variants here: its words just follow.
            true => blocks.extend(
                node.children.iter().map(|item| RawBlock::Paragraph(one_paragraph(ctx, item))),
            ),
            false => push_all(ctx, &location, std::slice::from_ref(node), &mut blocks),
        }
    }
    blocks.into_iter().fold(first, join_block)
}

fn join_block(text: RawText, block: RawBlock) -> RawText {
    let texts = match block {
        RawBlock::Paragraph(more) => vec![more],
        RawBlock::Other(RawOtherBlock::More(blocks)) => {
            return blocks.into_iter().fold(text, join_block);
        }
        RawBlock::Other(RawOtherBlock::List(items)) => items,
        RawBlock::Other(RawOtherBlock::Variants(variants)) => {
            variants.into_iter().map(|variant| variant.text).collect()
        }
    };
    texts.into_iter().fold(text, |text, more| text::join(text, spans_of(more)))
}

fn spans_of(text: RawText) -> Vec<RawSpan> {
    match text {
        RawText::Plain(words) => vec![RawSpan::Plain(words)],
        RawText::Spans(spans) => spans,
    }
}

fn strong(spans: Vec<RawSpan>) -> Vec<RawSpan> {
    match spans.is_empty() {
        true => spans,
        false => vec![RawSpan::Marked(RawMarked::Strong(spans))],
    }
}

fn table(ctx: &mut Context, location: &Location, node: &Node, blocks: &mut Vec<RawBlock>) {
    ctx.diagnostics.note(
        node.range.clone(),
        "a table is shown as a list, a row to an item",
        "write it as a list: a table does not fit on a phone",
    );
    let mut rows = Vec::new();
    for row in &node.children {
        let mut spans: Vec<RawSpan> = Vec::new();
        for cell in &row.children {
            let cell = ctx.marked(true, |ctx| text::spans(ctx, &cell.children));
            if !spans.is_empty() && !cell.is_empty() {
                text::append(&mut spans, vec![RawSpan::Plain(" · ".to_owned())]);
            }
            text::append(&mut spans, cell);
        }
        let spans = match row.kind {
            Kind::Row { head: true } => strong(spans),
            _ => spans,
        };
        if !spans.is_empty() {
            rows.push(text::join("".into(), spans));
        }
    }
    ctx.locations.record(&location.nth("paragraph", blocks.len()), &node.range);
    if !rows.is_empty() {
        blocks.push(RawBlock::Other(RawOtherBlock::List(rows)));
    }
}
