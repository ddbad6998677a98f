//! What authors paste, and where: our tags at each place of a post in Markdown.
//!
//! Knows our tags and the indentation of Markdown, nothing of any engine.

use anyhow::{Context, Result};

use crate::recipes::recipe;

/// A post with one of our tags in it.
#[derive(Clone, Debug)]
pub struct Paste {
    /// What is pasted.
    pub snippet: &'static str,
    /// Where it stands, as the id of a section.
    pub place: &'static str,
    pub text: String,
}

/// What stands in the place of the tag.
const MARK: &str = "SNIPPET";

/// Each post says "Before" and "After", which no widget may take along.
const PLACES: [(&str, &str); 7] = [
    ("at-the-start-of-a-line", "Before.\n\nSNIPPET\n\nAfter.\n"),
    ("indented", "Before.\n\n  SNIPPET\n\nAfter.\n"),
    ("indented-by-four", "Before.\n\n    SNIPPET\n\nAfter.\n"),
    ("in-a-list-item", "- Before.\n- SNIPPET\n- After.\n"),
    ("in-a-quotation", "> Before.\n>\n> SNIPPET\n\nAfter.\n"),
    ("under-a-paragraph", "Before.\nSNIPPET\n\nAfter.\n"),
    ("in-a-sentence", "Before SNIPPET and on.\n\nAfter.\n"),
];

/// The place that the docs name for all engines.
pub const RECOMMENDED: &str = PLACES[0].0;

/// What the docs say to paste, and the same as authors change it.
///
/// # Errors
///
/// The docs have no such code.
pub fn snippets() -> Result<[(&'static str, String); 5]> {
    let tag = recipe("The tag", 0)?;
    let list = recipe("Markdown", 0)?;
    let in_lines = tag.replace("\" ", "\"\n  ");
    let spaced = list.replace("\n<li>", "\n\n<li>");
    let bare: Vec<&str> = list.lines().filter(|it| !it.contains("div>")).collect();
    let bare = bare.join("\n");
    Ok([
        ("tag", tag),
        ("tag-in-lines", in_lines),
        ("list", list),
        ("list-spaced", spaced),
        ("list-bare", bare),
    ])
}

/// Every tag at every place.
///
/// # Errors
///
/// The docs have no such code.
pub fn pastes() -> Result<Vec<Paste>> {
    let mut pastes = Vec::new();
    for (snippet, tag) in snippets()? {
        for (place, post) in PLACES {
            pastes.push(Paste { snippet, place, text: put(post, &tag)? });
        }
    }
    Ok(pastes)
}

/// Each further line of a tag is indented as its first, as editors do.
fn put(post: &str, tag: &str) -> Result<String> {
    let before = post.split(MARK).next().context("no place")?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent: String = match line.starts_with('B') {
        true => String::new(),
        false => line.chars().map(|it| if it == '-' { ' ' } else { it }).collect(),
    };
    let lines: Vec<String> = tag.lines().map(|it| format!("{indent}{it}")).collect();
    let tag = lines.join("\n");
    let tag = tag.strip_prefix(&indent).unwrap_or(&tag);
    Ok(post
        .replace(MARK, &tag.replace(&format!("{indent}\n"), &format!("{}\n", indent.trim_end()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_indented_as_its_place_is() -> Result<()> {
        assert_eq!(put("> SNIPPET\n", "<a\n\nb>")?, "> <a\n>\n> b>\n");
        assert_eq!(put("- SNIPPET\n- A.\n", "<a\nb>")?, "- <a\n  b>\n- A.\n");
        assert_eq!(put("Before SNIPPET.\n", "<a\nb>")?, "Before <a\nb>.\n");
        Ok(())
    }

    #[test]
    fn each_tag_stands_at_each_place() -> Result<()> {
        let pastes = pastes()?;
        assert_eq!(pastes.len(), 5 * PLACES.len());
        assert!(pastes.iter().all(|it| it.text.contains("After.") && !it.text.contains(MARK)));
        let [(_, tag), (_, in_lines), (_, list), (_, spaced), (_, bare)] = snippets()?;
        assert!(tag.starts_with("<script ") && tag.lines().count() == 1);
        assert!(in_lines.lines().count() > 2 && spaced.contains("\n\n"));
        assert!(list.starts_with("<div>\n") && bare.starts_with("<fix-ladder "));
        Ok(())
    }
}
