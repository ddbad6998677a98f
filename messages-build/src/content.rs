//! What a file of messages holds, what a fault in it is, and how both name a key.
//!
//! Knows the form of the content. Knows neither TOML nor Rust, and checks nothing.

use std::fmt;

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
pub(crate) fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Words as they are listed in a fault: `zero`, `one`.
pub(crate) fn listed<'a>(all: impl IntoIterator<Item = &'a str>) -> String {
    all.into_iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
