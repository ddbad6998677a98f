//! Finds ladders, and reads them with the drawings beside them. Knows nothing of what becomes of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fix_ladder_author::{Diagnostic, Said, Severity, Source, compile_pieces};
use fix_ladder_core::ladder::{RawLadder, parse};
use serde_json::Value;
use xtask::build::ladders::drawings::{DrawingFile, beside};
use xtask::build::pages::single;

/// One file, and what became of it.
pub struct Loaded {
    /// As the author is shown it.
    pub name: String,
    pub text: String,
    /// Whether that is the text format, and no document.
    pub is_text: bool,
    /// Absent where there is an error.
    pub ladder: Option<RawLadder>,
    pub diagnostics: Vec<Diagnostic>,
    /// The shared pieces that it names, with what is said of them.
    pub pieces: Vec<Said>,
    pub drawings: Vec<DrawingFile>,
    /// What is said of each drawing, in their order.
    pub of_drawings: Vec<Vec<Diagnostic>>,
}

impl Loaded {
    /// Everything that was said, each with the text that it is about.
    pub fn said(&self) -> Vec<(Source<'_>, &[Diagnostic])> {
        let own = (Source { name: &self.name, text: &self.text }, self.diagnostics.as_slice());
        let of_drawings =
            self.drawings.iter().zip(&self.of_drawings).map(|(file, said)| {
                (Source { name: &file.name, text: &file.text }, said.as_slice())
            });
        let of_pieces = self
            .pieces
            .iter()
            .map(|it| (Source { name: &it.name, text: &it.text }, it.diagnostics.as_slice()));
        std::iter::once(own)
            .chain(of_pieces)
            .chain(of_drawings)
            .filter(|(_, said)| !said.is_empty())
            .collect()
    }
}

/// The ladder in a file: in the text format, a document of JSON, a page with its text inside, or any post's HTML.
///
/// # Errors
///
/// A file that cannot be read, or that is none of these.
pub fn load(file: &Path) -> Result<Loaded> {
    let name = file.display().to_string();
    let bytes = fs::read(file).with_context(|| format!("reading {name}"))?;
    let Ok(text) = String::from_utf8(bytes) else {
        bail!("{name} is no text in UTF-8; save it as UTF-8 in your editor")
    };
    if is(file, &["json"]) {
        return Ok(document(name, text));
    }
    if is(file, &["html", "htm"]) {
        return match single::source(&text) {
            Some(source) => Ok(page(name, &source)),
            None => crate::post::post(name, text),
        };
    }
    if !is(file, &["md", "markdown"]) {
        bail!(
            "{name} is no ladder: a ladder is a text `NAME.md`, a document `NAME.json`, or a post `NAME.html`"
        );
    }
    let stem = file.with_extension("");
    let shown = name.get(..name.len() - file.file_name().map_or(0, |it| it.len())).unwrap_or("");
    let drawings = beside(file, shown)
        .with_context(|| format!("reading the drawings in {}", stem.display()))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let read = |path: &str| fs::read_to_string(folder.join(path)).ok();
    Ok(compiled(name, text, drawings, &read))
}

fn compiled(
    name: String,
    text: String,
    drawings: Option<Vec<DrawingFile>>,
    read: &dyn Fn(&str) -> Option<String>,
) -> Loaded {
    let files: Option<Vec<Source<'_>>> = drawings.as_ref().map(|drawings| {
        drawings.iter().map(|it| Source { name: &it.name, text: &it.text }).collect()
    });
    let source = Source { name: &name, text: &text };
    let (compiled, mut pieces) = compile_pieces(source, read, files.as_deref());
    // The first is the text itself.
    let own = if pieces.is_empty() { Vec::new() } else { pieces.remove(0).diagnostics };
    Loaded {
        ladder: compiled.ladder,
        diagnostics: own,
        pieces,
        drawings: drawings.unwrap_or_default(),
        of_drawings: compiled.of_drawings,
        name,
        text,
        is_text: true,
    }
}

/// The text inside a page in one file.
fn page(name: String, source: &Value) -> Loaded {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let inner = text(source, "name").unwrap_or_default();
    let words = text(source, "text").unwrap_or_default();
    if is(Path::new(&inner), &["json"]) {
        return document(name, words);
    }
    let files = source.get("drawings").and_then(Value::as_array).into_iter().flatten();
    let drawings: Option<Vec<DrawingFile>> = files
        .map(|it| Some(DrawingFile { name: text(it, "name")?, text: text(it, "text")? }))
        .collect();
    let drawings = drawings.filter(|it| !it.is_empty());
    // The ladder is called after the text, whatever the page is called by now.
    let pieces = source.get("pieces").and_then(Value::as_array).cloned().unwrap_or_default();
    let read = |path: &str| {
        let found = pieces.iter().find(|it| text(it, "name").is_some_and(|name| name == path));
        found.and_then(|it| text(it, "text"))
    };
    let mut loaded = compiled(inner, words, drawings, &read);
    loaded.name = name;
    loaded
}

/// A document, whose faults have locations in words and none in its text.
fn document(name: String, text: String) -> Loaded {
    let (ladder, errors) = match parse(&text) {
        Ok(_) => (serde_json::from_str(&text).ok(), Vec::new()),
        Err(errors) => (None, errors),
    };
    let diagnostics = errors.into_iter().map(|error| {
        let told = error.to_string();
        let (message, cure) = told.rsplit_once(": ").unwrap_or((&told, "correct this part"));
        Diagnostic {
            severity: Severity::Error,
            message: message.to_owned(),
            cure: cure.to_owned(),
            range: 0..0,
            line: 1,
            column: 1,
        }
    });
    let diagnostics = diagnostics.collect();
    let (pieces, drawings, of_drawings) = (Vec::new(), Vec::new(), Vec::new());
    Loaded { name, text, is_text: false, ladder, diagnostics, pieces, drawings, of_drawings }
}

/// The ladders in all these files, in their order; on all processors, since each is by itself.
///
/// # Errors
///
/// As for [`load`], of the first file with one.
pub fn load_all(paths: &[PathBuf]) -> Result<Vec<Loaded>> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let share = paths.len().div_ceil(processors).max(1);
    std::thread::scope(|scope| {
        let begin = |share: &'_ [PathBuf]| {
            let share = share.to_vec();
            scope.spawn(move || share.iter().map(|file| load(file)).collect::<Result<Vec<_>>>())
        };
        let running: Vec<_> = paths.chunks(share).map(begin).collect();
        let mut all = Vec::new();
        for one in running {
            match one.join() {
                Ok(loaded) => all.extend(loaded?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(all)
    })
}

/// The files that the arguments name. Of a folder, the texts in it, but not those in the folders below.
///
/// # Errors
///
/// A path that does not exist, or a folder without a text.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            if !path.is_file() {
                bail!("there is no file {}", path.display());
            }
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        for entry in fs::read_dir(path).with_context(|| format!("reading {}", path.display()))? {
            let file = entry?.path();
            let hidden = file.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
            if file.is_file() && !hidden && is(&file, &["md", "markdown"]) {
                files.push(file);
            }
        }
        if files.len() == before {
            bail!("no ladder is in {}: a ladder is a text `NAME.md`", path.display());
        }
        if let Some(added) = files.get_mut(before..) {
            added.sort();
        }
    }
    Ok(files)
}

fn is(file: &Path, endings: &[&str]) -> bool {
    let ending = file.extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
