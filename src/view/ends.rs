//! The two ends of a climb: it is fixed, or nothing helped; and what is no end yet, that it is moving. Knows nothing of
//! how the reader got there.

use super::action::Action;
use super::button::{Button, does};
use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, nothing, own, plain, words};
use super::folding::open_steps;
use super::models::Chosen;
use super::state::State;
use super::text::{blocks, ours};
use crate::ladder::{Id, Rung, Severity};
use crate::messages;
use crate::progress::{Event as ClimbEvent, Progress, Ticks, answered, duration, time::MINUTE};

/// What fixed it, how long it took, and what to keep.
pub fn fixed(ctx: &Ctx, index: usize, state: &State, chosen: &Chosen, ticks: &Ticks) -> Rendered {
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
        not_over(ctx, rung, chosen, ticks),
        blocks(ctx, &ctx.ladder.fixed, chosen),
        plain("div", fixed!("class": "links"), all([came_back(ctx, rung), reopen(ctx)])),
    ]);
    plain("section", fixed!("part": "ending", "class": "ending fixed-ending"), inside)
}

/// What is left of a rung that is more than gentle: what it has deleted or switched off is not back because it helped.
fn not_over(ctx: &Ctx, rung: &Rung, chosen: &Chosen, ticks: &Ticks) -> Rendered {
    let table = ctx.messages;
    if rung.severity == Severity::Gentle {
        return nothing();
    }
    let not_over = match rung.severity >= Severity::Drastic {
        true => ours(ctx, "p", "not-over", own(table.not_over)),
        false => nothing(),
    };
    let left = match open_steps(rung, ticks, chosen) {
        0 => nothing(),
        n => ours(ctx, "p", "", words(table.steps_left.format(&*ctx.format, n as u64))),
    };
    all([not_over, left])
}

/// What had helped may come back: that is no mistake of the reader's, and the climb goes on.
fn came_back(ctx: &Ctx, rung: &Rung) -> Rendered {
    let event = ClimbEvent::CameBack { rung: rung.id.clone() };
    does(ctx, "came-back", ctx.messages.came_back, event)
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
    let report = Button::own("copy-report", ctx.messages.copy_report, Action::Open("report"));
    let report = report.class("plain-button").show(ctx);
    let reopen = if reached { reopen(ctx) } else { nothing() };
    let inside = all([
        element(ctx.heading(1), heading, own(ctx.messages.end_title)),
        where_to_go(ctx, chosen),
        // The page's script fills it: what was tried, ready to be sent.
        plain("div", fixed!("data-panel": "report"), nothing()),
        plain("div", fixed!("class": "links"), all([report, reopen])),
    ]);
    plain("section", fixed!("part": "ending", "class": "ending"), inside)
}

/// Who helps now, in the author's words.
pub fn where_to_go(ctx: &Ctx, chosen: &Chosen) -> Rendered {
    match ctx.ladder.end.as_slice() {
        [] => ours(ctx, "p", "", own(ctx.messages.end_default)),
        end => blocks(ctx, end, chosen),
    }
}

/// What to do while a rung is at work: most of all, to leave it.
pub fn when_moving(ctx: &Ctx, chosen: &Chosen) -> Rendered {
    match ctx.ladder.moving.as_slice() {
        [] => ours(ctx, "p", "", own(ctx.messages.moving_default)),
        moving => blocks(ctx, moving, chosen),
    }
}

fn reopen(ctx: &Ctx) -> Rendered {
    does(ctx, "reopen", ctx.messages.reopen, ClimbEvent::Reopen)
}
