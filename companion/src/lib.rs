//! The module of what stands around a climb.

#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod facts;
pub mod items;
pub mod snapshot;
pub mod token;
