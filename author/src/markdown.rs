//! Parses the Markdown into a tree of nodes. Knows nothing of ladders.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use crate::comments::{self, Comment, Meaning};
use crate::diagnostics::Diagnostics;
use crate::node::{Kind, Node, wrap_loose};
use crate::{lookalikes, warning_words};

/// How deep blocks and marks may stand in each other; the document's own limit is the same.
const DEEPEST: usize = 32;

/// The blocks of a text.
pub(crate) fn parse(text: &str, diagnostics: &mut Diagnostics) -> Vec<Node> {
    // A byte order mark would hide the first heading.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let base = text.len() - body.len();
    let mut builder = Builder { open: Vec::new(), root: Vec::new(), ignored: 0, told: false };
    let parser = Parser::new_ext(body, options());
    for (label, definition) in parser.reference_definitions().iter() {
        // The address of a link that stands elsewhere. No engine shows it.
        if lookalikes::is_hidden(label) {
            diagnostics.error(
                definition.span.start + base..definition.span.end + base,
                "this is read as the address of a link, and no reader sees it",
                "leave out the square brackets or the colon behind them",
            );
        }
    }
    for (event, range) in parser.into_offset_iter() {
        let range = range.start + base..range.end + base;
        builder.take(event, range, diagnostics);
    }
    while !builder.open.is_empty() {
        builder.close();
    }
    let mut root = Node::new(Kind::Root, 0..text.len());
    root.children = builder.root;
    wrap_loose(&mut root);
    root.children
}

fn options() -> Options {
    // What is switched on here is what would otherwise be misread; none of it is needed to write a ladder.
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

struct Builder {
    /// The nodes that are not closed yet, the outermost first.
    open: Vec<Node>,
    root: Vec<Node>,
    /// How many more nodes than [`DEEPEST`] are open.
    ignored: usize,
    told: bool,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, range: Range<usize>, diagnostics: &mut Diagnostics) {
        let kind = match event {
            Event::Start(tag) => return self.open(tag, range, diagnostics),
            Event::End(_) if self.ignored > 0 => {
                self.ignored -= 1;
                return;
            }
            Event::End(_) => return self.close(),
            Event::Text(text) => match self.open.last_mut().map(|node| &mut node.kind) {
                Some(Kind::CodeBlock(code)) => return code.push_str(&text),
                Some(Kind::FrontMatter) => return,
                _ => Kind::Text(text.into_string()),
            },
            Event::Code(code) => Kind::Code(code.into_string()),
            Event::Html(html) => match self.open.last_mut().map(|node| &mut node.kind) {
                Some(Kind::HtmlBlock(block)) => return block.push_str(&html),
                _ => Kind::Html(html.into_string()),
            },
            Event::InlineHtml(html) => match comments::whole(&html, range.clone()) {
                Some(comment) => Kind::Comment(comment),
                None => Kind::Html(html.into_string()),
            },
            Event::FootnoteReference(label) => Kind::Text(format!("[{label}]")),
            Event::SoftBreak | Event::HardBreak => Kind::Break,
            Event::Rule => Kind::Rule,
            Event::TaskListMarker(_) => Kind::Tick,
            Event::InlineMath(text) | Event::DisplayMath(text) => Kind::Text(text.into_string()),
        };
        self.append(Node::new(kind, range));
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>, diagnostics: &mut Diagnostics) {
        if self.ignored > 0 || self.open.len() >= DEEPEST {
            self.ignored += 1;
            if !self.told {
                self.told = true;
                diagnostics.error(
                    range,
                    format!("lists, quotes and marks stand more than {DEEPEST} deep in each other"),
                    "take the inner ones out into lists and paragraphs of their own",
                );
            }
            return;
        }
        self.open.push(Node::new(kind_of(tag), range));
    }

    fn close(&mut self) {
        let Some(mut node) = self.open.pop() else { return };
        wrap_loose(&mut node);
        match &node.kind {
            Kind::HtmlBlock(html) => {
                for piece in split(html, node.range.clone()) {
                    self.append(piece);
                }
            }
            _ => self.append(node),
        }
    }

    fn append(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.root.push(node),
        }
    }
}

/// The comments in a block of HTML, and what stands between them, in order.
fn split(html: &str, range: Range<usize>) -> Vec<Node> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        push_html(&mut pieces, before, &range);
        let at = range.start + (html.len() - after.len()).saturating_sub("<!--".len());
        let (meaning, end) = match after.split_once("-->") {
            Some((inner, left)) => {
                rest = left;
                (comments::meaning(inner), range.start + html.len() - left.len())
            }
            None => {
                rest = "";
                (Meaning::Unclosed, at + "<!--".len())
            }
        };
        // In a quote or an item the block's text lacks the marks at the line's beginning, so an offset
        // in it may be short of the true one. It never leaves the block.
        let location = at.min(range.end)..end.min(range.end);
        pieces
            .push(Node::new(Kind::Comment(Comment { meaning, range: location.clone() }), location));
    }
    push_html(&mut pieces, rest, &range);
    pieces
}

fn push_html(pieces: &mut Vec<Node>, html: &str, range: &Range<usize>) {
    let html = html.trim();
    if !html.is_empty() {
        pieces.push(Node::new(Kind::HtmlBlock(html.to_owned()), range.clone()));
    }
}

fn kind_of(tag: Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { level, .. } => Kind::Heading(level as usize),
        Tag::BlockQuote(_) => Kind::Quote,
        // A box of some engines: what kind it is of, stays with what is in it.
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) if warning_words::warns(&info) => {
            Kind::CodeBlock(format!("{info}\n"))
        }
        Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
            Kind::CodeBlock(String::new())
        }
        Tag::HtmlBlock => Kind::HtmlBlock(String::new()),
        Tag::List(first) => Kind::List { ordered: first.is_some() },
        Tag::Item => Kind::Item,
        Tag::FootnoteDefinition(label) => Kind::Footnote(label.into_string()),
        Tag::Table(_) => Kind::Table,
        Tag::TableHead => Kind::Row { head: true },
        Tag::TableRow => Kind::Row { head: false },
        Tag::TableCell => Kind::Cell,
        Tag::Emphasis => Kind::Emphasis,
        Tag::Strong => Kind::Strong,
        Tag::Link { link_type, dest_url, title, .. } => {
            let href = match link_type {
                LinkType::Email => format!("mailto:{dest_url}"),
                _ => dest_url.into_string(),
            };
            Kind::Link { href, title: title.into_string() }
        }
        Tag::Image { dest_url, .. } => Kind::Image { href: dest_url.into_string() },
        Tag::MetadataBlock(_) => Kind::FrontMatter,
        // The rest are paragraphs, and what is never switched on.
        _ => Kind::Paragraph,
    }
}
