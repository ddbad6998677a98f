//! The two ends of a climb: it is fixed, or nothing helped.

use yew::prelude::*;

use super::button::Button;
use super::ctx::{Action, Chosen, Ctx, Scene};
use super::text::blocks;
use crate::progress::{Event as Happening, answered, duration, time::MINUTE};
use crate::words::{self, fill};

/// What fixed it, how long it took, and what to keep.
pub fn fixed(ctx: &Ctx, index: usize, scene: &Scene, chosen: &Chosen) -> Html {
    let words = ctx.words;
    let heading = ctx.heading(1);
    let Some(rung) = ctx.rung(index) else { return Html::default() };
    let title = ctx.quoted(&rung.title.plain());
    let took = answered(&scene.progress, &rung.id)
        .and_then(|(_, at)| duration(&scene.progress, at))
        .filter(|millis| *millis >= MINUTE)
        .map(|millis| words::duration(words, &*ctx.format, millis.div_ceil(MINUTE)));
    let said = match &took {
        Some(took) => fill(words.fixed_by_after, &[("title", &title), ("duration", took)]),
        None => fill(words.fixed_by, &[("title", &title)]),
    };
    html! {
        <section class="ending fixed-ending" part="ending">
            <@{heading} tabindex="-1" data-here="" lang={ctx.own_lang()}>{ words.fixed_title }</@>
            <p lang={ctx.own_lang()}>{ said }</p>
            { blocks(ctx, &ctx.ladder.fixed, chosen) }
            <div class="links">{ reopen(ctx) }</div>
        </section>
    }
}

/// Where to go when no rung has helped. `reached` is false where the reader only asked for help.
pub fn nothing_helped(ctx: &Ctx, chosen: &Chosen, reached: bool) -> Html {
    let heading = ctx.heading(1);
    let end = match ctx.ladder.end.as_slice() {
        [] => html! { <p lang={ctx.own_lang()}>{ ctx.words.end_default }</p> },
        end => blocks(ctx, end, chosen),
    };
    html! {
        <section class="ending" part="ending">
            <@{heading} tabindex="-1" data-help="" lang={ctx.own_lang()} data-here={reached.then_some("")}>
                { ctx.words.end_title }
            </@>
            { end }
            if reached {
                <div class="links">{ reopen(ctx) }</div>
            }
        </section>
    }
}

fn reopen(ctx: &Ctx) -> Html {
    Button::link("reopen", ctx.words.reopen, Action::Do(Happening::Reopen)).show(ctx)
}
