//! What can happen outside a widget. Knows neither who notices it nor what is done about it.

use yew::Callback;

/// Something that happened outside a widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// The moment asked for has come, or that of another widget: it is time to look at the clock.
    Wake,
    /// The page is shown again, or storage was emptied: anything may have changed.
    Look,
    /// The page is about to be printed, or has been.
    Print(Printing),
    /// Something that is watched is out of sight, and the page rests.
    OutOfSight,
    /// The companion asks for all facts: lines of a name, a tab and the stored text.
    Facts(Callback<String>),
    /// The companion brings facts from elsewhere, in the same form.
    Take(String),
    /// A script of the page starts over, which is undone as what the reader does.
    StartOver,
    /// Another tab or widget has stored something under this name: the key without the widget's prefix.
    Stored(String),
}

/// How a widget stands on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printing {
    /// It is on the screen only.
    #[default]
    Off,
    AsItStands,
    /// As for a reader who has done nothing yet; what was chosen stays.
    Empty,
}

impl Printing {
    /// From the number that scripts give it. Anything else is nothing.
    pub fn from_number(number: u32) -> Printing {
        match number {
            1 => Printing::AsItStands,
            2 => Printing::Empty,
            _ => Printing::Off,
        }
    }

    /// What a browser tells before it prints does not fill in what the reader wants empty.
    pub fn then(self, next: Printing) -> Printing {
        match (self, next) {
            (Printing::Empty, Printing::AsItStands) => self,
            _ => next,
        }
    }
}
