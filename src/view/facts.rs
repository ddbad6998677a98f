//! What an author says of a rung: what it touches, whether it can be undone, how long it takes, who advises against it,
//! and where its facts come from. Knows no progress.

use super::context::Ctx;
use super::elements::{
    Rendered, all, attributes, element, fixed, list, nothing, own, plain, words,
};
use super::models::Chosen;
use super::text::{blocks, ours, plain_list, text};
use crate::ladder::{Advice, Month, Rung, Source, Span, Text};
use crate::messages::duration;

pub fn facts(ctx: &Ctx, rung: &Rung) -> Rendered {
    let table = ctx.messages;
    let rows = [
        (table.touches, rung.touches.as_ref().map(|it| text(&it.text))),
        (table.undo, rung.undo.as_ref().map(|it| text(&it.text))),
        (table.takes, takes(ctx, rung)),
    ];
    let row = |(name, value): (&'static str, Rendered)| {
        let name = ours(ctx, "dt", "", own(name));
        let value = plain("dd", &[], value);
        plain("div", &[], all([name, value]))
    };
    let rows = rows.into_iter().filter_map(|(name, value)| Some((name, value?)));
    match rows.map(row).collect::<Vec<_>>() {
        rows if rows.is_empty() => nothing(),
        rows => plain("dl", fixed!("class": "facts"), list(rows)),
    }
}

/// "3 minutes, then a wait of 15 minutes".
fn takes(ctx: &Ctx, rung: &Rung) -> Option<Rendered> {
    let said = |minutes| duration(ctx.messages, &*ctx.format, minutes);
    let wait = rung.wait.as_ref().map(|wait| {
        let minutes = u64::from(wait.seconds).div_ceil(60);
        ctx.messages.then_wait(&said(minutes))
    });
    let more = rung.takes.as_ref().and_then(|it| it.text.as_ref());
    let own_words = rung.takes.as_ref().map(|it| said(u64::from(it.minutes)));
    // Of one piece where it can be: some screen readers stop at the end of each.
    let is_plain = |it: &&Text| it.0.iter().all(|it| matches!(it, Span::Plain(_)));
    if more.is_none() || more.as_ref().is_some_and(is_plain) {
        let all: Vec<String> =
            [own_words, more.map(Text::plain), wait].into_iter().flatten().collect();
        return (!all.is_empty()).then(|| words(all.join(", ")));
    }
    let mut said = Vec::new();
    for part in [own_words.map(words), more.map(text), wait.map(words)].into_iter().flatten() {
        if !said.is_empty() {
            said.push(own(", "));
        }
        said.push(part);
    }
    Some(list(said))
}

pub fn advice(ctx: &Ctx, rung: &Rung, chosen: &Chosen) -> Rendered {
    let one = |advice: &Advice| {
        let title = ctx.messages.advises_against(&ctx.quoted(&advice.by));
        let inside = all([
            ours(ctx, ctx.heading(2), "label", words(title)),
            blocks(ctx, &advice.text, chosen),
            match advice.checked {
                Some(month) => ours(ctx, "p", "small", words(checked(ctx, month))),
                None => nothing(),
            },
        ]);
        plain("div", fixed!("part": "advice", "class": "advice"), inside)
    };
    list(rung.advice_against.iter().map(one).collect())
}

fn checked(ctx: &Ctx, month: Month) -> String {
    ctx.messages.checked(&ctx.format.month(month))
}

pub fn sources(ctx: &Ctx, sources: &[Source]) -> Rendered {
    if sources.is_empty() {
        return nothing();
    }
    let item = |source: &Source| {
        let mut parts = vec![text(&source.text)];
        if let Some(month) = source.checked {
            parts.push(words([", ", &checked(ctx, month)].concat()));
        }
        if let Some(note) = &source.note {
            let goes_on = note.plain().starts_with(char::is_lowercase);
            parts.push(own(if goes_on { ": " } else { ". " }));
            parts.push(text(note));
        }
        plain("li", &[], list(parts))
    };
    let items = sources.iter().map(item).collect();
    folded(ctx, "sources", ctx.messages.sources, None, plain_list(items))
}

/// What is there to be unfolded, under words of the widget's own.
pub fn folded(
    ctx: &Ctx,
    class: &'static str,
    name: &'static str,
    part: Option<&'static str>,
    inside: Rendered,
) -> Rendered {
    let summary = ours(ctx, "summary", "", own(name));
    element("details", attributes! { "part": part, "class": class }, all([summary, inside]))
}
