//! Joins the writer and the compiler: a text is written only if the compiler reads it as the same ladder. Knows no format.

use fix_ladder_author::{Severity, Source, compile};
use fix_ladder_core::ladder::{Error, RawLadder};
use fix_ladder_writer::Complaint;

/// Something, or sentences on why there is none.
pub type Told<T> = Result<T, Vec<String>>;

fn read(text: &str) -> Result<RawLadder, Vec<Complaint>> {
    let compiled = compile(Source { name: "ladder.md", text });
    let errors = compiled.diagnostics.into_iter().filter(|it| it.severity == Severity::Error);
    compiled.ladder.ok_or_else(|| {
        errors.map(|it| Complaint { range: it.range, message: it.message, cure: it.cure }).collect()
    })
}

/// The ladder in the text format, without its drawings.
///
/// # Errors
///
/// What that cannot say.
pub fn markdown(ladder: &RawLadder) -> Told<String> {
    fix_ladder_writer::markdown(&without_drawings(ladder), read).map_err(told)
}

/// The ladder as clean HTML, for a page with a title of its own.
///
/// # Errors
///
/// As for [`markdown`].
pub fn html(ladder: &RawLadder) -> Told<String> {
    fix_ladder_writer::html_below(&without_drawings(ladder), 2, read).map_err(told)
}

/// The tag with the whole ladder inside.
///
/// # Errors
///
/// As for [`markdown`].
pub fn snippet(ladder: &RawLadder, address: &str) -> Told<String> {
    fix_ladder_writer::snippet(&without_drawings(ladder), address, read).map_err(told)
}

fn told(errors: Vec<Error>) -> Vec<String> {
    errors.iter().map(Error::to_string).collect()
}

/// Drawings are files of their own. A step keeps the name of its drawing only where that is there.
fn without_drawings(ladder: &RawLadder) -> RawLadder {
    let mut ladder = ladder.clone();
    ladder.drawings.clear();
    for step in ladder.rungs.iter_mut().flat_map(|it| it.steps.iter_mut()) {
        step.illustration = None;
    }
    ladder
}
