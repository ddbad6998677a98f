//! The recipes of docs/embedding.md, so that what a test puts into a page is what an author is told to paste.
//! Knows headings and code blocks of Markdown, nothing of what is in them.

use anyhow::{Context, Result};

/// Where the recipes are.
const PAPER: &str = "docs/embedding.md";

/// The first code block under the heading `#### <name>`.
///
/// # Errors
///
/// There is no such heading, or no code block before the next one.
pub fn recipe(name: &str) -> Result<String> {
    recipe_at(name, 0)
}

/// The code block under the heading `#### <name>` that has this many before it.
///
/// # Errors
///
/// There is no such heading, or there are not as many code blocks before the next one.
pub fn recipe_at(name: &str, index: usize) -> Result<String> {
    let paper = std::fs::read_to_string(xtask::project_root().join(PAPER))
        .with_context(|| format!("reading {PAPER}"))?;
    let blocks = blocks_under(&paper, name)
        .with_context(|| format!("{PAPER} has no heading `#### {name}`"))?;
    let block = blocks.into_iter().nth(index);
    block.with_context(|| format!("{PAPER}, {name}: there is no code block {index}"))
}

/// Every code block from a heading to the next one of whatever level.
fn blocks_under(paper: &str, name: &str) -> Option<Vec<String>> {
    let heading = format!("#### {name}");
    let mut lines = paper.lines().skip_while(|line| line.trim_end() != heading);
    lines.next()?;
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in lines {
        match (&mut open, line.starts_with("```")) {
            (None, true) => open = Some(String::new()),
            (None, false) if line.starts_with('#') => break,
            (None, false) => {}
            (Some(_), true) => blocks.extend(open.take()),
            (Some(block), false) => block.extend([line, "\n"]),
        }
    }
    Some(blocks)
}

#[cfg(test)]
mod tests {
    use super::blocks_under;

    const PAPER: &str = "# P\n#### One\nWords.\n```html\n<p>\n# no heading\n```\n```js\n1\n```\n#### Two\n### Three\n```\n3\n```\n";

    #[test]
    fn a_recipe_is_the_code_under_its_heading() {
        let one = blocks_under(PAPER, "One");
        assert_eq!(one, Some(vec!["<p>\n# no heading\n".to_owned(), "1\n".to_owned()]));
        assert_eq!(blocks_under(PAPER, "Two"), Some(Vec::new()));
        assert_eq!(blocks_under(PAPER, "Three"), None);
    }
}
