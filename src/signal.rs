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
    Print(bool),
    /// Something that is watched is out of sight, and the page rests.
    OutOfSight,
    /// The companion asks for all facts: lines of a name, a tab and the stored text.
    Facts(Callback<String>),
    /// The companion brings facts from elsewhere, in the same form.
    Take(String),
    /// Another tab or widget has stored something under this name: the key without the widget's prefix.
    Stored(String),
}
