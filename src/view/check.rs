//! "Did it work?": the two large answers, what may be said between them, and the ways around them. Knows nothing of
//! what follows from an answer.

use yew::prelude::*;

use super::action::{Action, Asked};
use super::button::{Availability, Button, ask, pressed};
use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, nothing, own, plain, words};
use super::ends::when_moving;
use super::models::RungBody;
use super::text::{ours, text};
use crate::ladder::Rung;
use crate::messages::moment;
use crate::progress::{Answer, Event as ClimbEvent, Position, RungState, TakesBack, Time};

pub fn check(ctx: &Ctx, rung: &Rung, body: &RungBody, state: RungState, now: Time) -> Rendered {
    let table = ctx.messages;
    let why_not = match (body.allowed.not_fixed, state) {
        (true, _) => None,
        (false, RungState::Preparing) => Some(table.not_fixed_needs_guards),
        (false, _) => Some(table.not_fixed_needs_wait),
    };
    let described = AttrValue::from(["why.", rung.id.as_str()].concat());
    let event = |answer| ClimbEvent::Answer { rung: rung.id.clone(), answer };
    let fixed = Button::own("fixed", table.fixed, Action::Do(event(Answer::Fixed)));
    let not_fixed = Button {
        disabled: !body.allowed.not_fixed,
        described_by: why_not.map(|_| described.clone()),
        ..Button::own("not-fixed", table.not_fixed, Action::Do(event(Answer::NotFixed)))
    };
    let answers = all([
        fixed.class("answer yes").show(ctx),
        moving(ctx, rung, body),
        not_fixed.class("answer").show(ctx),
    ]);
    let reserved = rung.wait.is_some();
    let why = attributes! {
        "lang": ctx.own_lang(),
        "id": described,
        "hidden": why_not.is_none().then_some("hidden"),
        "class": if reserved { "small why-not reserved" } else { "small why-not" },
    };
    let skip = event(Answer::Skipped);
    let links = all([
        ask(
            ctx,
            Asked::SkipRung,
            "skip-rung",
            Availability::Enabled,
            body.asked,
            skip,
            &table.skip_rung,
        ),
        back(ctx, rung, body),
        match body.help_offered {
            true => Button::own("get-help", table.get_help, Action::Help).show(ctx),
            false => nothing(),
        },
    ]);
    let inside = all([
        question(ctx, rung),
        plain("div", fixed!("class": "answers"), answers),
        leads(ctx, body),
        match body.moving {
            Some(since) => is_moving(ctx, body, since, now),
            None => nothing(),
        },
        element("p", why, own(why_not.unwrap_or_default())),
        plain("div", fixed!("class": "links"), links),
    ]);
    plain("div", fixed!("class": "check"), inside)
}

/// The question, as a heading.
pub fn question(ctx: &Ctx, rung: &Rung) -> Rendered {
    let heading = ctx.heading(2);
    match &rung.check {
        Some(question) => plain(heading, fixed!("class": "asks"), text(question)),
        None => ours(ctx, heading, "asks", own(ctx.messages.did_it_help)),
    }
}

/// Where each answer leads.
fn leads(ctx: &Ctx, body: &RungBody) -> Rendered {
    let table = ctx.messages;
    let said = match body.leads_to {
        Some(Position::At(index)) => {
            let Some(next) = ctx.rung(index) else { return nothing() };
            let title = ctx.quoted(&next.title.plain());
            let severity = table.severities.of(next.severity);
            let has_guards = !(next.requirements.is_empty() && next.warnings.is_empty());
            match has_guards {
                true => table.leads_to_guards(severity, &title).into(),
                false => table.leads_to(severity, &title).into(),
            }
        }
        Some(Position::End) => AttrValue::Static(table.leads_to_end),
        Some(Position::Fixed(_)) | None => return nothing(),
    };
    ours(ctx, "p", "small leads", words(said))
}

/// The answer between yes and no, in the author's words. Once it is given it keeps its place: whoever presses twice must
/// not hit the answer beside it.
fn moving(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let Some(seen) = &rung.moving else { return nothing() };
    if body.moving.is_some() {
        let tick = plain("span", fixed!("aria-hidden": "true"), own("✓ "));
        let inside = plain("span", &[], all([tick, words(seen.plain())]));
        return plain("p", fixed!("class": "answer given"), inside);
    }
    let attributes =
        fixed!("type": "button", "part": "answer", "data-action": "moving", "class": "answer");
    // Nothing in a button can be pressed by itself.
    let button = plain("button", attributes, words(seen.plain()));
    pressed(ctx, button, Action::Do(ClimbEvent::Moving { rung: rung.id.clone() }))
}

/// Since when it is moving, and what to do meanwhile. The other answers stay.
fn is_moving(ctx: &Ctx, body: &RungBody, since: Time, now: Time) -> Rendered {
    let table = ctx.messages;
    let said = table.moving_since(&moment(&*ctx.format, since, now));
    let title = attributes! { "lang": ctx.own_lang(), "tabindex": "-1", "class": "moving-title" };
    let inside = all([element("p", title, words(said)), when_moving(ctx, &body.chosen)]);
    plain("div", fixed!("part": "moving", "class": "moving"), inside)
}

/// What undo on the reader's rung takes back, in words.
fn back(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let label = match body.takes_back {
        Some(TakesBack::Moving) => AttrValue::Static(ctx.messages.take_moving_back),
        Some(TakesBack::Wait) => AttrValue::Static(ctx.messages.take_wait_back),
        Some(TakesBack::Answer(index)) => {
            let title = ctx.rung(index).map(|it| ctx.quoted(&it.title.plain())).unwrap_or_default();
            ctx.messages.back_to(&title).into()
        }
        None => return nothing(),
    };
    let press = Action::Do(ClimbEvent::Undo { rung: rung.id.clone() });
    Button::link("undo", label, press).show(ctx)
}
