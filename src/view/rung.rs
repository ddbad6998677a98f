//! One rung: its line on the rail, and all of it when it is unfolded.

use yew::prelude::*;

use super::button::Button;
use super::check::check;
use super::ctx::{Action, Chosen, Ctx, Scene};
use super::facts::{advice, facts, sources};
use super::guards::{requirements, warnings};
use super::steps::steps;
use super::text::{blocks, text};
use super::wait::wait;
use crate::ladder::{Rung, Severity};
use crate::progress::{Event as Happening, Position, RungState, allowed, answered, position};
use crate::progress::{guards_left, rung_state, undo};
use crate::words::{duration, fill, moment};

pub fn rung(ctx: &Ctx, index: usize, rung: &Rung, scene: &Scene, chosen: &Chosen) -> Html {
    let state = rung_state(&ctx.ladder, &scene.progress, index, scene.now);
    let here = state.is_readers();
    // By custom the reader's rung is open and every other folded.
    let unfolded = here != scene.toggled.contains(&rung.id);
    let severity = rung.severity.as_str();
    let body_id = ["rung.", rung.id.as_str()].concat();
    let heading = ctx.heading(1);
    let mark = match state {
        RungState::NotFixed => "✕".to_owned(),
        RungState::Fixed => "✓".to_owned(),
        RungState::Skipped => "–".to_owned(),
        _ => ctx.format.number(index as u64 + 1),
    };
    let number = fill(
        ctx.words.rung_number,
        &[
            ("n", &ctx.format.number(index as u64 + 1)),
            ("total", &ctx.format.number(ctx.ladder.rungs.len() as u64)),
        ],
    );
    html! {
        <li
            class={classes!("rung", here.then_some("here"))}
            part={if here { "rung here" } else { "rung" }}
            key={rung.id.to_string()}
            data-rung={rung.id.to_string()}
            data-state={state.as_str()}
            data-severity={severity}
            aria-current={here.then_some("step")}
        >
            <span class="mark" part="mark" aria-hidden="true"><span>{ mark }</span></span>
            <@{heading} class="row" tabindex="-1" data-here={here.then_some("")}>
                <button
                    type="button"
                    data-action="toggle"
                    aria-expanded={if unfolded { "true" } else { "false" }}
                    aria-controls={unfolded.then(|| body_id.clone())}
                    onclick={ctx.ask(Action::Toggle(rung.id.clone()))}
                >
                    <span class="heard" lang={ctx.own_lang()}>{ number }{ " " }</span>
                    <span class="title">{ text(&rung.title) }</span>
                    <span class="heard">{ ", " }</span>
                    <span class="aside" lang={ctx.own_lang()}>{ aside(ctx, rung, scene, state) }</span>
                </button>
            </@>
            if unfolded {
                <div class="body" part="body" id={body_id}>{ body(ctx, index, rung, scene, chosen, state) }</div>
            }
        </li>
    }
}

/// What the line of a rung says at its end: its severity, or what became of it.
fn aside(ctx: &Ctx, rung: &Rung, scene: &Scene, state: RungState) -> Html {
    let words = ctx.words;
    let at = answered(&scene.progress, &rung.id).map(|(_, time)| time);
    let time = at.map(|it| moment(&*ctx.format, it, scene.now)).unwrap_or_default();
    let answer = match state {
        RungState::NotFixed => words.answers.not_fixed,
        RungState::Skipped => words.answers.skipped,
        RungState::Fixed => words.answers.fixed,
        RungState::Locked => match position(&ctx.ladder, &scene.progress) {
            Position::Fixed(_) => words.answers.not_needed,
            _ => "",
        },
        _ => "",
    };
    if !answer.is_empty() {
        return html! { fill(answer, &[("time", &time)]) };
    }
    let [gentle, moderate, drastic, last] = words.severities;
    let severity = match rung.severity {
        Severity::Gentle => gentle,
        Severity::Moderate => moderate,
        Severity::Drastic => drastic,
        Severity::LastResort => last,
    };
    // How long a drastic rung takes is the least of what there is to know about it.
    let brief = rung.severity < Severity::Drastic && !state.is_readers();
    let takes = rung.takes.as_ref().filter(|_| brief);
    html! {
        <>
            <span class="severity">{ severity }</span>
            { for takes.map(|it| html! {
                <>{ " · " }{ duration(words, &*ctx.format, u64::from(it.minutes)) }</>
            }) }
        </>
    }
}

/// All of a rung, in the order in which it is to be read.
fn body(
    ctx: &Ctx,
    index: usize,
    rung: &Rung,
    scene: &Scene,
    chosen: &Chosen,
    state: RungState,
) -> Html {
    let doors = allowed(&ctx.ladder, &scene.progress, index, scene.now);
    let here = state.is_readers();
    let take_back = Action::Do(Happening::Undo { rung: rung.id.clone() });
    let closed = match state {
        RungState::Preparing => {
            let left = guards_left(rung, &scene.progress);
            let left = ctx.words.guards_left.say(&*ctx.format, left);
            Some([ctx.words.steps_closed, " ", &left].concat())
        }
        RungState::Locked => Some(ctx.words.not_here_yet.to_owned()),
        _ => None,
    };
    html! {
        <>
            { facts(ctx, rung) }
            { blocks(ctx, &rung.why, chosen) }
            { advice(ctx, rung, chosen) }
            { requirements(ctx, rung, scene, chosen, doors.guards) }
            { warnings(ctx, rung, scene, chosen, doors.guards) }
            { steps(ctx, index, scene, chosen, doors.steps, closed) }
            { wait(ctx, rung, scene, &doors, here) }
            if here {
                { check(ctx, index, rung, scene, state, &doors) }
            } else if undo(&ctx.ladder, &scene.progress, &rung.id).is_some() {
                <div class="links">
                    { Button::link("undo", ctx.words.take_answer_back, take_back).show(ctx) }
                </div>
            }
            { sources(ctx, &rung.sources) }
        </>
    }
}
