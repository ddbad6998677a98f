//! "Did it work?": the two large answers, and the ways around them.

use yew::prelude::*;

use super::ask::ask;
use super::ctx::{Action, Asked, Ctx, Scene};
use super::text::text;
use crate::ladder::Rung;
use crate::progress::{Allowed, Answer, Event as Happening, RungState, help_offered, undo};
use crate::progress::{Key, Value};
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
    let question = rung.check.as_ref().map_or_else(|| html! { words.did_it_help }, text);
    let answer = |answer| ctx.on::<MouseEvent>(Happening::Answer { rung: rung.id.clone(), answer });
    let why_not = match (allowed.not_fixed, state) {
        (true, _) => None,
        (false, RungState::Preparing) => Some(words.not_fixed_needs_guards),
        (false, _) => Some(words.not_fixed_needs_wait),
    };
    let described = ["why.", rung.id.as_str()].concat();
    let skip = Happening::Answer { rung: rung.id.clone(), answer: Answer::Skipped };
    html! {
        <div class="check">
            <@{heading}>{ question }</@>
            <div class="answers">
                <button
                    type="button"
                    class="answer yes"
                    lang={ctx.own_lang()}
                    part="answer yes"
                    data-action="fixed"
                    onclick={answer(Answer::Fixed)}
                >
                    { words.fixed }
                </button>
                <button
                    type="button"
                    class="answer"
                    lang={ctx.own_lang()}
                    part="answer"
                    data-action="not-fixed"
                    disabled={!allowed.not_fixed}
                    aria-describedby={why_not.map(|_| described.clone())}
                    onclick={answer(Answer::NotFixed)}
                >
                    { words.not_fixed }
                </button>
            </div>
            <p lang={ctx.own_lang()} class={classes!("small", "why-not", rung.wait.is_some().then_some("reserved"))} id={described.clone()} hidden={why_not.is_none()}>
                { why_not.unwrap_or_default() }
            </p>
            <div class="links">
                { ask(ctx, Asked::SkipRung, "skip-rung", false, scene, skip, &words.skip_rung) }
                { back(ctx, index, rung, scene) }
                if help_offered(&ctx.ladder, &scene.progress) {
                    <button
                        type="button"
                        class="link"
                        lang={ctx.own_lang()}
                        data-action="get-help"
                        onclick={ctx.ask(Action::Help)}
                    >
                        { words.get_help }
                    </button>
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
            let title = before.map(|it| it.title.plain()).unwrap_or_default();
            fill(ctx.words.back_to, &[("title", &title)])
        }
        None => return Html::default(),
    };
    html! {
        <button
            type="button"
            class="link"
            lang={ctx.own_lang()}
            data-action="undo"
            onclick={ctx.on(Happening::Undo { rung: rung.id.clone() })}
        >
            { label }
        </button>
    }
}
