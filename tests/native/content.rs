//! Holds the built-in ladder `icloud-photos` to what its sources know, fact by fact.
//! Knows nothing of how a ladder is shown or climbed.

mod deleting;
mod facts;
mod lengths;
mod names;
mod order;
mod pieces;
mod post;
mod switching;
mod walk;
mod wording;

use fix_ladder_author::{Source, compile};
use fix_ladder_core::ladder::{Ladder, RawLadder, Rung, validate};

const TEXT: &str = include_str!("../../ladders/icloud-photos.md");

/// The document as the author's tools build it.
/// The text with plain quotes, so that the tables of facts can be typed and searched.
fn plainly_quoted() -> String {
    TEXT.replace('’', "'").replace(['“', '”'], "\"")
}

fn document() -> RawLadder {
    let compiled = compile(Source { name: "ladders/icloud-photos.md", text: &plainly_quoted() });
    assert!(
        compiled.diagnostics.is_empty(),
        "there is something to say: {:#?}",
        compiled.diagnostics
    );
    compiled.ladder.expect("a text without diagnostics has a document")
}

fn ladder() -> Ladder {
    validate(&document()).expect("the document is valid")
}

#[track_caller]
fn rung<'a>(ladder: &'a Ladder, id: &str) -> &'a Rung {
    let known = ladder.rungs.iter().find(|rung| rung.id.as_str() == id);
    known.unwrap_or_else(|| panic!("there is no rung `{id}`"))
}

#[test]
fn builds_without_a_single_diagnostic() {
    let ladder = ladder();
    assert_eq!(ladder.id.as_str(), "icloud-photos");
    assert_eq!(&*ladder.lang, "en");
    assert_eq!(ladder.title.plain(), "iCloud Photos won't sync");
}

#[test]
fn every_id_is_written_down_so_that_an_edit_keeps_the_ticks() {
    let ladder = ladder();
    let written = |id: &str| TEXT.contains(&format!("<!-- id: {id} -->"));
    for rung in &ladder.rungs {
        let ids = std::iter::once(&rung.id)
            .chain(rung.requirements.iter().map(|requirement| &requirement.id))
            .chain(rung.warnings.iter().map(|warning| &warning.id))
            .chain(rung.steps.iter().map(|step| &step.id));
        for id in ids {
            assert!(written(id.as_str()), "`{id}` was made from the words: write it in a comment");
        }
    }
}
