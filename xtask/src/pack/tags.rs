//! The tags that an author pastes. Each is without empty lines, at which Markdown would end it.
//!
//! Knows HTML and addresses, nothing of where the tags are told.

use anyhow::Result;

use crate::build::ladders::BuiltIn;
use crate::build::pages::plain_list;
use crate::build::pages::standalone::escape;

/// The level of the headings of a post, whose title is the first.
const HEADING_LEVEL: u8 = 2;

/// One line that puts a widget where it stands.
pub fn short(address: &str, file: &str, id: &str) -> String {
    format!(
        "<script async src=\"{}\" data-ladder=\"{id}\"></script>",
        escape(&format!("{address}{file}"))
    )
}

/// One line that brings the script to an element that stands in the page already.
pub fn script(address: &str, file: &str) -> String {
    format!("<script src=\"{}\"></script>", escape(&format!("{address}{file}")))
}

/// As [`script`], and only if the file is what it was when it was packed.
pub fn checked_script(address: &str, file: &str, integrity: &str) -> String {
    let address = escape(&format!("{address}{file}"));
    format!(
        "<script src=\"{address}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    )
}

/// The element with the whole ladder as text. The script is to stand right after it.
///
/// # Errors
///
/// The list cannot be drawn.
pub fn element(built_in: &BuiltIn) -> Result<String> {
    let id = built_in.id();
    // The margins are the same around the list and around the widget.
    let class = format!("fix-ladder-{id}");
    let list = in_lines(&plain_list(&built_in.ladder, HEADING_LEVEL)?);
    let lang = escape(&built_in.ladder.lang);
    Ok(format!(
        "<style>\n.{class} {{ display: flow-root; margin: 1.8em 0 }}\n</style>\n<div class=\"{class}\">\n<fix-ladder ladder=\"{id}\">\n<div lang=\"{lang}\">{list}\n</div>\n</fix-ladder>\n</div>"
    ))
}

/// Begins a line with each part of a list, where white space says nothing.
fn in_lines(html: &str) -> String {
    const PARTS: [&str; 14] = [
        "<h2>",
        "<h3>",
        "<h4>",
        "<h5>",
        "<h6>",
        "<p>",
        "<ol>",
        "<ul>",
        "<li>",
        "<dl>",
        "<div>",
        "<blockquote>",
        "<details>",
        "</ol>",
    ];
    // What an author has broken into lines could begin one like Markdown, or be an empty one.
    let mut lines = html.replace(['\n', '\r'], " ");
    for part in PARTS {
        lines = lines.replace(part, &format!("\n{part}"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_an_attribute() {
        let tag = short("https://example.org/a&b/", "fix-ladder.js", "kettle");
        assert_eq!(
            tag,
            "<script async src=\"https://example.org/a&amp;b/fix-ladder.js\" data-ladder=\"kettle\"></script>"
        );
    }

    #[test]
    fn a_list_is_read_the_same_in_lines() {
        let list = "<ol><li><h3>One</h3><p>Do <em>it</em>.</p></li></ol>";
        let lines = in_lines(list);
        assert_eq!(lines, "\n<ol>\n<li>\n<h3>One</h3>\n<p>Do <em>it</em>.</p></li>\n</ol>");
        assert_eq!(lines.replace('\n', ""), list);
    }

    #[test]
    fn every_line_of_a_list_begins_with_a_tag() {
        let lines = in_lines("<ol><li>One\n\n```\n# Two\r\n\r\n</li></ol><p>\nThree</p>");
        let begins = |line: &str| line.starts_with('<');
        assert!(lines.lines().skip(1).all(begins), "{lines}");
    }
}
