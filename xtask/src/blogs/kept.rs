//! What blog engines have put out, as it is kept: a page for each tag, with a section for each place.
//!
//! Knows files and their sections, nothing of how they were made.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::pastes::Paste;
use super::{Engine, Rendered, output_of};
use crate::digest::short_hash;
use crate::files::{files_below, path_below, write_whole};

/// Says which version has made the files beside it, when, and from what.
const MADE_BY: &str = "made-by.toml";

/// What is kept of a post.
pub struct Kept {
    pub snippet: String,
    pub place: String,
    pub html: String,
}

/// What is kept of all posts of an engine.
///
/// # Errors
///
/// A file cannot be read.
pub fn kept(engine: &Engine) -> Result<Vec<Kept>> {
    let folder = folder(engine);
    let mut all = Vec::new();
    for file in
        files_below(&folder)?.iter().filter(|it| it.extension().is_some_and(|it| it == "html"))
    {
        let snippet = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let page =
            fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        for section in page.split(BEGIN).skip(1) {
            let (place, rest) = section.split_once("\">\n").context("no place")?;
            let html = rest.trim_end().strip_suffix(END).context("no end of a section")?;
            all.push(Kept {
                snippet: snippet.clone(),
                place: place.to_owned(),
                html: html.to_owned(),
            });
        }
    }
    Ok(all)
}

const BEGIN: &str = "<section id=\"";
const END: &str = "</section>";

fn folder(engine: &Engine) -> PathBuf {
    crate::project_root().join("tests/fixtures/engines").join(engine.name).join("kept")
}

/// Replaces what was kept of an engine.
pub fn keep(engine: &Engine, pastes: &[Paste], rendered: &Rendered) -> Result<()> {
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    for (paste, html) in pastes.iter().zip(&rendered.html) {
        let lines: Vec<&str> = html.trim().lines().map(str::trim_end).collect();
        let section = [BEGIN, paste.place, "\">\n", &lines.join("\n"), "\n", END, "\n"];
        pages.entry(paste.snippet).or_default().extend(section);
    }
    let folder = folder(engine);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    for (snippet, page) in pages {
        write_whole(&folder.join(format!("{snippet}.html")), page.as_bytes())?;
    }
    let date = output_of(Command::new("date").args(["-u", "+%F"]))?;
    let made_by = format!(
        "# Written by `cargo xtask soak engines`.\nengine = {:?}\nmade = \"{date}\"\nsources = \"{}\"\n",
        rendered.version,
        sources(engine)?
    );
    write_whole(&folder.join(MADE_BY), made_by.as_bytes())
}

/// Stands for everything that the posts of an engine were made from.
fn sources(engine: &Engine) -> Result<String> {
    let pastes = (engine.pastes)()?;
    let posts = pastes.iter().map(|it| json!([it.snippet, it.place, it.text]));
    let mut all: Vec<Value> = posts.collect();
    let folder = engine.folder();
    for file in files_below(&folder)? {
        let path = path_below(&folder, &file);
        let is_made = path.starts_with("kept/") || path.contains("node_modules/");
        if !is_made {
            all.push(json!([path, fs::read_to_string(&file)?]));
        }
    }
    // What only an editor runs makes no posts.
    let renders = |it: &&PathBuf| !it.extension().is_some_and(|it| it == "js" || it == "txt");
    for file in files_below(&engine.includes()).unwrap_or_default().iter().filter(renders) {
        all.push(json!(["blogs", fs::read_to_string(file)?]));
    }
    Ok(short_hash(Value::Array(all).to_string().as_bytes()))
}

/// Fails where an engine would get something else by now than what it has put out was made from.
///
/// # Errors
///
/// The command that makes it again.
pub fn ensure_current(engine: &Engine) -> Result<()> {
    let file = folder(engine).join(MADE_BY);
    let made_by =
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    if !made_by.contains(&format!("sources = \"{}\"", sources(engine)?)) {
        bail!("{}: posts or recipes have changed; run `cargo xtask soak engines`", engine.name);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::ENGINES;
    use super::super::wrapped::WRAPPED;
    use super::*;

    #[test]
    fn what_is_kept_of_engines_is_of_the_recipes_that_stand_in_the_docs() -> Result<()> {
        for engine in ENGINES.iter().chain(&WRAPPED) {
            ensure_current(engine)?;
            assert_eq!(kept(engine)?.len(), (engine.pastes)()?.len(), "{}", engine.name);
        }
        Ok(())
    }
}
