//! A drawing in a few lines: what to look for, and its parts; for each kind of reader where they differ.
//! Knows how variants are written, not what a part looks like.

use fix_ladder_core::ladder::RawDrawingVariant;

use super::canvas::Item;
use super::kit::{self, GAP, Ground, Pen, WIDTH};
use super::lines::{self, Line};
use crate::diagnostics::Diagnostics;
use crate::flat::comparable;
use crate::nearest::nearest;
use crate::options::{Options, When};

/// A longer text is not read before the step is done.
const MOST_WORDS: usize = 40;
const MOST_CHARACTERS: usize = 300;

/// The variants of a drawing. Where there is an error, they are not all of it.
pub(super) fn read(
    text: &str,
    options: &Options,
    mirrored: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<RawDrawingVariant> {
    let lines = lines::read(text, diagnostics);
    let is_own = |line: &Line| is_alt(line) || kit::known(&line.name).is_some();
    if lines.iter().any(|line| !is_own(line) && line.open) {
        return variants(&lines, options, mirrored, diagnostics);
    }
    let end = text.len();
    variant(&lines, When::new(), 0..text.find('\n').unwrap_or(end), mirrored, diagnostics)
        .into_iter()
        .collect()
}

fn is_alt(line: &Line) -> bool {
    line.name == "alt"
}

fn variants(
    lines: &[Line],
    options: &Options,
    mirrored: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<RawDrawingVariant> {
    let mut made = Vec::new();
    let mut for_all: Option<&Line> = None;
    for line in lines {
        if !line.open || is_alt(line) || kit::known(&line.name).is_some() {
            diagnostics.error(
                line.name_range.clone(),
                format!("`{}` is in none of the variants", line.label),
                "indent it below the options that it is for; what all readers see is written in each",
            );
            continue;
        }
        if let Some(for_all) = for_all {
            diagnostics.error(
                for_all.name_range.clone(),
                "what follows this is never shown",
                "put `Otherwise:` last",
            );
        }
        let when = match comparable(&line.name).as_str() {
            "otherwise" => {
                for_all = Some(line);
                When::new()
            }
            _ => match options.when(&line.label) {
                Ok(when) => when,
                Err(fault) => {
                    let (message, cure, at) = options.explain(fault);
                    let start = line.name_range.start;
                    let (message, cure) = match nearest(&line.name, ["otherwise"]) {
                        Some(_) => (
                            "this word is not known".to_owned(),
                            "did you mean `Otherwise`?".to_owned(),
                        ),
                        None => (message, cure),
                    };
                    diagnostics.error(start + at.start..start + at.end, message, cure);
                    When::new()
                }
            },
        };
        made.extend(variant(&line.children, when, line.name_range.clone(), mirrored, diagnostics));
    }
    if for_all.is_none()
        && let Some(last) = lines.last()
    {
        diagnostics.error(
            last.name_range.clone(),
            "a reader who has answered otherwise, or not at all, sees no drawing",
            "add a last variant `Otherwise:`",
        );
    }
    made
}

fn variant(
    lines: &[Line],
    when: When,
    head: std::ops::Range<usize>,
    mirrored: bool,
    diagnostics: &mut Diagnostics,
) -> Option<RawDrawingVariant> {
    let (alts, parts): (Vec<Line>, Vec<Line>) = lines.iter().cloned().partition(is_alt);
    if let Some(second) = alts.get(1) {
        diagnostics.error(second.name_range.clone(), "there are two lines `Alt`", "join them");
    }
    let alt = alts.first();
    check_alt(alt, &head, diagnostics);
    if parts.is_empty() {
        diagnostics.error(
            head,
            "nothing is drawn here",
            "add parts: `screen`, and `row: Photos (press)` indented below it",
        );
        return None;
    }
    let mut pen = Pen { items: Vec::new(), marks: Vec::new(), said: Vec::new(), diagnostics };
    let bottom = pen.stack(&parts, 0, 0, WIDTH, Ground::Bare) + GAP / 2;
    let items = pen.items.into_iter().chain(pen.marks);
    let turn = |item: Item| if mirrored { item.mirrored(WIDTH) } else { item };
    Some(RawDrawingVariant {
        when,
        alt: alt?.words.clone(),
        width: WIDTH.unsigned_abs(),
        height: bottom.unsigned_abs(),
        shapes: items.map(turn).map(Item::raw).collect(),
    })
}

fn check_alt(alt: Option<&Line>, head: &std::ops::Range<usize>, diagnostics: &mut Diagnostics) {
    let cure =
        "say in one or two sentences what to look for: `Alt: Your own name is the first row.`";
    let Some(alt) = alt else {
        diagnostics.error(
            head.clone(),
            "this drawing has no `Alt`, so some readers do not learn what it shows",
            cure,
        );
        return;
    };
    if alt.words.is_empty() {
        diagnostics.error(alt.name_range.clone(), "this `Alt` says nothing", cure);
    }
    if let Some(child) = alt.children.first() {
        diagnostics.error(
            child.name_range.clone(),
            "this line is part of the `Alt` above it, which is one line",
            "indent it as far as the `Alt`, or join the two lines",
        );
    }
    fault_of_alt(&alt.words, alt.words_range.clone(), diagnostics);
}

/// What is wrong with words that say what to look for, also those of a drawing of the author's own.
pub(super) fn fault_of_alt(
    words: &str,
    range: std::ops::Range<usize>,
    diagnostics: &mut Diagnostics,
) {
    let count = words.split_whitespace().count();
    if count > MOST_WORDS || words.chars().count() > MOST_CHARACTERS {
        diagnostics.error(
            range,
            format!("this text has {count} words, and more than {MOST_WORDS} are not read"),
            "say only what to look for; the step says what to do",
        );
    }
}
