//! What the components ask of the widget. Knows neither who asks nor what is done about it.

use std::rc::Rc;

use crate::ladder::Id;
use crate::progress::Event;

/// What a reader asks of the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Do(Event),
    /// Folds or unfolds a rung.
    Toggle(Id),
    /// Unfolds an item of a rung, or folds it.
    ToggleItem(Rc<str>, bool),
    /// Asks once more before it is done.
    Ask(Asked),
    /// The second press: no.
    Cancel,
    /// Straight to the end of the ladder, answering nothing.
    Help,
    /// Something around the climb, which the page's script shows: a word of `data-panel`.
    Open(&'static str),
    /// Leaves a field of a requirement: what is wrong with it is shown and announced once it is whole.
    Typed(Id),
}

/// What is done only after a second press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    SkipWait,
    SkipRung,
    StartOver,
}
