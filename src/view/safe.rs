//! What is still safe, in one line: whoever is about to delete something looks for that first.
//!
//! It is a part of the rung and no announcement: it changes with a tick, and is read where it stands. Knows nothing of
//! what is ticked but the bits.

use super::context::Ctx;
use super::elements::{Rendered, all, fixed, nothing, own, plain};
use super::text::{ours, text};
use crate::ladder::{Id, Rung, still_safe};
use crate::progress::{AT_ONCE, Ticks};

/// The line for the steps that are ticked; nothing where the author says nothing of it.
pub fn safe(ctx: &Ctx, rung: &Rung, ticks: &Ticks) -> Rendered {
    let is_ticked = |id: &Id| {
        let place = rung.steps.iter().position(|it| it.id == *id).unwrap_or_default();
        ticks.get(place / AT_ONCE).is_some_and(|word| word >> (place % AT_ONCE) & 1 == 1)
    };
    let Some(said) = still_safe(rung, is_ticked) else { return nothing() };
    let label = ours(ctx, "strong", "", own(ctx.messages.still_safe));
    plain("p", fixed!("part": "safe", "class": "safe"), all([label, own(" "), text(said)]))
}
