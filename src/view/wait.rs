//! The wait of a rung: when the reader may go on, and a quiet ring. Knows no clock and no timer.

use yew::prelude::*;

use super::action::{Action, Asked};
use super::button::{Availability, Button, ask, closed_name};
use super::context::Ctx;
use super::elements::{
    Rendered, all, attributes, element, fixed, list, nothing, own, plain, words,
};
use super::models::RungBody;
use super::paper;
use super::text::{ours, text};
use crate::ladder::{Rung, Wait};
use crate::messages::{duration, moment};
use crate::progress::{Event as ClimbEvent, Time, WaitState, minutes_left};

pub fn wait(ctx: &Ctx, rung: &Rung, body: &RungBody, now: Time, here: bool) -> Rendered {
    let Some(wait) = &rung.wait else { return nothing() };
    let table = ctx.messages;
    let at = |time| moment(&*ctx.format, time, now);
    let title = |said: Rendered| {
        let attributes =
            attributes! { "lang": ctx.own_lang(), "tabindex": "-1", "class": "wait-title" };
        element("p", attributes, said)
    };
    let small = |said: AttrValue| ours(ctx, "p", "small", words(said));
    let mut deadline_shown = None;
    let mut until = String::new();
    let inside = match body.wait {
        WaitState::Running { deadline, remaining, duration: whole } => {
            deadline_shown = Some(deadline.millis().to_string());
            let minutes = match minutes_left(remaining) {
                0 | 1 => AttrValue::Static(table.last_minute),
                n => table.time_left(&duration(table, &*ctx.format, n)).into(),
            };
            // By the reader's own clock, even where that has been wrong in between.
            until = at(now.plus(remaining));
            [title(with_large_time(ctx, &until)), small(minutes), ring(remaining, whole)]
        }
        WaitState::Ended { deadline } => {
            until = at(deadline);
            let since = table.wait_over_since(&until);
            // The time stays where it was: nothing that is below it moves.
            let time = fixed!("aria-hidden": "true", "class": "when");
            let over = all([own(table.wait_over), plain("span", time, words(until.clone()))]);
            [title(over), small(since.into()), ring(0, 1)]
        }
        WaitState::Left => [title(own(table.wait_left)), nothing(), ring(1, 1)],
        WaitState::None | WaitState::NotStarted => {
            [title(words(length(ctx, wait))), nothing(), ring(1, 1)]
        }
    };
    let timer = attributes! {
        "role": deadline_shown.is_some().then_some("timer"),
        "data-deadline": deadline_shown,
        "class": "wait-words",
    };
    let (class, is_ticket) = match body.wait {
        WaitState::Running { .. } => ("wait ticket running", true),
        WaitState::Ended { .. } if body.waited => ("wait ticket ended", true),
        WaitState::Ended { .. } => ("wait over", false),
        _ => ("wait", false),
    };
    let inside = all([
        element("div", timer, all(inside)),
        match &wait.reason {
            Some(reason) => plain("p", fixed!("class": "small reason"), text(reason)),
            None => nothing(),
        },
        match body.wait {
            WaitState::None | WaitState::NotStarted if body.printing => paper::times(ctx),
            _ => nothing(),
        },
        if is_ticket && here { meanwhile(ctx, body, &until) } else { nothing() },
        if here { buttons(ctx, rung, body) } else { nothing() },
    ]);
    element("div", attributes! { "part": "wait", "class": class }, inside)
}

/// "You may go on after 14:32", with the time as what the eye meets first.
fn with_large_time(ctx: &Ctx, time: &str) -> Rendered {
    // A character that is in no message: it finds the place where the time goes.
    const PLACE: char = '\u{1}';
    let said = ctx.messages.go_on_at("\u{1}");
    let (before, after) = said.split_once(PLACE).unwrap_or((&said, ""));
    all([
        words(before.to_owned()),
        plain("span", fixed!("class": "when"), words(time.to_owned())),
        words(after.to_owned()),
    ])
}

/// What the reader may do until then, promised exactly as far as it holds: no page wakes a phone that is locked. After
/// the end it keeps its room, unseen: nothing moves while somebody reads.
fn meanwhile(ctx: &Ctx, body: &RungBody, until: &str) -> Rendered {
    let table = ctx.messages;
    let leave = match body.is_kept {
        true => table.may_close(until),
        false => table.keep_open(until),
    };
    let disabled = !matches!(body.wait, WaitState::Running { .. });
    let remind = Button::own("remind", table.remind, Action::Open("remind"));
    let inside = all([
        ours(ctx, "p", "", words(leave)),
        remind.class("plain-button").disabled(disabled).show(ctx),
        ours(ctx, "p", "small", words(table.remind_more(until))),
    ]);
    plain("div", fixed!("class": "meanwhile"), inside)
}

fn length(ctx: &Ctx, wait: &Wait) -> String {
    let minutes = u64::from(wait.seconds).div_ceil(60);
    ctx.messages.wait(&duration(ctx.messages, &*ctx.format, minutes))
}

/// The buttons. Those that are disabled for now are there all the same, so that nothing moves when they are enabled.
fn buttons(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let (table, allowed) = (ctx.messages, &body.allowed);
    let id = || rung.id.clone();
    let (waits, runs, ended) = match body.wait {
        WaitState::NotStarted => (true, false, false),
        WaitState::Running { .. } => (false, true, false),
        WaitState::Ended { .. } => (false, false, true),
        WaitState::None | WaitState::Left => (false, false, false),
    };
    let mut buttons = Vec::new();
    if waits {
        let press = Action::Do(ClimbEvent::StartWait { rung: id() });
        let button = Button::own("start-wait", table.start_wait, press).class("plain-button");
        let described_by = why_closed(rung, allowed.start_wait);
        let disabled = !allowed.start_wait;
        buttons.push(Button { described_by, disabled, ..button }.show(ctx));
    }
    if runs || ended {
        let press = Action::Do(ClimbEvent::ExtendWait { rung: id() });
        let button = Button::own("extend-wait", table.extend_wait, press);
        buttons.push(button.disabled(!allowed.extend_wait).show(ctx));
    }
    // After the end of a wait it keeps its room, unseen: nothing moves while somebody reads.
    if waits || runs || ended {
        let event = ClimbEvent::SkipWait { rung: id() };
        let availability = match (allowed.skip_wait, why_closed(rung, ended)) {
            (true, _) => Availability::Enabled,
            (false, Some(why)) => Availability::DisabledBecause(why),
            (false, None) => Availability::Disabled,
        };
        let question = &table.skip_wait;
        buttons.push(ask(
            ctx,
            Asked::SkipWait,
            "skip-wait",
            availability,
            body.asked,
            event,
            question,
        ));
    }
    plain("div", fixed!("class": "links"), list(buttons))
}

/// The id of the words above the steps that say why a button is disabled.
fn why_closed(rung: &Rung, open: bool) -> Option<AttrValue> {
    (!open && !rung.steps.is_empty()).then(|| closed_name(rung).into())
}

/// How much of the wait is over, as a ring. An attribute, not a style: no policy forbids it.
fn ring(remaining: u64, duration: u64) -> Rendered {
    let hundredths = duration.saturating_sub(remaining).saturating_mul(100) / duration.max(1);
    let track = fixed!("cx": "27", "cy": "27", "r": "24", "class": "ring-track");
    let gone = attributes! {
        "cx": "27",
        "cy": "27",
        "r": "24",
        "pathLength": "100",
        "stroke-dasharray": [&hundredths.to_string(), " 100"].concat(),
        "transform": "rotate(-90 27 27)",
        "class": "ring-gone",
    };
    let ring = fixed!(
        "viewBox": "0 0 54 54", "aria-hidden": "true", "focusable": "false", "class": "ring"
    );
    plain("svg", ring, all([plain("circle", track, nothing()), element("circle", gone, nothing())]))
}
