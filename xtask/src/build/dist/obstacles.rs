//! Obstacles: what is in the way of the files that a build is about to write or to delete. A link is always one.
//!
//! Looks, and changes nothing.

use std::fs::{self, Metadata};
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};

use super::written::Record;
use crate::files::unfinished;

/// Sees to it that all paths can be written without going through a link or over a folder.
///
/// # Errors
///
/// The first thing that stands in the way, and what to do about it.
pub fn check<'a>(
    folder: &Path,
    paths: impl Iterator<Item = &'a String>,
    before: &Record,
) -> Result<()> {
    folder_or_nothing(folder, "dist")?;
    for path in paths {
        let Some(way) = way(path) else { bail!("dist/{path} would lie outside of dist/") };
        let (name, folders) = (format!("dist/{path}"), way.ancestors().skip(1));
        let mut folders: Vec<&Path> = folders.filter(|it| !it.as_os_str().is_empty()).collect();
        folders.reverse();
        for part in folders {
            folder_or_nothing(&folder.join(part), &format!("dist/{}", part.display()))?;
        }
        let file = folder.join(&way);
        file_or_nothing(&file, &name)?;
        let left = unfinished(&file);
        match look(&left) {
            Some(it) if it.is_file() && !before.is_unfinished(path) => bail!(
                "{name}.unfinished is in the way: the build writes {name} under that name first; move it away"
            ),
            Some(_) => file_or_nothing(&left, &format!("{name}.unfinished"))?,
            None => {}
        }
    }
    Ok(())
}

/// The file of a path, where it is one and no link leads to it.
pub fn real_file(folder: &Path, path: &str) -> Option<PathBuf> {
    let way = way(path)?;
    let mut at = folder.to_owned();
    for part in way.iter() {
        if !look(&at)?.is_dir() {
            return None;
        }
        at.push(part);
    }
    look(&at)?.is_file().then_some(at)
}

fn folder_or_nothing(place: &Path, name: &str) -> Result<()> {
    match look(place) {
        None => Ok(()),
        Some(it) if it.is_dir() => Ok(()),
        Some(it) if it.is_symlink() => bail!("{}", of_link(place, name)),
        Some(_) => bail!("{name} is no folder, but the build makes one there: move it away"),
    }
}

fn file_or_nothing(place: &Path, name: &str) -> Result<()> {
    match look(place) {
        None => Ok(()),
        Some(it) if it.is_file() => Ok(()),
        Some(it) if it.is_symlink() => bail!("{}", of_link(place, name)),
        Some(_) => bail!("{name} is no file, but the build writes one there: move it away"),
    }
}

fn of_link(place: &Path, name: &str) -> String {
    let to = fs::read_link(place).unwrap_or_default();
    format!(
        "{name} is a link to {}, and the build writes nothing through a link: remove it; what it leads to stays as it is",
        to.display()
    )
}

/// What is at a place itself, not where it leads.
fn look(place: &Path) -> Option<Metadata> {
    fs::symlink_metadata(place).ok()
}

/// A path that leads down and nowhere else.
fn way(path: &str) -> Option<PathBuf> {
    let way = Path::new(path);
    let mut parts = way.components();
    let leads_down = parts.all(|it| matches!(it, Component::Normal(_))) && !path.is_empty();
    leads_down.then(|| way.to_owned())
}
