//! From a raw document to a ladder that the rest of the program may rely on.
//!
//! Knows every rule of a good document, and nothing of JSON or Markdown. Reports all faults at once,
//! in the order of the document. Every part is turned into its checked form even where it is faulty,
//! so that what follows is checked too; the result is thrown away when there was any fault.

mod choices;
mod drawing;
mod evidence;
mod ids;
mod report;
mod rung;
mod text;
mod when;

use std::rc::Rc;

use super::drawing::Drawing;
use super::error::{Error, Location};
use super::model::Ladder;
use super::quote::shortened;
use super::raw::{FORMAT, RawLadder};
use choices::choices;
use drawing::drawings;
use ids::plain_id;
use report::Ctx;
use rung::{rung, source};
use text::{blocks, text};

const MAX_RUNGS: usize = 200;
const MAX_STEPS: usize = 5_000;
const DEFAULT_LANG: &str = "en";

/// Checks a document. The walk never goes deeper than 32 levels, however deep the document is.
///
/// # Errors
///
/// Every fault, each with its location and its cure, in the order of the document; never an empty list.
/// After 500 faults one last error says that there are more.
pub fn validate(raw: &RawLadder) -> Result<Ladder, Vec<Error>> {
    whole(raw, drawings)
}

/// The same of a document that cannot have drawings, such as what is made of a post: whoever calls only this one loads
/// nothing that knows of them.
///
/// # Errors
///
/// As for [`validate`].
pub fn validate_undrawn(raw: &RawLadder) -> Result<Ladder, Vec<Error>> {
    whole(raw, |ctx, raw, top| {
        if !raw.drawings.is_empty() {
            ctx.fault(top, "a post has no drawings: take them out");
        }
        Vec::new()
    })
}

fn whole<'a>(
    raw: &'a RawLadder,
    drawings: impl FnOnce(&mut Ctx<'a>, &'a RawLadder, &Location) -> Vec<Drawing>,
) -> Result<Ladder, Vec<Error>> {
    let ctx = &mut Ctx::new(&raw.choices);
    let top = Location::default();
    if raw.format != FORMAT {
        ctx.fault(&top, format_error(raw.format.into()).message);
    }
    let ladder = Ladder {
        id: plain_id(ctx, &raw.id, &top),
        lang: language(ctx, raw.lang.as_deref().unwrap_or(DEFAULT_LANG), &top),
        title: text(ctx, &raw.title, &top.only("title")),
        introduction: blocks(ctx, &raw.introduction, &top.only("introduction")),
        choices: choices(ctx, &raw.choices, &top),
        rungs: {
            check_amounts(ctx, raw, &top);
            raw.rungs.iter().enumerate().map(|(index, raw)| rung(ctx, raw, index)).collect()
        },
        fixed: blocks(ctx, &raw.fixed, &top.only("fixed")),
        moving: blocks(ctx, &raw.moving, &top.only("moving")),
        end: blocks(ctx, &raw.end, &top.only("end")),
        report_to: raw.report_to.as_deref().map(|raw| email(ctx, raw, &top.only("report_to"))),
        sources: raw
            .sources
            .iter()
            .enumerate()
            .map(|(index, raw)| source(ctx, raw, &top.nth("source", index)))
            .collect(),
        drawings: drawings(ctx, raw, &top),
    };
    ctx.finish(ladder)
}

/// What to say of a document whose format is not the one that is read here.
pub(super) fn format_error(format: u64) -> Error {
    let message = if format > u64::from(FORMAT) {
        format!(
            "this document has format {format}; this Fix Ladder reads format {FORMAT}: update it"
        )
    } else {
        format!(
            "this document has format {format}, which does not exist: write `\"format\": {FORMAT}`"
        )
    };
    Error { location: Location::default(), message }
}

fn check_amounts(ctx: &mut Ctx<'_>, raw: &RawLadder, top: &Location) {
    let n_rungs = raw.rungs.len();
    if n_rungs == 0 {
        ctx.fault(top, "there are no rungs: add at least one");
    }
    if n_rungs > MAX_RUNGS {
        ctx.fault(
            top,
            format!(
                "there are {n_rungs} rungs: at most {MAX_RUNGS} are allowed, so split the ladder"
            ),
        );
    }
    let n_steps: usize = raw.rungs.iter().map(|rung| rung.steps.len()).sum();
    if n_steps > MAX_STEPS {
        ctx.fault(
            top,
            format!(
                "there are {n_steps} steps: at most {MAX_STEPS} are allowed, so split the ladder"
            ),
        );
    }
}

/// An address of e-mail that may stand in a link without being encoded.
fn email(ctx: &mut Ctx<'_>, address: &str, location: &Location) -> Rc<str> {
    let is_part = |part: &str, others: &str| {
        let fits = |it: char| it.is_ascii_alphanumeric() || others.contains(it);
        !part.is_empty() && part.len() <= 253 && part.chars().all(fits)
    };
    let parts = address.rsplit_once('@');
    let fits = parts.is_some_and(|(name, host)| {
        is_part(name, ".-_+") && is_part(host, ".-") && !host.starts_with(['.', '-'])
    });
    if !fits {
        let address = shortened(address);
        ctx.fault(
            location,
            format!("`{address}` is no address of e-mail: write one such as `help@example.org`"),
        );
    }
    address.into()
}

fn language(ctx: &mut Ctx<'_>, tag: &str, top: &Location) -> Rc<str> {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let mut parts = tag.split('-');
    let is_first = parts.next().is_some_and(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    if !is_first || !parts.clone().all(is_part) || parts.count() > 7 {
        let tag = shortened(tag);
        ctx.fault(
            &top.only("lang"),
            format!("`{tag}` is not a language tag: write one such as `en` or `pt-BR`"),
        );
    }
    tag.into()
}
