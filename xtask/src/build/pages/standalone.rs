//! The standalone page: one HTML file that holds its ladder as plain HTML, its styles and its script.
//!
//! Knows what the templates are told of a page, and nothing of files.

use anyhow::{Result, bail};
use fix_ladder_core::ladder::{Block, Ladder};
use fix_ladder_core::messages::{Plain, direction};
use minijinja::context;

use crate::build::ladders::built_in::BuiltIn;
use crate::build::languages::{self, Said, Spoken};
use crate::digest::integrity;
use crate::templates::{Templates, html};

/// What a page is put together from.
pub struct Page<'a> {
    pub ladder: &'a Ladder,
    pub said: &'a Said,
    pub languages: &'a [Spoken],
    /// The ladder as plain HTML.
    pub list: &'a str,
    pub styles: &'a str,
    /// The embed with everything inline, and what runs the page around it.
    pub script: &'a str,
    /// The icon, as an address that fetches nothing.
    pub icon: &'a str,
    /// The way to the folder of all pages, of whose files this is one. A page by itself has no such folder.
    pub root: Option<&'a str>,
    /// Where that folder is, as far as it is known.
    pub base: &'a str,
    /// The ladders to choose from.
    pub gallery: &'a [BuiltIn],
    pub version: &'a str,
    /// The text that the ladder was made of, as data of JSON, where it travels along.
    pub source: Option<&'a str>,
}

/// The templates of a page, of which `index` is the whole.
///
/// # Errors
///
/// One is no template.
pub fn templates(index: &str) -> Result<Templates> {
    Templates::new([
        ("index.html", index),
        ("head.html", include_str!("head.html")),
        ("gallery.html", include_str!("gallery.html")),
    ])
}

/// The whole page.
///
/// # Errors
///
/// A part holds what would end its element, or a template names what nobody gives.
pub fn page(templates: &Templates, page: &Page<'_>) -> Result<String> {
    let Page { ladder, said, script, styles, .. } = page;
    let messages = said.page;
    for (what, text, end) in [("styles", styles, "</style"), ("script", script, "</script")] {
        // After `<!--<script` a script ends elsewhere than one would think.
        if text.to_ascii_lowercase().contains(end) || text.contains("<!--") {
            bail!("the {what} of the standalone page must not contain `{end}` or `<!--`");
        }
    }
    let title = ladder.title.plain();
    let gallery = page.gallery.iter().map(|it| {
        let its = languages::said_in(page.languages, &it.ladder.lang).page;
        context! {
            id => it.id(),
            lang => &*it.ladder.lang,
            dir => direction(&it.ladder.lang),
            title => it.ladder.title.plain(),
            n_rungs => its.n_rungs.format(&Plain, it.ladder.rungs.len() as u64),
        }
    });
    let values = context! {
        lang => messages.lang,
        ladder_lang => &*ladder.lang,
        ladder_dir => direction(&ladder.lang),
        policy => policy(script, styles, page.root.is_some()),
        title => messages.page_title(&title),
        ladder_title => title,
        description => description(ladder),
        id => ladder.id.as_str(),
        icon => page.icon,
        root => page.root,
        base => page.base,
        picture => messages.picture,
        gallery => messages.gallery,
        write_own => messages.write_own,
        ladders => gallery.collect::<Vec<_>>(),
        aids => messages.aids,
        awake => messages.awake,
        remind => messages.remind,
        kept_here => messages.kept_here,
        version => messages.version(page.version),
        styles => html(*styles),
        list => html(page.list),
        script => html(*script),
        source => page.source.map(html),
    };
    templates.render("index.html", values)
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
fn description(ladder: &Ladder) -> String {
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
