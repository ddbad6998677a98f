//! The standalone page: one HTML file that holds its ladder as plain HTML, its styles and its script.
//!
//! Knows how the parts are put together, not what they do, and nothing of files.

use anyhow::{Result, bail};
use fix_ladder_core::ladder::{Block, Ladder};
use fix_ladder_core::words::{PageWords, fill, is_right_to_left};

use crate::digest::integrity;

/// What a page is put together from.
pub struct Page<'a> {
    pub ladder: &'a Ladder,
    pub words: &'a PageWords,
    /// The ladder as plain HTML.
    pub list: &'a str,
    /// `index.html` of the project.
    pub template: &'a str,
    pub styles: &'a str,
    /// The embed with its bytes inside, and what brings the page to life.
    pub script: &'a str,
    /// Whether it has files of its own beside it.
    pub has_files: bool,
    /// Elements of the head that belong to this page only.
    pub links: &'a str,
    /// What stands after the ladder.
    pub gallery: &'a str,
    /// The way to the page with the gallery; nothing where there is none.
    pub home: Option<&'a str>,
    pub version: &'a str,
}

/// The whole page.
///
/// # Errors
///
/// A part holds what would end its element, or the template names what nobody fills in.
pub fn page(page: &Page<'_>) -> Result<String> {
    let Page { ladder, words, script, styles, .. } = page;
    for (what, text, end) in [("styles", styles, "</style"), ("script", script, "</script")] {
        // After `<!--<script` a script ends elsewhere than one would think.
        if text.to_ascii_lowercase().contains(end) || text.contains("<!--") {
            bail!("the {what} of the standalone page must not contain `{end}` or `<!--`");
        }
    }
    let title = ladder.title.plain();
    let home = page.home.map_or_else(
        || "Fix Ladder".to_owned(),
        |home| format!("<a href=\"{}\">Fix Ladder</a>", escape(home)),
    );
    let filled = [
        ("lang", escape(words.lang)),
        ("ladder-lang", escape(&ladder.lang)),
        ("ladder-dir", if is_right_to_left(&ladder.lang) { "rtl" } else { "ltr" }.to_owned()),
        ("policy", escape(&policy(script, styles, page.has_files))),
        ("title", escape(&fill(words.page_title, &[("title", &title)]))),
        ("description", escape(&description(ladder))),
        ("id", escape(ladder.id.as_str())),
        ("name", home),
        ("aids", escape(words.aids)),
        ("awake", escape(words.awake)),
        ("remind", escape(words.remind)),
        ("kept-here", escape(words.kept_here)),
        ("version", escape(&fill(words.version, &[("version", page.version)]))),
        ("links", page.links.to_owned()),
        ("styles", (*styles).to_owned()),
        ("list", page.list.to_owned()),
        ("gallery", page.gallery.to_owned()),
        ("script", (*script).to_owned()),
    ];
    fill_in(page.template, &filled)
}

/// Puts values in the places of `{{name}}`; what a value holds is not looked at again.
fn fill_in(template: &str, values: &[(&str, String)]) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let Some((name, after)) = after.split_once("}}") else {
            bail!("index.html: `{{{{` without `}}}}`");
        };
        let Some((_, value)) = values.iter().find(|(it, _)| *it == name) else {
            bail!("index.html names {{{{{name}}}}}, which nobody fills in");
        };
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Nothing but this page's own script and styles, and its own files beside it.
fn policy(script: &str, styles: &str, has_files: bool) -> String {
    let [script, styles] = [script, styles].map(|text| integrity(text.as_bytes()));
    let files = match has_files {
        true => {
            "connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; "
        }
        // Its icon.
        false => "img-src data:; ",
    };
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{styles}'; \
         {files}base-uri 'none'; form-action 'none'"
    )
}

/// What the ladder is about, in as many sentences of its introduction as a search engine shows.
pub fn description(ladder: &Ladder) -> String {
    /// In characters; longer ones are cut off by those who show them.
    const LONGEST: usize = 160;
    let first = ladder.introduction.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(text.plain()),
        _ => None,
    });
    let first = first.unwrap_or_else(|| ladder.title.plain());
    let mut said = String::new();
    for sentence in first.split_inclusive(". ") {
        if !said.is_empty() && said.chars().count() + sentence.trim_end().chars().count() > LONGEST
        {
            break;
        }
        said.push_str(sentence);
    }
    said.trim_end().to_owned()
}

/// Text that stands in HTML, between tags or in an attribute.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_names_only_what_is_there() {
        let values = [("a", "{{b}}".to_owned())];
        assert_eq!(fill_in("<{{a}}>", &values).ok().as_deref(), Some("<{{b}}>"));
        assert!(fill_in("{{c}}", &values).is_err());
        assert!(fill_in("{{a", &values).is_err());
    }

    #[test]
    fn text_is_no_html() {
        assert_eq!(escape("\"<&>\""), "&quot;&lt;&amp;&gt;&quot;");
    }
}
