//! What is wrong with a tag that an author pastes: `writer/` has its marks, and says what they are for.
//!
//! Knows attributes, nothing of where the tag stands.

use crate::build::scripts::BESIDE;

pub use fix_ladder_writer::MARKS;

/// Everything that is wrong with the tags of our script in a piece of HTML, each with its cure.
pub fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, _) in html.match_indices("<script") {
        let tag = html.get(at..).and_then(|it| it.split_once('>')).map_or("", |(tag, _)| tag);
        let address = tag.split_once("src=\"").map_or("", |(_, rest)| rest);
        let address = address.split('"').next().unwrap_or_default();
        let is_ours = address.contains("fix-ladder") || address.contains("{{");
        if !is_ours || BESIDE.iter().any(|(_, file)| address.ends_with(file)) {
            continue;
        }
        let before = tag.split("src=").next().unwrap_or_default();
        if !before.contains(MARKS) && !before.contains("{{ marks }}") {
            faults.push(format!("the tag needs its marks before `src`: {MARKS}"));
        }
        if tag.split_whitespace().any(|word| word == "async") {
            faults.push("XML knows no attribute without a value; write `async=\"\"`".to_owned());
        }
    }
    faults
}

/// What keeps a piece of HTML from being XML as well; nothing where it is both.
pub fn not_xml(html: &str) -> Option<String> {
    let whole = format!("<html>{html}</html>");
    roxmltree::Document::parse(&whole).err().map(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hp_22_a_tag_without_its_marks_is_a_fault() {
        let src = "src=\"https://example.org/fix-ladder/fix-ladder.js\"";
        let tag = |attributes: &str| format!("<p>a</p><script {attributes}></script>");
        assert_eq!(faults(&tag(&format!("async=\"\" {MARKS} {src}"))), [""; 0]);
        assert_eq!(
            faults(&tag(&format!("{src} {MARKS}"))).len(),
            1,
            "Cloudflare reads on to `src`"
        );
        assert_eq!(faults(&tag(&format!("async {src}"))).len(), 2);
        assert_eq!(faults(&tag("src=\"{{ address }}{{ it.plain }}\"")).len(), 1);
        assert_eq!(faults(&tag("src=\"/jquery.js\"")), [""; 0]);
    }

    #[test]
    fn hp_22_what_is_no_xml_is_found() {
        assert_eq!(
            not_xml(&format!("<script async=\"\" {MARKS} src=\"a.js\"></script><br/>")),
            None
        );
        for html in [
            "<script async src=\"a.js\"></script>",
            "<br>",
            "<p>a",
            "<a href=\"?a&b\">c</a>",
            "&nbsp;",
        ] {
            assert!(not_xml(html).is_some(), "{html}");
        }
    }
}
