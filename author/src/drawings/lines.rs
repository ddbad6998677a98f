//! The lines of a drawing's file, one inside another by their indentation. Knows no part of the kit.

use std::ops::Range;

use crate::diagnostics::Diagnostics;

/// `name: words`, and the lines that are indented below it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Before the first colon, or the whole line; in small letters.
    pub name: String,
    /// The same as it is written.
    pub label: String,
    pub name_range: Range<usize>,
    /// Behind the first colon.
    pub words: String,
    pub words_range: Range<usize>,
    /// Whether it ends with its colon, so that what is below belongs to it.
    pub open: bool,
    pub children: Vec<Line>,
}

/// Lines may be so deep inside one another.
const DEEPEST: usize = 8;

/// The outermost lines. Empty lines, and those that begin with `#`, say nothing.
pub(super) fn read(text: &str, diagnostics: &mut Diagnostics) -> Vec<Line> {
    let mut flat = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive('\n') {
        let start = at;
        at += piece.len();
        let content = piece.trim_end();
        let words = content.trim_start();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let indent = content.len() - words.len();
        if content.get(..indent).is_some_and(|it| it.contains('\t')) {
            diagnostics.error(
                start..start + content.len(),
                "this line is indented with a tab",
                "indent it with blanks, two more than the line that it belongs to",
            );
            continue;
        }
        flat.push((indent, line(words, start + indent)));
    }
    nested(&mut flat.into_iter().peekable(), 0, 0, diagnostics)
}

fn line(text: &str, start: usize) -> Line {
    // A part without words may have its brackets behind its name.
    let bracket = text.find('(').filter(|_| text.ends_with(')') && !text.contains(':'));
    let (name, words, behind) = match (bracket, text.split_once(':')) {
        (Some(at), _) => (text.get(..at).unwrap_or(text), text.get(at..).unwrap_or(""), at),
        (None, Some((name, words))) => (name, words, name.len() + 1),
        (None, None) => (text, "", text.len()),
    };
    let blank = words.len() - words.trim_start().len();
    let words_start = start + behind + blank;
    Line {
        name: name.trim().to_lowercase(),
        label: name.trim().to_owned(),
        name_range: start..start + name.trim_end().len(),
        words: words.trim().to_owned(),
        words_range: words_start..start + text.len().max(behind + blank),
        open: text.ends_with(':'),
        children: Vec::new(),
    }
}

type Flat = std::iter::Peekable<std::vec::IntoIter<(usize, Line)>>;

/// The lines from here on that are indented at least so far.
fn nested(flat: &mut Flat, least: usize, depth: usize, diagnostics: &mut Diagnostics) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut own = None;
    while let Some((indent, _)) = flat.peek() {
        let indent = *indent;
        if indent < least {
            break;
        }
        let own = *own.get_or_insert(indent);
        if indent > own
            && depth < DEEPEST
            && let Some(last) = lines.last_mut()
        {
            last.children = nested(flat, own + 1, depth + 1, diagnostics);
            continue;
        }
        let Some((_, line)) = flat.next() else { break };
        if indent != own {
            diagnostics.error(
                line.name_range.clone(),
                "this line is indented as none before it",
                "indent it as far as the lines that it stands beside",
            );
        }
        lines.push(line);
    }
    lines
}
