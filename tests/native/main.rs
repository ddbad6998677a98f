//! The tests that need no browser, but the widget or the compiler of the authors' text. Those of the core are in `core/tests/`.

mod content;
mod more_ladders;
#[expect(dead_code, reason = "the tests of the core use the rest")]
#[path = "../../core/tests/support.rs"]
mod support;
mod view;
