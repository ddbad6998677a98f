//! The tag to paste: HTML and XML at once, with its marks, whole.

use crate::support::{compiled, read, texts};

#[test]
fn the_tag_is_whole_and_is_xml_as_well() {
    for (name, text) in texts() {
        let mut ladder = compiled(&name, &text);
        ladder.lang = Some("en-GB".to_owned());
        let address = "https://example.org/fix-ladder/fix-ladder.js?a=1&b=2";
        let snippet = fix_ladder_writer::snippet(&ladder, address, read).expect("it is written");
        let whole = format!("<html>{snippet}</html>");
        let document = roxmltree::Document::parse(&whole).expect("it is XML");
        let element = document.root_element().first_element_child().expect("the element");
        assert_eq!(
            (element.tag_name().name(), element.attribute("lang")),
            ("fix-ladder", Some("en-GB"))
        );
        let headings = element.children().filter(|it| it.has_tag_name("h3")).count();
        assert!(headings >= ladder.rungs.len(), "{headings}");
        let script = document.root_element().last_element_child().expect("the script");
        assert_eq!(script.attribute("src"), Some(address));
        let (before, _) = snippet.split_once(" src=").expect("an address");
        assert!(
            before.ends_with(fix_ladder_writer::MARKS) && before.contains("<script async=\"\""),
            "{before}"
        );
        assert!(!snippet.contains("\n\n"), "Markdown would end it at an empty line");
    }
}

#[test]
fn an_id_that_no_comment_of_xml_holds_is_told() {
    let mut ladder = compiled("a.md", "# T\n\n## R\n\n1. Look. <!-- id: a--b -->\n");
    let errors = fix_ladder_writer::html(&ladder, read).expect_err("it cannot be written");
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "rung 1, step 1: `id: a--b` cannot stand in a comment of XML: take the double hyphen out of the id"
        ]
    );
    ladder.rungs[0].steps[0].id = "a-b".to_owned();
    assert!(fix_ladder_writer::html(&ladder, read).is_ok());
}
