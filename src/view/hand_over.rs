//! Handing the climb over to another screen, where the device is about to take this page away. Knows nothing of how that
//! is done: the page's script shows it.

use std::rc::Rc;

use super::action::Action;
use super::button::Button;
use super::context::Ctx;
use super::elements::nothing;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, input_of, list, on, own, plain, tick_box,
    words,
};
use super::folding::is_meant;
use super::guards::disabled;
use super::models::RungBody;
use super::text::ours;
use crate::ladder::{Evidence, Requirement, Rung};
use crate::progress::{Event as ClimbEvent, Given, HAND_OVERS, Value};

/// What opens the way to another screen.
fn elsewhere(ctx: &Ctx) -> Rendered {
    Button::own("resume-link", ctx.messages.resume_link, Action::Open("resume")).show(ctx)
}

/// Before the steps of a rung that takes the page away; nothing where a requirement has asked for it already.
pub fn offer(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let is_asked = rung.requirements.iter().any(|it| it.evidence == Evidence::HandOver);
    let mut meant = rung.steps.iter().filter(|it| is_meant(it, &body.chosen));
    let Some(at) = meant.position(|it| it.interrupts).filter(|_| !is_asked) else {
        return nothing();
    };
    let said = ctx.messages.interrupts(&ctx.number(at + 1));
    ours(ctx, "p", "small", all([words([&said, " "].concat()), elsewhere(ctx)]))
}

/// The two ways in which a climb is handed over. `described_by` is what the requirement says.
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
        let (send, requirement) = (ctx.send.clone(), it.id.clone());
        let choose = move |event| {
            if let Some(input) = input_of(&event) {
                input.set_checked(is_chosen);
                let evidence = Given::Place(value.into());
                let requirement = requirement.clone();
                send.emit(Action::Do(ClimbEvent::Require { requirement, evidence }));
            }
        };
        let input = on(tick_box(input, is_chosen), EventKind::Change, choose);
        plain("label", fixed!("class": "way"), all([input, own(said)]))
    };
    let ways = HAND_OVERS.into_iter().zip(said).map(way).collect();
    let group = attributes! {
        "role": "radiogroup",
        "lang": ctx.own_lang(),
        "aria-labelledby": name,
        "class": "ways",
    };
    all([elsewhere(ctx), element("div", group, list(ways))])
}
