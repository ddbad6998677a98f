//! What stands in brackets at the end of a line: how a part looks, and how it is marked. Draws nothing.

use super::lines::Line;
use crate::diagnostics::Diagnostics;
use crate::nearest::nearest;

/// How the reader's eye is led to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Press,
    Look,
    NotThis,
    /// Only a number.
    Number,
}

/// A line without its brackets, and what they say.
pub(super) struct Flags {
    pub words: String,
    pub mark: Option<Mark>,
    pub number: Option<u32>,
    /// What follows `value` or `knob`.
    pub said: Option<String>,
    known: Vec<&'static str>,
}

impl Flags {
    pub fn has(&self, flag: &str) -> bool {
        self.known.contains(&flag)
    }
}

const MARKS: [(&str, Mark); 3] =
    [("press", Mark::Press), ("look", Mark::Look), ("not this", Mark::NotThis)];

/// Words that are followed by what they name.
const SAYING: [&str; 2] = ["value", "knob"];

/// What the brackets say, where they say anything that this part knows. Brackets of which nothing is known are words.
pub(super) fn read(line: &Line, own: &[&'static str], diagnostics: &mut Diagnostics) -> Flags {
    let plain = || Flags {
        words: line.words.clone(),
        mark: None,
        number: None,
        said: None,
        known: Vec::new(),
    };
    let Some((words, inner)) = line.words.strip_suffix(')').and_then(|it| it.rsplit_once('('))
    else {
        return plain();
    };
    let mut flags = Flags { words: words.trim_end().to_owned(), ..plain() };
    let start = line.words_range.start + words.len() + 1;
    let mut unknown = Vec::new();
    let mut any = false;
    let mut at = start;
    for piece in inner.split(',') {
        let range = at..at + piece.len();
        at = range.end + 1;
        match flag(piece.trim(), own, &mut flags) {
            true => any = true,
            false => unknown.push((piece.trim().to_owned(), range)),
        }
    }
    for (piece, range) in unknown {
        let all = own.iter().copied().chain(MARKS.iter().map(|(name, _)| *name));
        let near = nearest(&piece, all.clone());
        if near.is_none() && !any {
            // "iPhone SE (2nd generation)".
            return plain();
        }
        let cure = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "a {} takes {}, and a number from 1 to 9",
                line.name,
                all.map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        diagnostics.error(range, format!("a {} has no `{piece}`", line.name), cure);
    }
    flags
}

/// Whether the piece is known; then it is noted.
fn flag(piece: &str, own: &[&'static str], flags: &mut Flags) -> bool {
    let piece_in_small = piece.to_lowercase();
    let words: Vec<&str> = piece_in_small.split_whitespace().collect();
    let number =
        words.last().and_then(|it| it.parse::<u32>().ok()).filter(|it| (1..=9).contains(it));
    let name = match number {
        Some(_) => words.split_last().map_or(String::new(), |(_, rest)| rest.join(" ")),
        None => words.join(" "),
    };
    if let Some(known) = own.iter().find(|known| **known == words.join(" ")) {
        flags.known.push(known);
        return true;
    }
    let name = name.strip_suffix(" here").unwrap_or(&name);
    if let Some((_, mark)) = MARKS.iter().find(|(known, _)| *known == name) {
        flags.mark = Some(*mark);
        flags.number = number.or(flags.number);
        return true;
    }
    if name.is_empty() && number.is_some() {
        flags.mark = flags.mark.or(Some(Mark::Number));
        flags.number = number;
        return true;
    }
    for known in SAYING.iter().filter(|known| own.contains(known)) {
        if words.first() == Some(known) && words.len() > 1 {
            flags.said = piece.split_once(' ').map(|(_, said)| said.trim().to_owned());
            flags.known.push(known);
            return true;
        }
    }
    false
}
