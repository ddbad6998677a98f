//! Messages are data: one file a language. This reads the files, checks them against English, and makes Rust of them.
//!
//! Knows the form of the files and which types come out. Knows no single message, and not where the files are.

mod check;
mod placeholders;
mod read;
mod rust;

use std::fmt;

pub use check::{Checked, check};
pub use read::read;
pub use rust::{tables, types};

/// The language that all others are checked against, that fills their gaps, and that is spoken where none is asked for.
pub const REFERENCE: &str = "en";

/// The plural categories of the Unicode CLDR.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What one language says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The path of its file, as faults name it.
    pub file: String,
    /// Its BCP 47 tag.
    pub lang: String,
    /// The sections.
    pub entries: Vec<Entry>,
}

/// A key with what is under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    /// The note to translators.
    pub note: String,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Message(String),
    /// A form for each plural category that the language tells apart.
    Plural(Vec<(String, String)>),
    /// Messages that belong together.
    Group(Vec<Entry>),
}

/// What is wrong with a file, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    /// Nothing where it is the file as a whole.
    pub key: String,
    /// The fault, then the cure.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "{}: {}", self.file, self.message),
            key => write!(f, "{}: `{key}`: {}", self.file, self.message),
        }
    }
}

/// A key below others: `widget.skip_wait.action`.
fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Words as they are listed in a fault: `zero`, `one`.
fn listed<'a>(all: impl IntoIterator<Item = &'a str>) -> String {
    all.into_iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
