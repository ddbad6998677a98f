//! Every button of the widget, so that all carry the contract's hook and the language of their words.

use yew::prelude::*;

use super::ctx::{Action, Asked, Ctx};
use super::draw::{
    Drawn, Kind, all, attributes, element, fixed, hearing, nothing, own, plain, words,
};
use super::text::ours;
use crate::messages::Question;
use crate::progress::Event as Happening;

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
    pub fn link(name: &'static str, words: AttrValue, press: Action) -> Button {
        let (class, disabled) = ("link", false);
        Button { name, class, words, press, disabled, expanded: None, described_by: None }
    }

    /// The same with words of the widget's own.
    pub fn own(name: &'static str, words: &'static str, press: Action) -> Button {
        Button::link(name, AttrValue::Static(words), press)
    }

    pub fn class(self, class: &'static str) -> Button {
        Button { class, ..self }
    }

    pub fn disabled(self, disabled: bool) -> Button {
        Button { disabled, ..self }
    }

    #[inline(never)]
    pub fn show(self, ctx: &Ctx) -> Drawn {
        let attributes = attributes! {
            "type": "button",
            "part": self.class.starts_with("answer").then_some(self.class),
            "lang": ctx.own_lang(),
            "data-action": self.name,
            "aria-expanded": self.expanded.map(expanded),
            "aria-describedby": self.described_by,
            "disabled": self.disabled.then_some("disabled"),
            "class": self.class,
        };
        pressed(ctx, element("button", attributes, words(self.words)), self.press)
    }
}

/// What `aria-expanded` says.
pub fn expanded(unfolded: bool) -> &'static str {
    if unfolded { "true" } else { "false" }
}

/// The same element, asking for `action` when it is pressed.
pub fn pressed(ctx: &Ctx, html: Drawn, action: Action) -> Drawn {
    let send = ctx.send.clone();
    hearing(html, Kind::Click, move |_| send.emit(action.clone()))
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
    now_asked: Option<Asked>,
    event: Happening,
    question: &Question,
) -> Drawn {
    let open = now_asked == Some(asked) && door == Door::Open;
    let press = if open { Action::Cancel } else { Action::Ask(asked) };
    let disabled = door != Door::Open;
    let described_by = match door {
        Door::ClosedBecause(words) => Some(words),
        Door::Open | Door::Closed => None,
    };
    let button = Button::own(name, question.action, press).disabled(disabled);
    let button = Button { described_by, expanded: Some(open), ..button }.show(ctx);
    let asking = if open { asking(ctx, event, question) } else { nothing() };
    all([button, asking])
}

fn asking(ctx: &Ctx, event: Happening, question: &Question) -> Drawn {
    let confirm = Button::own("confirm", question.confirm, Action::Do(event)).class("plain-button");
    // The question stands right after the button that asks it: a group named by it would say it twice.
    let confirm = Button { described_by: Some(AttrValue::Static("question")), ..confirm };
    let inside = all([
        plain("p", fixed!("id": "question"), own(question.question)),
        confirm.show(ctx),
        Button::own("cancel", question.cancel, Action::Cancel).show(ctx),
    ]);
    ours(ctx, "div", "question", inside)
}
