//! What a ladder looks like: from the whole to its parts, one a file.
//!
//! `widget` holds the `state`; `models` derives from it what is shown; the others render that. Knows nothing of
//! storage, clocks or timers: a [`Host`] is handed in. Renders natively as well.

pub mod widget;

mod action;
pub mod announcer;
mod button;
mod check;
mod choices;
mod context;
mod counts;
mod drawing;
mod elements;
mod ends;
mod facts;
mod fields;
mod focus;
mod folding;
mod foot;
mod guards;
mod hand_over;
mod head;
pub mod host;
mod item;
pub mod ladder;
mod memo;
mod models;
mod paper;
mod persistence;
mod plain_list;
mod rung;
mod safe;
mod scroll_anchor;
mod sight;
mod state;
mod steps;
mod text;
mod wait;
mod warnings;

pub use action::{Action, Asked};
pub use context::{Ctx, Shared};
pub use host::Host;
pub use ladder::LadderView;
pub use plain_list::{ListWords, PlainList, PlainListProps};
pub use state::{Notice, State};
pub use widget::Widget;
