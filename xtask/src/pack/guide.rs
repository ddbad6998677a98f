//! The text of `EMBED.md`: for an author who has this folder and has read nothing else.
//!
//! Knows what its template is told. What the author reads stands in the template.

use anyhow::Result;
use fix_ladder_core::messages::DEFAULT_LANG;
use minijinja::context;
use minijinja::value::Value;

use super::contents::{Carried, Contents};
use super::lines::in_lines;
use crate::build::languages::{self, Spoken};
use crate::build::pages::plain_list::plain_list;
use crate::snippet::MARKS;
use crate::templates::{Templates, html};

/// The level of the headings of a post, whose title is the first.
const HEADING_LEVEL: u8 = 2;

/// The whole file.
///
/// `address` is that of the packed folder, with a slash at its end.
///
/// # Errors
///
/// A file that is named is not packed, or a list cannot be rendered.
pub fn guide(contents: &Contents, address: &str) -> Result<String> {
    let languages = languages::read_all(&crate::workspace::project_root())?;
    let ladders: Result<Vec<_>> =
        contents.ladders.iter().map(|it| ladder(contents, it, &languages)).collect();
    let values = context! {
        version => env!("CARGO_PKG_VERSION"),
        address,
        marks => html(MARKS),
        path => path_of(address),
        inline => contents.ladders.first().map_or("", |it| &it.plain),
        script => checked(contents, &contents.script)?,
        ladders => ladders?,
        hashed => hashed(contents),
    };
    Templates::new([("EMBED.md", include_str!("EMBED.md"))])?.render("EMBED.md", values)
}

/// What the tags of one ladder are made of. Each is without empty lines, at which Markdown would end it.
fn ladder(contents: &Contents, carried: &Carried, languages: &[Spoken]) -> Result<Value> {
    let Carried { built_in, plain, hashed } = carried;
    let said = languages::said_in(languages, &built_in.ladder.lang);
    Ok(context! {
        heading => html(heading(&built_in.ladder.title.plain())),
        id => built_in.id(),
        lang => &*built_in.ladder.lang,
        // Where it is in another language than the widget speaks by itself, the tag asks for that.
        spoken => said.lang() != DEFAULT_LANG,
        list => html(in_lines(&plain_list(&built_in.ladder, HEADING_LEVEL, &said)?)),
        plain,
        hashed => checked(contents, hashed)?,
    })
}

/// A file that browsers take only as it is.
fn checked(contents: &Contents, name: &str) -> Result<Value> {
    Ok(context! { name, integrity => contents.integrity(name)? })
}

/// Words on one line of Markdown, with nothing in them that is a mark.
fn heading(words: &str) -> String {
    let mut line = String::new();
    for character in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if "\\`*_[]<>&#~|!".contains(character) {
            line.push('\\');
        }
        line.push(character);
    }
    line
}

/// The path of an address, which names a folder.
fn path_of(address: &str) -> &str {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    path.find('/').and_then(|at| path.get(at..)).unwrap_or("/")
}

/// The names of all files that never change.
fn hashed(contents: &Contents) -> Vec<String> {
    let inline = contents.ladders.iter().map(|it| &it.hashed);
    let own = [&contents.script, &contents.inline].into_iter().chain(&contents.beside);
    let mut hashed: Vec<String> = own.chain(&contents.modules).chain(inline).cloned().collect();
    hashed.sort_unstable();
    hashed.dedup();
    hashed
}
