//! The file of a climb: JSON that people can read, with every fact in the form in which it is stored.
//!
//! Opened, it becomes a token: so the same rules hold for both.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::{Progress, Time};
use fix_ladder_core::saved::{Json, name, save};

use crate::facts;
use crate::json::{pairs, string, text};
use crate::open::Refused;
use crate::snapshot::take;
use crate::token::Token;

/// The version of the file that this program writes.
const VERSION: u64 = 1;
/// No longer text is read, in bytes.
const LONGEST: usize = 4_000_000;

/// The file of a climb. `made` is now, in the words of the reader: the program itself has no use for it.
pub fn file(ladder: &Ladder, progress: &Progress, case: &str, made: &str) -> String {
    let mut lines = String::from("{\n");
    let head = [
        ("fix-ladder", VERSION.to_string()),
        ("ladder", string(ladder.id.as_str())),
        ("title", string(ladder.title.plain().trim())),
        ("name", string(case)),
        ("made", string(made)),
    ];
    for (name, value) in head {
        lines.extend(["  ", &string(name), ": ", &value, ",\n"]);
    }
    lines.push_str("  \"facts\": [");
    for (place, (key, fact)) in progress.facts().enumerate() {
        lines.push_str(if place == 0 { "\n" } else { ",\n" });
        lines.extend(["    [", &string(&name(key)), ", ", &string(&save(fact)), "]"]);
    }
    lines.push_str("\n  ]\n}\n");
    lines
}

/// The ladder that a file is for.
pub fn ladder(file: &str) -> Option<String> {
    let json = Json::parse(file.get(..LONGEST).map_or(file, |_| ""))?;
    json.number("fix-ladder")?;
    Some(text(&json, "ladder")?.to_owned())
}

/// Reads a file.
///
/// # Errors
///
/// What is wrong with it.
pub fn open(ladder: &Ladder, file: &str, now: Time) -> Result<Token, Refused> {
    if file.len() > LONGEST {
        return Err(Refused::Damaged);
    }
    let json = Json::parse(file).ok_or(Refused::Damaged)?;
    match json.number("fix-ladder") {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(Refused::Newer),
        _ => return Err(Refused::Damaged),
    }
    if text(&json, "ladder").ok_or(Refused::Damaged)? != ladder.id.as_str() {
        return Err(Refused::UnknownLadder);
    }
    Ok(take(ladder, &facts::progress(pairs(&json, "facts")), now))
}
