//! Choices and their options.
//!
//! Does not know which option a reader has chosen, nor which words are for which of them.

use super::super::error::Location;
use super::super::model::{Choice, ChoiceOption};
use super::super::raw::RawChoice;
use super::ids::unique_id;
use super::report::{Ctx, Kind, named};
use super::text::words;

pub(super) fn choices<'a>(ctx: &mut Ctx<'a>, raw: &'a [RawChoice], top: &Location) -> Vec<Choice> {
    let numbered = raw.iter().enumerate();
    numbered
        .map(|(index, raw)| choice(ctx, raw, index, &named(top, "choice", index, &raw.id)))
        .collect()
}

fn choice<'a>(
    ctx: &mut Ctx<'a>,
    raw: &'a RawChoice,
    position: usize,
    location: &Location,
) -> Choice {
    let id = unique_id(ctx, Kind::Choice, &raw.id, location);
    let label = words(ctx, &raw.label, &location.only("label"));
    if raw.options.len() < 2 {
        ctx.fault(location, "a choice needs at least two options: add one, or take the choice out");
    }
    let mut options = Vec::new();
    for (index, raw) in raw.options.iter().enumerate() {
        let location = named(location, "option", index, &raw.id);
        options.push(ChoiceOption {
            id: unique_id(ctx, Kind::OptionOf(position), &raw.id, &location),
            label: words(ctx, &raw.label, &location.only("label")),
        });
    }
    Choice { id, label, options }
}
