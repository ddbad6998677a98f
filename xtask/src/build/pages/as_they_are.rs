//! The files that go to readers as they are: the demo post, and the pictures that the manifest and the pages name.
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
