//! Messages are data: one file a language. This reads the files, checks them against English, and makes Rust of them.
//!
//! Knows the form of the files and which types come out. Knows no single message, and not where the files are.

mod check;
mod content;
mod placeholders;
mod read;
mod rust;

pub use check::{Checked, check};
pub use content::{Content, Entry, Fault, Language, PLURAL_CATEGORIES, REFERENCE};
pub use read::read;
pub use rust::{tables, texts, types};
