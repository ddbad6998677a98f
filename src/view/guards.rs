//! The requirements of a rung, and the tick boxes and complaints of all guards. Knows nothing of when a guard is met.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::context::Ctx;
use super::counts;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, input_of, list, nothing, on, plain,
    tick_box, words,
};
use super::fields::{Field, asked};
use super::folding::{Next, REQUIREMENT, has_more, is_wrong, requirement_name};
use super::hand_over::ways;
use super::head::marked;
use super::item::{Item, More, heading, item};
use super::models::RungBody;
use super::state::State;
use super::text::{blocks_of, ours, text};
use crate::ladder::{Evidence, Id, Requirement, Rung};
use crate::progress::{
    Event as ClimbEvent, Given, GuardStatus, Item as Kind, RequirementStatus, Value, guards,
};

pub fn requirements(ctx: &Ctx, rung: &Rung, body: &RungBody, unfold_all: Rendered) -> Rendered {
    let total = ctx.number(rung.requirements.len());
    let pairs = rung.requirements.iter().zip(&body.guards.requirements).enumerate();
    let items = pairs.map(|(at, (it, required))| {
        let number = ctx.messages.requirement_number(&ctx.number(at + 1), &total);
        let said = ours(ctx, "span", "heard", words([&number, " "].concat()));
        requirement(ctx, it, required, body, body.next == Next::Requirement(at), said)
    });
    let items = items.collect();
    all([
        heading(ctx, ctx.messages.before_you_start, unfold_all),
        plain("ul", fixed!("role": "list", "class": "items"), list(items)),
    ])
}

/// `said` is its number, for those who hear it.
fn requirement(
    ctx: &Ctx,
    it: &Requirement,
    required: &RequirementStatus,
    body: &RungBody,
    next: bool,
    said: Rendered,
) -> Rendered {
    let RequirementStatus { status, given } = required;
    // What is being typed is not wrong yet; what is right is so at once.
    let typing = body.typing.as_ref() == Some(&it.id);
    let judged = if typing { &GuardStatus::Missing } else { status };
    let counts = counts::said(ctx, it, given.as_ref());
    let name = requirement_name(it);
    let done = *status == GuardStatus::Met;
    let fold = Some(AttrValue::Static(ctx.messages.more_of_requirement));
    let notes = blocks_of(ctx, &it.more, &body.chosen, fold);
    let wrong = || match &counts {
        Some(said) => said.show(ctx, &name, typing),
        None => what_is_wrong(ctx, [&*name, ".wrong"].concat().into(), judged),
    };
    let blank = || Rc::from("");
    let (mark, line, more) = match &it.evidence {
        Evidence::Confirm => {
            let text = marked(ctx, Kind::Requirement, &it.id, text(&it.text));
            let label = element("label", attributes! { "for": &name }, all([said, text]));
            (confirmed(ctx, it, status, body, &name), label, notes)
        }
        Evidence::Place { .. } => {
            let given = match given {
                Some(Value::Place(place)) => place.clone(),
                _ => blank(),
            };
            let label = AttrValue::Static(ctx.messages.where_is_it);
            let give: fn(Rc<str>) -> Given = Given::Place;
            let fields = [Field { label, part: None, given, give }];
            let fields = asked(ctx, it, body, &name, judged, wrong(), &fields);
            (mark(), asking(ctx, it, &name, done, said), all([notes, fields]))
        }
        Evidence::HandOver => {
            let ways = ways(ctx, it, given.as_ref(), body, &name);
            (mark(), asking(ctx, it, &name, done, said), all([notes, ways, wrong()]))
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
            let fields = asked(ctx, it, body, &name, judged, wrong(), &fields);
            (mark(), asking(ctx, it, &name, done, said), all([notes, fields]))
        }
    };
    let unfolded = body.folding.is_unfolded(REQUIREMENT, &it.id, body.all || next);
    let is_wrong = is_wrong(judged);
    let always = match it.evidence {
        Evidence::Confirm if is_wrong => wrong(),
        _ => nothing(),
    };
    let more = match is_wrong && has_more(it) {
        true => More::Whole(more),
        false => More::new(has_more(it), unfolded, more),
    };
    item(ctx, Item { name, done, next, mark, words: line, more, always })
}

/// The box of a requirement that is met by a tick.
fn confirmed(
    ctx: &Ctx,
    it: &Requirement,
    status: &GuardStatus,
    body: &RungBody,
    name: &Rc<str>,
) -> Rendered {
    let done = *status == GuardStatus::Met;
    let input = attributes! {
        "type": "checkbox",
        "id": name,
        "data-requirement": &it.id,
        "aria-describedby": is_wrong(status).then(|| [&**name, ".wrong"].concat()),
        "disabled": disabled(body),
    };
    let requirement = it.id.clone();
    let give = move |done| ClimbEvent::Require {
        requirement: requirement.clone(),
        evidence: Given::Confirmed(done),
    };
    on(tick_box(input, done), EventKind::Change, on_tick(ctx, done, give))
}

/// The mark of a requirement that is ticked by its evidence, not by hand.
pub fn mark() -> Rendered {
    plain("span", fixed!("aria-hidden": "true", "class": "box"), nothing())
}

/// The words of a requirement that asks for something typed. No box says whether it is met, so that is said.
fn asking(ctx: &Ctx, it: &Requirement, name: &Rc<str>, done: bool, said: Rendered) -> Rendered {
    let standing = if done { ctx.messages.done } else { ctx.messages.still_open };
    let asked = marked(ctx, Kind::Requirement, &it.id, text(&it.text));
    let inside = all([
        said,
        element("span", attributes! { "id": name }, asked),
        ours(ctx, "span", "heard", words([" ", standing].concat())),
    ]);
    plain("p", fixed!("class": "asked"), inside)
}

/// What is wrong with what was given; where something is typed, in its place also while there is nothing. What is only
/// asked for once more is no fault of the reader's, and does not look like one.
pub fn what_is_wrong(ctx: &Ctx, id: Rc<str>, status: &GuardStatus) -> Rendered {
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

pub fn disabled(body: &RungBody) -> Option<&'static str> {
    (!body.allowed.guards).then_some("disabled")
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
pub fn on_tick(
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
