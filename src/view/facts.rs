//! What a rung touches, whether it can be undone, how long it takes; who advises against it; and
//! where its facts come from.

use yew::prelude::*;

use super::ctx::{Chosen, Ctx};
use super::text::{blocks, text};
use crate::ladder::{Rung, Source, Span, Text};
use crate::words::{duration, fill};

pub fn facts(ctx: &Ctx, rung: &Rung) -> Html {
    let words = ctx.words;
    let row = |name: &str, value: Html| html! { <div><dt lang={ctx.own_lang()}>{ name }</dt><dd>{ value }</dd></div> };
    let touches = rung.touches.as_ref().map(|it| row(words.touches, text(&it.text)));
    let undo = rung.undo.as_ref().map(|it| row(words.undo, text(&it.text)));
    let takes = takes(ctx, rung).map(|it| row(words.takes, it));
    if touches.is_none() && undo.is_none() && takes.is_none() {
        return Html::default();
    }
    html! { <dl class="facts">{ for touches }{ for undo }{ for takes }</dl> }
}

/// "3 minutes, then a wait of 15 minutes".
fn takes(ctx: &Ctx, rung: &Rung) -> Option<Html> {
    let said = |minutes| duration(ctx.words, &*ctx.format, minutes);
    let wait = rung.wait.as_ref().map(|wait| {
        let minutes = u64::from(wait.seconds).div_ceil(60);
        fill(ctx.words.then_wait, &[("duration", &said(minutes))])
    });
    let more = rung.takes.as_ref().and_then(|it| it.text.as_ref());
    let own = rung.takes.as_ref().map(|it| said(u64::from(it.minutes)));
    // Of one piece where it can be: some screen readers stop at the end of each.
    let is_plain = |it: &&Text| it.0.iter().all(|it| matches!(it, Span::Plain(_)));
    if more.is_none() || more.as_ref().is_some_and(is_plain) {
        let all: Vec<String> = [own, more.map(Text::plain), wait].into_iter().flatten().collect();
        return (!all.is_empty()).then(|| html! { all.join(", ") });
    }
    let parts = [own.map(|it| html! { it }), more.map(text), wait.map(|it| html! { it })];
    let mut said = Vec::new();
    for part in parts.into_iter().flatten() {
        if !said.is_empty() {
            said.push(html! { ", " });
        }
        said.push(part);
    }
    (!said.is_empty()).then(|| said.into_iter().collect())
}

pub fn advice(ctx: &Ctx, rung: &Rung, chosen: &Chosen) -> Html {
    rung.advice_against
        .iter()
        .map(|advice| {
            let title = fill(ctx.words.advises_against, &[("by", &ctx.quoted(&advice.by))]);
            let heading = ctx.heading(2);
            let checked = advice.checked.map(|month| {
                let said = fill(ctx.words.checked, &[("month", &ctx.format.month(month))]);
                html! { <p class="small" lang={ctx.own_lang()}>{ said }</p> }
            });
            html! {
                <div class="advice" part="advice">
                    <@{heading} class="label" lang={ctx.own_lang()}>{ title }</@>
                    { blocks(ctx, &advice.text, chosen) }
                    { for checked }
                </div>
            }
        })
        .collect()
}

pub fn sources(ctx: &Ctx, sources: &[Source]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let items = sources.iter().map(|source| {
        let checked = source.checked.map(|month| {
            let month = ctx.format.month(month);
            html! { <>{ ", " }{ fill(ctx.words.checked, &[("month", &month)]) }</> }
        });
        let note = source.note.as_ref().map(|it| {
            let goes_on = it.plain().starts_with(char::is_lowercase);
            html! { <>{ if goes_on { ": " } else { ". " } }{ text(it) }</> }
        });
        html! { <li>{ text(&source.text) }{ for checked }{ for note }</li> }
    });
    html! {
        <details class="sources">
            <summary lang={ctx.own_lang()}>{ ctx.words.sources }</summary>
            <ul class="plain">{ for items }</ul>
        </details>
    }
}
