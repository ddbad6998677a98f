//! The questions about the reader's situation, in one compact line.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::ctx::{Action, Chosen, Ctx};
use crate::ladder::{Choice, ChoiceOption, Id};
use crate::progress::Event as Happening;
use crate::words::fill;

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    pub ctx: Ctx,
    pub chosen: Chosen,
}

#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let ctx = &props.ctx;
    let lists = ctx.ladder.choices.iter().map(|choice| {
        let made = props.chosen.option(&choice.id).cloned();
        html! {
            <ChoiceList
                key={choice.id.to_string()}
                ctx={ctx.clone()}
                choice={choice.clone()}
                {made}
            />
        }
    });
    html! {
        <div class="choices" part="choices">
            <span class="choices-label" lang={ctx.own_lang()}>{ ctx.words.shown_for }</span>
            { for lists }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    ctx: Ctx,
    choice: Choice,
    made: Option<Id>,
}

#[component]
fn ChoiceList(props: &ChoiceProps) -> Html {
    let ChoiceProps { ctx, choice, made } = props;
    let list = use_node_ref();
    // Once the reader has touched a list, the attribute no longer says what is selected.
    use_effect_with((list.clone(), made.clone()), |(list, made)| {
        if let Some(list) = list.cast::<HtmlSelectElement>() {
            list.set_value(made.as_ref().map_or("", Id::as_str));
        }
    });
    let any = fill(ctx.words.any_option, &[("label", &ctx.quoted(&choice.label))]);
    let onchange = {
        let send = ctx.send.clone();
        let choice = choice.clone();
        Callback::from(move |event: Event| {
            let list = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
            let Some(value) = list.map(|it| it.value()) else { return };
            let option = choice.options.iter().find(|it| it.id.as_str() == value);
            let option = option.map(|it| it.id.clone());
            send.emit(Action::Do(Happening::Choose { choice: choice.id.clone(), option }));
        })
    };
    let option = |it: &ChoiceOption| {
        let selected = made.as_ref() == Some(&it.id);
        html! {
            <option key={it.id.to_string()} value={it.id.to_string()} {selected}>
                { AttrValue::from(it.label.clone()) }
            </option>
        }
    };
    html! {
        <span class={classes!("choice", made.is_some().then_some("made"))}>
            <select
                ref={list}
                data-choice={choice.id.to_string()}
                aria-label={AttrValue::from(choice.label.clone())}
                {onchange}
            >
                <option key="" value="" selected={made.is_none()}>{ any }</option>
                { for choice.options.iter().map(option) }
            </select>
        </span>
    }
}
