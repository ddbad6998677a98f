//! The files that go out as they are: the demo post, the pictures that the manifest and the pages name, and what tools
//! of authors read of the element.
//!
//! Knows their folders, nothing of what is in them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::file::File;
use crate::files::{path_below, sources_below};

/// Every file of the demo post.
///
/// # Errors
///
/// One that cannot be read.
pub fn demo(root: &Path) -> Result<Vec<File>> {
    below(root, "demo", |_| true)
}

/// The pictures of `app/`; the drawings there are sources.
///
/// # Errors
///
/// One that cannot be read.
pub fn pictures(root: &Path) -> Result<Vec<File>> {
    below(root, "app", |file| file.extension().is_some_and(|it| it == "png"))
}

/// What the element is, for compilers of types and for editors.
///
/// # Errors
///
/// One that cannot be read.
pub fn public(root: &Path) -> Result<Vec<File>> {
    const FOLDER: &str = "web/public";
    let named = below(root, FOLDER, |_| true)?.into_iter();
    Ok(named.map(|(path, bytes)| (path.replace(&format!("{FOLDER}/"), ""), bytes)).collect())
}

/// The files of a folder that are wanted, by their paths in `dist/`.
fn below(root: &Path, name: &str, is_wanted: impl Fn(&Path) -> bool) -> Result<Vec<File>> {
    let folder = root.join(name);
    let files = sources_below(&folder)?.into_iter().filter(|it| is_wanted(it));
    files
        .map(|file| {
            let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            Ok((format!("{name}/{}", path_below(&folder, &file)), bytes))
        })
        .collect()
}
