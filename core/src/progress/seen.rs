//! What a reader has seen of a ladder, as a note, and what its author has changed since. Pure; knows nothing of where the
//! note is kept, nor of what the reader has done.
//!
//! The note is "1", then the steps, the requirements and the warnings, in their order, each list after a blank: of each
//! item four hex digits of its id and four of its words.

use super::fingerprint::{
    id_fingerprint, requirement_fingerprint, step_fingerprint, warning_fingerprint,
};
use super::set::Progress;
use crate::ladder::{Id, Ladder};

/// The kinds of items that are noted, in the order of the note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Step,
    Requirement,
    Warning,
}

impl Item {
    pub const ALL: [Item; 3] = [Item::Step, Item::Requirement, Item::Warning];
}

/// What has become of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    New,
    Reworded,
}

/// What has changed since a note was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(Vec<(Item, Id, Change)>);

impl Changes {
    /// Compares a ladder with an earlier note. What is no note of this form says nothing.
    pub fn since(noted: &str, ladder: &Ladder) -> Changes {
        let mut lists = noted.split(' ');
        let mut changes = Vec::new();
        if lists.next() != Some(VERSION) {
            return Changes::default();
        }
        for item in Item::ALL {
            let before = lists.next().unwrap_or_default().as_bytes();
            for (id, now) in items(ladder, item) {
                let now = now.as_bytes();
                let is_among = |digits: usize| {
                    before.chunks(DIGITS).any(|it| it.get(..digits) == now.get(..digits))
                };
                // The words first: of many items, two may share the digits of their ids.
                let change = match (is_among(DIGITS), is_among(DIGITS / 2)) {
                    (true, _) => continue,
                    (false, true) => Change::Reworded,
                    (false, false) => Change::New,
                };
                changes.push((item, id.clone(), change));
            }
        }
        Changes(changes)
    }

    /// What has become of one item; none where it is as it was.
    pub fn of(&self, item: Item, id: &Id) -> Option<Change> {
        let mut all = self.0.iter();
        all.find(|(kind, it, _)| *kind == item && it == id).map(|(_, _, change)| *change)
    }

    /// The items of one kind with which this has happened.
    pub fn all(&self, item: Item, change: Change) -> impl Iterator<Item = &Id> {
        let is_it = move |it: &&(Item, Id, Change)| it.0 == item && it.2 == change;
        self.0.iter().filter(is_it).map(|(_, id, _)| id)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The name beside the facts under which the note is stored.
pub const SEEN: &str = "seen";

const VERSION: &str = "1";

/// Of one item: four of its id, four of its words.
const DIGITS: usize = 8;

/// The note of a ladder as it is now. Choices do not matter: what changes is what the author has written.
pub fn seen(ladder: &Ladder) -> String {
    let mut note = VERSION.to_owned();
    for item in Item::ALL {
        note.push(' ');
        note.extend(items(ladder, item).into_iter().map(|(_, digits)| digits));
    }
    note
}

fn items(ladder: &Ladder, item: Item) -> Vec<(&Id, String)> {
    let nothing = Progress::default();
    let mut items = Vec::new();
    for rung in &ladder.rungs {
        let mut add =
            |id, words| items.push((id, [digits(id_fingerprint(id)), digits(words)].concat()));
        match item {
            Item::Step => {
                rung.steps
                    .iter()
                    .for_each(|it| add(&it.id, step_fingerprint(ladder, &nothing, it)));
            }
            Item::Requirement => rung
                .requirements
                .iter()
                .for_each(|it| add(&it.id, requirement_fingerprint(ladder, &nothing, it))),
            Item::Warning => rung
                .warnings
                .iter()
                .for_each(|it| add(&it.id, warning_fingerprint(ladder, &nothing, it))),
        }
    }
    items
}

/// Four hex digits of a fingerprint.
fn digits(fingerprint: u64) -> String {
    let digit = |shift: u32| char::from_digit((fingerprint >> shift & 15) as u32, 16);
    [28, 24, 20, 16].into_iter().filter_map(digit).collect()
}
