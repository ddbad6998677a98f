//! What a reader has seen of a ladder, as a note, and what its author has changed since. Pure; knows nothing of where the
//! note is kept, nor of what the reader has done.
//!
//! The note is a string of JSON: "1", then eight hex digits for each requirement, warning and step, in the order of the rungs: four of what it
//! is and of its id, four of its words.

use super::fingerprint::{
    fingerprint_of, requirement_fingerprint, step_fingerprint, warning_fingerprint,
};
use super::set::Progress;
use crate::ladder::{Id, Ladder};

/// The kinds of items that are noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Step,
    Requirement,
    Warning,
}

/// What has become of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    New,
    Reworded,
}

/// What has changed since a note was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(pub Vec<(Item, Id, Change)>);

impl Changes {
    /// Compares a ladder with an earlier note. What is no note of this form says nothing.
    pub fn since(noted: &str, ladder: &Ladder) -> Changes {
        let mut changes = Changes::default();
        let Some(before) = noted.strip_prefix(VERSION) else { return changes };
        for (item, id, now) in digests(ladder) {
            let mut change = Some(Change::New);
            for before in before.as_bytes().chunks(now.len()) {
                // Of many items, two may share the digits of their ids: then the words tell which is which.
                if before == now {
                    change = None;
                    break;
                }
                if before.get(..4) == now.get(..4) {
                    change = Some(Change::Reworded);
                }
            }
            if let Some(change) = change {
                changes.0.push((item, id.clone(), change));
            }
        }
        changes
    }

    /// What has become of one item; none where it is as it was.
    pub fn of(&self, item: Item, id: &Id) -> Option<Change> {
        let mut all = self.0.iter();
        all.find(|(kind, it, _)| *kind == item && it == id).map(|(_, _, change)| *change)
    }
}

/// The name beside the facts under which the note is stored.
pub const SEEN: &str = "seen";

/// The beginning of a note.
const VERSION: &str = "\"1";

/// The note of a ladder as it is now. Choices do not matter: what changes is what the author has written.
pub fn seen(ladder: &Ladder) -> String {
    let mut note = VERSION.to_owned();
    for (_, _, digits) in digests(ladder) {
        note.extend(digits.into_iter().map(char::from));
    }
    note.push('"');
    note
}

/// What is noted of each item.
fn digests(ladder: &Ladder) -> Vec<(Item, &Id, [u8; 8])> {
    let nothing = Progress::default();
    let mut digests = Vec::new();
    let mut add = |item: Item, id, words: u64| {
        let id_and_words = fingerprint_of(item as u8, id) & 0xffff_0000 | words >> 16 & 0xffff;
        let mut shift = 32;
        let digits = [(); 8].map(|()| {
            shift -= 4;
            let digit = (id_and_words >> shift & 15) as u8;
            if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }
        });
        digests.push((item, id, digits));
    };
    for rung in &ladder.rungs {
        for it in &rung.requirements {
            add(Item::Requirement, &it.id, requirement_fingerprint(ladder, &nothing, it));
        }
        for it in &rung.warnings {
            add(Item::Warning, &it.id, warning_fingerprint(ladder, &nothing, it));
        }
        for it in &rung.steps {
            add(Item::Step, &it.id, step_fingerprint(ladder, &nothing, it));
        }
    }
    digests
}
