//! The two ends of a climb: it is fixed, or nothing helped; and what is no end yet, that it is moving. Knows nothing of
//! how the reader got there.

use super::action::Action;
use super::button::Button;
use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, nothing, own, plain, words};
use super::models::Chosen;
use super::state::State;
use super::text::{blocks, ours};
use crate::ladder::Id;
use crate::messages;
use crate::progress::{Event as ClimbEvent, Progress, answered, duration, time::MINUTE};

/// What fixed it, how long it took, and what to keep.
pub fn fixed(ctx: &Ctx, index: usize, state: &State, chosen: &Chosen) -> Rendered {
    let table = ctx.messages;
    let Some(rung) = ctx.rung(index) else { return nothing() };
    let title = ctx.quoted(&rung.title.plain());
    let took = time_taken(&state.progress, &rung.id)
        .filter(|millis| *millis >= MINUTE)
        .map(|millis| messages::duration(table, &*ctx.format, millis.div_ceil(MINUTE)));
    let said = match &took {
        Some(took) => table.fixed_by_after(took, &title),
        None => table.fixed_by(&title),
    };
    let heading = attributes! { "tabindex": "-1", "data-here": "", "lang": ctx.own_lang() };
    let inside = all([
        element(ctx.heading(1), heading, own(table.fixed_title)),
        ours(ctx, "p", "", words(said)),
        blocks(ctx, &ctx.ladder.fixed, chosen),
        reopen(ctx),
    ]);
    plain("section", fixed!("part": "ending", "class": "ending fixed-ending"), inside)
}

/// How long a climb took that this rung ended, in milliseconds.
pub fn time_taken(progress: &Progress, rung: &Id) -> Option<u64> {
    answered(progress, rung).and_then(|(_, at)| duration(progress, at))
}

/// Where to go when no rung has helped. `reached` is false where the reader only asked for help.
pub fn nothing_helped(ctx: &Ctx, chosen: &Chosen, reached: bool) -> Rendered {
    let heading = attributes! {
        "tabindex": "-1",
        "data-help": "",
        "lang": ctx.own_lang(),
        "data-here": reached.then_some(""),
    };
    let end = match ctx.ladder.end.as_slice() {
        [] => ours(ctx, "p", "", own(ctx.messages.end_default)),
        end => blocks(ctx, end, chosen),
    };
    let inside = all([
        element(ctx.heading(1), heading, own(ctx.messages.end_title)),
        end,
        if reached { reopen(ctx) } else { nothing() },
    ]);
    plain("section", fixed!("part": "ending", "class": "ending"), inside)
}

/// What to do while a rung is at work: most of all, to leave it.
pub fn when_moving(ctx: &Ctx, chosen: &Chosen) -> Rendered {
    match ctx.ladder.moving.as_slice() {
        [] => ours(ctx, "p", "", own(ctx.messages.moving_default)),
        moving => blocks(ctx, moving, chosen),
    }
}

fn reopen(ctx: &Ctx) -> Rendered {
    let button = Button::own("reopen", ctx.messages.reopen, Action::Do(ClimbEvent::Reopen));
    plain("div", fixed!("class": "links"), button.show(ctx))
}
