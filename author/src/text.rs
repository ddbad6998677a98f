//! Runs of text become spans. Knows paths, links and marks, but not what the words say.

use fix_ladder_core::ladder::{RawLink, RawMarked, RawSpan, RawText, check_link};

use crate::comments::{Comment, Meaning};
use crate::context::Context;
use crate::node::{Kind, Node};
use crate::{lookalikes, warning_words, whitespace};

/// The nodes as one paragraph.
pub(crate) fn text(ctx: &mut Context, nodes: &[Node]) -> RawText {
    RawText::from(spans(ctx, nodes))
}

/// The nodes as spans, with single blanks between words and none at the ends.
pub(crate) fn spans(ctx: &mut Context, nodes: &[Node]) -> Vec<RawSpan> {
    let mut spans = Vec::new();
    lookalikes::check(ctx, nodes);
    for node in nodes {
        push(ctx, node, false, &mut spans);
    }
    whitespace::tidy(&mut spans);
    spans
}

/// The words of spans alone, as the model's own `plain` gives them.
pub(crate) fn words(spans: &[RawSpan]) -> String {
    let mut words = String::new();
    for span in spans {
        match span {
            RawSpan::Plain(text) | RawSpan::Marked(RawMarked::Code(text)) => words.push_str(text),
            RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => {
                words.push_str(&self::words(inner));
            }
            RawSpan::Marked(RawMarked::Path(names)) => words.push_str(&names.join(" › ")),
            RawSpan::Marked(RawMarked::Link(link)) => words.push_str(&self::words(&link.text)),
        }
    }
    words
}

/// The words of a text alone.
pub(crate) fn words_of(text: &RawText) -> String {
    match text {
        RawText::Plain(words) => words.clone(),
        RawText::Spans(spans) => words(spans),
    }
}

/// Puts more spans behind a text, with a blank between them.
pub(crate) fn join(text: RawText, more: Vec<RawSpan>) -> RawText {
    let mut spans = match text {
        RawText::Plain(words) => vec![RawSpan::Plain(words)],
        RawText::Spans(spans) => spans,
    };
    push_plain(&mut spans, " ");
    append(&mut spans, more);
    whitespace::tidy(&mut spans);
    RawText::from(spans)
}

/// Puts more spans behind others, so that plain runs stay one.
pub(crate) fn append(spans: &mut Vec<RawSpan>, more: Vec<RawSpan>) {
    for span in more {
        match span {
            RawSpan::Plain(words) => push_plain(spans, &words),
            marked => spans.push(marked),
        }
    }
}

/// Says what there is to say about a comment that stands where it means nothing.
pub(crate) fn leftover(ctx: &mut Context, comment: &Comment) {
    let range = comment.range.clone();
    match &comment.meaning {
        Meaning::Editor => {}
        Meaning::Id(_) => ctx.diagnostics.warning(
            range,
            "this id names nothing",
            "put it at the end of a heading, a step, a requirement, a warning or a choice",
        ),
        Meaning::Illustration(_) => {
            ctx.diagnostics.warning(
                range,
                "this illustration belongs to no step",
                "put it at the end of a step",
            );
        }
        Meaning::Lang(_) => ctx.diagnostics.warning(
            range,
            "the language is only taken from the title",
            "put this comment at the end of the title",
        ),
        Meaning::Interrupts => ctx.diagnostics.warning(
            range,
            "only a step interrupts",
            "put this comment at the end of the first step that takes the page away from the reader, such as a restart",
        ),
        Meaning::Unknown(_, words) | Meaning::Other(words)
            if lookalikes::comment(ctx, comment, words) => {}
        Meaning::Unknown(key, _) if key == "include" => ctx.diagnostics.error(
            range,
            "a shared piece is named here and not put in",
            "put this comment on a line of its own; in a post, put the piece itself there",
        ),
        Meaning::Unknown(key, _) => {
            match crate::nearest::nearest(key, ["id", "illustration", "interrupts", "lang"]) {
                Some(known) => ctx.diagnostics.warning(
                    range,
                    format!("the comment's key `{key}` is not known"),
                    format!("did you mean `{known}`?"),
                ),
                None => unread(ctx, range),
            };
        }
        Meaning::Other(_) => unread(ctx, range),
        Meaning::Unclosed => ctx.diagnostics.error(
            range,
            "this comment has no end, so it hides everything after it",
            "close it with `-->`",
        ),
    }
}

fn unread(ctx: &mut Context, range: std::ops::Range<usize>) {
    // In a post, every plug-in leaves comments.
    if ctx.lenient.is_some() {
        return;
    }
    ctx.diagnostics.note(
        range,
        "this comment means nothing to the ladder and is left out, as it is in the post",
        "nothing, if it is a note of your own; the comments with a meaning are `id`, `illustration`, `interrupts` and `lang`",
    );
}

fn push(ctx: &mut Context, node: &Node, in_link: bool, spans: &mut Vec<RawSpan>) {
    let children = |ctx: &mut Context, in_link: bool| {
        let mut inner = Vec::new();
        for child in &node.children {
            push(ctx, child, in_link, &mut inner);
        }
        inner
    };
    match &node.kind {
        Kind::Text(text) => push_plain(spans, text),
        Kind::Break => push_plain(spans, " "),
        Kind::Code(code) => spans.push(RawSpan::Marked(RawMarked::Code(code.clone()))),
        Kind::Strong => match path(node) {
            Some(names) => spans.push(RawSpan::Marked(RawMarked::Path(names))),
            None => push_marked(spans, children(ctx, in_link), RawMarked::Strong),
        },
        Kind::Emphasis => push_marked(spans, children(ctx, in_link), RawMarked::Emphasis),
        Kind::Link { .. } if in_link => spans.extend(children(ctx, true)),
        Kind::Link { href, title } => {
            let text = children(ctx, true);
            if !check_address(ctx, href, node) {
                return append(spans, text);
            }
            push_marked(spans, text, |text| RawMarked::Link(RawLink { href: href.clone(), text }));
            if !title.is_empty() {
                ctx.diagnostics.note(
                    node.range.clone(),
                    format!("the link's title `{title}` is not shown"),
                    "write it into the text",
                );
            }
        }
        Kind::Image { href } => {
            let mut text = children(ctx, true);
            if words(&text).trim().is_empty() {
                text = vec![RawSpan::Plain("picture".to_owned())];
            }
            match in_link {
                true => spans.extend(text),
                false if !check_address(ctx, href, node) => {
                    // Without its words, and without an address, there is nothing to be read.
                    if !node.children.is_empty() {
                        append(spans, text);
                    }
                }
                false => {
                    push_marked(spans, text, |text| {
                        RawMarked::Link(RawLink { href: href.clone(), text })
                    });
                }
            }
            ctx.diagnostics.note(
                node.range.clone(),
                "a picture from elsewhere is shown as a link to it",
                "for a drawing of the widget's own, put `<!-- illustration: name -->` at the end of the step",
            );
        }
        Kind::Html(html) => {
            push_plain(spans, html);
            raw_html(ctx, node);
        }
        Kind::Comment(comment) => leftover(ctx, comment),
        Kind::Tick => ctx.diagnostics.note(
            node.range.clone(),
            "the tick box is left out, since the widget draws its own",
            "leave out the brackets",
        ),
        _ => spans.extend(children(ctx, in_link)),
    }
}

/// The validator says the same, but knows only the paragraph. False where a post is read: its words stay without the link.
fn check_address(ctx: &mut Context, href: &str, node: &Node) -> bool {
    let Err(message) = check_link(href) else { return true };
    let (message, cure) =
        message.split_once(": ").unwrap_or((&message, "write a whole `https:` address"));
    ctx.diagnostics.error(node.range.clone(), message, cure);
    ctx.lenient.is_none()
}

pub(crate) fn raw_html(ctx: &mut Context, node: &Node) {
    if let Kind::Html(html) | Kind::HtmlBlock(html) = &node.kind
        && ctx.text_kind.in_rung()
        && warning_words::warns(html)
    {
        return ctx.diagnostics.error(
            node.range.clone(),
            "raw HTML is not read, and this warns of something",
            "to make it a guard, put a quote that begins with `> **Warning:**` directly under the rung's heading",
        );
    }
    ctx.diagnostics.warning(
        node.range.clone(),
        "raw HTML is not read: it stays visible as it is written",
        "write it with Markdown's own marks, or leave it out",
    );
}

fn push_plain(spans: &mut Vec<RawSpan>, text: &str) {
    match spans.last_mut() {
        Some(RawSpan::Plain(last)) => last.push_str(text),
        _ => spans.push(RawSpan::Plain(text.to_owned())),
    }
}

fn push_marked(
    spans: &mut Vec<RawSpan>,
    inner: Vec<RawSpan>,
    mark: impl FnOnce(Vec<RawSpan>) -> RawMarked,
) {
    if !inner.is_empty() {
        spans.push(RawSpan::Marked(mark(inner)));
    }
}

/// The names of a menu path: bold, without links, with ` > ` or ` › ` between at least two names.
fn path(strong: &Node) -> Option<Vec<String>> {
    let mut words = String::new();
    collect_path_words(&strong.children, &mut words)?;
    let spaced = words.split_whitespace().collect::<Vec<_>>().join(" ").replace(" › ", " > ");
    let names: Vec<String> = spaced
        .split(" > ")
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    (names.len() > 1).then_some(names)
}

fn collect_path_words(nodes: &[Node], words: &mut String) -> Option<()> {
    for node in nodes {
        match &node.kind {
            Kind::Text(text) | Kind::Code(text) => words.push_str(text),
            Kind::Break => words.push(' '),
            Kind::Strong | Kind::Emphasis => collect_path_words(&node.children, words)?,
            _ => return None,
        }
    }
    Some(())
}
