//! What is still safe at a point of a rung. Knows nothing of how ticks are kept: the caller says which steps are ticked.

use super::model::{Id, Rung, Text};

/// The text of the last step, by position, that is ticked and has one; else what is safe before anything is done.
pub fn still_safe(rung: &Rung, ticked: impl Fn(&Id) -> bool) -> Option<&Text> {
    let said = rung.steps.iter().rev().filter_map(|step| Some((&step.id, step.safe.as_ref()?)));
    let mut done = said.filter(|(id, _)| ticked(id));
    done.next().map(|(_, text)| text).or(rung.safe.as_ref())
}
