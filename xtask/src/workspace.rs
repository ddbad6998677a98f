//! The folders of this workspace: its root, what is built for readers, what Cargo builds.
//!
//! Knows where they are, not what is in them.

use std::path::{Path, PathBuf};

/// The folder of the workspace, wherever the command was started.
pub fn project_root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    root_of(&xtask)
}

/// The folder above with this program's source in it. There may be none where another project has started the program,
/// and then it is where the program was built: what is built is never put into a stranger's folder.
fn root_of(package: &Path) -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_root = |folder: &&Path| folder.join("xtask/src/workspace.rs").is_file();
    let root = package.ancestors().find(is_root).or(own.parent());
    root.unwrap_or(own).to_owned()
}

/// The folder that everything built for readers goes to.
pub fn dist_folder() -> PathBuf {
    project_root().join("dist")
}

/// The folder that Cargo builds into.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => project_root().join(folder),
        None => project_root().join("target"),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Result};

    use super::*;

    #[test]
    fn the_root_is_that_of_this_project() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("a folder")?;
        let stranger = tempfile::tempdir()?;
        std::fs::create_dir_all(stranger.path().join("ladders/deep"))?;
        let deep = stranger.path().join("ladders/deep");
        for package in [
            &root.join("xtask"),
            &root.join("tests/browser"),
            stranger.path(),
            &deep,
            Path::new(""),
        ] {
            assert_eq!(root_of(package), root, "{}", package.display());
        }
        Ok(())
    }
}
