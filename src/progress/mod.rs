//! What the reader has done, and where that puts them.
//!
//! Pure: no clock, no storage, no browser. Time comes in as a value.

pub mod climb;
pub mod event;
pub mod evidence;
pub mod fact;
pub mod letters;
pub mod state;
pub mod step;
pub mod ticked;
pub mod time;

pub use climb::{Climb, TakesBack};
pub use event::{Event, Given};
pub use evidence::{Standing, guards_left, guards_met, is_done, standing};
pub use fact::{Answer, Fact, Key, Progress, Value, WaitFact};
pub use state::*;
pub use step::{act, change, step, undo};
pub use ticked::{AT_ONCE, Ticked, Ticks};
pub use time::Time;
