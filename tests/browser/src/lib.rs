//! Drives the built widget in real browsers: what a test needs, so that a test reads as a story.
//!
//! A test gets a [`Page`] with a server of its own, and therefore an origin and storage of its own.

pub mod climb;
pub mod engine;
pub mod page;
pub mod pixels;
pub mod runner;
pub mod sites;
pub mod tabs;
pub mod widget;

pub use page::Page;
pub use widget::Widget;
