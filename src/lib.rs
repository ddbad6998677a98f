//! Fix Ladder: walks a stuck reader from the gentlest fix to the most drastic.
//!
//! What a ladder is and how it is climbed is in the crate `fix-ladder-core`. Here dependencies point one way,
//! `view` → `embed`; `browser` is handed to `view` and knows only strings and times.

// One panic would stop every widget on the page, so product code has no way to panic.
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub use fix_ladder_core::{ladder, letters, messages, progress, saved};

pub mod browser;
pub mod embed;
pub mod view;
