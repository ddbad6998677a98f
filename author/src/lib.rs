//! Turns a ladder in plain text (Markdown) into a document, with diagnostics. Knows no files and no JSON.
//!
//! The format is described in `docs/format.md`. Nothing in a text is dropped silently: what no rule
//! knows stays visible as prose in its place, and a diagnostic says so.

#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]
// Without its parsers, nobody asks for some parts.
#![cfg_attr(
    not(all(feature = "markdown", feature = "render", feature = "drawings")),
    allow(dead_code)
)]

mod advice;
mod annotations;
mod assign_ids;
mod brackets;
mod choices;
mod comments;
mod confirmations;
mod context;
mod destructive;
mod diagnostics;
#[cfg(feature = "drawings")]
mod drawings;
mod durations;
mod evidence;
mod evidence_numbers;
mod evidence_place;
mod fact_comments;
mod fact_keys;
mod facts;
mod flat;
mod good_writing;
mod headings;
mod ids;
#[cfg(feature = "markdown")]
mod include;
mod keyed;
mod ladder;
mod lookalikes;
#[cfg(feature = "markdown")]
mod markdown;
mod more;
mod nearest;
mod negation;
mod node;
mod options;
mod outline;
mod paragraph_keys;
pub mod post;
mod prose;
mod quotes;
mod requirements;
mod rung;
mod scopes;
mod severity;
mod sources;
mod steps;
mod stray_facts;
mod text;
mod text_kind;
mod undo;
mod validation;
mod variants;
mod warning_words;
mod warnings;
mod whitespace;

#[cfg(feature = "render")]
pub use diagnostics::render;
pub use diagnostics::{Diagnostic, Severity, Source};
#[cfg(feature = "drawings")]
pub use drawings::DRAWING_ENDINGS;
pub use durations::duration;
#[cfg(feature = "markdown")]
pub use include::{Said, compile_pieces, with_pieces};

#[cfg(feature = "markdown")]
use context::Context;
use fix_ladder_core::ladder::RawLadder;

/// What became of a text.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The document, valid as it is; absent when any diagnostic is an error.
    pub ladder: Option<RawLadder>,
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What is said of each file of a drawing, in the order of the files.
    pub of_drawings: Vec<Vec<Diagnostic>>,
}

/// The longest text, in bytes: 1 MB.
#[cfg(feature = "markdown")]
const MAX_BYTES: usize = fix_ladder_core::ladder::MAX_BYTES;

/// Turns a text into a document. Every fault is reported, not only the first. What its steps are illustrated with may
/// come later.
///
/// Texts of more than 1 MB are not read.
#[cfg(feature = "markdown")]
pub fn compile(source: Source<'_>) -> Compiled {
    compile_with(source, None)
}

/// The same with all the files of the ladder's drawings: every illustration of a step has to be one of them.
#[cfg(feature = "markdown")]
pub fn compile_with(source: Source<'_>, drawings: Option<&[Source<'_>]>) -> Compiled {
    let mut ctx = Context::default();
    if source.text.len() > MAX_BYTES {
        ctx.diagnostics.error(
            0..0,
            format!("the text has {} bytes, more than {MAX_BYTES} (1 MB)", source.text.len()),
            "shorten it, or make two ladders of it",
        );
        let diagnostics = ctx.diagnostics.finish(source.text);
        return Compiled { ladder: None, diagnostics, of_drawings: Vec::new() };
    }
    let nodes = markdown::parse(source.text, &mut ctx.diagnostics);
    #[cfg_attr(not(feature = "drawings"), expect(unused_mut, reason = "drawings add to it"))]
    let mut ladder = ladder::read(&mut ctx, source, nodes);
    let of_drawings = match drawings {
        #[cfg(feature = "drawings")]
        Some(files) => drawings::add(&mut ctx, &mut ladder, files),
        #[cfg(not(feature = "drawings"))]
        Some(_) => Vec::new(),
        None => Vec::new(),
    };
    validation::check(&mut ctx, &ladder);
    let failed = ctx.diagnostics.any_error() || ctx.drawings_failed;
    Compiled {
        ladder: (!failed).then_some(ladder),
        diagnostics: ctx.diagnostics.finish(source.text),
        of_drawings,
    }
}
