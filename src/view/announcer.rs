//! What is announced of a wait to screen readers: at most its start, five minutes, one minute, its end.
//!
//! Knows how the wait stood when it was last looked at, and not who else shows it.

use std::rc::Rc;

use super::context::Ctx;
use super::elements::{Rendered, fixed, keyed, plain, words};
use super::host::Election;
use crate::ladder::Id;
use crate::messages::{duration, moment};
use crate::progress::{Time, WaitState, minutes_left};
use crate::saved::{SavedSaid, said_name};

/// The live region of a widget. Another announcement is another element.
pub fn live_region(announcement: &str) -> Rendered {
    let announcement: Rc<str> = announcement.into();
    let element = keyed(plain("span", &[], words(announcement.clone())), announcement);
    plain("p", fixed!("role": "status", "class": "heard"), element)
}

/// Something to announce of a wait.
#[derive(Debug)]
pub struct Announcement {
    pub words: String,
    /// There where one widget announces it for all that show the wait. None for what answers the reader's own
    /// press: that is announced where it was pressed.
    pub election: Option<Election>,
}

/// Finds what there is to announce of the wait of the reader's rung.
#[derive(Default)]
pub struct Announcer {
    /// How many whole minutes were left when it was last looked at. None where no wait ran.
    left: Option<u64>,
}

impl Announcer {
    /// Whether a wait ran when it was last looked at.
    pub fn is_running(&self) -> bool {
        self.left.is_some()
    }

    /// Looks at the wait. Returns what there is to announce now, which is nothing for most minutes, and whether this is
    /// the first look at a wait that runs. `started` is true where the reader has just started or extended it.
    pub fn look(
        &mut self,
        ctx: &Ctx,
        wait: Option<&(Id, WaitState)>,
        started: bool,
        now: Time,
    ) -> (Option<Announcement>, bool) {
        let before = self.left;
        self.left = wait.and_then(|(_, wait)| match wait {
            WaitState::Running { remaining, .. } => Some(minutes_left(*remaining)),
            _ => None,
        });
        let announcement =
            wait.and_then(|(rung, wait)| announcement(ctx, before, rung, wait, started, now));
        (announcement, before.is_none() && self.is_running())
    }
}

fn announcement(
    ctx: &Ctx,
    before: Option<u64>,
    rung: &Id,
    wait: &WaitState,
    started: bool,
    now: Time,
) -> Option<Announcement> {
    let messages = ctx.messages;
    let once = |deadline: &Time, minutes_left| {
        let said = SavedSaid::new(*deadline, minutes_left, now);
        Some(Election { name: said_name(rung), said })
    };
    let (words, election) = match (before, wait) {
        (_, WaitState::Running { deadline, .. }) if started => {
            let time = moment(&*ctx.format, *deadline, now);
            (messages.said_started(&time), None)
        }
        (Some(before), WaitState::Running { deadline, remaining, .. }) => {
            let left = minutes_left(*remaining);
            let crossed = |mark| before > mark && left <= mark;
            match (crossed(1), crossed(5)) {
                (true, _) => (messages.last_minute.to_owned(), once(deadline, 1)),
                (false, true) => {
                    let left = duration(messages, &*ctx.format, left);
                    (messages.time_left(&left), once(deadline, 5))
                }
                (false, false) => return None,
            }
        }
        (Some(_), WaitState::Ended { deadline }) => {
            (messages.said_over.to_owned(), once(deadline, 0))
        }
        _ => return None,
    };
    Some(Announcement { words, election })
}
