//! A ladder's own text on the screen: spans, blocks and the variants that fit the reader.
//!
//! Text nodes and elements only: nothing here is ever parsed as HTML.

use std::rc::Rc;

use yew::prelude::*;

use super::ctx::{Chosen, Ctx};
use crate::ladder::select::{Selection, label, select};
use crate::ladder::{Block, Span, Text, Variant};

/// How a menu path is drawn.
pub type DrawPath = fn(&[Rc<str>]) -> Html;

/// One paragraph, without an element around it.
pub fn text(text: &Text) -> Html {
    spans(&text.0, breadcrumbs)
}

pub fn spans(spans: &[Span], path: DrawPath) -> Html {
    spans.iter().map(|it| span(it, path)).collect()
}

fn span(span: &Span, path: DrawPath) -> Html {
    match span {
        Span::Plain(text) => Html::from(AttrValue::from(text.clone())),
        Span::Strong(inner) => html! { <strong>{ spans(inner, path) }</strong> },
        Span::Emphasis(inner) => html! { <em>{ spans(inner, path) }</em> },
        Span::Code(text) => html! { <code>{ AttrValue::from(text.clone()) }</code> },
        Span::Path(names) => path(names),
        Span::Link { href, text } => html! {
            <a href={AttrValue::from(href.clone())} rel="noopener noreferrer nofollow">
                { spans(text, path) }
            </a>
        },
    }
}

/// A menu path as breadcrumbs. What is drawn between the names would be read out as the name of the
/// character; who hears the page gets a pause.
fn breadcrumbs(names: &[Rc<str>]) -> Html {
    let crumbs = names.iter().enumerate().map(|(index, name)| {
        let name = AttrValue::from(name.clone());
        match index {
            0 => html! { <bdi>{ name }</bdi> },
            _ => html! {
                <>
                    <span class="crumb" aria-hidden="true">{ " › " }</span>
                    <span class="heard">{ ", " }</span>
                    <bdi>{ name }</bdi>
                </>
            },
        }
    });
    html! { <span class="path">{ for crumbs }</span> }
}

/// Paragraphs, lists and variants.
pub fn blocks(ctx: &Ctx, blocks: &[Block], chosen: &Chosen) -> Html {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(words) => html! { <p>{ text(words) }</p> },
            Block::List(items) => html! {
                <ul class="plain">{ for items.iter().map(|it| html! { <li>{ text(it) }</li> }) }</ul>
            },
            Block::Variants(all) => variants(ctx, all, chosen),
        })
        .collect()
}

/// The variant that fits, or all that may fit, each with the name of whom it is for.
fn variants(ctx: &Ctx, all: &[Variant], chosen: &Chosen) -> Html {
    match select(all, &|choice| chosen.option(choice).cloned()) {
        Selection::One(variant) => html! { <p>{ text(&variant.text) }</p> },
        Selection::Several(several) => {
            let items = several.into_iter().map(|variant| {
                let whom = label(&variant.when, &ctx.ladder.choices);
                html! { <li><span class="whom">{ [&whom, ": "].concat() }</span>{ text(&variant.text) }</li> }
            });
            html! { <ul class="plain">{ for items }</ul> }
        }
    }
}
