//! Makes a ladder one that a document may hold, where a post has what none may: what is wrong is left out or made
//! stricter, never milder. Knows the locations of the validator's errors, not its rules.

use fix_ladder_core::ladder::{Error, RawBlock, RawEvidence, RawLadder, RawRung, validate_undrawn};

use crate::context::Context;

/// How often the validator is asked again.
const TRIES: usize = 4;

/// What is still wrong then.
pub(super) fn repair(ctx: &mut Context, ladder: &mut RawLadder) -> Vec<String> {
    for _ in 0..TRIES {
        let Err(errors) = validate_undrawn(ladder) else { return Vec::new() };
        for error in &errors {
            let range = ctx.locations.find(&error.location).unwrap_or(0..0);
            ctx.diagnostics.warning(range, error.to_string(), "correct this part of the post");
            mend(ladder, error, ctx.lenient.as_ref().map_or("", |it| it.warning.as_str()));
        }
    }
    match validate_undrawn(ladder) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

fn mend(ladder: &mut RawLadder, error: &Error, warning: &str) {
    let mut parts = error.location.0.iter();
    match parts.next() {
        Some(part) if part.what == "rung" => {
            let rung = part.number.and_then(|number| ladder.rungs.get_mut(number));
            if let (Some(rung), Some(next)) = (rung, parts.next()) {
                mend_rung(rung, next.what, next.number, warning);
            }
        }
        Some(part) if part.what == "lang" => ladder.lang = None,
        Some(part) if part.what == "sources" || part.what == "source" => ladder.sources.clear(),
        Some(part) if part.what == "report_to" || part.what == "reportTo" => {
            ladder.report_to = None
        }
        _ => {}
    }
}

fn mend_rung(rung: &mut RawRung, what: &str, number: Option<usize>, ours: &str) {
    match what {
        "wait" => rung.wait = None,
        "takes" => rung.takes = None,
        "undo" => rung.undo = None,
        "touches" => rung.touches = None,
        "check" => rung.check = None,
        "moving" => rung.moving = None,
        "safe" => rung.safe = None,
        "source" => rung.sources.clear(),
        "advice" => rung.advice_against.clear(),
        // Words that no reader sees warn of nothing; something did.
        "warning" => {
            if let Some(warning) = number.and_then(|it| rung.warnings.get_mut(it)) {
                warning.text = vec![RawBlock::Paragraph(ours.into())];
            }
        }
        "requirement" => {
            if let Some(requirement) = number.and_then(|it| rung.requirements.get_mut(it)) {
                requirement.evidence = RawEvidence::Confirm;
            }
        }
        "step" => {
            if let Some(step) = number.and_then(|it| rung.steps.get_mut(it)) {
                step.illustration = None;
                step.safe = None;
            }
        }
        _ => {}
    }
}
