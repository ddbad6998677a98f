//! A list of HTML broken into lines, none of which is empty or could begin a block of Markdown.
//!
//! Knows elements by their names, nothing of what they say.

/// Begins a line with each part of a list, where white space says nothing.
pub fn in_lines(html: &str) -> String {
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
