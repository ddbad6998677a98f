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
    EventKind, Rendered, all, attributes, element, fixed, input_of, list, nothing, on, plain,
    tick_box, words,
};
use super::folding::{self, Next, STEP, STEPS, is_meant, shows_more, step_name};
use super::head::marked;
use super::item::{Item, More, heading, item, toggle};
use super::memo::memos;
use super::models::{Model, RungBody, StepsModel};
use super::text::{blocks_of, ours, text};
use crate::ladder::{Id, Rung, Step};
use crate::progress::{AT_ONCE, Event as ClimbEvent, Item as Kind};

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
    unfold_all: Rendered,
) -> Rendered {
    let (open, chosen) = (body.allowed.steps, &body.chosen);
    let next = match body.next {
        Next::Step(at) => Some(at),
        _ => None,
    };
    let is_unfolded = |at: usize, step: &Step| {
        body.folding.is_unfolded(STEP, &step.id, body.all || next == Some(at))
    };
    let bits = |from: usize, group: &[Step], is: &dyn Fn(usize, &Step) -> bool| -> u16 {
        let bit = |(at, step): (usize, &Step)| u16::from(is(from + at, step)) << at;
        group.iter().enumerate().map(bit).sum()
    };
    let groups = || (0..).zip(rung.steps.chunks(AT_ONCE)).map(|(n, it)| (n, n * AT_ONCE, it));
    let is_meant = |_: usize, step: &Step| is_meant(step, chosen);
    let total = groups().map(|(_, from, it)| bits(from, it, &is_meant).count_ones()).sum();
    if total == 0 {
        return nothing();
    }
    let mut shown = Vec::new();
    let mut before = 0;
    for (group, from, steps) in groups() {
        let meant = bits(from, steps, &is_meant);
        if meant == 0 {
            continue;
        }
        let model = StepsModel {
            rung: index,
            group,
            meant,
            ticked: body.ticks.get(group).copied().unwrap_or_default(),
            next: bits(from, steps, &|at, _| next == Some(at)),
            unfolded: bits(from, steps, &is_unfolded),
            before,
            total,
            open,
            chosen: chosen.clone(),
        };
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
    let boxes = on(boxes, EventKind::Change, on_tick(ctx.clone()));
    // While the rung is being prepared, one line stands for all of them.
    let prepares = body.allowed.guards && !open;
    let unfolded = body.folding.is_unfolded(STEPS, &rung.id, body.all || !prepares);
    let id = [&*folding::name(STEPS, &rung.id), ".more"].concat();
    let toggle = match prepares {
        true => {
            let count = ctx.messages.n_steps.format(&*ctx.format, u64::from(total));
            toggle(ctx, &id, unfolded, "all-steps", words(count))
        }
        false => nothing(),
    };
    let hidden = (!unfolded).then_some("until-found");
    let boxes = element("div", attributes! { "id": id, "hidden": hidden }, boxes);
    all([
        heading(ctx, ctx.messages.what_to_do, unfold_all),
        closed.unwrap_or_else(nothing),
        plain("div", fixed!("class": "steps"), all([toggle, boxes])),
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
        let name = step_name(step);
        let done = model.ticked & bit != 0;
        let input = attributes! {
            "type": "checkbox",
            "id": &name,
            "data-step": &step.id,
            "aria-describedby": closed.clone(),
            "disabled": (!model.open).then_some("disabled"),
        };
        let said = [&ctx.messages.step_number(&ctx.number(number), &total), " "].concat();
        let label = marked(ctx, Kind::Step, &step.id, text(&step.text));
        let label = all([ours(ctx, "span", "heard", words(said)), label]);
        let fold = ctx.messages.more_of_step(&ctx.number(number)).into();
        let more = blocks_of(ctx, &step.more, &model.chosen, Some(fold));
        let more = all([more, drawing(ctx, step, &model.chosen)]);
        rows.push(item(
            ctx,
            Item {
                done,
                next: model.next == bit,
                mark: tick_box(input, done),
                words: element("label", attributes! { "for": &name }, label),
                more: More::new(shows_more(step), model.unfolded & bit != 0, more),
                always: nothing(),
                name,
            },
        ));
    }
    match rung.steps.len() > MANY {
        true => plain("ol", fixed!("role": "list", "class": "items group"), list(rows)),
        false => list(rows),
    }
}
