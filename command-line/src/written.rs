//! Joins the writer and the compiler: a text is written only if the compiler reads it as the same ladder. Knows no format.

use anyhow::{Result, bail};
use fix_ladder_author::{Severity, Source, compile};
use fix_ladder_core::ladder::{Error, RawLadder};
use fix_ladder_writer::Complaint;

fn read(text: &str) -> Result<RawLadder, Vec<Complaint>> {
    let compiled = compile(Source { name: "ladder.md", text });
    let errors = compiled.diagnostics.into_iter().filter(|it| it.severity == Severity::Error);
    compiled.ladder.ok_or_else(|| {
        errors.map(|it| Complaint { range: it.range, message: it.message, cure: it.cure }).collect()
    })
}

/// The ladder in the text format.
///
/// # Errors
///
/// What it cannot say, a line each.
pub fn markdown(name: &str, ladder: &RawLadder) -> Result<String> {
    if !ladder.drawings.is_empty() {
        bail!(
            "{name} has drawings, which no text holds: they are files in the folder of the ladder's name; take `drawings` \
             and each `illustration` out of the document first"
        );
    }
    told(name, "text", fix_ladder_writer::markdown(ladder, read))
}

/// The tag with the whole ladder inside.
///
/// # Errors
///
/// As for [`markdown`].
pub fn snippet(name: &str, ladder: &RawLadder, address: &str) -> Result<String> {
    told(name, "a tag", fix_ladder_writer::snippet(ladder, address, read))
}

fn told(name: &str, what: &str, written: Result<String, Vec<Error>>) -> Result<String> {
    match written {
        Ok(written) => Ok(written),
        Err(errors) => {
            let lines: Vec<String> = errors.iter().map(|error| format!("\n  {error}")).collect();
            bail!("{name} cannot be written as {what}:{}", lines.concat());
        }
    }
}
