//! Writes a document as text again: as the text format, as HTML in which engines render that format, and as the tag to
//! paste with all of that inside.
//!
//! Knows no parser. Whoever asks hands in how a text is read, so that nothing goes out that would be read as another
//! ladder: what cannot be written is an error with its place and its cure.

#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod blocks;
mod cures;
mod difference;
mod escape;
mod facts;
mod html;
mod ids;
mod layout;
mod line;
mod markdown;
mod marks;
mod normal;
mod outline;
mod plain_list;
mod rung;
mod snippet;
mod source;

use std::ops::Range;

use fix_ladder_core::ladder::{Error, RawLadder};

pub use facts::duration;
pub use normal::normal;
pub use plain_list::for_plain_list;
pub use snippet::MARKS;
pub use source::{SOURCE_END, SOURCE_START, Sources, in_script, source};

/// What a reader of the text format says of a text that is no ladder to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub message: String,
    pub cure: String,
}

/// How a text in the format is read: the compiler of `author/`.
pub trait Read: Fn(&str) -> Result<RawLadder, Vec<Complaint>> {}

impl<T: Fn(&str) -> Result<RawLadder, Vec<Complaint>>> Read for T {}

/// The ladder in the text format, without its drawings, which are files of their own. Ids stand in it only where the
/// words would give others; the id of the ladder always does, since it would follow from the name of the file.
///
/// What is read back is the ladder's [`normal`] form.
///
/// # Errors
///
/// Everything that the text would not give back, each with its location and its cure.
pub fn markdown(ladder: &RawLadder, read: impl Read) -> Result<String, Vec<Error>> {
    ids::written(ladder, &read).map(|written| written.text)
}

/// The ladder as clean HTML, which is XML as well: what engines make of its text in the format, without anything around.
///
/// # Errors
///
/// As for [`markdown`].
pub fn html(ladder: &RawLadder, read: impl Read) -> Result<String, Vec<Error>> {
    html_below(ladder, 1, read)
}

/// The same where the title is a heading of a lower level, as in a page that has a title of its own.
///
/// # Errors
///
/// As for [`markdown`].
pub fn html_below(ladder: &RawLadder, top: usize, read: impl Read) -> Result<String, Vec<Error>> {
    ids::written(ladder, &read).and_then(|written| html::html(&written.blocks, top))
}

/// The tag to paste, with the script from this address and the whole ladder inside: what readers see where no script
/// runs, and what the widget reads. It has no empty line, at which Markdown would end it.
///
/// # Errors
///
/// As for [`markdown`].
pub fn snippet(ladder: &RawLadder, address: &str, read: impl Read) -> Result<String, Vec<Error>> {
    let written = ids::written(ladder, &read)?;
    // The title of the post is the first heading.
    let html = html::html(&written.blocks, 2)?;
    Ok(snippet::snippet(&html, ladder.lang.as_deref(), address))
}
