//! Diagnostics for the author: what was not understood, its range in the source, and the cure.
//! Knows nothing of what a ladder is.

use std::fmt;
use std::ops::Range;

#[cfg(feature = "render")]
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A text, and the name of its file as it is shown to the author.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The ladder's id is made from it where the title has none.
    pub name: &'a str,
    pub text: &'a str,
}

/// How many are reported before the rest is only counted.
const MOST: usize = 200;

/// One thing to say about one range of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// What is wrong: lower case, without a full stop.
    pub message: String,
    /// What to do about it: lower case, without a full stop.
    pub cure: String,
    /// The bytes of the source in question; always within it, at the boundaries of characters.
    pub range: Range<usize>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// How much a [`Diagnostic`] matters, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no document until it is cured.
    Error,
    /// Something may not mean what the author meant.
    Warning,
    /// Something is shown otherwise than it is written.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

/// The diagnostics as an author reads them in a terminal: message, file, line, column, the text in
/// question underlined, and the cure. Empty when there are none.
#[cfg(feature = "render")]
pub fn render(source: Source<'_>, diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = match colour {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    let rendered =
        diagnostics.iter().map(|diagnostic| renderer.render(&[group(source, diagnostic)]) + "\n");
    rendered.collect::<Vec<_>>().join("\n")
}

#[cfg(feature = "render")]
fn group<'a>(source: Source<'a>, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    // Only the line in question is handed over, so that a thousand faults in a long text stay cheap.
    let range = within(source.text, &diagnostic.range);
    let start =
        source.text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = source.text.get(start..).unwrap_or("");
    let line = rest.lines().next().unwrap_or("");
    let end = range.end.saturating_sub(start).min(line.len());
    let span = (range.start - start).min(end)..end;
    level
        .primary_title(&diagnostic.message)
        .element(
            Snippet::source(line)
                .path(source.name)
                .line_start(diagnostic.line)
                .annotation(AnnotationKind::Primary.span(span)),
        )
        .element(Level::HELP.message(&diagnostic.cure))
}

/// The range cut to what there is, at the boundaries of characters.
fn within(text: &str, range: &Range<usize>) -> Range<usize> {
    let boundary = |at: usize| {
        (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    };
    let start = boundary(range.start);
    start..boundary(range.end).max(start)
}

/// What has been said so far, in the order in which it came up.
#[derive(Default)]
pub(crate) struct Diagnostics {
    said: Vec<Diagnostic>,
    /// Whether nothing is an error: what would be one is a warning.
    pub lenient: bool,
}

impl Diagnostics {
    pub fn error(
        &mut self,
        range: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        let severity = if self.lenient { Severity::Warning } else { Severity::Error };
        self.say(severity, range, message.into(), cure.into());
    }

    pub fn warning(
        &mut self,
        range: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.say(Severity::Warning, range, message.into(), cure.into());
    }

    pub fn note(
        &mut self,
        range: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.say(Severity::Note, range, message.into(), cure.into());
    }

    fn say(&mut self, severity: Severity, range: Range<usize>, message: String, cure: String) {
        self.said.push(Diagnostic { severity, message, cure, range, line: 1, column: 1 });
    }

    /// What has been said of one text, of the same place in another.
    pub fn repeat(&mut self, said: &Diagnostic, range: Range<usize>) {
        self.say(said.severity, range, said.message.clone(), said.cure.clone());
    }

    /// All of it, in the order in which it came up.
    pub fn all(self) -> Vec<Diagnostic> {
        self.said
    }

    pub fn any_error(&self) -> bool {
        self.said.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    pub fn has_error_at(&self, range: &Range<usize>) -> bool {
        let meets = |other: &Range<usize>| {
            other == range || (other.start < range.end && range.start < other.end)
        };
        self.said.iter().any(|said| said.severity == Severity::Error && meets(&said.range))
    }

    /// Whether one of the last things said was about a part of this, or about more than it, and as grave.
    pub fn has_just_spoken_of(&self, range: &Range<usize>, severity: Severity) -> bool {
        let meets = |other: &Range<usize>| other.start < range.end && range.start < other.end;
        self.said.iter().rev().take(8).any(|said| said.severity <= severity && meets(&said.range))
    }

    /// All of it in the order of the text, with lines and columns. Past [`MOST`], the mildest are only counted.
    pub fn finish(mut self, text: &str) -> Vec<Diagnostic> {
        if self.said.len() > MOST {
            let more = self.said.len() - MOST;
            self.said.sort_by_key(|diagnostic| diagnostic.severity);
            self.said.truncate(MOST);
            let message = format!("{more} more diagnostics are not shown");
            self.note(text.len()..text.len(), message, "cure the ones above first");
        }
        for diagnostic in &mut self.said {
            diagnostic.range = trimmed(text, within(text, &diagnostic.range));
            let before = text.get(..diagnostic.range.start).unwrap_or("");
            diagnostic.line = before.matches('\n').count() + 1;
            diagnostic.column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        }
        self.said.sort_by_key(|diagnostic| (diagnostic.range.start, diagnostic.severity));
        self.said
    }
}

/// The range without the blanks and line ends behind it, which blocks of Markdown bring along.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or("").trim_end();
    range.start..range.start + words.len()
}
