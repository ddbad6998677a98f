//! What is written as HTML is read as a post, and is the same ladder: no engine is between the two.

use fix_ladder_author::post;
use fix_ladder_core::ladder::{RawLadder, RawRung};
use serde_json::json;

use crate::escaping::HOSTILE;
use crate::support::{compiled, fixtures, ladder_of, read, texts};

/// The same ladder; or, where words warn that were no warning, one with more to confirm, of which something is said.
#[track_caller]
pub fn same_or_safer(ladder: &RawLadder) {
    let (wanted, read, tag) = both(ladder);
    if read.hints.is_empty() {
        assert_eq!(read.ladder.as_ref(), Some(&wanted), "{tag}");
    }
    let given = read.ladder.unwrap_or_else(|| panic!("no ladder: {tag}\n{:#?}", read.hints));
    assert_eq!(given.rungs.len(), wanted.rungs.len(), "{tag}\n{:#?}", read.hints);
    for (given, wanted) in given.rungs.iter().zip(&wanted.rungs) {
        let guards = |rung: &RawRung| rung.requirements.len() + rung.warnings.len();
        assert!(guards(given) >= guards(wanted), "{tag}\n{:#?}", read.hints);
        assert_eq!(given.severity, wanted.severity, "{tag}");
    }
}

#[track_caller]
fn same_as_post(ladder: &RawLadder) {
    let (wanted, read, tag) = both(ladder);
    assert_eq!(read.ladder.as_ref(), Some(&wanted), "{tag}\n{:#?}", read.hints);
}

/// The ladder as the text gives it, and what the widget reads in its tag.
#[track_caller]
fn both(ladder: &RawLadder) -> (RawLadder, post::Read, String) {
    let tag = fix_ladder_writer::snippet(ladder, "https://a.example/fix-ladder.js", read)
        .unwrap_or_else(|errors| panic!("it is not written: {errors:?}"));
    let mut found = fix_ladder_posts::posts(&tag);
    assert_eq!(found.len(), 1, "{tag}");
    let read = post::read(&found.remove(0).post);
    let mut wanted = fix_ladder_writer::normal(ladder);
    wanted.drawings.clear();
    (wanted, read, tag)
}

#[test]
fn every_ladder_is_the_same_out_of_its_tag() {
    for (name, text) in texts() {
        same_as_post(&compiled(&name, &text));
    }
    for (_, ladder) in fixtures().into_iter().filter(|(name, _)| name != "limits.json") {
        same_as_post(&ladder);
    }
    for words in HOSTILE.into_iter().filter(|it| !it.contains(" > ")) {
        same_as_post(&ladder_of(json!([words, { "list": [words] }, [{ "strong": [words] }, "b"]])));
    }
}
