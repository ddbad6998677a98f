//! What a ladder looks like: one Yew component a file, from the whole to its parts.
//!
//! Knows nothing of storage, clocks or timers: a [`Host`] is handed in. Renders natively as well.

pub mod widget;

mod anchor;
pub mod announce;
mod button;
mod check;
mod choices;
mod ctx;
mod ends;
mod facts;
mod focus;
mod guards;
pub mod host;
mod keeper;
pub mod ladder;
mod plain;
mod rung;
mod steps;
mod text;
mod wait;

pub use ctx::{Action, Asked, Ctx, Notice, Scene, Shared};
pub use host::Host;
pub use ladder::LadderView;
pub use plain::{PlainList, PlainListProps};
pub use widget::Widget;
