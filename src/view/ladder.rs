//! The whole widget as it looks at one moment.

use std::rc::Rc;

use yew::prelude::*;

use super::button::ask;
use super::choices::Choices;
use super::ctx::{Asked, Chosen, Ctx, Notice, Scene};
use super::ends::{fixed, nothing_helped};
use super::facts::sources;
use super::rung::rung;
use super::text::{blocks, text};
use crate::progress::{Event as Happening, Position, answer, position};

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

#[component]
pub fn LadderView(props: &LadderProps) -> Html {
    let LadderProps { ctx, scene } = props;
    let ladder = &ctx.ladder;
    let chosen = Chosen::of(ladder, &scene.progress);
    let position = position(ladder, &scene.progress);
    let title = ctx.heading(0);
    let rungs =
        ladder.rungs.iter().enumerate().map(|(index, it)| rung(ctx, index, it, scene, &chosen));
    let started = scene.progress.current().next().is_some();
    html! {
        <div class="ladder" lang={ladder.lang.to_string()} dir={ctx.dir()}>
            <@{title} class="ladder-title" part="title">{ text(&ladder.title) }</@>
            { for scene.notices.iter().map(|it| notice(ctx, *it)) }
            { introduction(ctx, scene, &chosen, position) }
            if let Position::Fixed(index) = position {
                { fixed(ctx, index, scene, &chosen) }
            }
            if !ladder.choices.is_empty() {
                <Choices ctx={ctx.clone()} chosen={chosen.clone()} />
            }
            <ol class="rungs" part="rungs">{ for rungs }</ol>
            if position == Position::End || scene.help {
                { nothing_helped(ctx, &chosen, position == Position::End) }
            }
            { sources(ctx, &ladder.sources) }
            <div class="foot links" part="foot">
                { ask(
                    ctx,
                    Asked::StartOver,
                    "start-over",
                    !started,
                    scene,
                    Happening::StartOver,
                    &ctx.words.start_over,
                ) }
            </div>
        </div>
    }
}

/// In full until the first answer; then folded, so that the reader's rung is near the top.
fn introduction(ctx: &Ctx, scene: &Scene, chosen: &Chosen, position: Position) -> Html {
    let ladder = &ctx.ladder;
    if ladder.introduction.is_empty() {
        return Html::default();
    }
    let words = blocks(ctx, &ladder.introduction, chosen);
    let answered = ladder.rungs.iter().any(|it| answer(&scene.progress, &it.id).is_some());
    match (position, answered) {
        (Position::At(_), false) => {
            html! { <div class="introduction" part="introduction">{ words }</div> }
        }
        (Position::At(_), true) => html! {
            <details class="introduction folded" part="introduction">
                <summary lang={ctx.own_lang()}>{ ctx.words.introduction }</summary>
                { words }
            </details>
        },
        (Position::Fixed(_) | Position::End, _) => Html::default(),
    }
}

fn notice(ctx: &Ctx, notice: Notice) -> Html {
    let notices = &ctx.words.notices;
    let words = match notice {
        Notice::NotKept => notices.not_kept,
        Notice::Broken => notices.broken,
        Notice::Newer => notices.newer,
    };
    html! { <p part="notice" lang={ctx.own_lang()} data-notice={notice.as_str()} role="note">{ words }</p> }
}
