//! The steps of a rung: one action each, with a tick box.

use yew::prelude::*;

use super::ctx::{Chosen, Ctx, Scene};
use super::guards::on_tick;
use super::text::{blocks, text};
use crate::ladder::Step;
use crate::ladder::select::applies;
use crate::progress::{Event as Happening, Key, is_done};
use crate::words::fill;

/// The steps that are meant for this reader. `closed` says why they cannot be ticked yet.
pub fn steps(
    ctx: &Ctx,
    index: usize,
    scene: &Scene,
    chosen: &Chosen,
    open: bool,
    closed: Option<String>,
) -> Html {
    let Some(rung) = ctx.rung(index) else { return Html::default() };
    let meant = |step: &Step| applies(&step.when, &|choice| chosen.option(choice).cloned());
    let shown: Vec<_> = rung.steps.iter().enumerate().filter(|(_, step)| meant(step)).collect();
    if shown.is_empty() {
        return Html::default();
    }
    let heading = ctx.heading(2);
    let total = shown.len();
    let is_done = |step: &Step| is_done(&scene.progress, &Key::Step(step.id.clone()));
    let next = shown.iter().position(|(_, step)| open && !is_done(step));
    let items = shown.into_iter().enumerate().map(|(number, (at, step))| {
        let done = is_done(step);
        html! {
            <StepRow
                key={step.id.to_string()}
                ctx={ctx.clone()}
                rung={index}
                step={at}
                number={number + 1}
                {total}
                {done}
                next={next == Some(number)}
                {open}
                chosen={chosen.clone()}
            />
        }
    });
    html! {
        <>
            <@{heading} class="label" lang={ctx.own_lang()}>{ ctx.words.what_to_do }</@>
            { for closed.map(|why| html! { <p class="small closed" lang={ctx.own_lang()}>{ why }</p> }) }
            <ol class={classes!("items", "steps", (!open).then_some("off"))}>{ for items }</ol>
        </>
    }
}

/// A step by its place, so that it is compared and handed on without its text.
#[derive(Properties, PartialEq)]
struct StepProps {
    ctx: Ctx,
    rung: usize,
    step: usize,
    number: usize,
    total: usize,
    done: bool,
    /// The first that is not done yet.
    next: bool,
    open: bool,
    chosen: Chosen,
}

#[component]
fn StepRow(props: &StepProps) -> Html {
    let StepProps { ctx, rung, step, number, total, done, next, open, chosen } = props;
    let Some(step) = ctx.rung(*rung).and_then(|it| it.steps.get(*step)) else {
        return html! { <li hidden=true /> };
    };
    let name = ["step.", step.id.as_str()].concat();
    let id = step.id.clone();
    let give = move |done| Happening::Tick { step: id.clone(), done };
    let format = &ctx.format;
    let number = fill(
        ctx.words.step_number,
        &[("n", &format.number(*number as u64)), ("total", &format.number(*total as u64))],
    );
    html! {
        <li class={classes!("item", done.then_some("done"), next.then_some("next"))}>
            <input
                type="checkbox"
                id={name.clone()}
                data-step={step.id.to_string()}
                checked={*done}
                disabled={!*open}
                onchange={on_tick(ctx, *done, give)}
            />
            <div>
                <label for={name}>
                    <span class="heard" lang={ctx.own_lang()}>{ number }{ " " }</span>
                    { text(&step.text) }
                </label>
                <div class="more">{ blocks(ctx, &step.more, chosen) }</div>
            </div>
        </li>
    }
}
