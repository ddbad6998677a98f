//! What only paper has: boxes for the answers, lines for the times of a wait, and what is for later. Knows nothing of
//! how anything is printed.

use super::check::question;
use super::context::Ctx;
use super::elements::{Rendered, all, fixed, list, nothing, own, plain, words};
use super::ends::{when_moving, where_to_go};
use super::guards::mark;
use super::item::{Item, More, item};
use super::models::{Chosen, RungBody};
use super::state::State;
use super::text::{blocks, ours};
use crate::ladder::Rung;
use crate::progress::{Position, RungState};

/// The question of a rung, and a box for each answer. Nothing that can be pressed is on paper.
pub fn answers(ctx: &Ctx, rung: &Rung, body: &RungBody, state: RungState) -> Rendered {
    let answer = |name: &str, done: bool, words: Rendered| {
        let name = ["answer.", rung.id.as_str(), name].concat().into();
        let (mark, more, always) = (mark(), More::Nothing, nothing());
        item(ctx, Item { name, done, next: false, mark, words, more, always })
    };
    let table = ctx.messages;
    let moving = match &rung.moving {
        Some(seen) => {
            let seen = plain("p", &[], words(seen.plain()));
            answer(".moving", body.moving.is_some(), seen)
        }
        None => nothing(),
    };
    let boxes = all([
        answer(".fixed", state == RungState::Fixed, ours(ctx, "p", "", own(table.fixed))),
        moving,
        answer(
            ".not-fixed",
            state == RungState::NotFixed,
            ours(ctx, "p", "", own(table.not_fixed)),
        ),
    ]);
    let boxes = plain("ul", fixed!("role": "list", "class": "items"), boxes);
    plain("div", fixed!("class": "on-paper"), all([question(ctx, rung), boxes]))
}

/// Lines for when a wait was begun, and when it is over.
pub fn times(ctx: &Ctx) -> Rendered {
    let line = |said| all([own(said), plain("span", fixed!("class": "blank"), nothing())]);
    let lines = all([line(ctx.messages.paper.begun_at), line(ctx.messages.paper.go_on_at)]);
    ours(ctx, "p", "on-paper blanks", lines)
}

/// What to do while a rung is at work, once it is fixed, and if nothing helps: as far as it does not stand there already.
pub fn ends(ctx: &Ctx, state: &State, position: Position, chosen: &Chosen) -> Rendered {
    let end = |title, inside| {
        let title = ours(ctx, ctx.heading(1), "", own(title));
        plain("section", fixed!("class": "ending on-paper"), all([title, inside]))
    };
    let (ladder, table) = (&ctx.ladder, &ctx.messages.paper);
    let is_fixed = matches!(position, Position::Fixed(_));
    let mut ends = Vec::new();
    if ladder.rungs.iter().any(|it| it.moving.is_some()) {
        ends.push(end(table.when_moving, when_moving(ctx, chosen)));
    }
    if !is_fixed && !ladder.fixed.is_empty() {
        ends.push(end(table.when_fixed, blocks(ctx, &ladder.fixed, chosen)));
    }
    if !is_fixed && !state.help && position != Position::End {
        ends.push(end(ctx.messages.end_title, where_to_go(ctx, chosen)));
    }
    list(ends)
}
