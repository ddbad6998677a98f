//! The built-in ladders: each from a file of its own in `ladders/`, under an id that no other has.
//!
//! Knows which files and ids can be built side by side, not what becomes of them.

pub mod built_in;
pub mod drawings;

use std::collections::BTreeMap;
use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fix_ladder_author::Source;

use self::built_in::BuiltIn;
use self::drawings::DrawingFile;
use crate::build::file::File;
use crate::files::{path_below, sources_below};
use crate::progress;

/// Folders of `dist/` that hold something else than the page of a ladder.
const TAKEN: [&str; 3] = ["app", "demo", "ladders"];

/// Where the pieces are that ladders share.
const SHARED: &str = "shared/";

/// The longest id that the script takes.
const LONGEST: usize = 64;

/// The ladder that travels inline in the script.
pub const INLINE: &str = "icloud-photos";

/// The ladder that travels inline in the script, of all.
///
/// # Errors
///
/// It is missing.
pub fn inline_ladder(ladders: &[BuiltIn]) -> Result<&BuiltIn> {
    let found = ladders.iter().find(|it| it.id() == INLINE);
    found.with_context(|| format!("no ladder has the id `{INLINE}`, which travels in the script"))
}

/// The documents of the ladders, what they were made from, and the schema that they follow, as files.
///
/// # Errors
///
/// The schema cannot be written.
pub fn files(ladders: &[BuiltIn]) -> Result<Vec<File>> {
    let mut files: Vec<File> = ladders.iter().map(BuiltIn::file).collect();
    files.extend(ladders.iter().filter_map(BuiltIn::source_file));
    let schema = serde_json::to_string_pretty(&fix_ladder_core::ladder::schema())?;
    files.push(("ladder.schema.json".to_owned(), schema.into_bytes()));
    Ok(files)
}

/// Every ladder of a folder, of which `inside` has to be one. Diagnostics are printed.
///
/// # Errors
///
/// A ladder with errors, a file that would not be built, or an id that cannot be.
pub fn compile_all(folder: &Path, inside: &str) -> Result<Vec<BuiltIn>> {
    let mut named = Vec::new();
    let mut faulty = Vec::new();
    for file in sources_below(folder)? {
        let path = path_below(folder, &file);
        let name = format!("ladders/{path}");
        if drawings::is_drawing(&path) {
            drawings::check_place(folder, &path)?;
            continue;
        }
        let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
        if extension != "md" && extension != "markdown" {
            continue;
        }
        if path.starts_with(SHARED) && file.extension().is_some_and(|it| it == "md") {
            // A piece of other ladders.
            continue;
        }
        if path.contains('/') || file.extension().is_none_or(|it| it != "md") {
            bail!(
                "{name} would not be built: a ladder is a file ladders/NAME.md, in no folder below; move it there, or out of ladders/"
            );
        }
        let text = fs::read_to_string(&file).with_context(|| format!("reading {name}"))?;
        match compile_in(
            Some(folder),
            &name,
            &text,
            drawings::beside(&file, "ladders/")?.as_deref(),
        )? {
            Some(built_in) => named.push((name, built_in)),
            None => faulty.push(name),
        }
    }
    if !faulty.is_empty() {
        bail!("not a ladder yet: {}", faulty.join(", "));
    }
    check(named.iter().map(|(name, it)| (name.as_str(), it.id())), inside)?;
    Ok(named.into_iter().map(|(_, built_in)| built_in).collect())
}

/// One ladder in the author's Markdown; `None` where it has errors, which have been printed.
///
/// # Errors
///
/// The compiler of ladders made a document that cannot be read.
pub fn compile_ladder(name: &str, text: &str) -> Result<Option<BuiltIn>> {
    compile_illustrated(name, text, None)
}

/// The same with its drawings, which are all that its steps may name.
///
/// # Errors
///
/// As for [`compile_ladder`].
pub fn compile_illustrated(
    name: &str,
    text: &str,
    drawings: Option<&[DrawingFile]>,
) -> Result<Option<BuiltIn>> {
    compile_in(None, name, text, drawings)
}

/// The same in a folder, from which it may share pieces with others.
fn compile_in(
    folder: Option<&Path>,
    name: &str,
    text: &str,
    drawings: Option<&[DrawingFile]>,
) -> Result<Option<BuiltIn>> {
    let source = Source { name, text };
    let files: Option<Vec<Source<'_>>> = drawings.map(|drawings| {
        drawings.iter().map(|it| Source { name: &it.name, text: &it.text }).collect()
    });
    let read = |path: &str| fs::read_to_string(folder?.join(path)).ok();
    let (compiled, said) = fix_ladder_author::compile_pieces(source, &read, files.as_deref());
    let colour = std::io::stderr().is_terminal();
    for it in &said {
        let name = if it.name == name { name.to_owned() } else { format!("ladders/{}", it.name) };
        let source = Source { name: &name, text: &it.text };
        eprint!("{}", fix_ladder_author::render(source, &it.diagnostics, colour));
    }
    for (file, said) in files.iter().flatten().zip(&compiled.of_drawings) {
        eprint!("{}", fix_ladder_author::render(*file, said, colour));
    }
    let Some(raw) = compiled.ladder else { return Ok(None) };
    progress::say("ladder", format!("{name}: {} rungs", raw.rungs.len()));
    let whole = fix_ladder_author::with_pieces(source, &read);
    let built_in = BuiltIn::new(serde_json::to_value(raw)?)?;
    Ok(Some(BuiltIn { source: Some(whole), ..built_in }))
}

/// Whether these files with these ids can be built together.
fn check<'a>(named: impl Iterator<Item = (&'a str, &'a str)>, inside: &str) -> Result<()> {
    let mut files: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, id) in named {
        if let Some(fault) = fault_of(id) {
            bail!(
                "{name}: its id `{id}` {fault}; give the file another name, or its title an id, as in `# Title <!-- id: cold-kettle -->`"
            );
        }
        if let Some(first) = files.insert(id, name) {
            bail!(
                "{first} and {name} both have the id `{id}`, and one would take the place of the other; give one of the files another name, or its title another id, as in `# Title <!-- id: {id}-2 -->`"
            );
        }
    }
    if !files.contains_key(inside) {
        let found = files.iter().map(|(id, name)| format!("{name} has `{id}`"));
        let found = found.collect::<Vec<_>>().join(", ");
        let found = if found.is_empty() { "there is none at all".to_owned() } else { found };
        bail!(
            "no ladder in ladders/ has the id `{inside}`, whose ladder travels inside the script: {found}; put it back, or give its title that id again: `# Title <!-- id: {inside} -->`"
        );
    }
    Ok(())
}

/// Why an id is none for a built-in ladder. It becomes a folder, a file, and what an author names in a tag.
fn fault_of(id: &str) -> Option<String> {
    let is_small = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit();
    if !id.starts_with(is_small) || id.contains(|it| !is_small(it) && it != '-') {
        return Some("cannot be named in a tag: that takes small letters a to z, digits and hyphens, and no hyphen first".to_owned());
    }
    if id.len() > LONGEST {
        return Some(format!("is longer than the {LONGEST} characters that a tag takes"));
    }
    if TAKEN.contains(&id) {
        return Some(format!("is the name of the folder dist/{id}/, which holds other files"));
    }
    is_device(id).then(|| "is a device on Windows, where no folder can be called so".to_owned())
}

fn is_device(id: &str) -> bool {
    let numbered = |name: &str| {
        id.strip_prefix(name)
            .is_some_and(|it| it.len() == 1 && it.starts_with(|it: char| it.is_ascii_digit()))
    };
    ["aux", "con", "nul", "prn"].contains(&id) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests;
