//! `preview`: serves a ladder as its readers will see it, and shows it again whenever its files change.
//!
//! Knows the server and the files. While the text is broken, the last good ladder stays, with what is wrong above it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::Args;
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use xtask::server::{self, Override, Server};

use crate::load::{Loaded, load};
use crate::{Outcome, build, report, widget};

const EXAMPLES: &str = "\
Examples:
  fix-ladder preview wifi.md
  fix-ladder preview --port 9000 wifi.md

It runs until you end it, with Ctrl-C. It needs the files of the built widget: see `fix-ladder build --help`.";

/// Shows a ladder in the browser, again after every change
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// The text of the ladder
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The port; any free one where it is not given
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The folder of the built widget
    #[arg(long, value_name = "FOLDER")]
    widget: Option<PathBuf>,
}

/// # Errors
///
/// A file that cannot be read, a port that is taken, or no built widget.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let preview = Preview::start(&arguments.file, arguments.port, arguments.widget.as_deref())?;
    println!("{} is shown at {}", arguments.file.display(), preview.address());
    preview.follow()
}

/// A ladder that is being shown.
pub struct Preview {
    file: PathBuf,
    /// As the author named it.
    shown: String,
    built: String,
    server: Server,
    changes: Receiver<PathBuf>,
    /// Watching ends when this is dropped.
    _watcher: RecommendedWatcher,
    last_good: Option<String>,
}

/// An editor writes a file in several steps; a change is over when this long nothing happened.
const QUIET: Duration = Duration::from_millis(80);

impl Preview {
    /// Serves the ladder once.
    ///
    /// # Errors
    ///
    /// As for [`run`].
    pub fn start(file: &Path, port: u16, named: Option<&Path>) -> Result<Preview> {
        let built = widget::built_page(named)?;
        let shown = file.display().to_string();
        let file = std::path::absolute(file)?;
        let folder = file.parent().context("a file stands in a folder")?.to_owned();
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
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(told, config)?;
        // Editors replace files, so a file is watched through its folder.
        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        let drawings = file.with_extension("");
        if drawings.is_dir() {
            watcher.watch(&drawings, RecursiveMode::NonRecursive)?;
        }
        let server = server::start(server::Options {
            port,
            into_pages: server::RELOAD_SCRIPT,
            only_for_readers: true,
            ..server::Options::default()
        })?;
        let mut preview =
            Preview { file, shown, built, server, changes, _watcher: watcher, last_good: None };
        preview.show()?;
        Ok(preview)
    }

    pub fn address(&self) -> String {
        self.server.url("/")
    }

    /// Shows every change, for ever.
    ///
    /// # Errors
    ///
    /// The watcher has stopped.
    pub fn follow(mut self) -> Result<Outcome> {
        loop {
            self.follow_one()?;
        }
    }

    /// Waits for the next change of one of the ladder's files, and shows it.
    ///
    /// # Errors
    ///
    /// The watcher has stopped.
    pub fn follow_one(&mut self) -> Result<()> {
        loop {
            let path = self.changes.recv().context("the watcher stopped")?;
            if self.is_own(&path) {
                while self.changes.recv_timeout(QUIET).is_ok() {}
                // For a moment the file may be gone, while an editor puts another in its place.
                if self.file.is_file() {
                    self.show()?;
                    self.server.reload();
                    return Ok(());
                }
            }
        }
    }

    fn is_own(&self, path: &Path) -> bool {
        *path == self.file || path.starts_with(self.file.with_extension(""))
    }

    fn show(&mut self) -> Result<()> {
        let mut loaded = load(&self.file)?;
        loaded.name.clone_from(&self.shown);
        if loaded.ladder.is_some() {
            let page = build::html(&self.built, &self.file, &loaded)?;
            self.last_good = Some(without_policy(&page));
        }
        let page = page(self.last_good.as_deref(), &loaded);
        let body = Some(page.into_bytes());
        let headers = vec![
            ("content-type".to_owned(), "text/html; charset=utf-8".to_owned()),
            ("cache-control".to_owned(), "no-store".to_owned()),
        ];
        self.server.set("/", Override { body, headers, ..Override::default() });
        let mut told = vec![self.shown.clone()];
        told.extend(report::counts(&loaded.said()));
        eprintln!("{}", told.join(", "));
        Ok(())
    }
}

/// The page that tells of itself as changed fetches from its own server, which its own policy would refuse.
fn without_policy(page: &str) -> String {
    let policy = "<meta http-equiv=\"Content-Security-Policy\"";
    let lines = page.lines().filter(|line| !line.trim_start().starts_with(policy));
    lines.map(|line| format!("{line}\n")).collect()
}

const STYLES: &str = "<style>
.fix-ladder-said { margin: 0 0 1em; padding: 12px 16px; border-left: 6px solid #b3261e; background: #fdf1f0; color: #1b1b1b;
  font: 14px/1.45 ui-monospace, monospace; color-scheme: light; }
.fix-ladder-said[data-worst=warning] { border-color: #a36a00; background: #fff6e2; }
.fix-ladder-said[data-worst=note] { border-color: #5a6b7b; background: #f0f3f6; }
.fix-ladder-said pre { margin: 8px 0 0; overflow: auto; }
</style>";

/// The last good page with what is said of the text above it; where there is no good one yet, that alone.
pub fn page(last_good: Option<&str>, loaded: &Loaded) -> String {
    let said = loaded.said();
    let worst = said.iter().flat_map(|(_, said)| said.iter()).map(|it| it.severity).min();
    let panel = worst.map_or_else(String::new, |worst| {
        let broken = loaded.ladder.is_none();
        let head = match (broken, last_good) {
            (true, Some(_)) => "The text has errors. Below stands the ladder as it was before them.",
            (true, None) => "The text has errors, so there is no ladder yet.",
            (false, _) => "The ladder is whole, and this is said of its text.",
        };
        let open = if broken { " open" } else { "" };
        format!(
            "{STYLES}<details class=\"fix-ladder-said\" data-worst=\"{worst}\"{open}><summary>{head} {}</summary><pre>{}</pre></details>",
            report::counts(&said).join(", "),
            escaped(&report::text(&said, false))
        )
    });
    match last_good {
        Some(page) => page.replacen("<body>", &format!("<body>{panel}"), 1),
        None => format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not a ladder yet</title></head><body>{panel}</body></html>"
        ),
    }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
