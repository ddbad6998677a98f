//! Validates the whole document, and finds the range in the author's text for the location of each error.
//! Knows none of the validator's rules.

use fix_ladder_core::ladder::{RawLadder, validate};

use crate::context::Context;

pub(crate) fn check(ctx: &mut Context, ladder: &RawLadder) {
    let Err(errors) = validate(ladder) else { return };
    for error in errors {
        let range = ctx.locations.find(&error.location).unwrap_or(0..0);
        // A step may name a drawing whose file has an error, which was said there.
        let is_illustration = error.location.0.last().is_some_and(|it| it.what == "illustration");
        if ctx.drawings_failed && is_illustration {
            continue;
        }
        // What was already said at this location was said in the words of the text format.
        if ctx.diagnostics.has_error_at(&range) {
            continue;
        }
        let (what, cure) =
            error.message.split_once(": ").unwrap_or((&error.message, "correct this part"));
        ctx.diagnostics.error(range, format!("{}: {what}", error.location), cure);
    }
}
