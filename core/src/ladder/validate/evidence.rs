//! What a requirement asks a reader for: a tick, two numbers and what they mean, or a place.
//!
//! Does not know the requirement's own words.

use std::rc::Rc;

use super::super::error::Location;
use super::super::model::{Evidence, Meanings};
use super::super::raw::{RawEvidence, RawNumbers};
use super::report::Ctx;
use super::text::{is_readable, text, words};
use crate::folding::fold;

pub(super) fn evidence(ctx: &mut Ctx<'_>, raw: &RawEvidence, location: &Location) -> Evidence {
    match raw {
        RawEvidence::Confirm => Evidence::Confirm,
        RawEvidence::HandOver => Evidence::HandOver,
        RawEvidence::Numbers(raw) => numbers(ctx, raw, location),
        RawEvidence::Place(raw) => {
            let not = raw.not.iter().enumerate();
            let forbidden =
                |(index, raw): (usize, &String)| forbidden(ctx, raw, &location.nth("not", index));
            Evidence::Place { not: not.map(forbidden).collect() }
        }
    }
}

fn numbers(ctx: &mut Ctx<'_>, raw: &RawNumbers, location: &Location) -> Evidence {
    let first = words(ctx, &raw.first, &location.only("first"));
    let second = words(ctx, &raw.second, &location.only("second"));
    if fold(&first) == fold(&second) && !first.is_empty() {
        ctx.fault(location, "both numbers have the same label: say what each of them counts");
    }
    let mut meaning =
        |raw: &Option<_>, what| raw.as_ref().map(|raw| text(ctx, raw, &location.only(what)));
    let meanings = Meanings {
        fewer: meaning(&raw.fewer, "fewer"),
        equal: meaning(&raw.equal, "equal"),
        more: meaning(&raw.more, "more"),
    };
    Evidence::Numbers { first, second, meanings }
}

/// What a place may not be. Places are compared by their letters and digits.
fn forbidden(ctx: &mut Ctx<'_>, raw: &str, location: &Location) -> Rc<str> {
    let word = words(ctx, raw, location);
    if !word.is_empty() && !is_readable(&word) {
        ctx.fault(
            location,
            "this word has no letter and no digit, so no place can be told from it: write a name",
        );
    }
    word
}
