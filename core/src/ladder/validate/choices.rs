//! Choices and their options.
//!
//! Knows not which option a reader has chosen, nor what is said for which of them.

use super::super::error::Place;
use super::super::model::{Choice, ChoiceOption};
use super::super::raw::RawChoice;
use super::ids::unique_id;
use super::report::{Ctx, Kind, named};
use super::text::words;

pub(super) fn choices<'a>(ctx: &mut Ctx<'a>, raw: &'a [RawChoice], top: &Place) -> Vec<Choice> {
    let numbered = raw.iter().enumerate();
    numbered
        .map(|(index, raw)| choice(ctx, raw, index, &named(top, "choice", index, &raw.id)))
        .collect()
}

fn choice<'a>(ctx: &mut Ctx<'a>, raw: &'a RawChoice, position: usize, place: &Place) -> Choice {
    let id = unique_id(ctx, Kind::Choice, &raw.id, place);
    let label = words(ctx, &raw.label, &place.only("label"));
    if raw.options.len() < 2 {
        ctx.fault(place, "a choice needs at least two options: add one, or take the choice out");
    }
    let mut options = Vec::new();
    for (index, raw) in raw.options.iter().enumerate() {
        let place = named(place, "option", index, &raw.id);
        options.push(ChoiceOption {
            id: unique_id(ctx, Kind::OptionOf(position), &raw.id, &place),
            label: words(ctx, &raw.label, &place.only("label")),
        });
    }
    Choice { id, label, options }
}
