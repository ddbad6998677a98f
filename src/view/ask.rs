//! A button whose action is done only after a second press.

use yew::prelude::*;

use super::ctx::{Action, Asked, Ctx, Scene};
use crate::progress::Event as Happening;
use crate::words::Question;

/// The button, and once it is pressed the question below it. The button stays where it is, so that
/// the reader's focus does.
pub fn ask(
    ctx: &Ctx,
    asked: Asked,
    action: &'static str,
    disabled: bool,
    scene: &Scene,
    event: Happening,
    question: &Question,
) -> Html {
    let open = scene.asked == Some(asked) && !disabled;
    let press = if open { Action::Cancel } else { Action::Ask(asked) };
    html! {
        <>
            <button
                type="button"
                class="link"
                lang={ctx.own_lang()}
                data-action={action}
                aria-expanded={if open { "true" } else { "false" }}
                {disabled}
                onclick={ctx.ask(press)}
            >
                { question.action }
            </button>
            if open {
                <div class="question" lang={ctx.own_lang()} role="group" aria-label={question.question}>
                    <p>{ question.question }</p>
                    <button
                        type="button"
                        class="plain-button"
                        data-action="confirm"
                        onclick={ctx.on(event)}
                    >
                        { question.confirm }
                    </button>
                    <button
                        type="button"
                        class="link"
                        data-action="cancel"
                        onclick={ctx.ask(Action::Cancel)}
                    >
                        { question.cancel }
                    </button>
                </div>
            }
        </>
    }
}
