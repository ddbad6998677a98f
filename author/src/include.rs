//! Shared pieces: `<!-- include: shared/NAME.md -->` on a line of its own stands for the text of another file. Puts a text
//! together before it is compiled, and tells afterwards which file a diagnostic is about.
//!
//! Knows lines and names, nothing of what a ladder is, and no files: it is handed what reads one.

use std::ops::Range;

use fix_ladder_core::ladder::MAX_BYTES;

use crate::diagnostics::{Diagnostic, Diagnostics, Source};
use crate::{Compiled, compile_with};

/// How deep a piece may stand within others.
const DEEPEST: usize = 8;

/// One of the files that a text is put together from, and what is said of it, in its own lines.
#[derive(Clone, Debug)]
pub struct Said {
    pub name: String,
    pub text: String,
    pub diagnostics: Vec<Diagnostic>,
}

/// As [`compile_with`], of a text that may name shared pieces. `read` gives the text of a file by its path, which is
/// relative to the folder of all ladders. What is said comes by file, that of the ladder first; the diagnostics of the
/// outcome itself are about the text that was put together.
pub fn compile_pieces(
    source: Source<'_>,
    read: &dyn Fn(&str) -> Option<String>,
    drawings: Option<&[Source<'_>]>,
) -> (Compiled, Vec<Said>) {
    let mut whole = Whole { read, text: String::new(), lines: Vec::new(), pieces: Vec::new() };
    whole.add(source.name, source.text.to_owned(), "", &mut Vec::new());
    let failed = whole.pieces.iter().any(|it| it.faults.any_error());
    let mut compiled = compile_with(Source { name: source.name, text: &whole.text }, drawings);
    if failed {
        compiled.ladder = None;
    }
    let said = whole.told(&compiled.diagnostics);
    (compiled, said)
}

/// The text with its pieces in it, as far as there are any.
pub fn with_pieces(source: Source<'_>, read: &dyn Fn(&str) -> Option<String>) -> String {
    let mut whole = Whole { read, text: String::new(), lines: Vec::new(), pieces: Vec::new() };
    whole.add(source.name, source.text.to_owned(), "", &mut Vec::new());
    whole.text
}

/// A text, while it is put together.
struct Whole<'a> {
    read: &'a dyn Fn(&str) -> Option<String>,
    text: String,
    /// Where each line of the text is from, in their order.
    lines: Vec<Line>,
    /// A file that is named twice is here once.
    pieces: Vec<Piece>,
}

struct Piece {
    name: String,
    text: String,
    faults: Diagnostics,
}

struct Line {
    /// Where it begins in the whole.
    at: usize,
    /// How much of its beginning is the indentation of the comment that it stands for.
    indent: usize,
    piece: usize,
    /// Where it begins in its own file.
    from: usize,
}

impl Whole<'_> {
    /// Adds a file. `within` are those that it is named by, one in the other.
    fn add(&mut self, name: &str, text: String, indent: &str, within: &mut Vec<usize>) {
        let known = self.pieces.iter().position(|it| it.name == name);
        let piece = known.unwrap_or(self.pieces.len());
        if known.is_none() {
            let faults = Diagnostics::default();
            self.pieces.push(Piece { name: name.to_owned(), text: text.clone(), faults });
        }
        within.push(piece);
        let mut fence = None;
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            match (fence, ["```", "~~~"].into_iter().find(|it| words.starts_with(it))) {
                (None, Some(opened)) => fence = Some(opened),
                (Some(open), Some(found)) if open == found => fence = None,
                _ => {}
            }
            match named(words).filter(|_| fence.is_none()) {
                Some(path) => {
                    let start = from + line.find("<!--").unwrap_or(0);
                    let around = line.get(..start - from).unwrap_or("");
                    let indent = [indent, around].concat();
                    self.include(path, start..start + words.len(), &indent, within);
                }
                None => self.put(line, indent, piece, from),
            }
            from += line.len();
        }
        within.pop();
    }

    fn put(&mut self, line: &str, indent: &str, piece: usize, from: usize) {
        let indent = if line.trim().is_empty() { "" } else { indent };
        self.lines.push(Line { at: self.text.len(), indent: indent.len(), piece, from });
        self.text.push_str(indent);
        self.text.push_str(line);
        // What follows a piece begins on a line of its own.
        if !line.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Adds the file that a comment names; `range` is that of the comment, in the last of `within`.
    fn include(&mut self, path: &str, range: Range<usize>, indent: &str, within: &mut Vec<usize>) {
        let fault = if !is_path(path) {
            Some((
                format!("`{path}` is no path of a shared piece"),
                "write it as `shared/copy-first.md`, from the folder of the ladders".to_owned(),
            ))
        } else if within.iter().any(|it| self.pieces.get(*it).is_some_and(|it| it.name == path)) {
            Some((
                format!("`{path}` includes itself"),
                "take this line out, or name another piece".to_owned(),
            ))
        } else if within.len() >= DEEPEST {
            Some((
                format!("pieces stand within one another more than {DEEPEST} times"),
                "put the text here, or name the innermost piece".to_owned(),
            ))
        } else if self.text.len() > MAX_BYTES {
            Some((
                format!("with its pieces the text has more than {MAX_BYTES} bytes (1 MB)"),
                "shorten it, or make two ladders of it".to_owned(),
            ))
        } else {
            match (self.read)(path) {
                Some(text) => {
                    self.add(path, text, indent, within);
                    None
                }
                None => Some((
                    format!("there is no file `{path}`"),
                    "correct the name, or put the piece there".to_owned(),
                )),
            }
        };
        let here = within.last().and_then(|it| self.pieces.get_mut(*it));
        if let (Some((message, cure)), Some(here)) = (fault, here) {
            here.faults.error(range, message, cure);
        }
    }

    /// What is said of each file: what the compiler says of the whole, and what is wrong with the naming of pieces.
    fn told(self, diagnostics: &[Diagnostic]) -> Vec<Said> {
        let Whole { lines, pieces, .. } = self;
        let mut told: Vec<Said> = Vec::new();
        for (index, piece) in pieces.into_iter().enumerate() {
            let Piece { name, text, mut faults } = piece;
            for said in diagnostics {
                let Some((at, start)) = place(&lines, said.range.start) else { continue };
                if at != index {
                    continue;
                }
                // As far as it is in one file, which is mostly all of it.
                let last = said.range.end.saturating_sub(1).max(said.range.start);
                let end = match place(&lines, last) {
                    Some((same, end)) if same == index && end >= start => end + 1,
                    _ => text
                        .get(start..)
                        .and_then(|it| it.find('\n'))
                        .map_or(text.len(), |it| start + it),
                };
                let end = if said.range.is_empty() { start } else { end };
                faults.repeat(said, start..end);
            }
            told.push(Said { diagnostics: faults.finish(&text), name, text });
        }
        told
    }
}

/// Which file a byte of the whole is from, and where it is there.
fn place(lines: &[Line], at: usize) -> Option<(usize, usize)> {
    let line = lines.get(lines.partition_point(|it| it.at <= at).checked_sub(1)?)?;
    Some((line.piece, line.from + (at - line.at).saturating_sub(line.indent)))
}

/// The path in a line that is nothing but a comment that names a piece.
fn named(line: &str) -> Option<&str> {
    let inner = line.strip_prefix("<!--")?.strip_suffix("-->")?;
    let (key, path) = inner.split_once(':')?;
    key.trim().eq_ignore_ascii_case("include").then_some(path.trim())
}

/// Whether this leads from the folder of all ladders to a text within it, on every system.
fn is_path(path: &str) -> bool {
    let is_name = |part: &str| {
        let plain = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
        !part.starts_with('.') && !part.is_empty() && part.chars().all(plain)
    };
    path.ends_with(".md") && path.split('/').all(is_name)
}
