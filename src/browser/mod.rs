//! The only home of clocks, timers, storage and `Intl`. Knows strings and times, and nothing of
//! ladders or progress.

pub mod intl;
pub mod now;
pub mod sight;
pub mod store;
pub mod subscription;
