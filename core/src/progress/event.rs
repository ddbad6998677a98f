//! What a reader can do, as values. Knows nothing of what is allowed.

use std::rc::Rc;

use super::fact::Answer;
use crate::ladder::Id;

/// One thing a reader does. Ids are of the ladder; unknown ones change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Tick {
        step: Id,
        done: bool,
    },
    Require {
        requirement: Id,
        evidence: Given,
    },
    Confirm {
        warning: Id,
        number: u32,
        done: bool,
    },
    Choose {
        choice: Id,
        option: Option<Id>,
    },
    StartWait {
        rung: Id,
    },
    /// Five minutes more.
    ExtendWait {
        rung: Id,
    },
    SkipWait {
        rung: Id,
    },
    /// Fixed, not fixed, or skipped.
    Answer {
        rung: Id,
        answer: Answer,
    },
    /// The rung is at work, although it has not helped yet.
    Moving {
        rung: Id,
    },
    /// Takes back a rung's answer; on the reader's rung that it is moving, or its wait, or else the answer before it.
    Undo {
        rung: Id,
    },
    /// Goes on climbing after "fixed" or from the end.
    Reopen,
    /// Unfolds all items, or goes back to one at a time.
    Unfold {
        all: bool,
    },
    StartOver,
    /// Takes back starting over: what was done before counts again.
    UndoStartOver,
    /// What the rung had fixed has come back.
    CameBack {
        rung: Id,
    },
}

/// Evidence as the reader gives it: a tick, or what is typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Confirmed(bool),
    First(Rc<str>),
    Second(Rc<str>),
    /// Also which of a hand-over's words the reader chose.
    Place(Rc<str>),
}

impl Event {
    /// The kind that the page is told in `fix-ladder-change`; none where nothing of the climb changes.
    pub fn kind(&self) -> Option<&'static str> {
        Some(match self {
            Event::Tick { .. } => "step",
            Event::Require { .. } => "requirement",
            Event::Confirm { .. } => "confirm",
            Event::Choose { .. } => "choice",
            Event::StartWait { .. } | Event::ExtendWait { .. } | Event::SkipWait { .. } => "wait",
            Event::Answer { answer: Answer::Skipped, .. } => "skip",
            Event::Answer { .. } | Event::Moving { .. } | Event::CameBack { .. } => "answer",
            Event::Undo { .. } | Event::Reopen | Event::UndoStartOver => "undo",
            Event::Unfold { .. } => return None,
            Event::StartOver => "start-over",
        })
    }
}
