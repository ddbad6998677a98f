//! What the view needs from its surroundings. Natively, tests have one of their own; in a browser `embed` puts one
//! together from `browser`. Knows no browser.

use web_sys::Element;
use yew::Callback;

use crate::progress::Time;
use crate::saved::SavedSaid;
use crate::signal::Signal;

/// Storage could not be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

/// The clock, the store, the alarm and the page around one widget.
pub trait Host {
    fn now(&self) -> Time;
    /// All that is stored of this climb: the last part of each key, and the text.
    fn stored(&self) -> Result<Vec<(String, String)>, Blocked>;
    /// The text stored under one name.
    fn stored_under(&self, name: &str) -> Option<String>;
    /// Stores a fact, in its stored form. Returns whether it is stored now. The other widgets of the page are told.
    fn store(&self, name: &str, fact: &str) -> bool;
    /// Moves a value that cannot be read to a name of its own. False where there is no room for it:
    /// then it stays where it is.
    fn set_aside(&self, name: &str, text: &str) -> bool;
    /// When to wake the widget next. One call replaces the one before.
    fn wake_at(&self, moment: Option<Time>);
    /// Names the listener to what happens outside. To be called once.
    fn listen(&self, listener: Callback<Signal>);
    /// Whether nobody can see the page.
    fn is_hidden(&self) -> bool;
    /// Calls back, now or a little later, where this widget is the leader: of all widgets and tabs that ask for the
    /// same announcement one, once.
    fn elect(&self, election: Election, then: Callback<()>);
    /// Asked before each rendering: whether somebody else has replaced the widget's nodes, as translators do. Then
    /// everything has to be rendered from the top.
    fn is_edited(&self) -> bool {
        false
    }
    /// Told after each rendering.
    fn rendered(&self) {}
    /// Watches these elements in the place of those before: once one is out of sight and the page rests, it says so.
    fn watch(&self, _elements: Vec<Element>) {}
    /// Tells the page.
    fn tell(&self, event: PageEvent);
}

/// An announcement for which one leader is elected.
#[derive(Debug)]
pub struct Election {
    /// The name under which it is stored that the announcement has been made.
    pub name: String,
    pub said: SavedSaid,
}

/// What the page is told of.
#[derive(Clone, Debug, PartialEq)]
pub enum PageEvent {
    Ready,
    /// `rung` is the rung it happened on: for choices and starting over, the reader's.
    Change {
        rung: Option<String>,
        kind: &'static str,
    },
    /// `minutes` is how long the climb took; 0 where that is not known.
    Fixed {
        rung: String,
        minutes: u64,
    },
    /// The reader has asked for a panel of the companion: not for the page, but for the script.
    Open(&'static str),
}
