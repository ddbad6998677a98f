//! A post's HTML as a ladder, read as the widget reads it in a page. Knows lines, nothing of HTML.

use anyhow::{Result, bail};
use fix_ladder_author::post::{Post, read};
use fix_ladder_author::{Diagnostic, Severity};
use fix_ladder_posts::{Found, posts};
use xtask::build::languages::{built_with, said_in};

use crate::load::Loaded;

/// The first post of a page. What there is to say of it has the lines of the page.
///
/// # Errors
///
/// A page without a post.
pub fn post(name: String, html: String) -> Result<Loaded> {
    let mut all = posts(&html);
    if all.is_empty() {
        bail!(
            "no post is in {name}: save the page with the post in it, or only the part that you would put into `<fix-ladder>`"
        );
    }
    let others = all.split_off(1);
    let Some(Found { post, lines, line, is_wrapped }) = all.pop() else { bail!("no post") };
    let languages = built_with()?;
    let said = said_in(&languages, &post.lang).script;
    let words = (said.unguarded.to_owned(), said.a_picture.to_owned());
    let read = read(&Post { warning: words.0, picture: words.1, ..post });
    let at = |line: usize, severity, message: String, cure: String| {
        let range = range_of(&html, line);
        Diagnostic { severity, message, cure, range, line, column: 1 }
    };
    let hints = read.hints.into_iter().map(|hint| {
        let own = hint.node.and_then(|node| lines.get(node).copied());
        at(own.unwrap_or(line), hint.severity, hint.message, hint.cure)
    });
    let mut diagnostics: Vec<Diagnostic> = hints.collect();
    if !is_wrapped {
        let message = "the page has no `<fix-ladder>`, so its article is read".to_owned();
        let cure = "put the tag around the part that is to be the ladder".to_owned();
        diagnostics.insert(0, at(line, Severity::Note, message, cure));
    }
    if let Some(other) = others.first() {
        let message = "the page has another post, of which nothing is said".to_owned();
        let cure = "save it in a file of its own".to_owned();
        diagnostics.push(at(other.line, Severity::Note, message, cure));
    }
    if read.ladder.is_none() {
        let message = "nothing here is a fix with anything to do".to_owned();
        let cure = "give each fix a heading, and its steps as a numbered list".to_owned();
        diagnostics.insert(0, at(line, Severity::Error, message, cure));
    }
    diagnostics.sort_by_key(|it| it.line);
    Ok(Loaded {
        name,
        is_text: false,
        ladder: read.ladder,
        diagnostics,
        pieces: Vec::new(),
        drawings: Vec::new(),
        of_drawings: Vec::new(),
        text: html,
    })
}

/// The bytes of a line, without the blanks around its words.
fn range_of(text: &str, line: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    for (index, it) in text.split_inclusive('\n').enumerate() {
        if index + 1 == line {
            let words = it.trim();
            let before = it.len() - it.trim_start().len();
            return start + before..start + before + words.len();
        }
        start += it.len();
    }
    text.len()..text.len()
}
