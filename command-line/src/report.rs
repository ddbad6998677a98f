//! What was said of files, for people and for tools. Knows no ladder.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use fix_ladder_author::{Diagnostic, Severity, Source, render};
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// A list of objects, for editors and other tools
    Json,
}

/// Prints to the standard output. A reader who has hung up, as `head` does, is no fault.
pub fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Whether colours can be shown, and are wanted.
pub fn colour() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Everything as an author reads it.
pub fn text(said: &[(Source<'_>, &[Diagnostic])], colour: bool) -> String {
    let parts: Vec<String> =
        said.iter().map(|(source, said)| render(*source, said, colour)).collect();
    parts.join("\n")
}

/// Each as an object.
pub fn json(said: &[(Source<'_>, &[Diagnostic])]) -> Vec<Value> {
    let one = |source: &Source<'_>, it: &Diagnostic| {
        json!({
            "file": source.name,
            "severity": it.severity.to_string(),
            "message": it.message,
            "cure": it.cure,
            "line": it.line,
            "column": it.column,
            "start": it.range.start,
            "end": it.range.end,
        })
    };
    said.iter().flat_map(|(source, said)| said.iter().map(|it| one(source, it))).collect()
}

/// How many of each there are: `2 errors, 1 warning`.
pub fn counts(said: &[(Source<'_>, &[Diagnostic])]) -> Vec<String> {
    let of = |severity: Severity, one: &str| {
        let all = said.iter().flat_map(|(_, said)| said.iter());
        let count = all.filter(|it| it.severity == severity).count();
        (count > 0).then(|| counted(count, one))
    };
    let all =
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    all.into_iter().filter_map(|(severity, one)| of(severity, one)).collect()
}

/// `1 ladder`, `2 ladders`.
pub fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
