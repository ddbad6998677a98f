//! The requirements of a rung, and the tick boxes and complaints of all guards. Knows nothing of when a guard is met.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::context::Ctx;
use super::counts;
use super::elements::{
    EventKind, Rendered, all, attributes, element, field, fixed, input_of, keyed, list, nothing,
    on, own, plain, tick_box, words,
};
use super::models::RungBody;
use super::state::State;
use super::text::{blocks_of, ours, text};
use crate::ladder::{Evidence, Id, Requirement, Rung};
use crate::progress::{Event as ClimbEvent, Given, GuardStatus, RequirementStatus, Value, guards};

pub fn requirements(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    if rung.requirements.is_empty() {
        return nothing();
    }
    let pairs = rung.requirements.iter().zip(&body.guards.requirements);
    let items = pairs.map(|(it, required)| requirement(ctx, it, required, body)).collect();
    all([
        ours(ctx, ctx.heading(2), "label", own(ctx.messages.before_you_start)),
        plain("ul", fixed!("role": "list", "class": "items"), list(items)),
    ])
}

fn requirement(
    ctx: &Ctx,
    it: &Requirement,
    required: &RequirementStatus,
    body: &RungBody,
) -> Rendered {
    let RequirementStatus { status, given } = required;
    // What is being typed is not wrong yet; what is right is so at once.
    let typing = body.typing.as_ref() == Some(&it.id);
    let judged = if typing { &GuardStatus::Missing } else { status };
    let counts = counts::said(ctx, it, given.as_ref());
    let name: Rc<str> = ["requirement.", it.id.as_str()].concat().into();
    let fold = Some(AttrValue::Static(ctx.messages.more_of_requirement));
    let more = blocks_of(ctx, &it.more, &body.chosen, fold);
    let more = plain("div", fixed!("class": "more"), more);
    let wrong = || match &counts {
        Some(said) => said.show(ctx, &name, typing),
        None => what_is_wrong(ctx, [&*name, ".wrong"].concat().into(), judged),
    };
    let blank = || Rc::from("");
    let inside = match &it.evidence {
        Evidence::Confirm => confirmed(ctx, it, status, body, name.clone(), more),
        Evidence::Place { .. } => {
            let given = match given {
                Some(Value::Place(place)) => place.clone(),
                _ => blank(),
            };
            let label = AttrValue::Static(ctx.messages.where_is_it);
            let give: fn(Rc<str>) -> Given = Given::Place;
            let field = Field { label, part: None, given, give };
            asked(ctx, it, body, &name, judged, [more, wrong()], &[field])
        }
        Evidence::Numbers { first, second, .. } => {
            let (one, two) = match given {
                Some(Value::Numbers(one, two)) => (one.clone(), two.clone()),
                _ => (blank(), blank()),
            };
            let part = |label: &Rc<str>, part, given, give| Field {
                label: label.clone().into(),
                part: Some(part),
                given,
                give,
            };
            let fields = [
                part(first, "first", one, Given::First),
                part(second, "second", two, Given::Second),
            ];
            asked(ctx, it, body, &name, judged, [more, wrong()], &fields)
        }
    };
    item(name, *status == GuardStatus::Met, inside)
}

/// One point of a list, ticked or not.
pub(super) fn item(key: Rc<str>, done: bool, inside: Rendered) -> Rendered {
    let class = if done { "item done" } else { "item" };
    keyed(element("li", attributes! { "class": class }, inside), key)
}

/// A requirement that is met by a tick.
fn confirmed(
    ctx: &Ctx,
    it: &Requirement,
    status: &GuardStatus,
    body: &RungBody,
    name: Rc<str>,
    more: Rendered,
) -> Rendered {
    let done = *status == GuardStatus::Met;
    let is_wrong = complaint(ctx, status).is_some();
    let wrong: Rc<str> = [&*name, ".wrong"].concat().into();
    let input = attributes! {
        "type": "checkbox",
        "id": &name,
        "data-requirement": &it.id,
        "aria-describedby": is_wrong.then(|| AttrValue::from(wrong.clone())),
        "disabled": disabled(body),
    };
    let requirement = it.id.clone();
    let give = move |done| ClimbEvent::Require {
        requirement: requirement.clone(),
        evidence: Given::Confirmed(done),
    };
    let input = on(tick_box(input, done), EventKind::Change, on_tick(ctx, done, give));
    let label = element("label", attributes! { "for": &name }, text(&it.text));
    let wrong = if is_wrong { what_is_wrong(ctx, wrong, status) } else { nothing() };
    all([input, plain("div", &[], all([label, more, wrong]))])
}

/// What is wrong with what was given; where something is typed, in its place also while there is nothing. What is only
/// asked for once more is no fault of the reader's, and does not look like one.
pub(super) fn what_is_wrong(ctx: &Ctx, id: Rc<str>, status: &GuardStatus) -> Rendered {
    let complaint = complaint(ctx, status);
    let wrong = attributes! {
        "lang": ctx.own_lang(),
        "id": &id,
        "hidden": complaint.is_none().then_some("hidden"),
        "class": match status {
            GuardStatus::Changed | GuardStatus::Stale => "small again",
            _ => "wrong",
        },
    };
    element("p", wrong, words(complaint.unwrap_or_default()))
}

pub(super) fn disabled(body: &RungBody) -> Option<&'static str> {
    (!body.allowed.guards).then_some("disabled")
}

/// One text field of a requirement.
struct Field {
    label: AttrValue,
    /// Which of two numbers; none for a place.
    part: Option<&'static str>,
    given: Rc<str>,
    give: fn(Rc<str>) -> Given,
}

/// A requirement that asks for something typed: its mark is ticked by the evidence, not by hand.
fn asked(
    ctx: &Ctx,
    it: &Requirement,
    body: &RungBody,
    name: &Rc<str>,
    status: &GuardStatus,
    [more, wrong]: [Rendered; 2],
    fields: &[Field],
) -> Rendered {
    let inputs = fields.iter().map(|field| one_field(ctx, it, body, name, status, field));
    let about = all([
        element("p", attributes! { "id": name, "class": "asked" }, text(&it.text)),
        more,
        plain("div", fixed!("class": "fields"), list(inputs.collect())),
        wrong,
    ]);
    all([
        plain("span", fixed!("aria-hidden": "true", "class": "box"), nothing()),
        plain("div", &[], about),
    ])
}

fn one_field(
    ctx: &Ctx,
    it: &Requirement,
    body: &RungBody,
    name: &Rc<str>,
    status: &GuardStatus,
    one: &Field,
) -> Rendered {
    let wrong = match (status, one.part) {
        (
            GuardStatus::Missing | GuardStatus::Met | GuardStatus::Changed | GuardStatus::Stale,
            _,
        ) => false,
        (GuardStatus::NotANumber { second }, part) => (part == Some("second")) == *second,
        (_, part) => part != Some("first"),
    };
    let key = one.part.unwrap_or("place");
    let id: Rc<str> = [name, ".", key].concat().into();
    let described_by = match wrong {
        true => [name, " ", name, ".wrong"].concat().into(),
        false => AttrValue::from(name.clone()),
    };
    let input = attributes! {
        "id": &id,
        "type": "text",
        "dir": "auto",
        "inputmode": one.part.map(|_| "numeric"),
        "autocomplete": "off",
        "maxlength": "200",
        "data-requirement": &it.id,
        "data-part": one.part,
        "aria-invalid": wrong.then_some("true"),
        "aria-describedby": described_by,
        "disabled": disabled(body),
    };
    let input = field(input, &one.given);
    let input = on(input, EventKind::Input, on_words(ctx, &it.id, one.give, false));
    // Left, or filled in and emptied by something other than keys.
    let input = on(input, EventKind::Change, on_words(ctx, &it.id, one.give, true));
    // What was typed and put back changes nothing, and is left all the same.
    let (send, requirement) = (ctx.send.clone(), it.id.clone());
    let leave = move |_| send.emit(Action::Typed(requirement.clone()));
    let input = on(input, EventKind::FocusOut, leave);
    // Side by side: of a field inside its label, Safari makes what it holds a part of its name.
    let label = element("label", attributes! { "for": &id }, words(one.label.clone()));
    keyed(plain("div", fixed!("class": "field"), all([label, input])), key.into())
}

/// What is done where something is typed, and where the field is `left`.
fn on_words(
    ctx: &Ctx,
    requirement: &Id,
    give: fn(Rc<str>) -> Given,
    left: bool,
) -> impl Fn(Event) + 'static {
    let (send, requirement) = (ctx.send.clone(), requirement.clone());
    move |event| {
        let Some(input) = input_of(&event) else { return };
        let evidence = give(input.value().into());
        send.emit(Action::Do(ClimbEvent::Require { requirement: requirement.clone(), evidence }));
        if left {
            send.emit(Action::Typed(requirement.clone()));
        }
    }
}

/// What is wrong with what was written for a requirement, or what the two numbers say.
pub fn said_of(ctx: &Ctx, state: &State, requirement: &Id) -> Option<String> {
    let index = |rung: &Rung| rung.requirements.iter().position(|it| it.id == *requirement);
    let (rung, index) = ctx.ladder.rungs.iter().find_map(|it| Some((it, index(it)?)))?;
    let guards = guards(&ctx.ladder, rung, &state.progress, state.now);
    let RequirementStatus { status, given } = guards.requirements.get(index)?;
    let counts = counts::said(ctx, rung.requirements.get(index)?, given.as_ref());
    counts.map(|it| it.plain()).or_else(|| complaint(ctx, status))
}

/// What is wrong with the evidence, and what to do.
fn complaint(ctx: &Ctx, status: &GuardStatus) -> Option<String> {
    let messages = ctx.messages;
    match status {
        GuardStatus::Met | GuardStatus::Missing => None,
        GuardStatus::NotANumber { .. } => Some(messages.not_a_number.to_owned()),
        GuardStatus::Forbidden(word) => Some(messages.forbidden_place(&ctx.quoted(word))),
        // Two numbers speak for themselves.
        GuardStatus::Fewer(_) => None,
        GuardStatus::NotAPlace => Some(messages.not_a_place.to_owned()),
        GuardStatus::Changed => Some(messages.changed_since.to_owned()),
        GuardStatus::Stale => Some(messages.stale.to_owned()),
    }
}

/// What is done where a tick box is pressed that shows what progress says. The browser has ticked the box
/// already when this runs; it is put back, so that a tick which is refused does not stay on the screen.
pub(super) fn on_tick(
    ctx: &Ctx,
    shown: bool,
    give: impl Fn(bool) -> ClimbEvent + 'static,
) -> impl Fn(Event) + 'static {
    let send = ctx.send.clone();
    move |event| {
        if let Some(input) = input_of(&event) {
            let done = input.checked();
            input.set_checked(shown);
            send.emit(Action::Do(give(done)));
        }
    }
}
