//! One item of a rung: a line with its box, and what is folded below the line. Requirements, acknowledgements and
//! steps are all of this kind. Knows nothing of what is in it, nor why it is folded.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::action::Action;
use super::button::{does, expanded};
use super::context::Ctx;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, keyed, nothing, on, own, plain,
};
use super::models::RungBody;
use super::text::ours;
use crate::ladder::Rung;
use crate::progress::Event as ClimbEvent;

pub struct Item {
    /// Tells it from the others: the id of its box.
    pub name: Rc<str>,
    pub done: bool,
    /// Whether this is what the reader is to do next.
    pub next: bool,
    /// The box, or the mark of what is ticked by its evidence.
    pub mark: Rendered,
    pub words: Rendered,
    pub more: More,
    /// What is never folded.
    pub always: Rendered,
}

/// What is below the line of an item.
pub enum More {
    Nothing,
    Unfolded(Rendered),
    Folded(Rendered),
    /// Never folded away.
    Whole(Rendered),
}

impl More {
    /// `folded` where there is anything.
    pub fn new(has_more: bool, unfolded: bool, more: Rendered) -> More {
        match (has_more, unfolded) {
            (false, _) => More::Nothing,
            (true, true) => More::Unfolded(more),
            (true, false) => More::Folded(more),
        }
    }
}

pub fn item(ctx: &Ctx, item: Item) -> Rendered {
    let class = match (item.done, item.next) {
        (false, false) => "item",
        (false, true) => "item next",
        (true, _) => "item done",
    };
    let id = [&*item.name, ".more"].concat();
    let (toggle, more, hidden) = match item.more {
        More::Nothing => (None, None, None),
        More::Whole(more) => (None, Some(more), None),
        // Not `hidden` alone: browsers that can, find the words in it, and say so.
        More::Folded(more) => (Some(details(ctx, &id, false)), Some(more), Some("until-found")),
        More::Unfolded(more) => (Some(details(ctx, &id, true)), Some(more), None),
    };
    let more = match more {
        Some(more) => {
            element("div", attributes! { "id": id, "hidden": hidden, "class": "more" }, more)
        }
        None => nothing(),
    };
    let class_of_line = if toggle.is_some() { "line folds" } else { "line" };
    let words = all([item.words, toggle.unwrap_or_else(nothing)]);
    let line = element("div", attributes! { "class": class_of_line }, words);
    let inside = all([item.mark, line, more, item.always]);
    keyed(element("li", attributes! { "class": class }, inside), item.name)
}

/// What unfolds an item: a button that covers the whole line, so that the words can be pressed, and label the box.
fn details(ctx: &Ctx, id: &str, unfolded: bool) -> Rendered {
    let words = plain("span", fixed!("class": "heard"), own(ctx.messages.details));
    toggle(ctx, id, unfolded, "unfold", words)
}

/// A button that unfolds what has this id.
pub fn toggle(
    ctx: &Ctx,
    id: &str,
    unfolded: bool,
    class: &'static str,
    words: Rendered,
) -> Rendered {
    let attributes = attributes! {
        "type": "button",
        "lang": ctx.own_lang(),
        "data-action": "toggle-item",
        "aria-expanded": expanded(unfolded),
        "aria-controls": id.to_owned(),
        "class": class,
    };
    element("button", attributes, words)
}

/// The same element, with one listener to all items in it: to presses, and to words that the browser has found.
pub fn with_items(ctx: &Ctx, rendered: Rendered) -> Rendered {
    let toggled = |ctx: &Ctx, css: &'static str, unfold: fn(&Element) -> bool| {
        let send = ctx.send.clone();
        move |event: Event| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let found = target.and_then(|it| it.closest(css).ok().flatten());
            let Some(found) = found else { return };
            let controlled = found.get_attribute("aria-controls").unwrap_or_else(|| found.id());
            if let Some(name) = controlled.strip_suffix(".more") {
                send.emit(Action::ToggleItem(name.into(), unfold(&found)));
            }
        }
    };
    let is_folded = |it: &Element| it.get_attribute("aria-expanded").as_deref() == Some("false");
    let pressed = toggled(ctx, "[data-action=toggle-item]", is_folded);
    let found = toggled(ctx, "[id$=\".more\"]", |_| true);
    on(on(rendered, EventKind::Click, pressed), EventKind::Found, found)
}

/// The heading above the first items of a rung, and what unfolds all of them.
pub fn heading(ctx: &Ctx, words: &'static str, unfold_all: Rendered) -> Rendered {
    let heading = ours(ctx, ctx.heading(2), "label", own(words));
    plain("div", fixed!("class": "items-head"), all([heading, unfold_all]))
}

/// The button that unfolds all items, where more than one can be.
pub fn unfold_all(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let steps = rung.steps.iter().filter(|it| super::folding::shows_more(it)).count();
    let requirements = rung.requirements.iter().filter(|it| super::folding::has_more(it)).count();
    if steps + requirements < 2 {
        return nothing();
    }
    let words = match body.all {
        true => ctx.messages.one_at_a_time,
        false => ctx.messages.show_everything,
    };
    does(ctx, "unfold-all", words, ClimbEvent::Unfold { all: !body.all })
}
