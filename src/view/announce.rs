//! What a screen reader is told of a wait: at most its start, five minutes, one minute, its end.

use super::ctx::Ctx;
use crate::progress::{Time, WaitState, minutes_left};
use crate::words::{fill, moment};

/// How a wait stood when it was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// No wait ran.
    Nothing,
    /// A wait ran, with so many whole minutes left.
    Running(u64),
}

impl Heard {
    pub fn of(wait: &WaitState) -> Heard {
        match wait {
            WaitState::Running { remaining, .. } => Heard::Running(minutes_left(*remaining)),
            _ => Heard::Nothing,
        }
    }
}

/// What there is to say now that a wait stands as `wait`; nothing for most minutes.
/// `started` is true where the reader has just started or extended it.
pub fn announcement(
    ctx: &Ctx,
    before: Heard,
    wait: &WaitState,
    started: bool,
    now: Time,
) -> Option<String> {
    let words = ctx.words;
    match (before, wait) {
        (_, WaitState::Running { deadline, .. }) if started => {
            let time = moment(&*ctx.format, *deadline, now);
            Some(fill(words.said_started, &[("time", &time)]))
        }
        (Heard::Running(before), WaitState::Running { remaining, .. }) => {
            let left = minutes_left(*remaining);
            let crossed = |mark| before > mark && left <= mark;
            match (crossed(1), crossed(5)) {
                (true, _) => Some(words.last_minute.to_owned()),
                (false, true) => Some(words.minutes_left.say(&*ctx.format, left)),
                (false, false) => None,
            }
        }
        (Heard::Running(_), WaitState::Ended { .. }) => Some(words.said_over.to_owned()),
        _ => None,
    }
}
