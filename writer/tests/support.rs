//! The one place that calls writer and compiler. Knows no cases.

use fix_ladder_author::{Severity, Source, compile};
use fix_ladder_core::ladder::RawLadder;
use fix_ladder_writer::Complaint;

/// Reads a text in the format.
pub fn read(text: &str) -> Result<RawLadder, Vec<Complaint>> {
    let compiled = compile(Source { name: "elsewhere.md", text });
    let errors = compiled.diagnostics.into_iter().filter(|it| it.severity == Severity::Error);
    compiled.ladder.ok_or_else(|| {
        errors.map(|it| Complaint { range: it.range, message: it.message, cure: it.cure }).collect()
    })
}

/// A text that has no errors, as a document.
#[track_caller]
pub fn compiled(name: &str, text: &str) -> RawLadder {
    let compiled = compile(Source { name, text });
    compiled.ladder.unwrap_or_else(|| panic!("no document: {:?}", compiled.diagnostics))
}

/// The ladder as text, which is read back as its normal form.
#[track_caller]
pub fn written(ladder: &RawLadder) -> String {
    match fix_ladder_writer::markdown(ladder, read) {
        Ok(text) => {
            let mut wanted = fix_ladder_writer::normal(ladder);
            wanted.drawings.clear();
            assert_eq!(read(&text).as_ref(), Ok(&wanted), "{text}");
            text
        }
        Err(errors) => {
            let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("not written: {said:#?}");
        }
    }
}

/// A ladder of one rung with this as its reasons.
pub fn ladder_of(why: serde_json::Value) -> RawLadder {
    let rung = serde_json::json!({
        "id": "rung", "title": "Rung", "severity": "gentle", "why": why,
        "steps": [{ "id": "look", "text": "Look." }],
    });
    let ladder =
        serde_json::json!({ "format": 1, "id": "ladder", "title": "Title", "rungs": [rung] });
    serde_json::from_value(ladder).expect("it is a document")
}

pub fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder").to_owned()
}

/// Every valid fixture, with its name.
pub fn fixtures() -> Vec<(String, RawLadder)> {
    let folder = root().join("tests/fixtures/ladders/valid");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("a file").path()).collect();
    files.sort();
    let read = |file: std::path::PathBuf| {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("a text");
        (name, serde_json::from_str(&text).expect("a document"))
    };
    files.into_iter().map(read).collect()
}

/// A text with the pieces that it shares with others.
fn whole(text: &str) -> String {
    let line = |line: &str| {
        let named =
            line.trim().strip_prefix("<!-- include: ").and_then(|it| it.strip_suffix(" -->"));
        match named {
            Some(path) => {
                std::fs::read_to_string(root().join("ladders").join(path)).expect("a piece")
            }
            None => format!("{line}\n"),
        }
    };
    text.lines().map(line).collect()
}

/// The built-in ladders and the example at the end of `docs/format.md`.
pub fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for file in std::fs::read_dir(root().join("ladders")).expect("a folder") {
        let file = file.expect("a file").path();
        if file.extension().is_some_and(|it| it == "md") {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            texts.push((name, whole(&std::fs::read_to_string(&file).expect("a text"))));
        }
    }
    texts.sort();
    let format = std::fs::read_to_string(root().join("docs/format.md")).expect("the format");
    let (_, example) = format.split_once("```markdown\n").expect("the example");
    let (example, _) = example.split_once("\n```").expect("its end");
    texts.push(("printer.md".to_owned(), format!("{example}\n")));
    texts
}
