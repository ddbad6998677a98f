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
                    <span class="heard" lang={ctx.own_lang()}>{ said(ctx, rung, scene, state) }</span>
                    <span class="aside" lang={ctx.own_lang()} aria-hidden="true">{ aside(ctx, rung, scene, state) }</span>
                </button>
            </@>
            if unfolded {
                <div class="body" part="body" id={body_id}>{ body(ctx, index, rung, scene, chosen, state) }</div>
            }
        </li>
    }
}

/// What stands at the end of a rung's line: what became of it, or else its severity.
fn aside(ctx: &Ctx, rung: &Rung, scene: &Scene, state: RungState) -> Html {
    if let Some((answer, time)) = outcome(ctx, rung, scene, state) {
        let time = time.map(|it| [" · ", &it].concat()).unwrap_or_default();
        return html! { <>{ answer }{ time }</> };
    }
    let takes = takes(ctx, rung, state).map(|it| [" · ", &it].concat()).unwrap_or_default();
    html! { <><span class="severity">{ severity(ctx, rung) }</span>{ takes }</> }
}

/// The same for those who hear it, with commas where dots are drawn, and with what others see by
/// shape and place: the severity always, and how the rung stands. What is drawn stands together, as
/// somebody would say it who speaks to the page.
fn said(ctx: &Ctx, rung: &Rung, scene: &Scene, state: RungState) -> String {
    let standings = &ctx.words.standings;
    let standing = match state {
        RungState::Locked => standings.locked,
        RungState::Preparing => standings.preparing,
        RungState::Open => standings.open,
        RungState::Waiting => standings.waiting,
        RungState::NotFixed | RungState::Fixed | RungState::Skipped => "",
    };
    let severity = severity(ctx, rung).to_owned();
    let parts = match outcome(ctx, rung, scene, state) {
        Some((answer, time)) => [Some(answer.to_owned()), time, Some(severity)],
        None => [Some(severity), takes(ctx, rung, state), Some(standing.to_owned())],
    };
    parts.into_iter().flatten().flat_map(|it| [", ".to_owned(), it]).collect()
}

/// What became of a rung, and when.
fn outcome(
    ctx: &Ctx,
    rung: &Rung,
    scene: &Scene,
    state: RungState,
) -> Option<(&'static str, Option<String>)> {
    let answers = &ctx.words.answers;
    let answer = match state {
        RungState::NotFixed => answers.not_fixed,
        RungState::Skipped => answers.skipped,
        RungState::Fixed => answers.fixed,
        RungState::Locked => match position(&ctx.ladder, &scene.progress) {
            Position::Fixed(_) => answers.not_needed,
            _ => return None,
        },
        _ => return None,
    };
    let at = answered(&scene.progress, &rung.id);
    Some((answer, at.map(|(_, time)| moment(&*ctx.format, time, scene.now))))
}

fn severity(ctx: &Ctx, rung: &Rung) -> &'static str {
    let [gentle, moderate, drastic, last] = ctx.words.severities;
    match rung.severity {
        Severity::Gentle => gentle,
        Severity::Moderate => moderate,
        Severity::Drastic => drastic,
        Severity::LastResort => last,
    }
}

/// How long a rung takes, in brief. For a drastic one that is the least of what there is to know.
fn takes(ctx: &Ctx, rung: &Rung, state: RungState) -> Option<String> {
    let brief = rung.severity < Severity::Drastic && !state.is_readers();
    let takes = rung.takes.as_ref().filter(|_| brief)?;
    Some(duration(ctx.words, &*ctx.format, u64::from(takes.minutes)))
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
