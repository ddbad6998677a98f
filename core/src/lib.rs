//! The pure core of Fix Ladder: what a ladder is, how it is climbed, how that is stored, and what is said of it.
//!
//! Knows no browser and no clock: Cargo gives it none. The time comes in as a value.

// One panic would stop every widget on the page, so product code has no way to panic.
#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

/// The allocator of every module of WebAssembly.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub mod folding;
pub mod ladder;
pub mod messages;
pub mod progress;
pub mod saved;
