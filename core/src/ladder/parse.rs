//! From the text of a JSON document to a ladder.
//!
//! Knows JSON and the raw types; what makes a document a good one, only [`validate`] knows.

use serde::Deserialize;
use serde_json::error::Category;

use super::error::{Error, Location};
use super::model::Ladder;
use super::quote::shortened_to;
use super::raw::{FORMAT, RawLadder};
use super::validate::{format_error, validate};

/// The longest document, in bytes: 1 MB.
pub const MAX_BYTES: usize = 1_048_576;

/// Only the number of the format, so that a newer document is called newer, whatever else it holds.
#[derive(Deserialize)]
struct RawFormat {
    format: u64,
}

/// Reads a document and checks all of it.
///
/// # Errors
///
/// One error where the text is too long, of a newer format, or not the JSON of a document; its location
/// is the line and the column, both from 1. Else all the faults that [`validate`] finds.
pub fn parse(json: &str) -> Result<Ladder, Vec<Error>> {
    if json.len() > MAX_BYTES {
        let message = format!(
            "the document has {} bytes: at most {MAX_BYTES} (1 MB) are read, so shorten it or split it in two",
            json.len()
        );
        return Err(vec![Error { location: Location::default(), message }]);
    }
    // Some editors put a byte order mark at the start, which JSON does not know.
    let json = json.trim_start_matches('\u{feff}');
    // A document whose format cannot be read fails below, with a better message.
    if let Ok(RawFormat { format }) = serde_json::from_str(json)
        && format > u64::from(FORMAT)
    {
        return Err(vec![format_error(format)]);
    }
    let raw: RawLadder = serde_json::from_str(json).map_err(|error| vec![describe(&error)])?;
    validate(&raw)
}

/// One error in our words; its message holds only so much of the document as a person will read.
fn describe(error: &serde_json::Error) -> Error {
    let whole = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let what = whole.strip_suffix(position.as_str()).unwrap_or(&whole);
    let message = match error.classify() {
        Category::Eof => "the document ends too early: close every bracket and every quote, \
                          and check that the whole file arrived"
            .to_owned(),
        Category::Syntax | Category::Io if what.starts_with("recursion limit") => {
            "the document is nested too deeply: at most 32 levels of lists, variants and marks are read".to_owned()
        }
        Category::Syntax | Category::Io => {
            format!("this is not JSON, {}: correct it here", shortened_to(what, 200))
        }
        Category::Data => format!("{}: {}", shortened_to(&in_plain_words(what), 400), cure_for(what)),
    };
    let location = match error.line() {
        0 => Location::default(),
        line => Location::default()
            .nth("line", line - 1)
            .nth("column", error.column().saturating_sub(1)),
    };
    Error { location, message }
}

/// What serde says it expected, without the names of our types.
fn in_plain_words(what: &str) -> String {
    const NAMES: [(&str, &str); 5] = [
        ("a sequence", "a list"),
        ("a boolean", "`true` or `false`"),
        ("i64", "a whole number"),
        ("u32", "a whole number from 0"),
        ("u64", "a whole number from 0"),
    ];
    match what.rsplit_once(", expected ") {
        Some((found, expected)) if expected.starts_with("struct ") => {
            format!("{found}, expected an object")
        }
        Some((found, expected)) => {
            let name = NAMES
                .iter()
                .find(|(theirs, _)| *theirs == expected)
                .map_or(expected, |(_, ours)| ours);
            format!("{found}, expected {name}")
        }
        None => what.to_owned(),
    }
}

fn cure_for(what: &str) -> &'static str {
    const CURES: [(&str, &str); 5] = [
        ("unknown field", "correct its name, or take it out"),
        ("unknown variant", "correct its name"),
        ("missing field", "add it"),
        ("duplicate field", "keep one of the two"),
        ("invalid type", "write what is expected instead"),
    ];
    let found = CURES.iter().find(|(beginning, _)| what.starts_with(beginning));
    found.map_or("correct it here", |(_, cure)| cure)
}
