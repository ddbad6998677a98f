//! Lines that say what a command is doing, so that nobody wonders whether it still runs. Knows no command.

use std::fmt::Display;
use std::time::Instant;

/// Says that something that may take long begins. Ending it says how long it took.
pub fn begin(what: impl Display) -> Begun {
    eprintln!("{:>12} {what}", "…");
    Begun { since: Instant::now() }
}

/// Says something that is done.
pub fn say(word: &str, what: impl Display) {
    eprintln!("{word:>12} {what}");
}

/// A piece of work under way.
pub struct Begun {
    since: Instant,
}

impl Begun {
    pub fn end(self, what: impl Display) {
        eprintln!("{:>12} {what} ({:.1} s)", "done", self.since.elapsed().as_secs_f32());
    }
}
