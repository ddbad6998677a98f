//! Finds the built widget, whose files readers get. Knows where it may be, and nothing of what is in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xtask::build::pages::single::BUILT;

/// The page in one file that a build has made, from the folder named, or else from one beside this program or around.
///
/// # Errors
///
/// It is nowhere, with what to do.
pub fn built_page(named: Option<&Path>) -> Result<String> {
    if let Some(folder) = named {
        let file = folder.join(BUILT);
        return fs::read_to_string(&file).with_context(|| {
            format!(
                "{} is not the folder of the built widget: {BUILT} is not in it; name the folder of an unpacked \
                 release, or `dist` after `cargo xtask build`",
                folder.display()
            )
        });
    }
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent);
    let here = std::env::current_dir().ok();
    match places(beside, here.as_deref()).into_iter().find(|it| it.join(BUILT).is_file()) {
        Some(folder) => built_page(Some(&folder)),
        None => bail!(
            "the built widget is not found beside this program, nor in a `dist` around; name its folder with \
             `--widget FOLDER`: that of an unpacked release, or `dist` after `cargo xtask build`"
        ),
    }
}

/// Where it may be: beside the program; in `dist` of a checkout around the program, or around the folder of the author.
fn places(beside: Option<&Path>, here: Option<&Path>) -> Vec<PathBuf> {
    let own = beside.map(Path::to_owned);
    let around = beside.into_iter().chain(here).flat_map(Path::ancestors);
    own.into_iter().chain(around.map(|folder| folder.join("dist"))).collect()
}
