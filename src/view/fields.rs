//! The fields of a requirement that asks for something typed. Knows nothing of what they hold, nor whether it is right.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::context::Ctx;
use super::elements::{
    EventKind, Rendered, all, attributes, element, field, fixed, input_of, keyed, list, on, plain,
    words,
};
use super::guards::disabled;
use super::models::RungBody;
use crate::ladder::{Id, Requirement};
use crate::progress::{Event as ClimbEvent, Given, GuardStatus};

/// One text field of a requirement.
pub struct Field {
    pub label: AttrValue,
    /// Which of two numbers; none for a place.
    pub part: Option<&'static str>,
    pub given: Rc<str>,
    pub give: fn(Rc<str>) -> Given,
}

/// The fields of a requirement that asks for something typed, and what is wrong with what they hold.
pub fn asked(
    ctx: &Ctx,
    it: &Requirement,
    body: &RungBody,
    name: &Rc<str>,
    status: &GuardStatus,
    wrong: Rendered,
    fields: &[Field],
) -> Rendered {
    let inputs = fields.iter().map(|field| one_field(ctx, it, body, name, status, field));
    all([plain("div", fixed!("class": "fields"), list(inputs.collect())), wrong])
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
pub fn on_words(
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
