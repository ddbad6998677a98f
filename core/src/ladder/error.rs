//! What can be wrong with a document: one error a fault, each with its location in words and the cure. Knows no rule.
//!
//! Messages follow the location, start in lower case and end without a full stop:
//! "rung 3 `delete-all`, requirement 2: …".

use std::fmt;

/// One fault of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Where it is.
    pub location: Location,
    /// What is wrong, and what to do about it.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location, self.message)
    }
}

impl std::error::Error for Error {}

/// A location in a document, from the outermost part to the innermost. Empty is the document itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location(pub Vec<Part>);

/// One part of a [`Location`]: "rung 3 `delete-all`", "wait", "paragraph 2".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// What it is, as an author would call it: `rung`, `step`, `requirement`, `title`, `source` …
    pub what: &'static str,
    /// Its number among its like, from 1; absent where there can be only one.
    pub number: Option<usize>,
    /// Its id, where it has one.
    pub id: Option<String>,
}

impl Location {
    /// The location of a part that there is only one of.
    pub fn only(&self, what: &'static str) -> Location {
        self.with(Part { what, number: None, id: None })
    }

    /// The location of the part at `index`, counted from 0.
    pub fn nth(&self, what: &'static str, index: usize) -> Location {
        self.with(Part { what, number: Some(index + 1), id: None })
    }

    /// The location of the part at `index`, counted from 0, with its id.
    pub fn named(&self, what: &'static str, index: usize, id: &str) -> Location {
        self.with(Part { what, number: Some(index + 1), id: Some(id.to_owned()) })
    }

    fn with(&self, part: Part) -> Location {
        let mut parts = self.0.clone();
        parts.push(part);
        Location(parts)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("the ladder");
        }
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            f.write_str(part.what)?;
            if let Some(number) = part.number {
                write!(f, " {number}")?;
            }
            if let Some(id) = &part.id {
                write!(f, " `{id}`")?;
            }
        }
        Ok(())
    }
}
