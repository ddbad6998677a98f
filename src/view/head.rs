//! What is said above a ladder of the climb on it: for whom it is, that starting over can be undone, and what has changed
//! since the reader was here. And the marks of what has changed. Knows nothing of how any of it is kept.

use super::button::{does, line, opens};
use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, nothing, own, words};
use super::folding::is_meant;
use super::models::Chosen;
use super::state::State;
use super::text::ours;
use crate::ladder::{Id, Step};
use crate::progress::{Change, Event as ClimbEvent, Item, can_undo_start_over};

/// For whom the climb is, where it has a name, and the way to the others.
pub fn case(ctx: &Ctx, state: &State) -> Rendered {
    let Some(case) = state.progress.case().filter(|it| !it.name.is_empty()) else {
        return nothing();
    };
    let others = opens(ctx, "new-case", ctx.messages.other_cases, "cases");
    line(ctx, &ctx.messages.for_case(&ctx.quoted(&case.name)), others)
}

/// For a day after starting over: the way back.
pub fn started_over(ctx: &Ctx, state: &State) -> Rendered {
    if !can_undo_start_over(&state.progress, state.now) {
        return nothing();
    }
    let table = ctx.messages;
    let undo = does(ctx, "undo-start-over", table.undo_start_over, ClimbEvent::UndoStartOver);
    line(ctx, table.started_over, undo)
}

/// What the author has changed since the reader was here, in one sentence. Of steps, those that are meant for them.
pub fn changed(ctx: &Ctx, chosen: &Chosen) -> Rendered {
    let table = &ctx.messages.changed;
    let mut kinds = [
        (Item::Step, Change::New, &table.new_steps, 0),
        (Item::Requirement, Change::New, &table.new_requirements, 0),
        (Item::Warning, Change::New, &table.new_warnings, 0),
        (Item::Step, Change::Reworded, &table.reworded_steps, 0),
        (Item::Requirement, Change::Reworded, &table.reworded_requirements, 0),
        (Item::Warning, Change::Reworded, &table.reworded_warnings, 0),
    ];
    let hides = |it: &Step, id: &Id| it.id == *id && !is_meant(it, chosen);
    for (item, id, change) in &ctx.changes.0 {
        if ctx.ladder.rungs.iter().any(|it| it.steps.iter().any(|it| hides(it, id))) {
            continue;
        }
        for kind in &mut kinds {
            if (kind.0, kind.1) == (*item, *change) {
                kind.3 += 1;
            }
        }
    }
    let mut said = String::new();
    for (_, _, message, count) in kinds {
        if count > 0 {
            let joint = if said.is_empty() { "" } else { ", " };
            said.extend([joint, &message.format(&*ctx.format, count)]);
        }
    }
    if said.is_empty() {
        return nothing();
    }
    let attributes = attributes! {
        "part": "notice",
        "lang": ctx.own_lang(),
        "data-notice": "changed",
        "role": "note",
    };
    element("p", attributes, words(table.since(&said)))
}

/// The words of an item, with a mark where the author has changed it since the reader was here.
#[inline(never)]
pub fn marked(ctx: &Ctx, item: Item, id: &Id, said: Rendered) -> Rendered {
    let table = &ctx.messages.changed;
    let mark = match ctx.changes.of(item, id) {
        None => return said,
        Some(Change::New) => table.new,
        Some(Change::Reworded) => table.reworded,
    };
    all([ours(ctx, "strong", "", own(mark)), own(" "), said])
}
