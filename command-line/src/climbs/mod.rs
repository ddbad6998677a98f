//! Scripted climbs: what a reader does, and what must then be open and what blocked. Knows no files.

mod deeds;
mod init;
mod line;
mod run;

pub use init::written;
pub use run::{Outcome, run};
