//! What is written as HTML is read as a post, and is the same ladder: no engine is between the two.

use fix_ladder_author::post;
use fix_ladder_core::ladder::RawLadder;
use serde_json::json;

use crate::escaping::HOSTILE;
use crate::support::{compiled, fixtures, ladder_of, read, texts};

/// Reads the tag of a ladder as the widget reads it in a page.
#[track_caller]
pub fn same_as_post(ladder: &RawLadder) {
    let tag = fix_ladder_writer::snippet(ladder, "https://a.example/fix-ladder.js", read)
        .unwrap_or_else(|errors| panic!("it is not written: {errors:?}"));
    let mut found = fix_ladder_posts::posts(&tag);
    assert_eq!(found.len(), 1, "{tag}");
    let read = post::read(&found.remove(0).post);
    let mut wanted = fix_ladder_writer::normal(ladder);
    wanted.drawings.clear();
    assert_eq!(read.ladder.as_ref(), Some(&wanted), "{tag}\n{:#?}", read.hints);
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
