//! The one place that calls the crate. Knows no cases.

use fix_ladder_author::{Compiled, Source, compile, compile_with, render};
use serde_json::Value;

/// The document of a text, as JSON; fails with the diagnostics where there is none.
#[track_caller]
pub fn document(markdown: &str) -> Value {
    let compiled = compiled(markdown);
    match compiled.ladder {
        Some(ladder) => serde_json::to_value(ladder).expect("a document is JSON"),
        None => panic!("no document:\n{}", rendered(markdown)),
    }
}

/// Compiles the text and compares one part of the document; nothing may be said about the text.
#[track_caller]
pub fn check(markdown: &str, pointer: &str, expected: Value) {
    check_said(markdown, pointer, expected, &[]);
}

/// As [`check`], for a text about which something is said: `warning 5:3: this …`.
#[track_caller]
pub fn check_said(markdown: &str, pointer: &str, expected: Value, said: &[&str]) {
    let document = document(markdown);
    let found = document.pointer(pointer).cloned().unwrap_or(Value::Null);
    assert_eq!(found, expected, "at {pointer} of {document:#}");
    assert_eq!(self::said(markdown), said);
}

/// A text that gives no document, and why.
#[track_caller]
pub fn check_refused(markdown: &str, expected: &[&str]) {
    assert!(compiled(markdown).ladder.is_none(), "a document was made of:\n{markdown}");
    assert_eq!(said(markdown), expected);
}

/// A ladder of one rung, whose own text begins in line 5.
pub fn rung(body: &str) -> String {
    format!("# Title\n\n## Rung\n\n{body}\n")
}

/// A ladder with two choices and one rung, whose own text begins in line 10.
pub fn rung_with_choices(body: &str) -> String {
    format!(
        "# Title\n\n## About you\n\n- Device: iPhone, iPad\n- System: iOS 17, iOS 18\n\n## Rung\n\n{body}\n"
    )
}

/// What an author reads about a text, to the letter.
#[track_caller]
pub fn check_rendered(markdown: &str, expected: &str) {
    // The line break at the start only keeps the lines of the literal aligned.
    assert_eq!(rendered(markdown), expected.strip_prefix('\n').unwrap_or(expected));
}

pub fn rendered(markdown: &str) -> String {
    let source = Source { name: "ladder.md", text: markdown };
    render(source, &compile(source).diagnostics, false)
}

fn compiled(markdown: &str) -> Compiled {
    compile(Source { name: "ladder.md", text: markdown })
}

/// What is said about a text: `warning 5:3: this …`.
pub fn said(markdown: &str) -> Vec<String> {
    let line = |said: &fix_ladder_author::Diagnostic| {
        format!("{} {}:{}: {}", said.severity, said.line, said.column, said.message)
    };
    compiled(markdown).diagnostics.iter().map(line).collect()
}

/// The drawings of a ladder from these files, and what is said with its cure: of the ladder, then of each file.
pub fn with_drawings(ladder: &str, files: &[(&str, &str)]) -> (Value, Vec<String>) {
    let files: Vec<Source<'_>> = files.iter().map(|(name, text)| Source { name, text }).collect();
    let compiled = compile_with(Source { name: "ladder.md", text: ladder }, Some(&files));
    let of_all = std::iter::once(&compiled.diagnostics).chain(&compiled.of_drawings);
    let said = of_all.flatten().map(|it| {
        format!("{} {}:{}: {}; {}", it.severity, it.line, it.column, it.message, it.cure)
    });
    let said = said.collect();
    let ladder = compiled.ladder.map(|it| serde_json::to_value(it).expect("JSON"));
    (ladder.map_or(Value::Null, |it| it["drawings"].clone()), said)
}
