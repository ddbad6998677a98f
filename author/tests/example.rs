//! The complete example of `docs/format.md` is what the format says it is.

use serde_json::Value;

use crate::support::{document, rendered};

const FORMAT: &str = include_str!("../../docs/format.md");

/// The example, out of the page that shows it: the fenced block that holds a whole ladder.
pub fn text() -> String {
    let (_, after) = FORMAT.split_once("```markdown\n").expect("the page has an example");
    let (example, _) = after.split_once("```").expect("the example has an end");
    example.to_owned()
}

#[test]
fn the_example_gives_this_document() {
    let expected: Value =
        serde_json::from_str(include_str!("printer.json")).expect("the snapshot is JSON");
    assert_eq!(document(&text()), expected);
}

#[test]
fn nothing_is_said_about_the_example() {
    assert_eq!(rendered(&text()), "");
}

#[test]
fn nothing_is_said_about_the_built_in_ladder() {
    assert_eq!(rendered(include_str!("../../ladders/icloud-photos.md")), "");
}

#[test]
fn what_an_assistant_is_shown_is_a_ladder() {
    let paper = include_str!("../../docs/write-with-an-assistant.md");
    let (_, after) = paper.split_once("## An example\n\n```text\n").expect("it has an example");
    let (example, _) = after.split_once("\n```").expect("the example has an end");
    assert_eq!(rendered(example), "");
    let second = &document(example)["rungs"][1];
    assert_eq!(second["warnings"][0]["confirmations"], 2);
    assert!(second["requirements"][0]["evidence"].is_object(), "{second}");
}
