//! A rung's severity where its author named none, and whether a named one can be right. Knows no Markdown blocks.

use std::ops::Range;

use fix_ladder_core::ladder::{Location, RawBlock, RawLadder, RawRung, RawWarning};

use crate::context::{Context, Lenient};
use crate::fact_keys::SEVERITIES;
use crate::flat::Flat;
use crate::node::Node;
use crate::{scopes, text};

/// The severity of a rung whose author named none: the first third is gentle, the rest is moderate,
/// and whatever deletes, erases or resets is never gentle.
pub(crate) fn guess(
    heading: &Node,
    rung: &RawRung,
    deletes: bool,
    index: usize,
    count: usize,
) -> String {
    let named = scopes::resets(&Flat::of(&heading.children).lower());
    let resets =
        rung.steps.iter().any(|step| scopes::resets(&text::words_of(&step.text).to_lowercase()));
    match index * 3 < count && !deletes && !resets && !named {
        true => "gentle".to_owned(),
        false => "moderate".to_owned(),
    }
}

/// The safe reading of a rung in a post: what deletes, or is called drastic, is drastic, and a reader confirms something
/// before it. An author who has guarded a rung has also said how grave it is, unless all of it is a guess.
pub(crate) fn make_safe(rung: &mut RawRung, deletes: bool, is_named: bool, lenient: &Lenient) {
    let is_guarded = !rung.requirements.is_empty() || !rung.warnings.is_empty();
    let is_grave = matches!(rung.severity.as_str(), "drastic" | "last-resort");
    if deletes && !is_grave && (!is_guarded || (lenient.is_guess && !is_named)) {
        rung.severity = "drastic".to_owned();
    }
    if (deletes || is_grave) && !is_guarded {
        rung.warnings.push(RawWarning {
            id: String::new(),
            text: vec![RawBlock::Paragraph(lenient.warning.as_str().into())],
            confirmations: 1,
        });
    }
}

/// Says of a rung that its author called gentle that it destroys something.
pub(crate) fn check_gentle(
    ctx: &mut Context,
    location: &Location,
    deleting: &Option<Range<usize>>,
    rung: &RawRung,
) {
    let named = ctx.locations.has(&location.only("severity"));
    if let (Some(word), true, "gentle") = (deleting, named, rung.severity.as_str()) {
        ctx.diagnostics.warning(
            word.clone(),
            "this deletes or erases something, but its rung is called gentle",
            "a reader of a gentle rung can lose nothing: write `Severity: moderate`, or `drastic`; \
             or say that nothing is deleted, as in `do not delete`",
        );
    }
}

/// Says of every rung that is milder than one below it that the ladder does not climb, if one of the two is named.
pub(crate) fn check_climbs(ctx: &mut Context, ladder: &RawLadder) {
    let rank = |severity: &str| SEVERITIES.iter().position(|known| *known == severity);
    let mut highest: Option<(usize, bool)> = None;
    for (index, rung) in ladder.rungs.iter().enumerate() {
        let location = Location::default().nth("rung", index);
        let named = ctx.locations.has(&location.only("severity"));
        let Some(rank) = rank(&rung.severity) else { continue };
        match highest {
            Some((above, other)) if rank < above => {
                if named || other {
                    ctx.diagnostics.warning(
                        ctx.locations.find(&location.only("severity")).unwrap_or(0..0),
                        format!("this rung is {}, and one before it is more drastic", rung.severity),
                        "a ladder climbs: put the rung above those that destroy more, or correct its severity",
                    );
                }
            }
            Some((above, other)) if rank == above => highest = Some((rank, named || other)),
            _ => highest = Some((rank, named)),
        }
    }
}
