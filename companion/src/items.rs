//! The items of a rung in their order, and the numbers that stand for them in a token. Knows no fact but by its key.

use fix_ladder_core::ladder::{Evidence, Ladder, Requirement, Rung, Severity, Step, Warning};
use fix_ladder_core::progress::{Key, Progress, requirement_fingerprint, warning_fingerprint};

use crate::token::short_hash;

/// A line with a box.
#[derive(Clone, Copy)]
pub enum Item<'a> {
    Requirement(&'a Requirement),
    /// An acknowledgement of a warning, by its number from 1.
    Confirm(&'a Warning, u32),
    Step(&'a Step),
}

impl Item<'_> {
    /// What a fact about it is stored under.
    pub fn key(&self) -> Key {
        match self {
            Item::Requirement(it) => Key::Requirement(it.id.clone()),
            Item::Confirm(it, number) => Key::Confirm(it.id.clone(), *number),
            Item::Step(it) => Key::Step(it.id.clone()),
        }
    }

    /// The fingerprint of its words, for the choices made; none of a step, which asks nothing.
    pub fn fingerprint(&self, ladder: &Ladder, progress: &Progress) -> Option<u64> {
        match self {
            Item::Requirement(it) => Some(requirement_fingerprint(ladder, progress, it)),
            Item::Confirm(it, _) => Some(warning_fingerprint(ladder, progress, it)),
            Item::Step(_) => None,
        }
    }

    pub fn is_hand_over(&self) -> bool {
        matches!(self, Item::Requirement(it) if it.evidence == Evidence::HandOver)
    }

    pub fn is_guard(&self) -> bool {
        !matches!(self, Item::Step(_))
    }

    /// Its id, and what kind of thing it is: evidence of another kind is another item.
    fn name(&self) -> String {
        match self {
            Item::Requirement(it) => {
                let kind = match it.evidence {
                    Evidence::Confirm => "r:",
                    Evidence::Numbers { .. } => "n:",
                    Evidence::Place { .. } => "p:",
                    Evidence::HandOver => "h:",
                };
                [kind, it.id.as_str()].concat()
            }
            Item::Confirm(it, number) => ["c:", it.id.as_str(), ":", &number.to_string()].concat(),
            Item::Step(it) => ["s:", it.id.as_str()].concat(),
        }
    }
}

/// Requirements, acknowledgements, steps.
pub fn items(rung: &Rung) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = rung.requirements.iter().map(Item::Requirement).collect();
    for warning in &rung.warnings {
        items.extend((1..=warning.confirmations).map(|number| Item::Confirm(warning, number)));
    }
    items.extend(rung.steps.iter().map(Item::Step));
    items
}

/// Stands for the sequence of the items of a rung.
pub fn items_hash(rung: &Rung) -> u32 {
    let names: Vec<String> = items(rung).iter().map(Item::name).collect();
    short_hash(&names.join("\n"))
}

/// Stands for a rung.
pub fn rung_hash(rung: &Rung) -> u32 {
    short_hash(rung.id.as_str())
}

/// Stands for an option of a choice; without an option, for the choice itself.
pub fn option_hash(choice: &str, option: &str) -> u32 {
    short_hash(&[choice, "\n", option].concat())
}

/// The rung that a number stands for. Where it stands for several, the one with these items.
pub fn find_rung(ladder: &Ladder, id: u32, items: u32) -> Option<&Rung> {
    only(ladder.rungs.iter().filter(|it| rung_hash(it) == id)).or_else(|| {
        only(ladder.rungs.iter().filter(|it| rung_hash(it) == id && items_hash(it) == items))
    })
}

/// Whether the guards of a rung may come from elsewhere.
pub fn takes_guards(rung: &Rung) -> bool {
    rung.severity == Severity::Gentle
}

pub fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}
