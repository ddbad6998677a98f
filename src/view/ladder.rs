//! The whole widget as it looks at one moment.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Door, ask};
use super::ctx::{Asked, Chosen, Ctx, Notice, Scene};
use super::draw::{Drawn, all, attributes, element, fixed, list, nothing, own, plain};
use super::ends::{fixed, nothing_helped};
use super::facts::{folded, sources};
use super::part::{Seen, part, parts};
use super::rung::{Body, RungSeen};
use super::text::{blocks, text};
use crate::ladder::Rung;
use crate::progress::{
    Climb, Event as Happening, Position, Ticked, Time, WaitState, guards, wait_state,
};

#[derive(Clone, Properties)]
pub struct LadderProps {
    pub ctx: Ctx,
    pub scene: Rc<Scene>,
}

impl PartialEq for LadderProps {
    fn eq(&self, other: &LadderProps) -> bool {
        self.ctx == other.ctx && Rc::ptr_eq(&self.scene, &other.scene)
    }
}

/// The ladder at one moment, to be rendered natively. In a page, the widget draws it.
#[component]
pub fn LadderView(props: &LadderProps) -> Html {
    let LadderProps { ctx, scene } = props;
    ladder(ctx, scene, &Ticked::of(&ctx.ladder, &scene.progress)).into()
}

/// Draws it all: what is in `scene`, and the ticks that follow from it.
pub fn ladder(ctx: &Ctx, scene: &Scene, ticked: &Ticked) -> Drawn {
    let ladder = &ctx.ladder;
    let climb = Climb::new(ladder, &scene.progress, scene.now);
    let position = climb.position;
    let chosen = Chosen::of(ladder, &scene.progress);
    let choices = match ladder.choices.is_empty() {
        true => nothing(),
        false => part(ctx, "choices".into(), Rc::new(Seen::Choices(chosen.clone()))),
    };
    let ending = match position {
        Position::Fixed(index) => fixed(ctx, index, scene, &chosen),
        _ => nothing(),
    };
    let rungs = ladder.rungs.iter().enumerate().map(|(index, rung)| {
        let seen = rung_seen(&climb, index, rung, scene, &chosen, ticked);
        (rung.id.shared(), Rc::new(Seen::Rung(seen)))
    });
    let reached = position == Position::End;
    // Whoever is asked for the end of the climb has not come to another.
    let help = match (position, reached || scene.help) {
        (Position::At(_) | Position::End, true) => nothing_helped(ctx, &chosen, reached),
        _ => nothing(),
    };
    let started = scene.progress.current().next().is_some();
    let door = if started { Door::Open } else { Door::Closed };
    let question = &ctx.messages.start_over;
    let event = Happening::StartOver;
    let foot = ask(ctx, Asked::StartOver, "start-over", door, scene.asked, event, question);
    let inside = all([
        plain(
            ctx.heading(0),
            fixed!("part": "title", "class": "ladder-title"),
            text(&ladder.title),
        ),
        list(scene.notices.iter().map(|it| notice(ctx, *it)).collect()),
        introduction(ctx, &climb, &chosen),
        ending,
        choices,
        plain(
            "ol",
            fixed!("part": "rungs", "role": "list", "class": "rungs"),
            parts(ctx, rungs.collect()),
        ),
        help,
        sources(ctx, &ladder.sources),
        plain("div", fixed!("part": "foot", "class": "foot links"), foot),
    ]);
    let attributes = attributes! { "lang": &ladder.lang, "dir": ctx.dir(), "class": "ladder" };
    element("div", attributes, inside)
}

/// Days begin, in every time zone, with a quarter of an hour.
const QUARTER: u64 = 15 * 60 * 1000;

fn rung_seen(
    climb: &Climb<'_>,
    index: usize,
    rung: &Rung,
    scene: &Scene,
    chosen: &Chosen,
    ticked: &Ticked,
) -> RungSeen {
    let progress = &scene.progress;
    let (state, answered) = climb.rung(index);
    // By custom the reader's rung is open and every other folded.
    let unfolded = state.is_readers() != scene.toggled.contains(&rung.id);
    let body = unfolded.then(|| Body {
        chosen: chosen.clone(),
        doors: climb.allowed(index),
        guards: guards(climb.ladder(), rung, progress, scene.now),
        ticks: ticked.rung(index),
        wait: wait_state(rung, progress, scene.now),
        takes_back: climb.takes_back(index),
        help_offered: climb.help_offered(),
        asked: scene.asked,
    });
    let now = match (body.as_ref().map(|it| it.wait), answered) {
        (Some(WaitState::Running { .. }), _) => scene.now,
        // What is said of a moment that has passed changes with the day.
        (Some(WaitState::Ended { .. }), _) | (_, Some(_)) => scene.now.down_to(QUARTER),
        _ => Time::default(),
    };
    let not_needed = matches!(climb.position, Position::Fixed(_));
    RungSeen { index, state, answered, not_needed, now, body: body.map(Rc::new) }
}

/// In full until the first answer; then folded, so that the reader's rung is near the top.
fn introduction(ctx: &Ctx, climb: &Climb<'_>, chosen: &Chosen) -> Drawn {
    let ladder = &ctx.ladder;
    if ladder.introduction.is_empty() {
        return nothing();
    }
    let words = blocks(ctx, &ladder.introduction, chosen);
    let part = Some("introduction");
    match (climb.position, climb.is_begun()) {
        (Position::At(_), false) => {
            element("div", attributes! { "part": part, "class": "introduction" }, words)
        }
        (Position::At(_), true) => {
            folded(ctx, "introduction folded", ctx.messages.introduction, part, words)
        }
        (Position::Fixed(_) | Position::End, _) => nothing(),
    }
}

fn notice(ctx: &Ctx, notice: Notice) -> Drawn {
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
