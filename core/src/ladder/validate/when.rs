//! For whom something is meant: the options that a variant or a step names have to be in the ladder.
//!
//! Does not know what is meant for them.

use std::collections::BTreeMap;

use super::super::error::Location;
use super::super::model::{Id, When};
use super::super::quote::shortened;
use super::report::Ctx;

/// So many names are listed in a message; more would not be read.
const MAX_LISTED: usize = 8;

/// Conditions in the order of the ladder's choices, which is the order readers meet them in.
pub(super) fn when(
    ctx: &mut Ctx<'_>,
    raw: &BTreeMap<String, Vec<String>>,
    location: &Location,
) -> When {
    let mut conditions = Vec::new();
    for (choice, options) in raw {
        let Some(&position) = ctx.positions.get(choice.as_str()) else {
            ctx.fault(location, unknown_choice(ctx, choice));
            continue;
        };
        if options.is_empty() {
            let choice = shortened(choice);
            ctx.fault(
                location,
                format!(
                    "no option of `{choice}` is named: name at least one, or take the choice out"
                ),
            );
        }
        for option in options {
            if !ctx.options.contains(&(choice.as_str(), option.as_str())) {
                ctx.fault(location, unknown_option(ctx, position, option));
            }
        }
        let options = options.iter().map(|option| Id(option.as_str().into())).collect();
        // Few, and code that sorts is larger than they are.
        let at = conditions.partition_point(|(known, _)| *known <= position);
        conditions.insert(at, (position, (Id(choice.as_str().into()), options)));
    }
    When(conditions.into_iter().map(|(_, condition)| condition).collect())
}

fn unknown_choice(ctx: &Ctx<'_>, choice: &str) -> String {
    let known = listed(ctx.choices.iter().map(|choice| choice.id.as_str()));
    let choice = shortened(choice);
    match known.as_str() {
        "" => {
            format!("there is no choice `{choice}`: the ladder has no choices, so add it to them")
        }
        known => format!("there is no choice `{choice}`: use {known}, or add it to the choices"),
    }
}

fn unknown_option(ctx: &Ctx<'_>, position: usize, option: &str) -> String {
    let choice = ctx.choices.get(position);
    let known =
        listed(choice.iter().flat_map(|choice| &choice.options).map(|option| option.id.as_str()));
    let of = shortened(choice.map_or("", |choice| &choice.id));
    let option = shortened(option);
    match known.as_str() {
        "" => format!("the choice `{of}` has no option `{option}`: add it to the options"),
        known => format!(
            "the choice `{of}` has no option `{option}`: use {known}, or add it to the options"
        ),
    }
}

/// "`a`, `b` or `c`", and "…" for what is too much to be read.
fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<String> =
        ids.take(MAX_LISTED + 1).map(|id| format!("`{}`", shortened(id))).collect();
    let last = names.pop();
    match (names.len(), last) {
        (_, None) => String::new(),
        (0, Some(last)) => last,
        (MAX_LISTED.., Some(_)) => format!("{}, …", names.join(", ")),
        (_, Some(last)) => format!("{} or {last}", names.join(", ")),
    }
}
