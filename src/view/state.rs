//! The state of a widget, from which everything that it shows is derived. Knows no component.

use super::action::Asked;
use super::folding::Folding;
use crate::ladder::Id;
use crate::progress::{Event, Given, Key, Position, Progress, Time};
use crate::signal::Printing;

/// Everything that a widget holds, at one moment.
#[derive(Clone, Debug)]
pub struct State {
    pub progress: Progress,
    pub now: Time,
    /// The rungs that the reader has folded or unfolded otherwise than they are by default.
    pub toggled: Vec<Id>,
    /// The same of the items in them.
    pub folding: Folding,
    /// While it is printed, every rung is unfolded.
    pub printing: Printing,
    pub asked: Option<Asked>,
    /// The requirement that something is being typed for: nobody is judged in the middle of a number.
    pub typing: Option<Id>,
    /// Whether a wait of the reader's rung has been seen running: what is shown of it then keeps its room.
    pub waited: bool,
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
            folding: Folding::default(),
            printing: Printing::Off,
            asked: None,
            typing: None,
            waited: false,
            help: false,
            notices: Vec::new(),
            announcement: String::new(),
        }
    }

    /// Whether it is printed, filled in or not.
    pub fn is_printing(&self) -> bool {
        self.printing != Printing::Off
    }

    /// The state of a reader who has done nothing but choose the same words.
    pub fn emptied(&self) -> State {
        let mut choices = Progress::default();
        for (key, fact) in self.progress.current() {
            if matches!(key, Key::Choice(_)) {
                choices.put(key.clone(), fact.clone());
            }
        }
        State { printing: self.printing, ..State::new(choices, self.now) }
    }

    /// Folds a rung or unfolds it.
    pub fn toggle(&mut self, rung: Id) {
        match self.toggled.iter().position(|it| *it == rung) {
            Some(index) => drop(self.toggled.remove(index)),
            None => self.toggled.push(rung),
        }
    }

    /// Notes for which requirement something is typed.
    pub fn note_typing(&mut self, event: &Event) {
        let Event::Require { requirement, evidence } = event else { return };
        if !matches!(evidence, Given::Confirmed(_)) {
            self.typing = Some(requirement.clone());
        }
    }

    /// The climb has come to another position: what was asked and toggled concerned the one before.
    pub fn move_on(&mut self, position: Position) {
        self.asked = None;
        self.typing = None;
        self.waited = false;
        self.toggled.clear();
        self.folding = Folding::default();
        self.announcement.clear();
        self.help &= matches!(position, Position::At(_));
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
