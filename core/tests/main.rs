//! The tests of the core, one binary: document, progress, stored facts, messages. Knows no browser.

mod folding;
mod ladder;
mod message_rules;
mod messages;
mod progress;
mod saved;
mod support;
