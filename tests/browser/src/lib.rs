//! Drives the built widget in real browsers: what a test needs, so that a test reads as a story.
//!
//! A test gets a [`Page`] with a server of its own, and therefore an origin and storage of its own.

mod axe;
pub mod climb;
pub mod clock;
pub mod cold;
pub mod documents;
pub mod engine;
mod group;
pub mod heard;
pub mod held;
pub mod kept;
pub mod local;
pub mod packed;
pub mod page;
pub mod pixels;
pub mod runner;
mod scratch;
pub mod scripts;
pub mod shrink;
pub mod site;
pub mod sites;
pub mod states;
pub mod tabs;
pub mod timeout;
pub mod timers;
pub mod widget;

pub use page::Page;
pub use widget::Widget;
