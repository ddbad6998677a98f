//! The drawing of a step: what of it is rendered, for which reader, and what the plain list says instead.

use std::rc::Rc;

use fix_ladder::view::{PlainList, PlainListProps};
use fix_ladder_author::{Source, compile_with};
use fix_ladder_core::ladder::{Ladder, validate};

use super::super::support::{Climb, choose, monday};
use super::{rendered, state};

const LADDER: &str = "# Title\n\n## About you\n\n- System: Old, New\n\n## Look\n\n1. Open the page. <!-- illustration: page -->\n";

const PAGE: &str = "\
Old:
  Alt: The row Erase is at the end.
  screen
    row: Erase & <reset> (press)
Otherwise:
  Alt: The row Erase is at the top.
  screen
    row: Reset (not this)
    row: Erase (press)
";

fn ladder() -> Ladder {
    let files = [Source { name: "page.drawing", text: PAGE }];
    let compiled = compile_with(Source { name: "title.md", text: LADDER }, Some(&files));
    assert_eq!(compiled.of_drawings, [[]]);
    validate(&compiled.ladder.expect("a document")).expect("a valid ladder")
}

/// The figure, as HTML.
fn figure(option: Option<&str>) -> String {
    let mut climb = Climb { ladder: ladder(), progress: Default::default(), now: monday() };
    if option.is_some() {
        climb.must(choose("system", option));
    }
    let shown = rendered(&climb, state(&climb));
    let from = shown.find("<figure").expect("a figure");
    let end = shown.find("</figure").unwrap_or(shown.len());
    shown[from..end].to_owned()
}

#[test]
fn it_is_named_by_its_caption_and_its_shapes_are_silent() {
    let figure = figure(None);
    for expected in [
        "<figure class=\"drawing\"",
        "role=\"img\"",
        "aria-labelledby=\"drawing.",
        "viewBox=\"0 0 320 ",
        "<g aria-hidden=\"true\"",
        "<figcaption",
        "The row Erase is at the top.",
        "class=\"accent\"",
        "class=\" danger-line\"",
    ] {
        assert!(figure.contains(expected), "no {expected} in\n{figure}");
    }
    assert!(!figure.contains("style") && !figure.contains("href"), "{figure}");
}

#[test]
fn each_reader_sees_one_variant() {
    let [old, new, none] = [Some("old"), Some("new"), None].map(figure);
    assert!(
        old.contains("at the end") && !old.contains("at the top") && !old.contains("danger"),
        "{old}"
    );
    assert!(old.contains("Erase &amp; &lt;reset&gt;"), "words are text: {old}");
    assert_eq!(new, none);
    assert!(new.contains("at the top"), "{new}");
}

#[test]
fn the_plain_list_says_it_in_words() {
    let props =
        PlainListProps { ladder: Rc::new(ladder()), heading_level: 2, words: Default::default() };
    let renderer = yew::LocalServerRenderer::<PlainList>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let list = runtime.block_on(renderer.render());
    let expected = "<p>Picture:</p><ul><li><strong>Old: </strong>The row Erase is at the end.</li><li><strong>Otherwise: </strong>The row Erase is at the top.</li></ul>";
    assert!(list.contains(expected), "{list}");
    assert!(!list.contains("<svg"), "{list}");
}
