//! Facts as a token, and a token as facts. Knows ladders and facts, and nothing of bytes.
//!
//! Times lose a little on the way, and always towards the past, so that whoever opens what they have made themselves
//! changes nothing: no fact of a token is later than the one it was made of.

mod restore;
mod take;

pub use restore::{Restored, restore};
pub use take::take;
