//! The browsers that the tests drive. What only one of them can do is in its own file, and nowhere else.

mod browser;
pub mod chromium;
mod command;
mod drivers;
pub mod firefox;
mod screen;
mod start;
mod surroundings;
mod webkit;
mod x11;

pub use browser::Browser;
pub use command::Command;
pub use drivers::Engine;
pub use screen::Screen;
pub use surroundings::Surroundings;
