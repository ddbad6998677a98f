//! The shapes of an author's own SVG, each as a shape of a drawing, at whole numbers. Knows no colour.

use std::ops::Range;

use fix_ladder_core::ladder::{Anchor, Role};
use roxmltree::Node;

use super::canvas::{Area, Item, Type};
use super::kit::WIDTH;
use super::svg_paint::{paint, range};
use super::svg_path::{self, Point};
use crate::diagnostics::Diagnostics;

/// Smaller letters cannot be read on a phone.
const SMALLEST: i32 = 14;
const LARGEST: i32 = 80;
const MOST_CHARACTERS: usize = 120;

/// Where the points of the SVG are in the drawing.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    scale: f64,
    x: f64,
    y: f64,
    /// Of the drawing.
    pub height: i32,
}

impl Frame {
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Frame {
        let scale = f64::from(WIDTH) / width;
        Frame { scale, x: -x, y: -y, height: whole(height * scale) }
    }

    pub fn point(&self, point: Point) -> (i32, i32) {
        (whole((point.x + self.x) * self.scale), whole((point.y + self.y) * self.scale))
    }

    fn length(&self, length: f64) -> i32 {
        whole(length * self.scale)
    }
}

/// The nearest whole number, and 0 for what is none.
#[expect(clippy::cast_possible_truncation, reason = "it is within bounds")]
fn whole(number: f64) -> i32 {
    if number.is_finite() { number.round().clamp(-100_000.0, 100_000.0) as i32 } else { 0 }
}

/// The frame inside a `transform`, which can only move.
pub(super) fn moved(node: Node<'_, '_>, frame: Frame, diagnostics: &mut Diagnostics) -> Frame {
    let Some(transform) = node.attribute("transform") else { return frame };
    let inner = transform.trim().strip_prefix("translate(").and_then(|it| it.strip_suffix(')'));
    let numbers = inner.and_then(svg_path::numbers);
    match numbers.as_deref() {
        Some([x]) => Frame { x: frame.x + x, ..frame },
        Some([x, y]) => Frame { x: frame.x + x, y: frame.y + y, ..frame },
        _ => {
            diagnostics.error(
                range(node, "transform"),
                "only `translate(x y)` is taken as a transform",
                "let your drawing program apply the transform to the shapes themselves",
            );
            frame
        }
    }
}

pub(super) fn shape(
    node: Node<'_, '_>,
    frame: Frame,
    diagnostics: &mut Diagnostics,
) -> Option<Item> {
    let name = node.tag_name().name();
    let paint = paint(node, diagnostics);
    if name == "text" {
        return text(node, frame, paint.0.unwrap_or(Role::Ink), diagnostics);
    }
    if paint == (None, None) {
        // Such as the empty areas that drawing programs leave behind.
        return None;
    }
    let mut number = |name: &str| number(node, name, diagnostics);
    let item = match name {
        "rect" => {
            let (from, to) = (
                Point { x: number("x")?, y: number("y")? },
                Point { x: number("width")?, y: number("height")? },
            );
            let round = number("rx")?.max(number("ry")?);
            let (x, y) = frame.point(from);
            let (right, bottom) = frame.point(Point { x: from.x + to.x, y: from.y + to.y });
            let area = Area { x, y, width: right - x, height: bottom - y };
            Item::Rect { paint, area, round: frame.length(round) }
        }
        "circle" | "ellipse" => {
            let centre = Point { x: number("cx")?, y: number("cy")? };
            let (rx, ry) = match name {
                "circle" => (number("r")?, number("r")?),
                _ => (number("rx")?, number("ry")?),
            };
            let (x, y) = frame.point(centre);
            match frame.length(rx) == frame.length(ry) {
                true => Item::circle(paint, x, y, frame.length(rx)),
                false => Item::Path { paint, commands: svg_path::ellipse(centre, rx, ry, &frame) },
            }
        }
        "line" => {
            let (x, y) = frame.point(Point { x: number("x1")?, y: number("y1")? });
            let (to, down) = frame.point(Point { x: number("x2")?, y: number("y2")? });
            Item::path(paint, &format!("M{x} {y}L{to} {down}"))
        }
        "polyline" | "polygon" => {
            let points = node.attribute("points").unwrap_or("");
            let closed = if name == "polygon" { "Z" } else { "" };
            let data = format!("M{}{closed}", points.trim());
            path(&data, paint, &frame, range(node, "points"), diagnostics)?
        }
        _ => {
            let data = node.attribute("d").unwrap_or("");
            path(data, paint, &frame, range(node, "d"), diagnostics)?
        }
    };
    Some(item)
}

fn path(
    data: &str,
    paint: super::canvas::Paint,
    frame: &Frame,
    range: Range<usize>,
    diagnostics: &mut Diagnostics,
) -> Option<Item> {
    match svg_path::read(data, frame) {
        Some(commands) => Some(Item::Path { paint, commands }),
        None => {
            diagnostics.error(
                range,
                "this path cannot be read, or is too long",
                "write a path of SVG with at most 300 points: `M10 4L20 4V12Z`",
            );
            None
        }
    }
}

/// 0 where it is not given.
fn number(node: Node<'_, '_>, name: &str, diagnostics: &mut Diagnostics) -> Option<f64> {
    let Some(text) = node.attribute(name) else { return Some(0.0) };
    let plain = text.trim();
    let found = plain.strip_suffix("px").unwrap_or(plain).parse::<f64>();
    match found {
        Ok(number) if number.is_finite() => Some(number),
        _ => {
            diagnostics.error(
                range(node, name),
                format!("`{text}` is no number"),
                "write it in the units of the `viewBox`, without a unit of its own",
            );
            None
        }
    }
}

fn text(
    node: Node<'_, '_>,
    frame: Frame,
    fill: Role,
    diagnostics: &mut Diagnostics,
) -> Option<Item> {
    let words = node.text().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() || words.chars().count() > MOST_CHARACTERS {
        let cure = format!("write 1 to {MOST_CHARACTERS} characters, or take it out");
        diagnostics.error(node.range(), "this text is empty or too long", cure);
        return None;
    }
    let (x, y) = frame
        .point(Point { x: number(node, "x", diagnostics)?, y: number(node, "y", diagnostics)? });
    let given = match node.ancestors().any(|it| it.has_attribute("font-size")) {
        true => {
            let holder = node.ancestors().find(|it| it.has_attribute("font-size"))?;
            number(holder, "font-size", diagnostics)?
        }
        false => 16.0,
    };
    let size = frame.length(given);
    if !(SMALLEST..=LARGEST).contains(&size) {
        let least = f64::from(SMALLEST) / frame.scale;
        diagnostics.error(
            range(node, "font-size"),
            "these words are too small or too large to be read on a phone",
            format!(
                "give them a `font-size` of at least {least:.0}, in the units of the `viewBox`"
            ),
        );
    }
    let strong =
        node.attribute("class").is_some_and(|it| it.split_whitespace().any(|it| it == "strong"))
            || node
                .attribute("font-weight")
                .is_some_and(|it| it == "bold" || it.parse().is_ok_and(|it: u32| it >= 600));
    let anchor = match node.attribute("text-anchor") {
        Some("middle") => Anchor::Middle,
        Some("end") => Anchor::End,
        _ => Anchor::Start,
    };
    Some(Item::Text { set: Type { fill, size, anchor, strong }, x, y, words })
}
