//! What must be true and what must be read before a rung's steps are open.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::ctx::{Action, Chosen, Ctx, Scene};
use super::text::{blocks, text};
use crate::ladder::{Evidence, Id, Requirement, Rung, Warning};
use crate::progress::{
    Event as Happening, Given, Key, Progress, Standing, Value, is_done, standing,
};
use crate::words::fill;

/// The input that a DOM event happened to.
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

pub fn requirements(ctx: &Ctx, rung: &Rung, scene: &Scene, chosen: &Chosen, open: bool) -> Html {
    if rung.requirements.is_empty() {
        return Html::default();
    }
    let heading = ctx.heading(2);
    let items = rung.requirements.iter().map(|it| requirement(ctx, it, scene, chosen, open));
    html! {
        <>
            <@{heading} class="label" lang={ctx.own_lang()}>{ ctx.words.before_you_start }</@>
            <ul class="items" role="list">{ for items }</ul>
        </>
    }
}

fn requirement(ctx: &Ctx, it: &Requirement, scene: &Scene, chosen: &Chosen, open: bool) -> Html {
    let key = Key::Requirement(it.id.clone());
    let met = standing(it, &scene.progress) == Standing::Met;
    let more = blocks(ctx, &it.more, chosen);
    let name = ["requirement.", it.id.as_str()].concat();
    let class = classes!("item", met.then_some("done"));
    match &it.evidence {
        Evidence::Confirm => {
            let done = is_done(&scene.progress, &key);
            let id = it.id.clone();
            let give = move |done| Happening::Require {
                requirement: id.clone(),
                evidence: Given::Confirmed(done),
            };
            html! {
                <li {class} key={name.clone()}>
                    <input
                        type="checkbox"
                        id={name.clone()}
                        data-requirement={it.id.to_string()}
                        checked={done}
                        disabled={!open}
                        onchange={on_tick(ctx, done, give)}
                    />
                    <div>
                        <label for={name}>{ text(&it.text) }</label>
                        <div class="more">{ more }</div>
                    </div>
                </li>
            }
        }
        Evidence::Place { .. } => {
            let given = match scene.progress.fact(&key).map(|fact| &fact.value) {
                Some(Value::Place(place)) => place.clone(),
                _ => "".into(),
            };
            let label = ctx.words.where_is_it.into();
            let field = Field { label, part: None, given, give: Given::Place, numeric: false };
            asked(ctx, it, class, more, open, scene, &[field])
        }
        Evidence::Numbers { first, second } => {
            let (one, two) = match scene.progress.fact(&key).map(|fact| &fact.value) {
                Some(Value::Numbers(one, two)) => (one.clone(), two.clone()),
                _ => ("".into(), "".into()),
            };
            let field = |label: &Rc<str>, part, given, give| Field {
                label: label.clone().into(),
                part: Some(part),
                given,
                give,
                numeric: true,
            };
            let fields = [
                field(first, "first", one, Given::First as fn(Rc<str>) -> Given),
                field(second, "second", two, Given::Second),
            ];
            asked(ctx, it, class, more, open, scene, &fields)
        }
    }
}

/// One text field of a requirement.
struct Field {
    label: AttrValue,
    part: Option<&'static str>,
    given: Rc<str>,
    give: fn(Rc<str>) -> Given,
    numeric: bool,
}

/// A requirement that asks for something typed: its mark is ticked by the evidence, not by hand.
fn asked(
    ctx: &Ctx,
    it: &Requirement,
    class: Classes,
    more: Html,
    open: bool,
    scene: &Scene,
    fields: &[Field],
) -> Html {
    let standing = standing(it, &scene.progress);
    let complaint = complaint(ctx, &standing);
    let name = ["requirement.", it.id.as_str()].concat();
    let inputs = fields.iter().map(|field| {
        let wrong = match (&standing, field.part) {
            (Standing::Missing | Standing::Met, _) => false,
            (Standing::NotANumber { second }, part) => (part == Some("second")) == *second,
            (_, part) => part != Some("first"),
        };
        let field_name = [name.as_str(), ".", field.part.unwrap_or("place")].concat();
        let id = it.id.clone();
        let give = field.give;
        let send = ctx.send.clone();
        let wrote = Rc::new(move |event: &Event| {
            if let Some(input) = input_of(event) {
                let evidence = give(input.value().into());
                let requirement = id.clone();
                send.emit(Action::Do(Happening::Require { requirement, evidence }));
            }
        });
        let oninput = {
            let wrote = wrote.clone();
            Callback::from(move |event: InputEvent| wrote(&event))
        };
        // Left, or filled in and emptied by something other than keys.
        let send = ctx.send.clone();
        let id = it.id.clone();
        let onchange = Callback::from(move |event: Event| {
            wrote(&event);
            send.emit(Action::Wrote(id.clone()));
        });
        html! {
            // Side by side: of a field inside its label, Safari makes what it holds a part of its name.
            <div class="field" key={field.part.unwrap_or("place")}>
                <label for={field_name.clone()}>{ field.label.clone() }</label>
                <input
                    id={field_name}
                    type="text"
                    dir="auto"
                    inputmode={field.numeric.then_some("numeric")}
                    autocomplete="off"
                    maxlength="200"
                    data-requirement={it.id.to_string()}
                    data-part={field.part}
                    value={field.given.to_string()}
                    disabled={!open}
                    aria-invalid={wrong.then_some("true")}
                    aria-describedby={match wrong {
                        true => [name.as_str(), " ", name.as_str(), ".wrong"].concat(),
                        false => name.clone(),
                    }}
                    {oninput}
                    {onchange}
                />
            </div>
        }
    });
    html! {
        <li {class} key={name.clone()}>
            <span class="box" aria-hidden="true" />
            <div>
                <p class="asked" id={name.clone()}>{ text(&it.text) }</p>
                <div class="more">{ more }</div>
                <div class="fields">{ for inputs }</div>
                <p class="wrong" lang={ctx.own_lang()} id={[name.as_str(), ".wrong"].concat()} hidden={complaint.is_none()}>
                    { complaint.unwrap_or_default() }
                </p>
            </div>
        </li>
    }
}

/// What is wrong with what was written for a requirement.
pub fn complaint_about(ctx: &Ctx, progress: &Progress, requirement: &Id) -> Option<String> {
    let mut all = ctx.ladder.rungs.iter().flat_map(|it| it.requirements.iter());
    let found = all.find(|it| it.id == *requirement)?;
    complaint(ctx, &standing(found, progress))
}

/// What is wrong with the evidence, and what to do.
fn complaint(ctx: &Ctx, standing: &Standing) -> Option<String> {
    let words = ctx.words;
    match standing {
        Standing::Met | Standing::Missing => None,
        Standing::NotANumber { .. } => Some(words.not_a_number.to_owned()),
        Standing::Forbidden(word) => {
            Some(fill(words.forbidden_place, &[("word", &ctx.quoted(word))]))
        }
        Standing::Fewer(n) => Some(fill(words.fewer, &[("n", &ctx.format.number(*n))])),
    }
}

pub fn warnings(ctx: &Ctx, rung: &Rung, scene: &Scene, chosen: &Chosen, open: bool) -> Html {
    rung.warnings.iter().map(|it| warning(ctx, it, scene, chosen, open)).collect()
}

fn warning(ctx: &Ctx, it: &Warning, scene: &Scene, chosen: &Chosen, open: bool) -> Html {
    let words = ctx.words;
    let heading = ctx.heading(2);
    let title = match it.confirmations {
        1 => words.read_first.to_owned(),
        2 => words.read_twice.to_owned(),
        n => fill(words.read_often, &[("n", &ctx.format.number(u64::from(n)))]),
    };
    let heard = ["warning.", it.id.as_str()].concat();
    let boxes = (1..=it.confirmations).map(|n| {
        let done = is_done(&scene.progress, &Key::Confirm(it.id.clone(), n));
        let name = ["confirm.", it.id.as_str(), ".", &n.to_string()].concat();
        let give = confirm(it.id.clone(), n);
        html! {
            <li class={classes!("item", done.then_some("done"))} key={n}>
                <input
                    type="checkbox"
                    id={name.clone()}
                    aria-describedby={heard.clone()}
                    data-confirm={[it.id.as_str(), ":", &n.to_string()].concat()}
                    checked={done}
                    disabled={!open}
                    onchange={on_tick(ctx, done, give)}
                />
                <div><label for={name} lang={ctx.own_lang()}>
                    { if n == 1 { words.i_have_read } else { words.i_have_read_again } }
                </label></div>
            </li>
        }
    });
    html! {
        <section class="warning" part="warning" key={it.id.to_string()}>
            <@{heading} class="label" id={heard.clone()} lang={ctx.own_lang()}>
                <span class="heard">{ words.warning }{ " " }</span>
                { title }
            </@>
            { blocks(ctx, &it.text, chosen) }
            <ul class="items" role="list">{ for boxes }</ul>
        </section>
    }
}

fn confirm(warning: Id, number: u32) -> impl Fn(bool) -> Happening {
    move |done| Happening::Confirm { warning: warning.clone(), number, done }
}

/// A callback for a tick box that shows what progress says. The browser has ticked the box already
/// when this runs; it is put back, so that a tick which is refused does not stay on the screen.
pub fn on_tick(
    ctx: &Ctx,
    shown: bool,
    give: impl Fn(bool) -> Happening + 'static,
) -> Callback<Event> {
    let send = ctx.send.clone();
    Callback::from(move |event: Event| {
        if let Some(input) = input_of(&event) {
            let done = input.checked();
            input.set_checked(shown);
            send.emit(Action::Do(give(done)));
        }
    })
}
