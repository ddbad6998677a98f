//! The questions about the reader's situation, in one compact line. Knows nothing of what a choice changes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::action::Action;
use super::context::Ctx;
use super::elements::{
    EventKind, Rendered, attributes, element, fixed, keyed, list, on, own, plain, with_ref, words,
};
use super::models::Chosen;
use super::text::ours;
use crate::ladder::{Choice, ChoiceOption, Id};
use crate::progress::Event as ClimbEvent;

pub fn choices(ctx: &Ctx, chosen: &Chosen, node_ref: &NodeRef) -> Rendered {
    let mut inside = vec![ours(ctx, "span", "choices-label", own(ctx.messages.shown_for))];
    inside.extend(ctx.ladder.choices.iter().map(|it| one(ctx, it, chosen.option(&it.id))));
    with_ref(plain("div", fixed!("part": "choices", "class": "choices"), list(inside)), node_ref)
}

fn one(ctx: &Ctx, choice: &Choice, made: Option<&Id>) -> Rendered {
    let option = |value: &str, label: AttrValue, is_made: bool| {
        let selected = is_made.then_some("selected");
        let attributes = attributes! { "value": AttrValue::from(value), "selected": selected };
        keyed(element("option", attributes, words(label)), value.into())
    };
    let of =
        |it: &ChoiceOption| option(it.id.as_str(), it.label.clone().into(), made == Some(&it.id));
    let any = ctx.messages.any_option(&ctx.quoted(&choice.label));
    let mut options = vec![option("", any.into(), made.is_none())];
    options.extend(choice.options.iter().map(of));
    let attributes = attributes! { "data-choice": &choice.id, "aria-label": &choice.label };
    let select = element("select", attributes, list(options));
    let choose = choose(ctx.clone(), choice.clone());
    let select = on(select, EventKind::Change, choose);
    let class = if made.is_some() { "choice made" } else { "choice" };
    element("span", attributes! { "class": class }, select)
}

fn choose(ctx: Ctx, choice: Choice) -> impl Fn(Event) {
    move |event| {
        let list = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        let Some(value) = list.map(|it| it.value()) else { return };
        let option = choice.options.iter().find(|it| it.id.as_str() == value);
        let option = option.map(|it| it.id.clone());
        ctx.send.emit(Action::Do(ClimbEvent::Choose { choice: choice.id.clone(), option }));
    }
}

/// Selects what is chosen: once the reader has touched a list, its attributes no longer say that.
pub fn select_chosen(ctx: &Ctx, chosen: &Chosen, node_ref: &NodeRef) {
    let Some(line) = node_ref.cast::<Element>() else { return };
    let Ok(lists) = line.query_selector_all("select") else { return };
    for (index, choice) in (0..).zip(&ctx.ladder.choices) {
        let list = lists.item(index).and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        if let Some(list) = list {
            list.set_value(chosen.option(&choice.id).map_or("", Id::as_str));
        }
    }
}
