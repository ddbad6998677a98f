//! The warnings of a rung, and their confirmations. Knows nothing of when a warning counts as confirmed.

use std::rc::Rc;

use yew::AttrValue;

use super::context::Ctx;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, keyed, list, nothing, on, own, plain,
    tick_box, words,
};
use super::folding::Next;
use super::guards::{disabled, on_tick, what_is_wrong};
use super::head::marked;
use super::item::{Item, More, item};
use super::models::RungBody;
use super::text::blocks;
use crate::ladder::{Rung, Warning};
use crate::progress::{Event as ClimbEvent, GuardStatus, Item as Kind, WarningStatus};

pub fn warnings(ctx: &Ctx, rung: &Rung, body: &RungBody) -> Rendered {
    let pairs = rung.warnings.iter().zip(&body.guards.warnings);
    let one = |(at, (it, read)): (usize, (&Warning, &WarningStatus))| {
        let next = match body.next {
            Next::Acknowledgement(warning, next) if warning == at => Some(next),
            _ => None,
        };
        warning(ctx, it, &read.0, body, next)
    };
    list(pairs.enumerate().map(one).collect())
}

/// `next` is the place of the acknowledgement that is to be given next, if it is one of these.
fn warning(
    ctx: &Ctx,
    it: &Warning,
    read: &[GuardStatus],
    body: &RungBody,
    next: Option<usize>,
) -> Rendered {
    let table = ctx.messages;
    let title = match it.confirmations {
        1 => AttrValue::Static(table.read_first),
        2 => AttrValue::Static(table.read_twice),
        n => table.read_often.format(&*ctx.format, u64::from(n)).into(),
    };
    let label_id: Rc<str> = ["warning.", it.id.as_str()].concat().into();
    let wrong: Rc<str> = [&*label_id, ".wrong"].concat().into();
    let changed = read.iter().find(|it| **it == GuardStatus::Changed);
    let described_by: AttrValue = match changed {
        Some(_) => [&*label_id, " ", &wrong].concat().into(),
        None => AttrValue::from(label_id.clone()),
    };
    let boxes = (1..).zip(read).enumerate().map(|(at, (n, read))| {
        let done = *read == GuardStatus::Met;
        let (mark, words) = acknowledgement(ctx, it, done, body, described_by.clone(), n);
        let name = acknowledgement_name(it, n);
        let next = next == Some(at);
        item(ctx, Item { name, done, next, mark, words, more: More::Nothing, always: nothing() })
    });
    let label = attributes! { "id": &label_id, "lang": ctx.own_lang(), "class": "label" };
    let before = all([own(table.warning), own(" ")]);
    let title = marked(ctx, Kind::Warning, &it.id, words(title));
    let title = all([plain("span", fixed!("class": "heard"), before), title]);
    let inside = all([
        element(ctx.heading(2), label, title),
        blocks(ctx, &it.text, &body.chosen),
        match changed {
            Some(status) => what_is_wrong(ctx, wrong, status),
            None => nothing(),
        },
        plain("ul", fixed!("role": "list", "class": "items"), list(boxes.collect())),
    ]);
    let warning = plain("section", fixed!("part": "warning", "class": "warning"), inside);
    keyed(warning, it.id.to_rc())
}

fn acknowledgement_name(it: &Warning, number: u32) -> Rc<str> {
    ["confirm.", it.id.as_str(), ".", &number.to_string()].concat().into()
}

/// The box of an acknowledgement, and its words.
fn acknowledgement(
    ctx: &Ctx,
    it: &Warning,
    done: bool,
    body: &RungBody,
    described_by: AttrValue,
    number: u32,
) -> (Rendered, Rendered) {
    let name = acknowledgement_name(it, number);
    let input = attributes! {
        "type": "checkbox",
        "id": &name,
        "aria-describedby": described_by,
        "data-confirm": [it.id.as_str(), ":", &number.to_string()].concat(),
        "disabled": disabled(body),
    };
    let warning = it.id.clone();
    let give = move |done| ClimbEvent::Confirm { warning: warning.clone(), number, done };
    let input = on(tick_box(input, done), EventKind::Change, on_tick(ctx, done, give));
    let table = ctx.messages;
    let heard = match it.confirmations {
        1 => nothing(),
        n => {
            let [number, total] = [number, n].map(|it| ctx.number(it as usize));
            let said = [&table.acknowledgement_number(&number, &total), " "].concat();
            plain("span", fixed!("class": "heard"), words(said))
        }
    };
    let said = if number == 1 { table.i_have_read } else { table.i_have_read_again };
    let label = attributes! { "for": &name, "lang": ctx.own_lang() };
    (input, element("label", label, all([heard, own(said)])))
}
