//! The whole widget as it looks at one moment. Knows which parts there are, and nothing of what is in them.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, list, nothing, own, plain};
use super::ends::{fixed, nothing_helped};
use super::facts::{folded, sources};
use super::foot::foot;
use super::head::{case, changed, started_over};
use super::memo::{memo, memos};
use super::models::{Chosen, Model, RungModel};
use super::paper;
use super::state::{Notice, State};
use super::text::{blocks, text};
use crate::progress::{Climb, Position, Ticked};
use crate::signal::Printing;

#[derive(Clone, Properties)]
pub struct LadderProps {
    pub ctx: Ctx,
    pub state: Rc<State>,
}

impl PartialEq for LadderProps {
    fn eq(&self, other: &LadderProps) -> bool {
        self.ctx == other.ctx && Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The ladder at one moment, to be rendered natively. In a page, the widget renders it.
#[component]
pub fn LadderView(props: &LadderProps) -> Html {
    let LadderProps { ctx, state } = props;
    ladder(ctx, state, &Ticked::of(&ctx.ladder, &state.progress)).into()
}

/// Renders it all: what is in `state`, and the ticks that follow from it.
pub fn ladder(ctx: &Ctx, state: &State, ticked: &Ticked) -> Rendered {
    match state.printing {
        Printing::Empty => shown(ctx, &state.emptied(), &Ticked::default()),
        _ => shown(ctx, state, ticked),
    }
}

fn shown(ctx: &Ctx, state: &State, ticked: &Ticked) -> Rendered {
    let ladder = &ctx.ladder;
    let climb = Climb::new(ladder, &state.progress, state.now);
    let position = climb.position;
    let chosen = Chosen::of(ladder, &state.progress);
    let choices = match ladder.choices.is_empty() {
        true => nothing(),
        false => memo(ctx, "choices".into(), Rc::new(Model::Choices(chosen.clone()))),
    };
    let ending = match position {
        Position::Fixed(index) => fixed(ctx, index, state, &chosen, &ticked.rung(index)),
        _ => nothing(),
    };
    let rungs = ladder.rungs.iter().enumerate().map(|(index, rung)| {
        let model = RungModel::new(&climb, index, rung, state, &chosen, ticked);
        (rung.id.to_rc(), Rc::new(Model::Rung(model)))
    });
    let reached = position == Position::End;
    // Whoever is asked for the end of the climb has not come to another.
    let help = match (position, reached || state.help) {
        (Position::At(_) | Position::End, true) => nothing_helped(ctx, &chosen, reached),
        _ => nothing(),
    };
    let inside = all([
        plain(
            ctx.heading(0),
            fixed!("part": "title", "class": "ladder-title"),
            text(&ladder.title),
        ),
        case(ctx, state),
        list(state.notices.iter().map(|it| notice(ctx, *it)).collect()),
        match position {
            Position::At(_) if !ctx.changes.0.is_empty() => changed(ctx, &chosen),
            _ => nothing(),
        },
        started_over(ctx, state),
        introduction(ctx, &climb, state, &chosen),
        ending,
        choices,
        plain(
            "ol",
            fixed!("part": "rungs", "role": "list", "class": "rungs"),
            memos(ctx, rungs.collect()),
        ),
        help,
        if state.is_printing() { paper::ends(ctx, state, position, &chosen) } else { nothing() },
        sources(ctx, &ladder.sources),
        foot(ctx, state),
    ]);
    let attributes = attributes! { "lang": &ladder.lang, "dir": ctx.dir(), "class": "ladder" };
    element("div", attributes, inside)
}

/// In full until the first answer; then folded, so that the reader's rung is near the top.
fn introduction(ctx: &Ctx, climb: &Climb<'_>, state: &State, chosen: &Chosen) -> Rendered {
    let ladder = &ctx.ladder;
    if ladder.introduction.is_empty() {
        return nothing();
    }
    let words = blocks(ctx, &ladder.introduction, chosen);
    let part = Some("introduction");
    match (climb.position, climb.is_begun() && !state.is_printing()) {
        (Position::At(_), false) => {
            element("div", attributes! { "part": part, "class": "introduction" }, words)
        }
        (Position::At(_), true) => {
            folded(ctx, "introduction folded", ctx.messages.introduction, part, words)
        }
        (Position::Fixed(_) | Position::End, _) => nothing(),
    }
}

fn notice(ctx: &Ctx, notice: Notice) -> Rendered {
    let notices = &ctx.messages.notices;
    let words = match notice {
        Notice::NotKept => notices.not_kept,
        Notice::Broken => notices.broken,
        Notice::Newer => notices.newer,
    };
    let attributes = attributes! {
        "part": "notice",
        "lang": ctx.own_lang(),
        "data-notice": notice.as_str(),
        "role": "note",
    };
    element("p", attributes, own(words))
}
