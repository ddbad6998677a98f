//! What to do about what the text format cannot say. Knows no documents.

use fix_ladder_core::ladder::Error;

use crate::difference::Difference;

/// A difference as an error: what is lost, and the cure.
pub(crate) fn error(difference: Difference) -> Error {
    let Difference { location, field, other } = difference;
    let is_in = |what: &str| location.0.iter().any(|part| part.what == what);
    let words = "a text in the format says this otherwise";
    let (what, cure) = match field.as_str() {
        "id" => (
            match other {
                Some(made) => format!("a text in the format gives this the id `{made}`"),
                None => "a text in the format gives this another id".to_owned(),
            },
            "give it that id",
        ),
        "note" => (
            "in a text, a note stands behind the month".to_owned(),
            "give the source its `checked`, or take the note into its text",
        ),
        "when" => (
            "the words of the options do not say which are meant".to_owned(),
            "give every option of the ladder a label of its own, without a comma, a colon or ` + `",
        ),
        "not" => (
            "these names are read otherwise in a text".to_owned(),
            "write each as a bare name, without articles, commas and `or`",
        ),
        "more" => (
            words.to_owned(),
            "join what is folded side by side, and begin nothing else with `More:`",
        ),
        _ if is_in("evidence") => (
            "these words are read otherwise in a text".to_owned(),
            "say them without brackets, commas and semicolons",
        ),
        _ => (
            words.to_owned(),
            "say it in words that mean nothing to the format, without its keys such as `More:`, its brackets, its headings, \
             and marks in marks in marks",
        ),
    };
    Error { location, message: format!("{what}: {cure}") }
}
