//! What the reader has done, and where that puts them.
//!
//! Pure: no clock, no storage, no browser. Time comes in as a value.

pub mod climb;
pub mod event;
pub mod evidence;
mod evidence_text;
pub mod fact;
mod fingerprint;
pub mod seen;
mod set;
pub mod state;
pub mod step;
pub mod ticked;
pub mod time;

pub use climb::{Climb, TakesBack, next_change};
pub use event::{Event, Given};
pub use evidence::{
    FRESH, GuardStatus, Guards, HAND_OVERS, RequirementStatus, WarningStatus, compared,
    expire_future_evidence, guards, guards_met, is_done,
};
pub use evidence_text::is_forbidden;
pub use fact::{Answer, CaseFact, Fact, Key, Prompt, Value, WaitFact};
pub use fingerprint::{requirement_fingerprint, warning_fingerprint};
pub use seen::{Change, Changes, Item, seen};
pub use set::Progress;
pub use state::*;
pub use step::{act, change, step, undo};
pub use ticked::{AT_ONCE, Ticked, Ticks};
pub use time::Time;
