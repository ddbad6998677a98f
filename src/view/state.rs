//! The state of a widget, from which everything that it shows is derived. Knows no component.

use super::action::Asked;
use crate::ladder::Id;
use crate::progress::{Progress, Time};

/// Everything that a widget holds, at one moment.
#[derive(Clone, Debug)]
pub struct State {
    pub progress: Progress,
    pub now: Time,
    /// The rungs that the reader has folded or unfolded otherwise than they are by default.
    pub toggled: Vec<Id>,
    pub asked: Option<Asked>,
    /// Whether the reader asked for the end of the ladder.
    pub help: bool,
    pub notices: Vec<Notice>,
    /// What the live region says.
    pub announcement: String,
}

impl State {
    pub fn new(progress: Progress, now: Time) -> State {
        State {
            progress,
            now,
            toggled: Vec::new(),
            asked: None,
            help: false,
            notices: Vec::new(),
            announcement: String::new(),
        }
    }
}

/// Something about the storing of progress that the reader has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    NotKept,
    Broken,
    Newer,
}

impl Notice {
    /// The word in `data-notice`.
    pub fn as_str(self) -> &'static str {
        match self {
            Notice::NotKept => "not-kept",
            Notice::Broken => "broken",
            Notice::Newer => "newer",
        }
    }
}
