//! What a ladder looks like: from the whole to its parts, one a file.
//!
//! Knows nothing of storage, clocks or timers: a [`Host`] is handed in. Renders natively as well.

pub mod widget;

mod anchor;
pub mod announce;
mod button;
mod check;
mod choices;
mod ctx;
mod draw;
mod ends;
mod facts;
mod focus;
mod guards;
pub mod host;
mod keeper;
pub mod ladder;
mod part;
mod plain;
mod rung;
mod steps;
mod text;
mod wait;
mod warnings;

pub use ctx::{Action, Asked, Ctx, Notice, Scene, Shared};
pub use host::Host;
pub use ladder::LadderView;
pub use plain::{PlainList, PlainListProps};
pub use widget::Widget;
