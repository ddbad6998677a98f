//! The page in one file once more, with another ladder than it was built with, and the text of that ladder inside.
//!
//! Knows what the build makes of the page, and nothing of files: it needs no sources, only the built page.

use anyhow::{Context, Result};

use super::plain_list::plain_list;
use super::standalone::{Page, page, templates};
use crate::build::ladders::built_in::BuiltIn;
use crate::build::languages::Said;
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
    let script = built_in.put_into(&Script::parse(script).context(NOT_BUILT)?)?.text();
    let source = sources.map(|it| in_script(&it.to_json()));
    let said = Said::in_english();
    let hash = short_hash(script.as_bytes());
    let version = format!("{}-{}", env!("CARGO_PKG_VERSION"), hash.get(..8).unwrap_or(&hash));
    page(
        &templates(include_str!("../../../../index.html"))?,
        &Page {
            ladder: &built_in.ladder,
            // Another language travels with a page only where the build has put it in.
            said: &said,
            languages: &[],
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

const NOT_BUILT: &str = "this is not the page in one file that `cargo xtask build` makes";

fn between<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split_once(end)).map(|(inner, _)| inner).context(NOT_BUILT)
}
