//! The state of a widget, from which everything that it shows is derived. Knows no component.

use super::action::Asked;
use crate::ladder::Id;
use crate::progress::{Progress, Time};

/// Everything that can be seen, at one moment.
#[derive(Clone, Debug)]
pub struct Scene {
    pub progress: Progress,
    pub now: Time,
    /// The rungs that the reader has folded or unfolded against the custom.
    pub toggled: Vec<Id>,
    pub asked: Option<Asked>,
    /// Whether the reader asked for the end of the ladder.
    pub help: bool,
    pub notices: Vec<Notice>,
    /// What a screen reader is told, once.
    pub said: String,
}

impl Scene {
    pub fn new(progress: Progress, now: Time) -> Scene {
        Scene {
            progress,
            now,
            toggled: Vec::new(),
            asked: None,
            help: false,
            notices: Vec::new(),
            said: String::new(),
        }
    }
}

/// Something about the keeping of progress that the reader has to know.
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
