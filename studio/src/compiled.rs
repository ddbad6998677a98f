//! A draft as a document, and what is said of its text. Knows no rule of the format.

use fix_ladder_author::{Diagnostic, Severity, Source, compile_pieces};
use fix_ladder_core::ladder::RawLadder;
use serde_json::{Value, json};

use crate::draft::Draft;
use crate::places::in_utf16;

/// A document, or none where there is an error; and what is said of each file.
pub struct Compiled {
    pub ladder: Option<RawLadder>,
    /// The name and the text of each file with what is said of it. That of the ladder is the first.
    pub said: Vec<(String, String, Vec<Diagnostic>)>,
}

/// Compiles a draft with all its files.
pub fn compile(draft: &Draft) -> Compiled {
    let files: Vec<Source<'_>> =
        draft.drawings.iter().map(|(name, text)| Source { name, text }).collect();
    let read = |path: &str| {
        draft.pieces.iter().find(|(name, _)| name == path).map(|(_, text)| text.clone())
    };
    let source = Source { name: &draft.name, text: &draft.text };
    // Without any drawing, they may come later.
    let drawings = (!files.is_empty()).then_some(files.as_slice());
    let (compiled, pieces) = compile_pieces(source, &read, drawings);
    let mut said: Vec<_> =
        pieces.into_iter().map(|it| (it.name, it.text, it.diagnostics)).collect();
    let of_drawings = draft.drawings.iter().zip(compiled.of_drawings);
    said.extend(of_drawings.map(|((name, text), it)| (name.clone(), text.clone(), it)));
    Compiled { ladder: compiled.ladder, said }
}

/// `{ document, diagnostics }`. A diagnostic has its place in units of UTF-16, as a field for text counts them, and its file
/// where that is not the text itself.
pub fn answer(draft: &Draft) -> Value {
    let Compiled { ladder, said } = compile(draft);
    let mut told: Vec<(Severity, Value)> = Vec::new();
    for (index, (name, text, diagnostics)) in said.iter().enumerate() {
        let ends = diagnostics.iter().flat_map(|it| [it.range.start, it.range.end]);
        let units = in_utf16(text, ends);
        let unit = |at: usize| units.get(&at).copied().unwrap_or_default();
        let file = (index > 0).then_some(name);
        told.extend(diagnostics.iter().map(|it| {
            let value = json!({
                "severity": it.severity.to_string(),
                "message": it.message,
                "cure": it.cure,
                "line": it.line,
                "column": it.column,
                "start": unit(it.range.start),
                "end": unit(it.range.end),
                "file": file,
            });
            (it.severity, value)
        }));
    }
    // The worst first; within them the order of the text.
    told.sort_by_key(|(severity, _)| *severity);
    let diagnostics: Vec<Value> = told.into_iter().map(|(_, value)| value).collect();
    json!({ "document": ladder, "diagnostics": diagnostics })
}
