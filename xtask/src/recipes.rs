//! The recipes of `docs/embedding.md`: what an author is told to paste is what tests and engines get, to the letter.
//!
//! Knows headings and code blocks of Markdown, nothing of what is in them.

use anyhow::{Context, Result};

/// Where the recipes are.
const PAPER: &str = "docs/embedding.md";

/// The code block under the heading `#### <name>`, or one of another level, that has this many before it.
///
/// # Errors
///
/// There is no such heading, or there are not as many code blocks before the next one.
pub fn recipe(name: &str, index: usize) -> Result<String> {
    let paper = std::fs::read_to_string(crate::project_root().join(PAPER))
        .with_context(|| format!("reading {PAPER}"))?;
    let block = blocks_under(&paper, name).into_iter().nth(index);
    block.with_context(|| format!("{PAPER} has no code block {index} under the heading {name:?}"))
}

/// Every code block from a heading to the next one of whatever level, each without the end of its last line.
fn blocks_under(paper: &str, name: &str) -> Vec<String> {
    let is_heading =
        |line: &&str| line.starts_with('#') && line.trim_start_matches('#').trim() == name;
    let mut blocks = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in paper.lines().skip_while(|line| !is_heading(line)).skip(1) {
        match (&mut open, line.starts_with("```")) {
            (None, true) => open = Some(Vec::new()),
            (None, false) if line.starts_with('#') => break,
            (None, false) => {}
            (Some(_), true) => blocks.extend(open.take().map(|lines| lines.join("\n"))),
            (Some(lines), false) => lines.push(line),
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::blocks_under;

    const PAPER: &str = "# P\n#### One\nWords.\n```html\n<p>\n# no heading\n```\n```js\n1\n```\n## Two\n### Three\n```\n3\n```\n";

    #[test]
    fn a_recipe_is_the_code_under_its_heading() {
        assert_eq!(blocks_under(PAPER, "One"), ["<p>\n# no heading", "1"]);
        assert!(blocks_under(PAPER, "Two").is_empty());
        assert_eq!(blocks_under(PAPER, "Three"), ["3"]);
        assert!(blocks_under(PAPER, "Four").is_empty());
    }
}
