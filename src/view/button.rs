//! Every button of the widget, so that all carry the contract's hook and the language of their words. Knows nothing of
//! what its action does.

use yew::prelude::*;

use super::action::{Action, Asked};
use super::context::Ctx;
use super::elements::{
    EventKind, Rendered, all, attributes, element, fixed, nothing, on, own, plain, words,
};
use super::text::ours;
use crate::ladder::Rung;
use crate::messages::Question;
use crate::progress::Event as ClimbEvent;

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
    /// The id of the words that say why it is disabled, or what it confirms.
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
    pub fn show(self, ctx: &Ctx) -> Rendered {
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

/// A quiet button for something around the climb: the page's script shows this panel.
#[inline(never)]
pub fn opens(ctx: &Ctx, name: &'static str, words: &'static str, panel: &'static str) -> Rendered {
    Button::own(name, words, Action::Open(panel)).show(ctx)
}

/// A quiet button for something that is done to the climb.
#[inline(never)]
pub fn does(ctx: &Ctx, name: &'static str, words: &'static str, event: ClimbEvent) -> Rendered {
    Button::own(name, words, Action::Do(event)).show(ctx)
}

/// One quiet line: words, and what can be done about them.
#[inline(never)]
pub fn line(ctx: &Ctx, said: &str, button: Rendered) -> Rendered {
    ours(ctx, "p", "small", all([words([said, " "].concat()), button]))
}

/// What `aria-expanded` says.
pub fn expanded(unfolded: bool) -> &'static str {
    if unfolded { "true" } else { "false" }
}

/// The same element, asking for `action` when it is pressed.
pub fn pressed(ctx: &Ctx, html: Rendered, action: Action) -> Rendered {
    let send = ctx.send.clone();
    on(html, EventKind::Click, move |_| send.emit(action.clone()))
}

/// Whether a button can be pressed, and which words say why not.
#[derive(Clone, Debug, PartialEq)]
pub enum Availability {
    Enabled,
    Disabled,
    /// The id of the words that say why.
    DisabledBecause(AttrValue),
}

/// A button whose action is done only after a second press, and after the first press the question, which comes right
/// below it and has the focus. The button stays, and takes the question back.
pub fn ask(
    ctx: &Ctx,
    asked: Asked,
    name: &'static str,
    availability: Availability,
    now_asked: Option<Asked>,
    event: ClimbEvent,
    question: &Question,
) -> Rendered {
    let open = now_asked == Some(asked) && availability == Availability::Enabled;
    let press = if open { Action::Cancel } else { Action::Ask(asked) };
    let disabled = availability != Availability::Enabled;
    let described_by = match availability {
        Availability::DisabledBecause(words) => Some(words),
        Availability::Enabled | Availability::Disabled => None,
    };
    let button = Button::own(name, question.action, press).disabled(disabled);
    let button = Button { described_by, expanded: Some(open), ..button }.show(ctx);
    let asking = if open { asking(ctx, event, question) } else { nothing() };
    all([button, asking])
}

fn asking(ctx: &Ctx, event: ClimbEvent, question: &Question) -> Rendered {
    let confirm = Button::own("confirm", question.confirm, Action::Do(event)).class("plain-button");
    // The question comes right after its button: a group that is labelled by it would be read out twice.
    let confirm = Button { described_by: Some(AttrValue::Static("question")), ..confirm };
    let inside = all([
        plain("p", fixed!("id": "question", "tabindex": "-1"), own(question.question)),
        confirm.show(ctx),
        Button::own("cancel", question.cancel, Action::Cancel).show(ctx),
    ]);
    ours(ctx, "div", "question", inside)
}

/// The id of the words that say why a rung's steps are closed, and the buttons of its wait.
pub fn closed_name(rung: &Rung) -> String {
    ["closed.", rung.id.as_str()].concat()
}
