//! One rung: its line on the rail, and all of it when it is unfolded.
//! Knows its parts by their view models, and no other rung.

use yew::prelude::*;

use super::action::Action;
use super::button::{does, expanded, pressed};
use super::check::check;
use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, nothing, own, plain, words};
use super::facts::{advice, facts, sources};
use super::guards::requirements;
use super::hand_over::offer;
use super::item::{unfold_all, with_items};
use super::models::{RungBody, RungModel};
use super::paper;
use super::safe::safe;
use super::steps::steps;
use super::text::{blocks_of, ours, text};
use super::wait::wait;
use super::warnings::warnings;
use crate::ladder::{Rung, Severity};
use crate::messages::{duration, moment};
use crate::progress::{Event as ClimbEvent, RungState, time::MINUTE};

pub fn rung(ctx: &Ctx, model: &RungModel) -> Rendered {
    let Some(rung) = ctx.rung(model.index) else { return nothing() };
    let here = model.state.is_readers();
    let id = ["rung.", rung.id.as_str()].concat();
    let number = ctx.number(model.index + 1);
    let total = ctx.number(ctx.ladder.rungs.len());
    let position = ctx.messages.rung_number(&number, &total);
    let mark = match model.state {
        RungState::NotFixed => own("✕"),
        RungState::Fixed => own("✓"),
        RungState::Skipped => own("–"),
        _ => words(number),
    };
    let body_id = model.body.as_ref().map(|_| AttrValue::from(id));
    let line = all([
        ours(ctx, "span", "heard", words([&position, " "].concat())),
        plain("span", fixed!("class": "title"), text(&rung.title)),
        ours(ctx, "span", "heard", words(description(ctx, rung, model))),
        element(
            "span",
            attributes! { "lang": ctx.own_lang(), "aria-hidden": "true", "class": "aside" },
            aside(ctx, rung, model),
        ),
    ]);
    let toggle = attributes! {
        "type": "button",
        "data-action": "toggle",
        "aria-expanded": expanded(model.body.is_some()),
        "aria-controls": body_id.clone(),
    };
    let toggle = pressed(ctx, element("button", toggle, line), Action::Toggle(rung.id.clone()));
    let row = attributes! { "tabindex": "-1", "data-here": here.then_some(""), "class": "row" };
    let mark = plain("span", &[], mark);
    let inside = all([
        plain("span", fixed!("part": "mark", "aria-hidden": "true", "class": "mark"), mark),
        element(ctx.heading(1), row, toggle),
        match &model.body {
            Some(body) => {
                let attributes = attributes! { "part": "body", "id": body_id, "class": "body" };
                with_items(ctx, element("div", attributes, inside_of(ctx, rung, model, body)))
            }
            None => nothing(),
        },
    ]);
    let name = if here { "rung here" } else { "rung" };
    let attributes = attributes! {
        "part": name,
        "data-rung": &rung.id,
        "data-state": model.state.as_str(),
        "data-severity": rung.severity.as_str(),
        "aria-current": here.then_some("step"),
        "class": name,
    };
    element("li", attributes, inside)
}

/// The end of a rung's line: what became of it, or else its severity.
fn aside(ctx: &Ctx, rung: &Rung, model: &RungModel) -> Rendered {
    let (first, more) = match outcome(ctx, model) {
        Some((answer, time)) => (words(answer), time),
        None => {
            let severity = own(severity(ctx, rung));
            let severity = plain("span", fixed!("class": "severity"), severity);
            (severity, takes(ctx, rung, model.state))
        }
    };
    let more = more.map(|it| [" · ", &it].concat()).unwrap_or_default();
    all([first, words(more)])
}

/// The same for screen readers, with commas in the place of dots, and with what others see by shape and position:
/// the severity always, and the status of the rung. The words of the aside stand together, as somebody would say them
/// who speaks to the page.
fn description(ctx: &Ctx, rung: &Rung, model: &RungModel) -> String {
    let standings = &ctx.messages.standings;
    let status = match model.state {
        RungState::Locked => standings.locked,
        RungState::Preparing => standings.preparing,
        RungState::Open => standings.open,
        RungState::Waiting => standings.waiting,
        RungState::NotFixed | RungState::Fixed | RungState::Skipped => "",
    };
    let severity = severity(ctx, rung);
    let (first, more, last) = match outcome(ctx, model) {
        Some((answer, time)) => (answer, time, severity),
        None => (severity.into(), takes(ctx, rung, model.state), status),
    };
    let (joint, more) = more.map_or(("", String::new()), |it| (", ", it));
    [", ", &*first, joint, &more, ", ", last].concat()
}

/// What became of a rung, and when.
fn outcome(ctx: &Ctx, model: &RungModel) -> Option<(AttrValue, Option<String>)> {
    let answers = &ctx.messages.answers;
    let at = |time| moment(&*ctx.format, time, model.now);
    if let Some((fixed, back)) = model.came_back {
        let helped = whole(back.since(fixed) / MINUTE);
        let helped = duration(ctx.messages, &*ctx.format, helped);
        return Some((answers.came_back(&helped).into(), Some(at(back))));
    }
    let answer = match model.state {
        RungState::NotFixed => answers.not_fixed,
        RungState::Skipped => answers.skipped,
        RungState::Fixed => answers.fixed,
        RungState::Locked if model.not_needed => answers.not_needed,
        _ => return None,
    };
    Some((AttrValue::Static(answer), model.answered.map(at)))
}

/// So many minutes as people tell them afterwards: in whole days, or in whole hours.
fn whole(minutes: u64) -> u64 {
    let unit = match minutes {
        0..60 => 1,
        60..1440 => 60,
        _ => 1440,
    };
    minutes / unit * unit
}

fn severity(ctx: &Ctx, rung: &Rung) -> &'static str {
    ctx.messages.severities.of(rung.severity)
}

/// How long a rung takes, in brief. For a drastic one that is the least of what there is to know.
fn takes(ctx: &Ctx, rung: &Rung, state: RungState) -> Option<String> {
    let brief = rung.severity < Severity::Drastic && !state.is_readers();
    let takes = rung.takes.as_ref().filter(|_| brief)?;
    Some(duration(ctx.messages, &*ctx.format, u64::from(takes.minutes)))
}

/// All of a rung, in the order in which it is to be read.
fn inside_of(ctx: &Ctx, rung: &Rung, model: &RungModel, body: &RungBody) -> Rendered {
    let here = model.state.is_readers();
    let closed = match model.state {
        RungState::Preparing => {
            let left = ctx.messages.guards_left.format(&*ctx.format, body.guards.left());
            Some([ctx.messages.steps_closed, " ", &left].concat())
        }
        RungState::Locked => Some(ctx.messages.not_here_yet.to_owned()),
        _ => None,
    };
    let end = match (here, body.takes_back) {
        (true, _) => check(ctx, rung, body, model.state, model.now),
        (false, Some(_)) => take_back(ctx, rung),
        (false, None) => nothing(),
    };
    let mut unfold_all = Some(unfold_all(ctx, rung, body));
    let mut unfold_all = || unfold_all.take().unwrap_or_else(nothing);
    all([
        facts(ctx, rung),
        blocks_of(ctx, &rung.why, &body.chosen, Some(AttrValue::Static(ctx.messages.more_of_rung))),
        advice(ctx, rung, &body.chosen),
        match rung.requirements.is_empty() {
            true => nothing(),
            false => requirements(ctx, rung, body, unfold_all()),
        },
        warnings(ctx, rung, body),
        // What changes with each tick is soon wrong on paper.
        if here && !body.printing { safe(ctx, rung, &body.ticks) } else { nothing() },
        if here && !body.printing { offer(ctx, rung, body) } else { nothing() },
        steps(ctx, model.index, rung, body, closed, unfold_all()),
        wait(ctx, rung, body, model.now, here),
        end,
        if body.printing { paper::answers(ctx, rung, body, model.state) } else { nothing() },
        sources(ctx, &rung.sources),
    ])
}

fn take_back(ctx: &Ctx, rung: &Rung) -> Rendered {
    let event = ClimbEvent::Undo { rung: rung.id.clone() };
    let button = does(ctx, "undo", ctx.messages.take_answer_back, event);
    plain("div", fixed!("class": "links"), button)
}
