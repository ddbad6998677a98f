//! What a screen reader is told of a wait: at most its start, five minutes, one minute, its end.

use super::ctx::Ctx;
use super::host::Claim;
use crate::ladder::Id;
use crate::messages::moment;
use crate::progress::{Time, WaitState, minutes_left};
use crate::saved::{SavedSaid, said_name};

/// How a wait stood when it was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// No wait ran.
    Nothing,
    /// A wait ran, with so many whole minutes left.
    Running(u64),
}

impl Heard {
    /// Whether a wait runs in both, or in neither.
    pub fn is_like(self, other: Heard) -> bool {
        (self == Heard::Nothing) == (other == Heard::Nothing)
    }

    pub fn of(wait: &WaitState) -> Heard {
        match wait {
            WaitState::Running { remaining, .. } => Heard::Running(minutes_left(*remaining)),
            _ => Heard::Nothing,
        }
    }
}

/// Something to say of a wait.
#[derive(Debug)]
pub struct Announcement {
    pub words: String,
    /// For what one widget says for all that show the wait. None for what answers the reader's own
    /// press: that is said where it was pressed.
    pub claim: Option<Claim>,
}

/// What there is to say now that a wait stands as `wait`; nothing for most minutes.
/// `started` is true where the reader has just started or extended it.
pub fn announcement(
    ctx: &Ctx,
    before: Heard,
    rung: &Id,
    wait: &WaitState,
    started: bool,
    now: Time,
) -> Option<Announcement> {
    let messages = ctx.messages;
    let once = |deadline: &Time, minutes_left| {
        let said = SavedSaid::new(*deadline, minutes_left, now);
        Some(Claim { name: said_name(rung), said })
    };
    let (words, claim) = match (before, wait) {
        (_, WaitState::Running { deadline, .. }) if started => {
            let time = moment(&*ctx.format, *deadline, now);
            (messages.said_started(&time), None)
        }
        (Heard::Running(before), WaitState::Running { deadline, remaining, .. }) => {
            let left = minutes_left(*remaining);
            let crossed = |mark| before > mark && left <= mark;
            match (crossed(1), crossed(5)) {
                (true, _) => (messages.last_minute.to_owned(), once(deadline, 1)),
                (false, true) => {
                    (messages.minutes_left.format(&*ctx.format, left), once(deadline, 5))
                }
                (false, false) => return None,
            }
        }
        (Heard::Running(_), WaitState::Ended { deadline }) => {
            (messages.said_over.to_owned(), once(deadline, 0))
        }
        _ => return None,
    };
    Some(Announcement { words, claim })
}
