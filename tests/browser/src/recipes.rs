//! The recipes of docs/embedding.md, so that what a test puts into a page is what an author is told to paste.
//! Knows what a test asks for; how the recipes are found in the paper is [`xtask::recipes`].

use anyhow::Result;

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
    Ok(xtask::recipes::recipe(name, index)? + "\n")
}
