//! HTML comments: the few that mean something, and the rest. Knows nothing of where they stand.

use std::ops::Range;

/// One comment: `<!-- id: export-originals -->`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comment {
    pub meaning: Meaning,
    pub range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    Id(String),
    Illustration(String),
    Lang(String),
    /// The step takes the page away from the reader.
    Interrupts,
    /// What an editor writes for itself, such as WordPress's block marks.
    Editor,
    /// The key of a comment of the form `key: value` that is not known.
    /// With all of its words.
    Unknown(String, String),
    /// Anything else; a note of the author's to themselves.
    Other(String),
    /// A comment that has no end: it hides the rest of the text from every reader.
    Unclosed,
}

/// The comment that the HTML consists of, if it is one.
pub(crate) fn whole(html: &str, range: Range<usize>) -> Option<Comment> {
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    Some(Comment { meaning: meaning(inner), range })
}

/// What the words of a comment mean.
pub(crate) fn meaning(inner: &str) -> Meaning {
    let inner = inner.trim();
    // An empty comment only parts what stands around it, such as two lists.
    if inner.is_empty() || inner.starts_with("wp:") || inner.starts_with("/wp:") || inner == "more"
    {
        return Meaning::Editor;
    }
    if inner.eq_ignore_ascii_case("interrupts") {
        return Meaning::Interrupts;
    }
    let Some((key, value)) = inner.split_once(':') else { return Meaning::Other(inner.to_owned()) };
    let value = value.trim().to_owned();
    match key.trim().to_ascii_lowercase().as_str() {
        "id" => Meaning::Id(value),
        "illustration" => Meaning::Illustration(value),
        "lang" => Meaning::Lang(value),
        word if word.chars().all(char::is_alphabetic) => {
            Meaning::Unknown(word.to_owned(), inner.to_owned())
        }
        _ => Meaning::Other(inner.to_owned()),
    }
}
