//! One rung with all that belongs to it: facts, guards, steps, wait, advice and sources.
//!
//! Does not know which rungs stand above and below it.

use super::super::error::Location;
use super::super::model::*;
use super::super::quote::shortened;
use super::super::raw::*;
use super::evidence::evidence;
use super::ids::{plain_id, unique_id};
use super::report::{Ctx, Kind, named};
use super::text::{blocks, blocks_in_sight, is_readable, say_nothing, text, words};
use super::when::when;

/// 30 days.
const MAX_WAIT_SECONDS: u32 = 2_592_000;
/// 30 days.
const MAX_MINUTES: u32 = 43_200;
/// Ten years: what can be undone for longer can be undone without a limit.
const MAX_UNDO_SECONDS: u64 = 315_360_000;
const MAX_CONFIRMATIONS: u32 = 5;

pub(super) fn rung<'a>(ctx: &mut Ctx<'a>, raw: &'a RawRung, index: usize) -> Rung {
    let location = &named(&Location::default(), "rung", index, &raw.id);
    let id = unique_id(ctx, Kind::Rung, &raw.id, location);
    let title = text(ctx, &raw.title, &location.only("title"));
    let severity = severity(ctx, &raw.severity, location);
    check_guarded(ctx, raw, severity, location);
    check_not_empty(ctx, raw, location);
    let each = |what, index| location.nth(what, index);
    Rung {
        id,
        title,
        severity: severity.unwrap_or(Severity::LastResort),
        why: blocks(ctx, &raw.why, &location.only("why")),
        touches: raw.touches.as_ref().map(|raw| touches(ctx, raw, &location.only("touches"))),
        undo: raw.undo.as_ref().map(|raw| undo(ctx, raw, &location.only("undo"))),
        takes: raw.takes.as_ref().map(|raw| takes(ctx, raw, &location.only("takes"))),
        requirements: numbered(&raw.requirements, |index, raw| {
            requirement(ctx, raw, index, location)
        }),
        warnings: numbered(&raw.warnings, |index, raw| warning(ctx, raw, index, location)),
        safe: raw.safe.as_ref().map(|raw| text(ctx, raw, &location.only("safe"))),
        steps: numbered(&raw.steps, |index, raw| step(ctx, raw, index, location)),
        wait: raw.wait.as_ref().and_then(|raw| wait(ctx, raw, &location.only("wait"))),
        check: raw.check.as_ref().map(|raw| text(ctx, raw, &location.only("check"))),
        moving: raw.moving.as_ref().map(|raw| text(ctx, raw, &location.only("moving"))),
        advice_against: numbered(&raw.advice_against, |index, raw| {
            advice(ctx, raw, &each("advice", index))
        }),
        sources: numbered(&raw.sources, |index, raw| source(ctx, raw, &each("source", index))),
    }
}

pub(super) fn source(ctx: &mut Ctx<'_>, raw: &RawSource, location: &Location) -> Source {
    Source {
        text: text(ctx, &raw.text, &location.only("text")),
        checked: raw.checked.as_deref().and_then(|raw| month(ctx, raw, &location.only("checked"))),
        note: raw.note.as_ref().map(|raw| text(ctx, raw, &location.only("note"))),
    }
}

fn numbered<'a, R, T>(raw: &'a [R], mut check: impl FnMut(usize, &'a R) -> T) -> Vec<T> {
    raw.iter().enumerate().map(|(index, raw)| check(index, raw)).collect()
}

fn severity(ctx: &mut Ctx<'_>, raw: &str, location: &Location) -> Option<Severity> {
    let known = Severity::ALL.into_iter().find(|severity| severity.as_str() == raw);
    if known.is_none() {
        let raw = shortened(raw);
        ctx.fault(
            location,
            format!(
                "unknown severity `{raw}`: use `gentle`, `moderate`, `drastic` or `last-resort`"
            ),
        );
    }
    known
}

/// No reader gets to a dangerous step without having been stopped once.
fn check_guarded(
    ctx: &mut Ctx<'_>,
    raw: &RawRung,
    severity: Option<Severity>,
    location: &Location,
) {
    let is_dangerous = matches!(severity, Some(Severity::Drastic | Severity::LastResort));
    if is_dangerous && raw.requirements.is_empty() && raw.warnings.is_empty() {
        let severity = &raw.severity;
        ctx.fault(
            location,
            format!(
                "a {severity} rung needs a guard: add `requirements` that say what must be true first, \
                 or `warnings` that say what can be lost"
            ),
        );
    }
}

fn check_not_empty(ctx: &mut Ctx<'_>, raw: &RawRung, location: &Location) {
    if raw.why.is_empty()
        && raw.requirements.is_empty()
        && raw.warnings.is_empty()
        && raw.steps.is_empty()
    {
        ctx.fault(location, "the rung is empty: add `steps`, or say in `why` what to do");
    }
}

fn touches(ctx: &mut Ctx<'_>, raw: &RawTouches, location: &Location) -> Touches {
    let mut scopes = Vec::new();
    for raw in &raw.scopes {
        match raw.as_str() {
            "this-device" => scopes.push(Scope::ThisDevice),
            "all-devices" => scopes.push(Scope::AllDevices),
            "account" => scopes.push(Scope::Account),
            other => {
                let other = shortened(other);
                ctx.fault(
                    location,
                    format!(
                        "unknown scope `{other}`: use `this-device`, `all-devices` or `account`"
                    ),
                );
            }
        }
    }
    Touches { scopes, text: text(ctx, &raw.text, &location.only("text")) }
}

fn undo(ctx: &mut Ctx<'_>, raw: &RawUndo, location: &Location) -> Undo {
    match (raw.possible, raw.window_seconds) {
        (_, None) | (true, Some(1..=MAX_UNDO_SECONDS)) => {}
        (true, Some(seconds)) => ctx.fault(
            location,
            format!("a window of {seconds} seconds is outside 1 to {MAX_UNDO_SECONDS}: correct it, or take it out"),
        ),
        (false, Some(_)) => {
            ctx.fault(location, "what cannot be undone has no window: take `window_seconds` out, or say it is possible");
        }
    }
    Undo {
        possible: raw.possible,
        window_seconds: raw.window_seconds,
        text: text(ctx, &raw.text, &location.only("text")),
    }
}

fn takes(ctx: &mut Ctx<'_>, raw: &RawTakes, location: &Location) -> Takes {
    let minutes = raw.minutes;
    if minutes > MAX_MINUTES {
        ctx.fault(
            location,
            format!("{minutes} minutes are more than {MAX_MINUTES} (30 days): write fewer"),
        );
    }
    Takes { minutes, text: raw.text.as_ref().map(|raw| text(ctx, raw, &location.only("text"))) }
}

fn requirement<'a>(
    ctx: &mut Ctx<'a>,
    raw: &'a RawRequirement,
    index: usize,
    rung: &Location,
) -> Requirement {
    let location = &named(rung, "requirement", index, &raw.id);
    let id = unique_id(ctx, Kind::Requirement, &raw.id, location);
    let text = text(ctx, &raw.text, &location.only("text"));
    if !text.is_empty() && !is_readable(&text.plain()) {
        ctx.fault(
            location,
            "this requirement says nothing that could be read: write what has to be true",
        );
    }
    Requirement {
        id,
        text,
        more: blocks(ctx, &raw.more, &location.only("more")),
        evidence: evidence(ctx, &raw.evidence, &location.only("evidence")),
    }
}

fn warning<'a>(ctx: &mut Ctx<'a>, raw: &'a RawWarning, index: usize, rung: &Location) -> Warning {
    let location = &named(rung, "warning", index, &raw.id);
    let id = unique_id(ctx, Kind::Warning, &raw.id, location);
    let text = blocks_in_sight(ctx, &raw.text, &location.only("text"));
    if say_nothing(&text) {
        ctx.fault(location, "this warning says nothing that could be read: write what can be lost");
    }
    let confirmations = raw.confirmations;
    if !(1..=MAX_CONFIRMATIONS).contains(&confirmations) {
        ctx.fault(
            location,
            format!("a warning is confirmed 1 to {MAX_CONFIRMATIONS} times, not {confirmations}: correct the number"),
        );
    }
    Warning { id, text, confirmations }
}

fn step<'a>(ctx: &mut Ctx<'a>, raw: &'a RawStep, index: usize, rung: &Location) -> Step {
    let location = &named(rung, "step", index, &raw.id);
    Step {
        id: unique_id(ctx, Kind::Step, &raw.id, location),
        text: text(ctx, &raw.text, &location.only("text")),
        more: blocks(ctx, &raw.more, &location.only("more")),
        safe: raw.safe.as_ref().map(|raw| text(ctx, raw, &location.only("safe"))),
        illustration: raw
            .illustration
            .as_deref()
            .map(|raw| plain_id(ctx, raw, &location.only("illustration"))),
        interrupts: raw.interrupts,
        when: when(ctx, &raw.when, &location.only("when")),
    }
}

/// A wait of 0 seconds is none.
fn wait(ctx: &mut Ctx<'_>, raw: &RawWait, location: &Location) -> Option<Wait> {
    let reason = raw.reason.as_ref().map(|raw| text(ctx, raw, &location.only("reason")));
    match u32::try_from(raw.seconds) {
        Ok(0) => None,
        Ok(seconds @ 1..=MAX_WAIT_SECONDS) => Some(Wait { seconds, reason }),
        _ => {
            let seconds = raw.seconds;
            ctx.fault(
                location,
                format!("a wait of {seconds} seconds is outside 0 to {MAX_WAIT_SECONDS} (30 days): correct it"),
            );
            None
        }
    }
}

fn advice(ctx: &mut Ctx<'_>, raw: &RawAdvice, location: &Location) -> Advice {
    Advice {
        by: words(ctx, &raw.by, &location.only("by")),
        text: blocks_in_sight(ctx, &raw.text, &location.only("text")),
        checked: raw.checked.as_deref().and_then(|raw| month(ctx, raw, &location.only("checked"))),
    }
}

fn month(ctx: &mut Ctx<'_>, raw: &str, location: &Location) -> Option<Month> {
    let parsed = parse_month(raw);
    if parsed.is_none() {
        ctx.fault(location, format!("`{}` is not a month: write it as `2026-11`", shortened(raw)));
    }
    parsed
}

fn parse_month(raw: &str) -> Option<Month> {
    let is_number =
        |part: &str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = raw.split_once('-')?;
    if !is_number(year, 4) || !is_number(month, 2) {
        return None;
    }
    let month: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(Month { year: year.parse().ok()?, month })
}
