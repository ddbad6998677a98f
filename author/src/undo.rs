//! `Undo:` in words: whether it can be undone, and for how long. Knows nothing of the other facts.

use fix_ladder_core::ladder::{RawText, RawUndo};

use crate::brackets::words;
use crate::durations;

/// At the beginning they say that it cannot be undone.
const NO: [&str; 17] = [
    "no",
    "none",
    "not",
    "never",
    "cannot",
    "can't",
    "impossible",
    "irreversible",
    "nope",
    "permanent",
    "irrevocable",
    "won't",
    // The words are read by those who read the ladder, in its language.
    "nein",
    "non",
    "não",
    "nee",
    "нет",
];
/// At the beginning they say that it can.
const YES: [&str; 7] = ["yes", "ja", "oui", "sí", "si", "sim", "да"];
/// Anywhere else they may say so, or the contrary.
const UNCLEAR: [&str; 60] = [
    "no",
    "not",
    "none",
    "never",
    "cannot",
    "can't",
    "won't",
    "doesn't",
    "don't",
    "isn't",
    "nothing",
    "nobody",
    "impossible",
    "irreversible",
    "irreversibly",
    "irrevocable",
    "irrevocably",
    "permanent",
    "permanently",
    "gone",
    "lost",
    "forever",
    "final",
    "hardly",
    "barely",
    "unlikely",
    "only",
    "unless",
    "partly",
    "partially",
    "maybe",
    "perhaps",
    "unknown",
    "difficult",
    "without",
    "neither",
    "unrecoverable",
    // In the languages whose authors may forget that ours are English.
    "nein",
    "nicht",
    "nichts",
    "nie",
    "niemals",
    "kein",
    "keine",
    "unmöglich",
    "endgültig",
    "unwiderruflich",
    "non",
    "pas",
    "jamais",
    "définitif",
    "imposible",
    "nunca",
    "não",
    "impossível",
    "mai",
    "impossibile",
    "nee",
    "niet",
    "нет",
];
/// What begins so changes nothing that could be undone.
const HARMLESS: [&str; 5] = [
    "nothing to undo",
    "nothing to be undone",
    "nothing changes",
    "nothing is changed",
    "nothing has changed",
];

/// `for 30 days, from …`, `no, …`, or in words how it is undone.
pub(crate) fn undo(lower: &str, text: RawText) -> RawUndo {
    let possible = !words(lower).next().is_some_and(|(_, first)| NO.contains(&first));
    RawUndo { possible, window_seconds: window(lower).filter(|_| possible), text }
}

/// Whether the words could be read both ways, so that their author has to say which is meant.
pub(crate) fn is_unclear(lower: &str) -> bool {
    let first = words(lower).next().map_or("", |(_, first)| first);
    let harmless = HARMLESS.iter().any(|start| lower.trim_start().starts_with(start));
    if YES.contains(&first) || NO.contains(&first) || window(lower).is_some() || harmless {
        return false;
    }
    // Without a word, as in "-" or "?", it says nothing at all.
    first.is_empty()
        || lower.trim() == "n/a"
        || words(lower).any(|(_, word)| UNCLEAR.contains(&word))
}

/// The time in which it can be undone, at the beginning or behind `yes`.
fn window(lower: &str) -> Option<u64> {
    let start = lower.trim_start();
    let after_yes = start
        .strip_prefix("yes")
        .map_or(start, |rest| rest.trim_start_matches([',', ':', ';', ' ']));
    let after_only = after_yes.strip_prefix("only ").unwrap_or(after_yes);
    ["for only ", "within only ", "for ", "within ", "up to "]
        .into_iter()
        .find_map(|word| after_only.strip_prefix(word))
        .and_then(durations::leading)
        .map(|(seconds, _)| seconds)
}
