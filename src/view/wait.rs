//! The wait of a rung: when the reader may go on, and a quiet ring.

use yew::prelude::*;

use super::button::{Button, Door, ask};
use super::ctx::{Action, Asked, Ctx, Scene};
use super::steps::closed_name;
use crate::ladder::{Rung, Wait};
use crate::progress::{Allowed, Event as Happening, WaitState, minutes_left, wait_state};
use crate::words::{duration, fill, moment};

pub fn wait(ctx: &Ctx, rung: &Rung, scene: &Scene, allowed: &Allowed, here: bool) -> Html {
    let Some(wait) = &rung.wait else { return Html::default() };
    let state = wait_state(rung, &scene.progress, scene.now);
    let reason = wait
        .reason
        .as_ref()
        .map(|it| html! { <p class="small reason">{ super::text::text(it) }</p> });
    let at = |time| moment(&*ctx.format, time, scene.now);
    let title = |words: String| html! { <p class="wait-title" lang={ctx.own_lang()} tabindex="-1">{ words }</p> };
    let words = ctx.words;
    let shown = match state {
        WaitState::Running { deadline, remaining, duration } => {
            let minutes = match minutes_left(remaining) {
                0 | 1 => words.last_minute.to_owned(),
                n => words.minutes_left.say(&*ctx.format, n),
            };
            html! {
                <div class="wait-words" role="timer" data-deadline={deadline.millis().to_string()}>
                    // By the reader's own clock, even where that has been wrong in between.
                    { title(fill(words.go_on_at, &[("time", &at(scene.now.plus(remaining)))])) }
                    <p class="small" lang={ctx.own_lang()}>{ minutes }</p>
                    { ring(remaining, duration) }
                </div>
            }
        }
        WaitState::Ended { deadline } => html! {
            <div class="wait-words">
                { title(words.wait_over.to_owned()) }
                <p class="small" lang={ctx.own_lang()}>{ fill(words.wait_over_since, &[("time", &at(deadline))]) }</p>
                { ring(0, 1) }
            </div>
        },
        WaitState::Left => html! {
            <div class="wait-words">{ title(words.wait_left.to_owned()) }{ ring(1, 1) }</div>
        },
        WaitState::None | WaitState::NotStarted => html! {
            <div class="wait-words">{ title(length(ctx, wait)) }{ ring(1, 1) }</div>
        },
    };
    let running = matches!(state, WaitState::Running { .. });
    html! {
        <div class={classes!("wait", running.then_some("running"))} part="wait">
            { shown }
            { for reason }
            { if here { doors(ctx, rung, scene, allowed, &state) } else { Html::default() } }
        </div>
    }
}

fn length(ctx: &Ctx, wait: &Wait) -> String {
    let minutes = u64::from(wait.seconds).div_ceil(60);
    fill(ctx.words.wait, &[("duration", &duration(ctx.words, &*ctx.format, minutes))])
}

/// The buttons. Those that are closed for now stay where they are, so that nothing jumps when
/// they open.
fn doors(ctx: &Ctx, rung: &Rung, scene: &Scene, allowed: &Allowed, state: &WaitState) -> Html {
    let words = ctx.words;
    let id = || rung.id.clone();
    let start = matches!(state, WaitState::NotStarted).then(|| {
        let press = Action::Do(Happening::StartWait { rung: id() });
        let button = Button::link("start-wait", words.start_wait, press).class("plain-button");
        Button { described_by: why_closed(rung, allowed.start_wait), ..button }
            .disabled(!allowed.start_wait)
            .show(ctx)
    });
    let extend = matches!(state, WaitState::Running { .. } | WaitState::Ended { .. }).then(|| {
        let press = Action::Do(Happening::ExtendWait { rung: id() });
        let button = Button::link("extend-wait", words.extend_wait, press);
        button.disabled(!allowed.extend_wait).show(ctx)
    });
    // At the end of a wait its place stays, unseen: nothing moves under a reader's eyes.
    let ended = matches!(state, WaitState::Ended { .. });
    let skips = ended || matches!(state, WaitState::NotStarted | WaitState::Running { .. });
    let skip = skips.then(|| {
        let event = Happening::SkipWait { rung: id() };
        let door = match (allowed.skip_wait, why_closed(rung, ended)) {
            (true, _) => Door::Open,
            (false, Some(why)) => Door::ClosedBecause(why),
            (false, None) => Door::Closed,
        };
        ask(ctx, Asked::SkipWait, "skip-wait", door, scene, event, &words.skip_wait)
    });
    html! {
        <div class={classes!("links", ended.then_some("ended"))}>
            { for start }{ for extend }{ for skip }
        </div>
    }
}

/// The id of the words that say why a door is closed: they stand above the steps.
fn why_closed(rung: &Rung, open: bool) -> Option<AttrValue> {
    (!open && !rung.steps.is_empty()).then(|| closed_name(rung).into())
}

/// How much of the wait is over, as a ring. An attribute, not a style: no policy forbids it.
fn ring(remaining: u64, duration: u64) -> Html {
    let hundredths = duration.saturating_sub(remaining).saturating_mul(100) / duration.max(1);
    html! {
        <svg class="ring" viewBox="0 0 54 54" aria-hidden="true" focusable="false">
            <circle class="ring-track" cx="27" cy="27" r="24" />
            <circle
                class="ring-gone"
                cx="27"
                cy="27"
                r="24"
                pathLength="100"
                stroke-dasharray={[&hundredths.to_string(), " 100"].concat()}
                transform="rotate(-90 27 27)"
            />
        </svg>
    }
}
