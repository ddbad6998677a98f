//! Fix Ladder: walks a stuck reader from the gentlest fix to the most drastic.
//!
//! What a ladder is and how it is climbed is in the crate `fix-ladder-core`. Here dependencies point one way:
//! `embed` uses `view` and `browser`, which do not know each other, and hands what `browser` can do to `view`.

// One panic would stop every widget on the page, so product code has no way to panic.
// (Forbidden it cannot be: the code that `#[wasm_bindgen]` makes allows all lints.)
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub use fix_ladder_core::{ladder, messages, progress, saved};

pub mod browser;
pub mod embed;
pub mod signal;
pub mod view;
