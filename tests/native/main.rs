//! The tests that need no browser.

mod content;
mod ladder;
mod progress;
mod saved;
mod support;
mod view;
mod words;
