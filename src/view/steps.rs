//! The steps of a rung: one action each, with a tick box.
//!
//! A ladder may have thousands. They are drawn by groups, so that a tick draws its group again and no other,
//! and one ear hears all of a rung's boxes.

use std::rc::Rc;

use yew::prelude::*;

use super::ctx::{Action, Chosen, Ctx};
use super::draw::{
    Drawn, Kind, all, attributes, element, fixed, hearing, input_of, keyed, list, nothing, own,
    plain, tick_box, words,
};
use super::part::{Seen, parts};
use super::rung::Body;
use super::text::{blocks, ours, text};
use crate::ladder::select::applies;
use crate::ladder::{Id, Rung, Step};
use crate::progress::{AT_ONCE, Event as Happening};

/// Where a rung has more steps than this, each group is a list of its own: browsers then lay out only those
/// that are near (`.group` in `items.css`).
const MANY: usize = 4 * AT_ONCE;

/// What a group of up to 16 steps shows.
#[derive(PartialEq)]
pub struct StepsSeen {
    rung: usize,
    /// Which group of the rung's steps, from 0.
    group: usize,
    /// Those that are meant for this reader, by their places in the group.
    meant: u16,
    /// Those that are ticked.
    ticked: u16,
    /// The first of the whole rung that is not ticked yet, where it is in this group.
    next: u16,
    /// How many steps are shown before this group, and how many in all.
    before: u32,
    total: u32,
    open: bool,
    chosen: Chosen,
}

/// The steps that are meant for this reader. `closed` says why they cannot be ticked yet.
pub fn steps(ctx: &Ctx, index: usize, rung: &Rung, body: &Body, closed: Option<String>) -> Drawn {
    let (open, chosen) = (body.doors.steps, &body.chosen);
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
        let seen =
            StepsSeen { rung: index, group, meant, ticked, next, before, total, open, chosen };
        shown.push((group.to_string().into(), Rc::new(Seen::Steps(seen))));
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
    let inside = parts(ctx, shown);
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
        hearing(boxes, Kind::Change, on_tick(ctx.clone())),
    ])
}

/// The id of the words that say why a rung's steps are closed.
pub fn closed_name(rung: &Rung) -> String {
    ["closed.", rung.id.as_str()].concat()
}

/// What is done where a box is ticked. The browser has done so already when this runs; it is put back to
/// what progress said when the step was drawn, so that a tick which is refused does not stay on the screen.
fn on_tick(ctx: Ctx) -> impl Fn(Event) {
    move |event| {
        let Some(input) = input_of(&event) else { return };
        let Some(step) = input.get_attribute("data-step") else { return };
        let done = input.checked();
        let drawn = input.parent_element().is_some_and(|it| it.matches(".done").unwrap_or(false));
        input.set_checked(drawn);
        ctx.send.emit(Action::Do(Happening::Tick { step: Id::known(step.into()), done }));
    }
}

/// The steps of one group.
pub fn some_steps(ctx: &Ctx, seen: &StepsSeen) -> Drawn {
    let Some(rung) = ctx.rung(seen.rung) else { return nothing() };
    let total = ctx.number(seen.total as usize);
    let closed = (!seen.open).then(|| AttrValue::from(closed_name(rung)));
    let steps = rung.steps.iter().skip(seen.group * AT_ONCE).take(AT_ONCE);
    let mut number = seen.before as usize;
    let mut rows = Vec::new();
    for (at, step) in steps.enumerate() {
        let bit = 1 << at;
        if seen.meant & bit == 0 {
            continue;
        }
        number += 1;
        let name = AttrValue::from(["step.", step.id.as_str()].concat());
        let done = seen.ticked & bit != 0;
        let class = match (done, seen.next == bit) {
            (false, false) => "item",
            (false, true) => "item next",
            (true, _) => "item done",
        };
        let input = attributes! {
            "type": "checkbox",
            "id": name.clone(),
            "data-step": &step.id,
            "aria-describedby": closed.clone(),
            "disabled": (!seen.open).then_some("disabled"),
        };
        let said = [&ctx.messages.step_number(&ctx.number(number), &total), " "].concat();
        let label = all([ours(ctx, "span", "heard", words(said)), text(&step.text)]);
        let more = blocks(ctx, &step.more, &seen.chosen);
        let about = all([
            element("label", attributes! { "for": name }, label),
            plain("div", fixed!("class": "more"), more),
        ]);
        let inside = all([tick_box(input, done), plain("div", &[], about)]);
        rows.push(keyed(element("li", attributes! { "class": class }, inside), step.id.shared()));
    }
    match rung.steps.len() > MANY {
        true => plain("ol", fixed!("role": "list", "class": "items group"), list(rows)),
        false => list(rows),
    }
}
