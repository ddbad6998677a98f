//! The files of a ladder's drawings: in the folder beside `NAME.md` that is called as it is.
//!
//! Knows which files may be there, not what is in them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fix_ladder_author::DRAWING_ENDINGS;

use crate::files::{path_below, sources_below};

/// The file of a drawing: its name as it is shown to the author, and its text.
pub struct DrawingFile {
    pub name: String,
    pub text: String,
}

/// Whether a path below `ladders/` is that of a drawing, by its ending.
pub fn is_drawing(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    DRAWING_ENDINGS.iter().any(|it| it.eq_ignore_ascii_case(ending))
}

/// The drawings of the ladder in this file, sorted by name; none at all where there is no folder for them. Their names are
/// shown as if its folder were called `shown`, which ends in a slash.
///
/// # Errors
///
/// A file that cannot be read.
pub fn beside(ladder: &Path, shown: &str) -> Result<Option<Vec<DrawingFile>>> {
    let folder = ladder.with_extension("");
    if !folder.is_dir() {
        return Ok(None);
    }
    let stem = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut files = Vec::new();
    for file in sources_below(&folder)? {
        let path = path_below(&folder, &file);
        if !is_drawing(&path) {
            continue;
        }
        let name = format!("{shown}{stem}/{path}");
        let text = fs::read_to_string(&file).with_context(|| format!("reading {name}"))?;
        files.push(DrawingFile { name, text });
    }
    Ok(Some(files))
}

/// Whether a drawing below `ladders/` stands where it is found: `NAME/DRAWING.drawing`, beside `NAME.md`.
///
/// # Errors
///
/// It does not.
pub fn check_place(folder: &Path, path: &str) -> Result<()> {
    let is_found = match path.split_once('/') {
        Some((stem, name)) => !name.contains('/') && folder.join(format!("{stem}.md")).is_file(),
        None => false,
    };
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if is_found && DRAWING_ENDINGS.contains(&ending) {
        return Ok(());
    }
    bail!(
        "ladders/{path} would not be built: the drawings of ladders/NAME.md are files ladders/NAME/DRAWING.drawing or .svg; move it there, or out of ladders/"
    );
}
