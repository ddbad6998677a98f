//! Fix Ladder: walks a stuck reader from the gentlest fix to the most drastic.
//!
//! Dependencies point one way: `ladder`, `progress` → `saved` → `view` → `embed`. The first three
//! and `words` are pure; `browser` is handed to `view` and knows only strings and times.

// One panic would stop every widget on the page, so product code has no way to panic.
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

// Elsewhere its exports would take the places of functions of the system, such as `read`.
#[cfg(all(feature = "document-module", target_arch = "wasm32"))]
mod document;
pub mod ladder;
pub mod letters;
pub mod progress;
pub mod saved;
pub mod words;

#[cfg(feature = "widget")]
pub mod browser;
#[cfg(feature = "widget")]
pub mod view;

#[cfg(feature = "widget")]
pub mod embed;
