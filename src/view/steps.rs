//! The steps of a rung: one action each, with a tick box. Knows nothing of the guards before them.
//!
//! A ladder may have thousands. They are rendered in groups, so that a tick renders its group again and no other,
//! and one listener serves all boxes of a rung.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::button::closed_name;
use super::context::Ctx;
use super::drawing::drawing;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, input_of, keyed, list, nothing, on, own,
    plain, tick_box, words,
};
use super::memo::memos;
use super::models::{Model, RungBody, StepsModel};
use super::text::{blocks_of, ours, text};
use crate::ladder::select::applies;
use crate::ladder::{Id, Rung, Step};
use crate::progress::{AT_ONCE, Event as ClimbEvent};

/// Where a rung has more steps than this, each group is a list of its own: browsers then lay out only those
/// that are near (`.group` in `items.css`).
const MANY: usize = 4 * AT_ONCE;

/// The steps that are meant for this reader. `closed` says why they cannot be ticked yet.
pub fn steps(
    ctx: &Ctx,
    index: usize,
    rung: &Rung,
    body: &RungBody,
    closed: Option<String>,
) -> Rendered {
    let (open, chosen) = (body.allowed.steps, &body.chosen);
    let is_meant = |step: &Step| {
        step.when.0.is_empty() || applies(&step.when, &|choice| chosen.option(choice).cloned())
    };
    let bit = |(at, step): (usize, &Step)| u16::from(is_meant(step)) << at;
    let groups = rung.steps.chunks(AT_ONCE);
    let groups = groups.map(|group| group.iter().enumerate().map(bit).sum()).collect::<Vec<u16>>();
    let total = groups.iter().map(|it| it.count_ones()).sum();
    if total == 0 {
        return nothing();
    }
    let mut shown = Vec::new();
    let mut before = 0;
    let mut is_next = open;
    for (group, meant) in groups.into_iter().enumerate().filter(|(_, meant)| *meant != 0) {
        let ticked = body.ticks.get(group).copied().unwrap_or_default();
        let left = if is_next { meant & !ticked } else { 0 };
        // The lowest bit alone.
        let next = left & left.wrapping_neg();
        is_next &= next == 0;
        let chosen = chosen.clone();
        let model =
            StepsModel { rung: index, group, meant, ticked, next, before, total, open, chosen };
        shown.push((group.to_string().into(), Rc::new(Model::Steps(model))));
        before += meant.count_ones();
    }
    let closed = closed.map(|why| {
        let attributes = attributes! {
            "id": closed_name(rung),
            "lang": ctx.own_lang(),
            "class": "small closed",
        };
        element("p", attributes, words(why))
    });
    let off = (!open).then_some("off");
    let inside = memos(ctx, shown);
    let boxes = match rung.steps.len() > MANY {
        true => element("div", attributes! { "class": off }, inside),
        false => {
            let class = if open { "items" } else { "items off" };
            element("ol", attributes! { "role": "list", "class": class }, inside)
        }
    };
    all([
        ours(ctx, ctx.heading(2), "label", own(ctx.messages.what_to_do)),
        closed.unwrap_or_else(nothing),
        on(boxes, EventKind::Change, on_tick(ctx.clone())),
    ])
}

/// What is done where a box is ticked. The browser has done so already when this runs; it is put back to
/// what progress said when the step was rendered, so that a tick which is refused does not stay on the screen.
fn on_tick(ctx: Ctx) -> impl Fn(Event) {
    move |event| {
        let Some(input) = input_of(&event) else { return };
        let Some(step) = input.get_attribute("data-step") else { return };
        let done = input.checked();
        let rendered =
            input.parent_element().is_some_and(|it| it.matches(".done").unwrap_or(false));
        input.set_checked(rendered);
        ctx.send.emit(Action::Do(ClimbEvent::Tick { step: Id::unchecked(step.into()), done }));
    }
}

/// The steps of one group.
pub fn step_group(ctx: &Ctx, model: &StepsModel) -> Rendered {
    let Some(rung) = ctx.rung(model.rung) else { return nothing() };
    let total = ctx.number(model.total as usize);
    let closed = (!model.open).then(|| AttrValue::from(closed_name(rung)));
    let steps = rung.steps.iter().skip(model.group * AT_ONCE).take(AT_ONCE);
    let mut number = model.before as usize;
    let mut rows = Vec::new();
    for (at, step) in steps.enumerate() {
        let bit = 1 << at;
        if model.meant & bit == 0 {
            continue;
        }
        number += 1;
        let name = AttrValue::from(["step.", step.id.as_str()].concat());
        let done = model.ticked & bit != 0;
        let class = match (done, model.next == bit) {
            (false, false) => "item",
            (false, true) => "item next",
            (true, _) => "item done",
        };
        let input = attributes! {
            "type": "checkbox",
            "id": name.clone(),
            "data-step": &step.id,
            "aria-describedby": closed.clone(),
            "disabled": (!model.open).then_some("disabled"),
        };
        let said = [&ctx.messages.step_number(&ctx.number(number), &total), " "].concat();
        let label = all([ours(ctx, "span", "heard", words(said)), text(&step.text)]);
        let fold = ctx.messages.more_of_step(&ctx.number(number)).into();
        let more = blocks_of(ctx, &step.more, &model.chosen, Some(fold));
        let about = all([
            element("label", attributes! { "for": name }, label),
            plain("div", fixed!("class": "more"), more),
            // With the step that is next: the others would push one another off the screen.
            if model.next == bit { drawing(ctx, step, &model.chosen) } else { nothing() },
        ]);
        let inside = all([tick_box(input, done), plain("div", &[], about)]);
        rows.push(keyed(element("li", attributes! { "class": class }, inside), step.id.to_rc()));
    }
    match rung.steps.len() > MANY {
        true => plain("ol", fixed!("role": "list", "class": "items group"), list(rows)),
        false => list(rows),
    }
}
