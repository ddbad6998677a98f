//! What must be true before a rung's steps are open, and the boxes and complaints of all guards.

use std::rc::Rc;

use yew::prelude::*;

use super::ctx::{Action, Ctx, Scene};
use super::draw::{
    Drawn, Kind, all, attributes, element, field, fixed, hearing, input_of, keyed, list, nothing,
    own, plain, tick_box, words,
};
use super::rung::Body;
use super::text::{blocks, ours, text};
use crate::ladder::{Evidence, Id, Requirement, Rung};
use crate::progress::{Event as Happening, Given, Required, Standing, Value, guards};

pub fn requirements(ctx: &Ctx, rung: &Rung, body: &Body) -> Drawn {
    if rung.requirements.is_empty() {
        return nothing();
    }
    let seen = rung.requirements.iter().zip(&body.guards.requirements);
    let items = seen.map(|(it, seen)| requirement(ctx, it, seen, body)).collect();
    all([
        ours(ctx, ctx.heading(2), "label", own(ctx.messages.before_you_start)),
        plain("ul", fixed!("role": "list", "class": "items"), list(items)),
    ])
}

fn requirement(ctx: &Ctx, it: &Requirement, seen: &Required, body: &Body) -> Drawn {
    let Required { standing, given } = seen;
    let name: Rc<str> = ["requirement.", it.id.as_str()].concat().into();
    let more = plain("div", fixed!("class": "more"), blocks(ctx, &it.more, &body.chosen));
    let blank = || Rc::from("");
    let inside = match &it.evidence {
        Evidence::Confirm => confirmed(ctx, it, standing, body, name.clone(), more),
        Evidence::Place { .. } => {
            let given = match given {
                Some(Value::Place(place)) => place.clone(),
                _ => blank(),
            };
            let label = AttrValue::Static(ctx.messages.where_is_it);
            let give: fn(Rc<str>) -> Given = Given::Place;
            let field = Field { label, part: None, given, give };
            asked(ctx, it, body, &name, more, standing, &[field])
        }
        Evidence::Numbers { first, second } => {
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
            asked(ctx, it, body, &name, more, standing, &fields)
        }
    };
    item(name, *standing == Standing::Met, inside)
}

/// One point of a list, ticked or not.
pub(super) fn item(key: Rc<str>, done: bool, inside: Drawn) -> Drawn {
    let class = if done { "item done" } else { "item" };
    keyed(element("li", attributes! { "class": class }, inside), key)
}

/// A requirement that is met by a tick.
fn confirmed(
    ctx: &Ctx,
    it: &Requirement,
    standing: &Standing,
    body: &Body,
    name: Rc<str>,
    more: Drawn,
) -> Drawn {
    let done = *standing == Standing::Met;
    let is_wrong = complaint(ctx, standing).is_some();
    let wrong: Rc<str> = [&*name, ".wrong"].concat().into();
    let input = attributes! {
        "type": "checkbox",
        "id": &name,
        "data-requirement": &it.id,
        "aria-describedby": is_wrong.then(|| AttrValue::from(wrong.clone())),
        "disabled": disabled(body),
    };
    let requirement = it.id.clone();
    let give = move |done| Happening::Require {
        requirement: requirement.clone(),
        evidence: Given::Confirmed(done),
    };
    let input = hearing(tick_box(input, done), Kind::Change, on_tick(ctx, done, give));
    let label = element("label", attributes! { "for": &name }, text(&it.text));
    let wrong = if is_wrong { what_is_wrong(ctx, wrong, standing) } else { nothing() };
    all([input, plain("div", &[], all([label, more, wrong]))])
}

/// What is wrong with what was given; where something is typed, in its place also while there is nothing. What is only
/// asked for once more is no fault of the reader's, and does not look like one.
pub(super) fn what_is_wrong(ctx: &Ctx, id: Rc<str>, standing: &Standing) -> Drawn {
    let complaint = complaint(ctx, standing);
    let wrong = attributes! {
        "lang": ctx.own_lang(),
        "id": &id,
        "hidden": complaint.is_none().then_some("hidden"),
        "class": match standing {
            Standing::Changed | Standing::Stale => "small again",
            _ => "wrong",
        },
    };
    element("p", wrong, words(complaint.unwrap_or_default()))
}

pub(super) fn disabled(body: &Body) -> Option<&'static str> {
    (!body.doors.guards).then_some("disabled")
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
    body: &Body,
    name: &Rc<str>,
    more: Drawn,
    standing: &Standing,
    fields: &[Field],
) -> Drawn {
    let inputs = fields.iter().map(|field| one_field(ctx, it, body, name, standing, field));
    let wrong = [name, ".wrong"].concat().into();
    let about = all([
        element("p", attributes! { "id": name, "class": "asked" }, text(&it.text)),
        more,
        plain("div", fixed!("class": "fields"), list(inputs.collect())),
        what_is_wrong(ctx, wrong, standing),
    ]);
    all([
        plain("span", fixed!("aria-hidden": "true", "class": "box"), nothing()),
        plain("div", &[], about),
    ])
}

fn one_field(
    ctx: &Ctx,
    it: &Requirement,
    body: &Body,
    name: &Rc<str>,
    standing: &Standing,
    one: &Field,
) -> Drawn {
    let wrong = match (standing, one.part) {
        (Standing::Missing | Standing::Met | Standing::Changed | Standing::Stale, _) => false,
        (Standing::NotANumber { second }, part) => (part == Some("second")) == *second,
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
    let input = hearing(input, Kind::Input, on_words(ctx, &it.id, one.give, false));
    // Left, or filled in and emptied by something other than keys.
    let input = hearing(input, Kind::Change, on_words(ctx, &it.id, one.give, true));
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
        send.emit(Action::Do(Happening::Require { requirement: requirement.clone(), evidence }));
        if left {
            send.emit(Action::Wrote(requirement.clone()));
        }
    }
}

/// What is wrong with what was written for a requirement.
pub fn complaint_about(ctx: &Ctx, scene: &Scene, requirement: &Id) -> Option<String> {
    let place = |rung: &Rung| rung.requirements.iter().position(|it| it.id == *requirement);
    let (rung, place) = ctx.ladder.rungs.iter().find_map(|it| Some((it, place(it)?)))?;
    let guards = guards(&ctx.ladder, rung, &scene.progress, scene.now);
    complaint(ctx, &guards.requirements.get(place)?.standing)
}

/// What is wrong with the evidence, and what to do.
fn complaint(ctx: &Ctx, standing: &Standing) -> Option<String> {
    let messages = ctx.messages;
    match standing {
        Standing::Met | Standing::Missing => None,
        Standing::NotANumber { .. } => Some(messages.not_a_number.to_owned()),
        Standing::Forbidden(word) => Some(messages.forbidden_place(&ctx.quoted(word))),
        Standing::Fewer(n) => Some(messages.fewer.format(&*ctx.format, *n)),
        Standing::NotAPlace => Some(messages.not_a_place.to_owned()),
        Standing::Changed => Some(messages.changed_since.to_owned()),
        Standing::Stale => Some(messages.stale.to_owned()),
    }
}

/// What is done where a tick box is pressed that shows what progress says. The browser has ticked the box
/// already when this runs; it is put back, so that a tick which is refused does not stay on the screen.
pub(super) fn on_tick(
    ctx: &Ctx,
    shown: bool,
    give: impl Fn(bool) -> Happening + 'static,
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
