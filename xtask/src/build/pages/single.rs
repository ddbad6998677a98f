//! The page in one file once more, with another ladder than it was built with, and the text of that ladder inside.
//!
//! Knows what the build makes of the page, and nothing of files: it needs no sources, only the built page.

use anyhow::{Context, Result};
use serde_json::Value;

use super::plain_list::plain_list;
use super::standalone::{Page, page, templates};
use crate::build::ladders::built_in::BuiltIn;
use crate::build::languages::{Said, built_with, said_in};
use crate::build::modules::compress::{Effort, compress};
use crate::build::scripts::messages::for_page;
use crate::build::scripts::script::{Script, in_script};
use crate::digest::short_hash;

/// The name of the built page among those of a build.
pub const BUILT: &str = "fix-ladder.html";

pub use fix_ladder_writer::{Sources, source};

/// The page of this ladder, made from the page that a build has made.
///
/// # Errors
///
/// The page is not what a build makes, or the ladder cannot be rendered.
pub fn with_ladder(
    built: &str,
    built_in: &BuiltIn,
    sources: Option<&Sources<'_>>,
) -> Result<String> {
    let styles = between(built, "<style>", "</style>")?;
    let icon = between(built, "<link rel=\"icon\" href=\"", "\"")?;
    // The last script is the page's own, with the data of the embed in it.
    let (_, script) = built.rsplit_once("<script>").context(NOT_BUILT)?;
    let (script, _) = script.split_once("</script>").context(NOT_BUILT)?;
    let spoken = built_with()?;
    let said = said_in(&spoken, &built_in.ladder.lang);
    let mut script = Script::parse(&speaking(script, &said)?).context(NOT_BUILT)?;
    for language in spoken.iter().filter(|it| it.said.lang() == said.lang()) {
        let (_, bytes) = language.file();
        script = script.with_language_inline(&language.tag(), &compress(&bytes, Effort::Best)?);
    }
    let script = built_in.put_into(&script)?.text();
    let source = sources.map(|it| in_script(&it.to_json()));
    let hash = short_hash(script.as_bytes());
    let version = format!("{}-{}", env!("CARGO_PKG_VERSION"), hash.get(..8).unwrap_or(&hash));
    page(
        &templates(include_str!("../../../../index.html"))?,
        &Page {
            ladder: &built_in.ladder,
            said: &said,
            languages: &spoken,
            list: &plain_list(&built_in.ladder, 2, &said)?,
            styles,
            script: &script,
            icon,
            root: None,
            base: "",
            gallery: &[],
            version: &version,
            source: source.as_deref(),
        },
    )
}

/// The script of a page, where what the page says itself is in this language.
fn speaking(script: &str, said: &Said) -> Result<String> {
    const PAGE: &str = "const PAGE = ";
    let (before, rest) = script.split_once(PAGE).context(NOT_BUILT)?;
    let (page, after) = rest.split_once(";\n").context(NOT_BUILT)?;
    let mut page: Value = serde_json::from_str(page).context(NOT_BUILT)?;
    page["messages"] = for_page(said);
    Ok(format!("{before}{PAGE}{};\n{after}", in_script(&page)))
}

const NOT_BUILT: &str = "this is not the page in one file that `cargo xtask build` makes";

fn between<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split_once(end)).map(|(inner, _)| inner).context(NOT_BUILT)
}
