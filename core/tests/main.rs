//! The tests of the core, one binary: document, progress, stored facts, messages. Knows no browser.

mod folding;
mod ladder;
mod progress;
mod saved;
mod support;
mod words;
