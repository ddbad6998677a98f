//! "Did it work?": the two large answers, and the ways around them.

use yew::prelude::*;

use super::button::{Button, Door, ask};
use super::ctx::{Action, Asked, Ctx, Scene};
use super::text::text;
use crate::ladder::Rung;
use crate::progress::{
    Allowed, Answer, Event as Happening, Key, RungState, Value, help_offered, undo,
};
use crate::words::fill;

pub fn check(
    ctx: &Ctx,
    index: usize,
    rung: &Rung,
    scene: &Scene,
    state: RungState,
    allowed: &Allowed,
) -> Html {
    let words = ctx.words;
    let heading = ctx.heading(2);
    let (question, own) = match &rung.check {
        Some(question) => (text(question), None),
        None => (html! { words.did_it_help }, ctx.own_lang()),
    };
    let why_not = match (allowed.not_fixed, state) {
        (true, _) => None,
        (false, RungState::Preparing) => Some(words.not_fixed_needs_guards),
        (false, _) => Some(words.not_fixed_needs_wait),
    };
    let described = ["why.", rung.id.as_str()].concat();
    let event = |answer| Happening::Answer { rung: rung.id.clone(), answer };
    let answer = |answer, name, words: &'static str| {
        Button::link(name, words, Action::Do(event(answer))).class("answer")
    };
    let not_fixed = Button {
        disabled: !allowed.not_fixed,
        described_by: why_not.map(|_| described.clone().into()),
        ..answer(Answer::NotFixed, "not-fixed", words.not_fixed)
    };
    let skip = event(Answer::Skipped);
    let reserved = rung.wait.is_some().then_some("reserved");
    html! {
        <div class="check">
            <@{heading} class="asks" lang={own}>{ question }</@>
            <div class="answers">
                { answer(Answer::Fixed, "fixed", words.fixed).class("answer yes").show(ctx) }
                { not_fixed.show(ctx) }
            </div>
            <p
                class={classes!("small", "why-not", reserved)}
                lang={ctx.own_lang()}
                id={described}
                hidden={why_not.is_none()}
            >
                { why_not.unwrap_or_default() }
            </p>
            <div class="links">
                { ask(ctx, Asked::SkipRung, "skip-rung", Door::Open, scene, skip, &words.skip_rung) }
                { back(ctx, index, rung, scene) }
                if help_offered(&ctx.ladder, &scene.progress) {
                    { Button::link("get-help", words.get_help, Action::Help).show(ctx) }
                }
            </div>
        </div>
    }
}

/// What undo on the reader's rung takes back, in words.
fn back(ctx: &Ctx, index: usize, rung: &Rung, scene: &Scene) -> Html {
    let label = match undo(&ctx.ladder, &scene.progress, &rung.id) {
        Some((Key::Wait(_), Value::Wait(_))) => ctx.words.take_wait_back.to_owned(),
        Some(_) => {
            let before = index.checked_sub(1).and_then(|it| ctx.rung(it));
            let title = before.map(|it| ctx.quoted(&it.title.plain())).unwrap_or_default();
            fill(ctx.words.back_to, &[("title", &title)])
        }
        None => return Html::default(),
    };
    let press = Action::Do(Happening::Undo { rung: rung.id.clone() });
    Button::link("undo", label, press).show(ctx)
}
