//! Drawings: only shapes of known kinds, in amounts and sizes that a browser draws at once, and words that say what to
//! look for.
//!
//! Does not know what is drawn. A document may come from anywhere: what is not named here cannot be in a drawing.

use std::rc::Rc;

use super::super::drawing::*;
use super::super::error::Location;
use super::super::quote::{is_invisible, shortened};
use super::super::raw::{RawDrawing, RawDrawingVariant, RawLadder, RawShape};
use super::ids::unique_id;
use super::report::{Ctx, Kind, named};
use super::when::when;

const MAX_DRAWINGS: usize = 100;
const MAX_VARIANTS: usize = 32;
const MAX_SHAPES: usize = 300;
/// In all drawings of a ladder.
const MAX_SHAPES_IN_ALL: usize = 10_000;
const MAX_COORDINATE: u32 = 4_000;
const MAX_ALT: usize = 300;
const MAX_WORDS: usize = 120;
const MAX_PATH: usize = 2_000;

pub(super) fn drawings<'a>(ctx: &mut Ctx<'a>, raw: &'a RawLadder, top: &Location) -> Vec<Drawing> {
    let shapes = raw.drawings.iter().flat_map(|it| &it.variants).map(|it| it.shapes.len());
    amount(ctx, top, "drawings", raw.drawings.len(), MAX_DRAWINGS);
    amount(ctx, top, "shapes in all drawings", shapes.sum(), MAX_SHAPES_IN_ALL);
    let made = raw.drawings.iter().enumerate().map(|(index, raw)| drawing(ctx, raw, index, top));
    let made: Vec<Drawing> = made.collect();
    illustrations(ctx, raw, top);
    made
}

/// A ladder without any drawing may name some that are not made yet.
fn illustrations(ctx: &mut Ctx<'_>, raw: &RawLadder, top: &Location) {
    if raw.drawings.is_empty() {
        return;
    }
    let steps = raw.rungs.iter().enumerate().flat_map(|(index, rung)| {
        let rung_location = named(top, "rung", index, &rung.id);
        let at = move |(index, step)| (rung_location.clone(), index, step);
        rung.steps.iter().enumerate().map(at)
    });
    for (rung, index, step) in steps {
        let Some(name) = &step.illustration else { continue };
        if !ctx.seen.contains_key(&(Kind::Drawing, name.as_str())) {
            let location = named(&rung, "step", index, &step.id).only("illustration");
            let name = shortened(name);
            ctx.fault(
                &location,
                format!("there is no drawing `{name}`: add it to the drawings, or name another"),
            );
        }
    }
}

fn amount(ctx: &mut Ctx<'_>, location: &Location, what: &str, number: usize, most: usize) {
    if number > most {
        let message =
            format!("there are {number} {what}: at most {most} are allowed, so leave some out");
        ctx.fault(location, message);
    }
}

fn drawing<'a>(ctx: &mut Ctx<'a>, raw: &'a RawDrawing, index: usize, top: &Location) -> Drawing {
    let location = &named(top, "drawing", index, &raw.id);
    let id = unique_id(ctx, Kind::Drawing, &raw.id, location);
    amount(ctx, location, "variants", raw.variants.len(), MAX_VARIANTS);
    let for_all = raw.variants.iter().position(|it| it.when.is_empty());
    if for_all.is_none_or(|at| at + 1 < raw.variants.len()) {
        let message = "the last variant, and only that, is for everybody else: take its `when` out, or put it last";
        ctx.fault(location, message);
    }
    let variants = raw.variants.iter().enumerate();
    let variants =
        variants.map(|(index, raw)| variant(ctx, raw, &location.nth("variant", index))).collect();
    Drawing { id, variants }
}

fn variant(ctx: &mut Ctx<'_>, raw: &RawDrawingVariant, location: &Location) -> DrawingVariant {
    let (width, height) = (raw.width, raw.height);
    if !(40..=1_000).contains(&width) || !(20..=2_000).contains(&height) || height / 4 > width {
        let message = format!(
            "a drawing of {width} to {height} cannot be shown: it is 40 to 1000 wide, 20 to 2000 high, and not higher than four times its width"
        );
        ctx.fault(location, message);
    }
    if raw.shapes.is_empty() {
        ctx.fault(location, "there is nothing in this drawing: add shapes");
    }
    amount(ctx, location, "shapes", raw.shapes.len(), MAX_SHAPES);
    DrawingVariant {
        when: when(ctx, &raw.when, &location.only("when")),
        alt: line(ctx, &raw.alt, MAX_ALT, &location.only("alt")),
        width,
        height,
        shapes: {
            let shapes = raw.shapes.iter().enumerate();
            shapes
                .filter_map(|(index, raw)| shape(ctx, raw, &location.nth("shape", index)))
                .collect()
        },
    }
}

fn shape(ctx: &mut Ctx<'_>, raw: &RawShape, location: &Location) -> Option<Shape> {
    match raw {
        RawShape::Rect(raw) => {
            let paint = paint(ctx, raw.fill.as_deref(), raw.line.as_deref(), location);
            let sides = [raw.x, raw.y, raw.width, raw.height, raw.round];
            coordinates(ctx, sides.into_iter(), location);
            Some(Shape::Rect { paint: paint?, sides })
        }
        RawShape::Path(raw) => {
            let paint = paint(ctx, raw.fill.as_deref(), raw.line.as_deref(), location);
            if !is_path(&raw.d) {
                let message = format!(
                    "`{}` is no path: write `M`, `L`, `H`, `V`, `C`, `Q` and `Z` with whole numbers of 0 to {MAX_COORDINATE}, separated by single blanks, as in `M10 4L20 4V12Z`",
                    shortened(&raw.d)
                );
                ctx.fault(&location.only("d"), message);
            }
            Some(Shape::Path { paint: paint?, d: raw.d.as_str().into() })
        }
        RawShape::Text(raw) => {
            coordinates(ctx, [raw.x, raw.y].into_iter(), location);
            if !(8..=80).contains(&raw.size) {
                let message =
                    format!("words of size {} cannot be read: 8 to 80 are allowed", raw.size);
                ctx.fault(&location.only("size"), message);
            }
            let anchor = Anchor::ALL.into_iter().find(|it| it.as_str() == raw.anchor);
            if anchor.is_none() {
                let message = format!(
                    "`{}` is no anchor: use `start`, `middle` or `end`",
                    shortened(&raw.anchor)
                );
                ctx.fault(&location.only("anchor"), message);
            }
            let fill = role(ctx, &raw.fill, location);
            let words = line(ctx, &raw.words, MAX_WORDS, &location.only("words"));
            let (x, y, size, strong) = (raw.x, raw.y, raw.size, raw.strong);
            Some(Shape::Text { fill: fill?, x, y, size, anchor: anchor?, strong, words })
        }
    }
}

fn paint(
    ctx: &mut Ctx<'_>,
    fill: Option<&str>,
    line: Option<&str>,
    location: &Location,
) -> Option<Paint> {
    if fill.is_none() && line.is_none() {
        ctx.fault(location, "this shape cannot be seen: give it a `fill` or a `line`");
    }
    // Both are looked at, so that both are reported.
    let fill = fill.map(|it| role(ctx, it, location));
    let line = line.map(|it| role(ctx, it, location));
    Some(Paint {
        fill: match fill {
            Some(role) => Some(role?),
            None => None,
        },
        line: match line {
            Some(role) => Some(role?),
            None => None,
        },
    })
}

fn role(ctx: &mut Ctx<'_>, raw: &str, location: &Location) -> Option<Role> {
    let found = Role::ALL.into_iter().find(|role| role.as_str() == raw);
    if found.is_none() {
        let known = Role::ALL.map(|role| format!("`{}`", role.as_str())).join(", ");
        ctx.fault(location, format!("`{}` is no role: use one of {known}", shortened(raw)));
    }
    found
}

fn coordinates(ctx: &mut Ctx<'_>, mut numbers: impl Iterator<Item = u32>, location: &Location) {
    if let Some(large) = numbers.find(|it| *it > MAX_COORDINATE) {
        let message = format!("{large} is outside of every drawing: at most {MAX_COORDINATE}");
        ctx.fault(location, message);
    }
}

/// One line of words that can be seen.
fn line(ctx: &mut Ctx<'_>, raw: &str, most: usize, location: &Location) -> Rc<str> {
    let characters = raw.chars().count();
    if raw.chars().all(|it| it.is_whitespace() || is_invisible(it)) {
        ctx.fault(location, "there are no words here that could be read: write some");
    } else if characters > most {
        let message = format!("these words have {characters} characters: at most {most} are shown");
        ctx.fault(location, message);
    } else if raw.chars().any(|it| it.is_control()) {
        ctx.fault(
            location,
            "these words have a line end or another control character: take it out",
        );
    }
    raw.into()
}

/// Whether it is only commands with as many numbers as each takes, beginning with a move.
fn is_path(d: &str) -> bool {
    let mut rest = d.as_bytes();
    if rest.len() > MAX_PATH || rest.first() != Some(&b'M') {
        return false;
    }
    while let Some((command, after)) = rest.split_first() {
        let Some((_, takes)) = PATH_COMMANDS.iter().find(|(it, _)| it == command) else {
            return false;
        };
        let end = after.iter().position(u8::is_ascii_uppercase).unwrap_or(after.len());
        let Some((numbers, next)) = after.split_at_checked(end) else { return false };
        let numbers: Vec<&[u8]> = match numbers {
            [] => Vec::new(),
            numbers => numbers.split(|it| *it == b' ').collect(),
        };
        if numbers.len() != *takes || !numbers.into_iter().all(is_coordinate) {
            return false;
        }
        rest = next;
    }
    true
}

fn is_coordinate(digits: &[u8]) -> bool {
    let number = || str::from_utf8(digits).ok()?.parse::<u32>().ok();
    digits.iter().all(u8::is_ascii_digit) && number().is_some_and(|it| it <= MAX_COORDINATE)
}
