//! Handing the climb over to another screen, where the device is about to take this page away. Knows nothing of how that
//! is done: the page's script shows it.

use std::rc::Rc;

use super::button::{line, opens};
use super::context::Ctx;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, list, nothing, on, own, plain, tick_box,
};
use super::fields::on_words;
use super::folding::is_meant;
use super::guards::disabled;
use super::models::RungBody;
use crate::ladder::{Evidence, Requirement, Rung};
use crate::progress::{Given, HAND_OVERS, Value};

/// What opens the way to another screen.
fn elsewhere(ctx: &Ctx) -> Rendered {
    opens(ctx, "resume-link", ctx.messages.resume_link, "resume")
}

/// Before the steps of a rung that takes the page away, once they can be done; nothing where a requirement has asked for
/// it already.
pub fn offer(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let is_asked = rung.requirements.iter().any(|it| matches!(it.evidence, Evidence::HandOver));
    let is_late = is_asked || !body.allowed.steps;
    let mut meant = rung.steps.iter().filter(|it| is_meant(it, &body.chosen));
    let Some(at) = meant.position(|it| it.interrupts).filter(|_| !is_late) else {
        return nothing();
    };
    line(ctx, &ctx.messages.interrupts(&ctx.number(at + 1)), elsewhere(ctx))
}

/// The two ways in which a climb is handed over.
pub fn ways(
    ctx: &Ctx,
    it: &Requirement,
    given: Option<&Value>,
    body: &RungBody,
    name: &Rc<str>,
) -> Rendered {
    let said = [ctx.messages.handed_over.opened, ctx.messages.handed_over.written_down];
    let way = |(value, said): (&'static str, &'static str)| {
        let is_chosen = matches!(given, Some(Value::Place(it)) if **it == *value);
        let input = attributes! {
            "type": "radio",
            "name": name,
            "value": value,
            "data-requirement": &it.id,
            "disabled": disabled(body),
        };
        plain("label", fixed!("class": "way"), all([tick_box(input, is_chosen), own(said)]))
    };
    let ways = HAND_OVERS.into_iter().zip(said).map(way).collect();
    let group = attributes! {
        "role": "radiogroup",
        "lang": ctx.own_lang(),
        "aria-labelledby": name,
        "class": "ways",
    };
    let group = element("div", group, list(ways));
    all([elsewhere(ctx), on(group, EventKind::Change, on_words(ctx, &it.id, Given::Place, true))])
}
