//! Files and folders: found without going through links, and written whole or not at all.
//!
//! Knows nothing of what is in them, nor whose they are.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Everything below a folder that is no folder itself, sorted; nothing where there is no such folder. A link is listed
/// and not gone through, since it may lead anywhere, also round in a circle.
pub fn entries_below(folder: &Path) -> Result<Vec<PathBuf>> {
    entries_with(folder, &read_folder, &|folder, error| {
        Err(error).with_context(|| format!("reading {}", folder.display()))
    })
}

/// As [`entries_below`]; a folder that cannot be read is listed itself.
pub fn entries_or_folders_below(folder: &Path) -> Result<Vec<PathBuf>> {
    entries_with(folder, &read_folder, &|folder, _| Ok(folder.to_owned()))
}

/// What is in one folder, and whether it is a folder.
type Listing = Vec<(PathBuf, bool)>;

fn read_folder(folder: &Path) -> io::Result<Listing> {
    let read = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok((entry.path(), entry.file_type()?.is_dir()))
    };
    fs::read_dir(folder)?.map(read).collect()
}

/// `unread` says what is listed for a folder that cannot be read.
fn entries_with(
    folder: &Path,
    read: &dyn Fn(&Path) -> io::Result<Listing>,
    unread: &dyn Fn(&Path, io::Error) -> Result<PathBuf>,
) -> Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    let mut folders = vec![folder.to_owned()];
    if !folder.is_dir() {
        return Ok(entries);
    }
    while let Some(folder) = folders.pop() {
        match read(&folder) {
            Ok(listing) => {
                for (path, is_folder) in listing {
                    if is_folder { folders.push(path) } else { entries.push(path) }
                }
            }
            Err(error) => entries.push(unread(&folder, error)?),
        }
    }
    entries.sort();
    Ok(entries)
}

/// Every file below a folder, also one that a link stands for; linked folders are left out.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = entries_below(folder)?;
    files.retain(|it| it.is_file());
    Ok(files)
}

/// As [`files_below`], for sources, of which none may be left out in silence. Hidden files are none: editors keep
/// their own there.
///
/// # Errors
///
/// A link to a folder or to nothing, or what is no file at all.
pub fn sources_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = entries_below(folder)?;
    files.retain(|it| {
        let below = it.strip_prefix(folder).unwrap_or(it);
        !below.iter().any(|part| part.to_string_lossy().starts_with('.'))
    });
    for file in &files {
        let name = file.strip_prefix(crate::workspace::project_root()).unwrap_or(file).display();
        match (fs::read_link(file), file.is_file()) {
            (_, true) => {}
            (Ok(to), false) => bail!(
                "{name} is a link to {}, which is no file: put the files themselves in its place, or take it away",
                to.display()
            ),
            (Err(_), false) => bail!("{name} is neither a file nor a folder: take it away"),
        }
    }
    Ok(files)
}

/// The path of a file below a folder, with slashes.
pub fn path_below(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// The name under which a file is written before it gets its own.
pub fn unfinished(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

/// Writes one file, and makes its folder. A reader sees the old one or the new one, never a part. A link that stands
/// there is replaced, and what it leads to stays as it is.
///
/// # Errors
///
/// It cannot be written, or something stands under the name for what is unfinished.
pub fn write_whole(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let unfinished = unfinished(file);
    // Only a new file: one that is there may be somebody's, or a link to it.
    let opened = OpenOptions::new().write(true).create_new(true).open(&unfinished);
    let mut open = opened.with_context(|| {
        format!("writing {}, which must not be there already", unfinished.display())
    })?;
    let written = open.write_all(bytes).and_then(|()| fs::rename(&unfinished, file));
    if written.is_err() {
        // It is ours, and of no use. That it is written at all matters more than that this goes away.
        let _ = fs::remove_file(&unfinished);
    }
    written.with_context(|| format!("writing {}", file.display()))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A folder with a file, and beside it one that nobody is to reach.
    fn folders() -> Result<(tempfile::TempDir, PathBuf)> {
        let all = tempfile::tempdir()?;
        let folder = all.path().join("sources");
        fs::create_dir_all(folder.join("deep"))?;
        fs::create_dir(all.path().join("elsewhere"))?;
        fs::write(all.path().join("elsewhere/theirs.md"), "theirs")?;
        fs::write(folder.join("own.md"), "own")?;
        Ok((all, folder))
    }

    #[test]
    fn nothing_is_looked_for_behind_a_link() -> Result<()> {
        let (_all, folder) = folders()?;
        symlink("../elsewhere", folder.join("away"))?;
        symlink("../..", folder.join("deep/up"))?;
        symlink("round", folder.join("round"))?;
        symlink("../elsewhere/theirs.md", folder.join("file.md"))?;
        assert_eq!(files_below(&folder)?, [folder.join("file.md"), folder.join("own.md")]);
        assert_eq!(entries_below(&folder)?.len(), 5);
        assert!(files_below(&folder.join("missing"))?.is_empty());
        Ok(())
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_listed_or_told() -> Result<()> {
        let (_all, folder) = folders()?;
        let read = |it: &Path| match it.ends_with("deep") {
            true => Err(io::Error::from(io::ErrorKind::PermissionDenied)),
            false => read_folder(it),
        };
        let listed = entries_with(&folder, &read, &|it, _| Ok(it.to_owned()))?;
        assert_eq!(listed, [folder.join("deep"), folder.join("own.md")]);
        assert!(entries_with(&folder, &read, &|_, error| Err(error.into())).is_err());
        Ok(())
    }

    #[test]
    fn no_source_is_left_out_in_silence() -> Result<()> {
        let (_all, folder) = folders()?;
        symlink("../elsewhere/theirs.md", folder.join("file.md"))?;
        // What an editor leaves beside a file that is being edited.
        symlink("me@machine.1", folder.join(".#own.md"))?;
        assert_eq!(sources_below(&folder)?, [folder.join("file.md"), folder.join("own.md")]);
        for to in ["../elsewhere", "../..", "nothing", "x"] {
            symlink(to, folder.join("x"))?;
            let error = sources_below(&folder).err().map(|it| it.to_string()).unwrap_or_default();
            assert!(error.contains(&format!("x is a link to {to}, which is no file")), "{error}");
            fs::remove_file(folder.join("x"))?;
        }
        let _socket = std::os::unix::net::UnixListener::bind(folder.join("x"))?;
        let error = sources_below(&folder).err().map(|it| it.to_string()).unwrap_or_default();
        assert!(error.contains("x is neither a file nor a folder"), "{error}");
        Ok(())
    }

    #[test]
    fn a_file_is_never_written_through_a_link() -> Result<()> {
        let (all, folder) = folders()?;
        let theirs = all.path().join("elsewhere/theirs.md");
        symlink(&theirs, folder.join("file.md"))?;
        write_whole(&folder.join("file.md"), b"new")?;
        assert_eq!(fs::read_to_string(folder.join("file.md"))?, "new");
        symlink(&theirs, folder.join("own.md.unfinished"))?;
        assert!(write_whole(&folder.join("own.md"), b"new").is_err());
        symlink(all.path().join("elsewhere/none.md"), folder.join("none.unfinished"))?;
        assert!(write_whole(&folder.join("none"), b"new").is_err());
        assert_eq!(fs::read_to_string(&theirs)?, "theirs");
        assert_eq!(fs::read_to_string(folder.join("own.md"))?, "own");
        assert!(!all.path().join("elsewhere/none.md").exists());
        // What could not be finished is not left either.
        fs::create_dir_all(folder.join("taken/x"))?;
        assert!(write_whole(&folder.join("taken"), b"new").is_err());
        assert!(!folder.join("taken.unfinished").exists());
        Ok(())
    }
}
