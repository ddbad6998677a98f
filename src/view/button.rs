//! Every button of the widget, so that all carry the contract's hook and the language of their words.

use yew::prelude::*;

use super::ctx::{Action, Asked, Ctx, Scene};
use crate::progress::Event as Happening;
use crate::words::Question;

/// What a button is, and what it does.
pub struct Button {
    /// `data-action` of the contract.
    pub name: &'static str,
    pub class: &'static str,
    pub words: AttrValue,
    pub press: Action,
    pub disabled: bool,
    /// Whether something is unfolded by it; none for most buttons.
    pub expanded: Option<bool>,
    /// The id of the words that say why it is closed.
    pub described_by: Option<AttrValue>,
}

impl Button {
    /// A quiet one, set like a link.
    pub fn link(name: &'static str, words: impl Into<AttrValue>, press: Action) -> Button {
        let words = words.into();
        let (class, disabled) = ("link", false);
        Button { name, class, words, press, disabled, expanded: None, described_by: None }
    }

    pub fn class(self, class: &'static str) -> Button {
        Button { class, ..self }
    }

    pub fn disabled(self, disabled: bool) -> Button {
        Button { disabled, ..self }
    }

    pub fn show(self, ctx: &Ctx) -> Html {
        let part = self.class.starts_with("answer").then_some(self.class);
        html! {
            <button
                type="button"
                class={self.class}
                {part}
                lang={ctx.own_lang()}
                data-action={self.name}
                disabled={self.disabled}
                aria-expanded={self.expanded.map(|it| if it { "true" } else { "false" })}
                aria-describedby={self.described_by}
                onclick={ctx.ask(self.press)}
            >
                { self.words }
            </button>
        }
    }
}

/// Whether a button can be pressed, and where it says why not.
#[derive(Clone, Debug, PartialEq)]
pub enum Door {
    Open,
    Closed,
    /// The id of the words that say why.
    ClosedBecause(AttrValue),
}

/// A button whose action is done only after a second press, and once it is pressed the question
/// after it. The button stays where it is, so that the reader's focus does.
pub fn ask(
    ctx: &Ctx,
    asked: Asked,
    name: &'static str,
    door: Door,
    scene: &Scene,
    event: Happening,
    question: &Question,
) -> Html {
    let open = scene.asked == Some(asked) && door == Door::Open;
    let press = if open { Action::Cancel } else { Action::Ask(asked) };
    let disabled = door != Door::Open;
    let described_by = match door {
        Door::ClosedBecause(words) => Some(words),
        Door::Open | Door::Closed => None,
    };
    let button = Button::link(name, question.action, press).disabled(disabled);
    let button = Button { described_by, ..button };
    let confirm = Button::link("confirm", question.confirm, Action::Do(event));
    // The question stands right after the button that asks it: a group named by it would say it twice.
    let confirm = Button { described_by: Some("question".into()), ..confirm };
    html! {
        <>
            { Button { expanded: Some(open), ..button }.show(ctx) }
            if open {
                <div class="question" lang={ctx.own_lang()}>
                    <p id="question">{ question.question }</p>
                    { confirm.class("plain-button").show(ctx) }
                    { Button::link("cancel", question.cancel, Action::Cancel).show(ctx) }
                </div>
            }
        </>
    }
}
