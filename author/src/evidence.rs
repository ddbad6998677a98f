//! What words in brackets ask for as evidence: a place, two numbers or a hand-over. Knows nothing of where they stand.

use fix_ladder_core::ladder::RawEvidence;

use crate::brackets::Group;
use crate::flat::comparable;
use crate::nearest::nearest;
use crate::{evidence_numbers, evidence_place};

pub(crate) const UNKNOWN: &str = "this asks for no evidence that is known";
pub(crate) const CURE: &str = "write `(name the place)`, `(name the place, not iCloud)`, \
     `(two numbers: first label, second label)` or `(hand over)`; if no evidence is meant, say it in other words or without brackets";

const HAND_OVER: [&str; 4] = ["hand over", "handover", "hand it over", "hand over first"];

/// The evidence that words in brackets ask for. Nothing when they do not seem to ask for any;
/// an error when they seem to, and cannot be read.
pub(crate) fn asked(words: &str) -> Option<Result<RawEvidence, ()>> {
    let numbers = evidence_numbers::read(words).map(|read| read.map(RawEvidence::Numbers));
    let words_alone = comparable(words).replace('-', " ");
    let words_alone = words_alone.trim_end_matches(['.', '!']);
    if HAND_OVER.contains(&words_alone) {
        return Some(Ok(RawEvidence::HandOver));
    }
    if words_alone.starts_with("hand ") && nearest(words_alone, HAND_OVER).is_some() {
        return Some(Err(()));
    }
    numbers.or_else(|| evidence_place::read(words).map(|read| read.map(RawEvidence::Place)))
}

/// `[name]`, which stands in menu paths for what the reader finds there.
pub(crate) fn is_menu_name(group: &Group, words: &str) -> bool {
    group.square && comparable(words) == "name"
}
