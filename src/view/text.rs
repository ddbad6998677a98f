//! A ladder's own text on the screen: spans, blocks and the variants that fit the reader. Knows no progress.
//!
//! Text nodes and elements only: nothing here is ever parsed as HTML.

use std::rc::Rc;

use yew::AttrValue;

use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, list, own, plain, words};
use super::models::Chosen;
use crate::ladder::select::{Selection, label, select};
use crate::ladder::{Block, Span, Text, Variant};

/// How a menu path is rendered.
pub type RenderPath = fn(&[Rc<str>]) -> Rendered;

/// One paragraph, without an element around it.
pub fn text(text: &Text) -> Rendered {
    spans(&text.0, breadcrumbs)
}

pub fn spans(spans: &[Span], path: RenderPath) -> Rendered {
    match spans {
        [only] => span(only, path),
        spans => list(spans.iter().map(|it| span(it, path)).collect()),
    }
}

fn span(span: &Span, path: RenderPath) -> Rendered {
    match span {
        Span::Plain(text) => words(text.clone()),
        Span::Strong(inner) => plain("strong", &[], spans(inner, path)),
        Span::Emphasis(inner) => plain("em", &[], spans(inner, path)),
        Span::Code(text) => plain("code", &[], words(text.clone())),
        Span::Path(names) => path(names),
        Span::Link { href, text } => {
            let attributes = attributes! { "href": href, "rel": "noopener noreferrer nofollow" };
            element("a", attributes, spans(text, path))
        }
    }
}

/// A menu path as breadcrumbs. A screen reader would say the name of the character between the
/// names; it is given a pause instead.
fn breadcrumbs(names: &[Rc<str>]) -> Rendered {
    let mut crumbs = Vec::new();
    for name in names {
        if !crumbs.is_empty() {
            crumbs.push(plain("span", fixed!("aria-hidden": "true", "class": "crumb"), own(" › ")));
            crumbs.push(plain("span", fixed!("class": "heard"), own(", ")));
        }
        crumbs.push(plain("bdi", &[], words(name.clone())));
    }
    plain("span", fixed!("class": "path"), list(crumbs))
}

/// An element that holds words of the widget's own: in a ladder of another language, they are marked.
/// Without a class where that is empty.
#[inline(never)]
pub fn ours(ctx: &Ctx, name: &'static str, class: &'static str, inside: Rendered) -> Rendered {
    let class = (!class.is_empty()).then_some(class);
    element(name, attributes! { "lang": ctx.own_lang(), "class": class }, inside)
}

/// Paragraphs, lists and variants, and what is folded.
pub fn blocks(ctx: &Ctx, blocks: &[Block], chosen: &Chosen) -> Rendered {
    blocks_of(ctx, blocks, chosen, None)
}

/// The same. `more` is what a fold is called for those who hear it, who may come to it past all that it belongs to. It
/// never quotes what is folded: half a sentence could say the opposite of the whole.
pub fn blocks_of(
    ctx: &Ctx,
    blocks: &[Block],
    chosen: &Chosen,
    more: Option<AttrValue>,
) -> Rendered {
    let block = |block: &Block| match block {
        Block::Paragraph(text) => paragraph(text),
        Block::List(items) => {
            let items = items.iter().map(|it| plain("li", &[], text(it)));
            plain_list(items.collect())
        }
        Block::Variants(several) => variants(ctx, several, chosen),
        Block::More(inner) => {
            let seen = own(ctx.messages.more);
            let name = match &more {
                Some(heard) => all([
                    plain("span", fixed!("aria-hidden": "true"), seen),
                    plain("span", fixed!("class": "heard"), words(heard.clone())),
                ]),
                None => seen,
            };
            let summary = ours(ctx, "summary", "", name);
            let inside = all([summary, self::blocks(ctx, inner, chosen)]);
            plain("details", fixed!("class": "fold"), inside)
        }
    };
    list(blocks.iter().map(block).collect())
}

fn paragraph(words: &Text) -> Rendered {
    plain("p", &[], text(words))
}

/// A list whose items are only text.
pub fn plain_list(items: Vec<Rendered>) -> Rendered {
    plain("ul", fixed!("class": "plain"), list(items))
}

/// The variant that fits, or all that may fit, each with the name of whom it is for.
fn variants(ctx: &Ctx, variants: &[Variant], chosen: &Chosen) -> Rendered {
    let item = |variant: &Variant| {
        let whom = [&label(&variant.when, &ctx.ladder.choices), ": "].concat();
        let whom = plain("span", fixed!("class": "whom"), words(whom));
        plain("li", &[], all([whom, text(&variant.text)]))
    };
    match select(variants, &|choice| chosen.option(choice).cloned()) {
        Selection::One(variant) => paragraph(&variant.text),
        Selection::Several(several) => plain_list(several.into_iter().map(item).collect()),
    }
}
