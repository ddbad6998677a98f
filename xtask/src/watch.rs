//! Waits until somebody changes a source. Knows which paths are sources, not what is done with them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Everything that ends up in `dist/`.
const SOURCES: [&str; 17] = [
    "app",
    "author/src",
    "companion/src",
    "reader/src",
    "core/build.rs",
    "core/src",
    "demo",
    "extras/src",
    "index.html",
    "ladders",
    "messages",
    "messages-build/src",
    "src",
    "studio/src",
    "styles",
    "web",
    "writer/src",
];

/// An editor writes a file in several steps; a change is over when this long nothing happened.
const QUIET: Duration = Duration::from_millis(120);

/// The sources, being watched.
pub struct Watch {
    root: PathBuf,
    changes: Receiver<PathBuf>,
    /// Watching ends when this is dropped.
    _watcher: RecommendedWatcher,
}

/// Begins to watch the sources below `root`.
pub fn watch(root: &Path) -> Result<Watch> {
    let (sender, changes) = channel();
    let told = move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        if !matches!(event.kind, EventKind::Access(_)) {
            for path in event.paths {
                // The receiver is gone only when the command ends.
                let _ = sender.send(path);
            }
        }
    };
    // A link among the sources may lead to the whole disk.
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(told, config)?;
    for source in SOURCES {
        let path = root.join(source);
        // Editors replace files, so a single file is watched through its folder.
        let (path, mode) = match path.parent() {
            Some(folder) if path.is_file() => (folder.to_owned(), RecursiveMode::NonRecursive),
            _ => (path, RecursiveMode::Recursive),
        };
        if path.is_dir() {
            watcher.watch(&path, mode).with_context(|| format!("watching {source}"))?;
        }
    }
    Ok(Watch { root: root.to_owned(), changes, _watcher: watcher })
}

impl Watch {
    /// Returns after the next change of a source, with its path from the root.
    pub fn next(&self) -> Result<String> {
        loop {
            let path = self.changes.recv().context("the watcher stopped")?;
            if let Some(source) = source_name(&self.root, &path) {
                while self.changes.recv_timeout(QUIET).is_ok() {}
                return Ok(source);
            }
        }
    }
}

fn source_name(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?;
    let hidden = relative.file_name()?.to_string_lossy().starts_with('.');
    let is_source = SOURCES.iter().any(|source| relative.starts_with(source));
    (is_source && !hidden).then(|| relative.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sources_count() {
        let root = Path::new("/project");
        let name = |path: &str| source_name(root, Path::new(path));
        assert_eq!(name("/project/src/lib.rs").as_deref(), Some("src/lib.rs"));
        assert_eq!(name("/project/index.html").as_deref(), Some("index.html"));
        assert_eq!(name("/project/app/icon.svg").as_deref(), Some("app/icon.svg"));
        assert_eq!(name("/project/README.md"), None);
        assert_eq!(name("/project/dist/index.html"), None);
        assert_eq!(name("/project/src/.lib.rs.swp"), None);
    }

    #[test]
    fn every_source_is_there_and_none_of_a_crate_is_missing() -> Result<()> {
        let root = crate::workspace::project_root();
        for source in SOURCES {
            assert!(root.join(source).exists(), "{source}");
        }
        let workspace = std::fs::read_to_string(root.join("Cargo.toml"))?;
        let members = workspace.split_once("members = [").and_then(|(_, it)| it.split_once(']'));
        let members = members.map(|(members, _)| members).context("the members")?;
        let crates = members.split('"').skip(1).step_by(2).chain(["."]);
        // The tests are not built, and who builds does not change under it.
        let builds = ["command-line", "posts", "writer", "xtask"];
        for name in crates.filter(|name| !name.starts_with("tests/") && !builds.contains(name)) {
            for source in ["src", "build.rs"] {
                let path = root.join(name).join(source);
                let is_watched = source_name(&root, &path).is_some();
                assert!(is_watched || !path.exists(), "{}", path.display());
            }
        }
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_watched_behind_a_link() -> Result<()> {
        let all = tempfile::tempdir()?;
        let (root, elsewhere) = (all.path().join("root"), all.path().join("elsewhere"));
        std::fs::create_dir_all(root.join("demo"))?;
        std::fs::create_dir(&elsewhere)?;
        std::os::unix::fs::symlink(&elsewhere, root.join("demo/away"))?;
        let watch = watch(&root)?;
        std::fs::write(elsewhere.join("theirs.txt"), "theirs")?;
        std::fs::write(root.join("demo/own.txt"), "own")?;
        assert_eq!(watch.next()?, "demo/own.txt");
        Ok(())
    }
}
