//! One rung: its line on the rail, and all of it when it is unfolded.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, expanded, pressed};
use super::check::check;
use super::ctx::{Action, Asked, Chosen, Ctx};
use super::draw::{Drawn, all, attributes, element, fixed, nothing, own, plain, words};
use super::facts::{advice, facts, sources};
use super::guards::requirements;
use super::steps::steps;
use super::text::{blocks, ours, text};
use super::wait::wait;
use super::warnings::warnings;
use crate::ladder::{Rung, Severity};
use crate::messages::{duration, moment};
use crate::progress::{
    Allowed, Event as Happening, Guards, RungState, TakesBack, Ticks, Time, WaitState,
};

/// What a rung shows.
#[derive(PartialEq)]
pub struct RungSeen {
    pub index: usize,
    pub state: RungState,
    /// When it was answered.
    pub answered: Option<Time>,
    /// Whether another rung has helped.
    pub not_needed: bool,
    /// Now, as exactly as anything that is shown depends on it.
    pub now: Time,
    /// None while it is folded.
    pub body: Option<Rc<Body>>,
}

/// What an unfolded rung shows besides its line.
#[derive(PartialEq)]
pub struct Body {
    pub chosen: Chosen,
    pub doors: Allowed,
    pub guards: Guards,
    pub ticks: Ticks,
    pub wait: WaitState,
    pub takes_back: Option<TakesBack>,
    pub help_offered: bool,
    pub asked: Option<Asked>,
}

pub fn rung(ctx: &Ctx, seen: &RungSeen) -> Drawn {
    let Some(rung) = ctx.rung(seen.index) else { return nothing() };
    let here = seen.state.is_readers();
    let id = ["rung.", rung.id.as_str()].concat();
    let number = ctx.number(seen.index + 1);
    let total = ctx.number(ctx.ladder.rungs.len());
    let place = ctx.messages.rung_number(&number, &total);
    let mark = match seen.state {
        RungState::NotFixed => own("✕"),
        RungState::Fixed => own("✓"),
        RungState::Skipped => own("–"),
        _ => words(number),
    };
    let body_id = seen.body.as_ref().map(|_| AttrValue::from(id));
    let line = all([
        ours(ctx, "span", "heard", words([&place, " "].concat())),
        plain("span", fixed!("class": "title"), text(&rung.title)),
        ours(ctx, "span", "heard", words(said(ctx, rung, seen))),
        element(
            "span",
            attributes! { "lang": ctx.own_lang(), "aria-hidden": "true", "class": "aside" },
            aside(ctx, rung, seen),
        ),
    ]);
    let toggle = attributes! {
        "type": "button",
        "data-action": "toggle",
        "aria-expanded": expanded(seen.body.is_some()),
        "aria-controls": body_id.clone(),
    };
    let toggle = pressed(ctx, element("button", toggle, line), Action::Toggle(rung.id.clone()));
    let row = attributes! { "tabindex": "-1", "data-here": here.then_some(""), "class": "row" };
    let mark = plain("span", &[], mark);
    let inside = all([
        plain("span", fixed!("part": "mark", "aria-hidden": "true", "class": "mark"), mark),
        element(ctx.heading(1), row, toggle),
        match &seen.body {
            Some(body) => {
                let attributes = attributes! { "part": "body", "id": body_id, "class": "body" };
                element("div", attributes, inside_of(ctx, rung, seen, body))
            }
            None => nothing(),
        },
    ]);
    let name = if here { "rung here" } else { "rung" };
    let attributes = attributes! {
        "part": name,
        "data-rung": &rung.id,
        "data-state": seen.state.as_str(),
        "data-severity": rung.severity.as_str(),
        "aria-current": here.then_some("step"),
        "class": name,
    };
    element("li", attributes, inside)
}

/// What stands at the end of a rung's line: what became of it, or else its severity.
fn aside(ctx: &Ctx, rung: &Rung, seen: &RungSeen) -> Drawn {
    let (first, more) = match outcome(ctx, seen) {
        Some((answer, time)) => (own(answer), time),
        None => {
            let severity = own(severity(ctx, rung));
            let severity = plain("span", fixed!("class": "severity"), severity);
            (severity, takes(ctx, rung, seen.state))
        }
    };
    let more = more.map(|it| [" · ", &it].concat()).unwrap_or_default();
    all([first, words(more)])
}

/// The same for those who hear it, with commas where dots are drawn, and with what others see by
/// shape and place: the severity always, and how the rung stands. What is drawn stands together, as
/// somebody would say it who speaks to the page.
fn said(ctx: &Ctx, rung: &Rung, seen: &RungSeen) -> String {
    let standings = &ctx.messages.standings;
    let standing = match seen.state {
        RungState::Locked => standings.locked,
        RungState::Preparing => standings.preparing,
        RungState::Open => standings.open,
        RungState::Waiting => standings.waiting,
        RungState::NotFixed | RungState::Fixed | RungState::Skipped => "",
    };
    let severity = severity(ctx, rung);
    let (first, more, last) = match outcome(ctx, seen) {
        Some((answer, time)) => (answer, time, severity),
        None => (severity, takes(ctx, rung, seen.state), standing),
    };
    let (joint, more) = more.map_or(("", String::new()), |it| (", ", it));
    [", ", first, joint, &more, ", ", last].concat()
}

/// What became of a rung, and when.
fn outcome(ctx: &Ctx, seen: &RungSeen) -> Option<(&'static str, Option<String>)> {
    let answers = &ctx.messages.answers;
    let answer = match seen.state {
        RungState::NotFixed => answers.not_fixed,
        RungState::Skipped => answers.skipped,
        RungState::Fixed => answers.fixed,
        RungState::Locked if seen.not_needed => answers.not_needed,
        _ => return None,
    };
    Some((answer, seen.answered.map(|time| moment(&*ctx.format, time, seen.now))))
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
fn inside_of(ctx: &Ctx, rung: &Rung, seen: &RungSeen, body: &Body) -> Drawn {
    let here = seen.state.is_readers();
    let closed = match seen.state {
        RungState::Preparing => {
            let left = ctx.messages.guards_left.format(&*ctx.format, body.guards.left());
            Some([ctx.messages.steps_closed, " ", &left].concat())
        }
        RungState::Locked => Some(ctx.messages.not_here_yet.to_owned()),
        _ => None,
    };
    let end = match (here, body.takes_back) {
        (true, _) => check(ctx, rung, body, seen.state),
        (false, Some(_)) => take_back(ctx, rung),
        (false, None) => nothing(),
    };
    all([
        facts(ctx, rung),
        blocks(ctx, &rung.why, &body.chosen),
        advice(ctx, rung, &body.chosen),
        requirements(ctx, rung, body),
        warnings(ctx, rung, body),
        steps(ctx, seen.index, rung, body, closed),
        wait(ctx, rung, body, seen.now, here),
        end,
        sources(ctx, &rung.sources),
    ])
}

fn take_back(ctx: &Ctx, rung: &Rung) -> Drawn {
    let press = Action::Do(Happening::Undo { rung: rung.id.clone() });
    let button = Button::own("undo", ctx.messages.take_answer_back, press);
    plain("div", fixed!("class": "links"), button.show(ctx))
}
