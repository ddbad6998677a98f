//! The tests that need no browser.

mod content;
mod ladder;
mod messages;
mod progress;
mod saved;
mod support;
mod view;
