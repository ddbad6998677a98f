//! The state of the walk over a document: the faults found so far, and the parts that are known by their ids.
//!
//! Knows no rule.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::{Error, Location};
use super::super::quote::shortened;
use super::super::raw::RawChoice;

/// A hostile document of 1 MB could have a fault in every third byte.
const MAX_FAULTS: usize = 500;

/// Among what an id must be the only one of its kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Rung,
    Requirement,
    Warning,
    Step,
    Choice,
    Drawing,
    /// An option of the choice at this position.
    OptionOf(usize),
}

pub(super) struct Ctx<'a> {
    errors: Vec<Error>,
    /// The ladder's choices, in its order.
    pub(super) choices: &'a [RawChoice],
    /// The position of each choice in that order.
    pub(super) positions: BTreeMap<&'a str, usize>,
    /// Every pair of a choice and one of its options.
    pub(super) options: BTreeSet<(&'a str, &'a str)>,
    /// The ids so far, each with where it is.
    pub(super) seen: BTreeMap<(Kind, &'a str), Location>,
}

impl<'a> Ctx<'a> {
    pub(super) fn new(choices: &'a [RawChoice]) -> Self {
        let (mut positions, mut options) = (BTreeMap::new(), BTreeSet::new());
        // One by one: all at once they would be sorted, by code that is larger than all the rest of this.
        for (index, choice) in choices.iter().enumerate() {
            positions.insert(choice.id.as_str(), index);
            for option in &choice.options {
                options.insert((choice.id.as_str(), option.id.as_str()));
            }
        }
        Ctx { errors: Vec::new(), choices, positions, options, seen: BTreeMap::new() }
    }

    pub(super) fn fault(&mut self, location: &Location, message: impl Into<String>) {
        match self.errors.len() {
            ..MAX_FAULTS => {
                self.errors.push(Error { location: location.clone(), message: message.into() })
            }
            MAX_FAULTS => self.errors.push(Error {
                location: Location::default(),
                message: format!(
                    "there are more faults than these {MAX_FAULTS}: correct these first"
                ),
            }),
            _ => {}
        }
    }

    /// What was made, if there was no fault.
    pub(super) fn finish<T>(&mut self, made: T) -> Result<T, Vec<Error>> {
        if self.errors.is_empty() { Ok(made) } else { Err(std::mem::take(&mut self.errors)) }
    }
}

/// The location of a part with an id, which is shortened: locations are copied often and shown to people.
pub(super) fn named(location: &Location, what: &'static str, index: usize, id: &str) -> Location {
    match id {
        "" => location.nth(what, index),
        id => location.named(what, index, &shortened(id)),
    }
}
