//! What is said above a ladder of the climb on it: for whom it is, that starting over can be undone, and what has changed
//! since the reader was here. And the marks of what has changed. Knows nothing of how any of it is kept.

use super::action::Action;
use super::button::Button;
use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, nothing, own, plain, words};
use super::folding::is_meant;
use super::models::Chosen;
use super::state::State;
use super::text::ours;
use crate::ladder::Id;
use crate::progress::{Change, Event as ClimbEvent, Item, can_undo_start_over};

/// For whom the climb is, where it has a name, and the way to the others.
pub fn case(ctx: &Ctx, state: &State) -> Rendered {
    let Some(case) = state.progress.case().filter(|it| !it.name.is_empty()) else {
        return nothing();
    };
    let said = [&ctx.messages.for_case(&ctx.quoted(&case.name)), " "].concat();
    let others = Button::own("new-case", ctx.messages.other_cases, Action::Open("cases"));
    let inside = all([plain("strong", &[], words(said)), others.show(ctx)]);
    ours(ctx, "p", "small case", inside)
}

/// For a day after starting over: the way back.
pub fn started_over(ctx: &Ctx, state: &State) -> Rendered {
    if !can_undo_start_over(&state.progress, state.now) {
        return nothing();
    }
    let press = Action::Do(ClimbEvent::UndoStartOver);
    let undo = Button::own("undo-start-over", ctx.messages.undo_start_over, press);
    let said = [ctx.messages.started_over, " "].concat();
    ours(ctx, "p", "small", all([words(said), undo.show(ctx)]))
}

/// What the author has changed since the reader was here, in one sentence. Of steps, those that are meant for them.
pub fn changed(ctx: &Ctx, chosen: &Chosen) -> Rendered {
    let table = &ctx.messages.changed;
    let kinds = [
        (Change::New, [&table.new_steps, &table.new_requirements, &table.new_warnings]),
        (
            Change::Reworded,
            [&table.reworded_steps, &table.reworded_requirements, &table.reworded_warnings],
        ),
    ];
    let steps = || ctx.ladder.rungs.iter().flat_map(|it| &it.steps);
    let is_shown = |id: &Id| steps().any(|it| it.id == *id && is_meant(it, chosen));
    let mut said = Vec::new();
    for (change, messages) in kinds {
        for (item, message) in Item::ALL.into_iter().zip(messages) {
            let all = ctx.changes.all(item, change);
            let count = all.filter(|id| item != Item::Step || is_shown(id)).count();
            if count > 0 {
                said.push(message.format(&*ctx.format, count as u64));
            }
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
    element("p", attributes, words(table.since(&said.join(", "))))
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
