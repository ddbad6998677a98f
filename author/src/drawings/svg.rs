//! A drawing of the author's own: a small SVG, of which only shapes are taken. What else is in it is an error.
//!
//! Knows which elements and attributes there may be, not what becomes of a shape.

use fix_ladder_core::ladder::RawDrawingVariant;
use roxmltree::{Document, Node, ParsingOptions};

use super::canvas::Item;
use super::kit::WIDTH;
use super::svg_shapes::{self, Frame};
use super::text_form::fault_of_alt;
use crate::diagnostics::Diagnostics;

const MOST_NODES: u32 = 5_000;
const MOST_SHAPES: usize = 300;
const DEEPEST: usize = 16;

/// Shapes, and the attributes that tell where each is.
const SHAPES: [(&str, &[&str]); 8] = [
    ("rect", &["x", "y", "width", "height", "rx", "ry"]),
    ("circle", &["cx", "cy", "r"]),
    ("ellipse", &["cx", "cy", "rx", "ry"]),
    ("line", &["x1", "y1", "x2", "y2"]),
    ("polyline", &["points"]),
    ("polygon", &["points"]),
    ("path", &["d"]),
    ("text", &["x", "y", "font-size", "font-weight", "text-anchor"]),
];

/// Attributes of all of them. Of a stroke only its colour counts: how thick it is follows from its role.
const COMMON: [&str; 8] = [
    "id",
    "class",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "transform",
];

/// Attributes of the whole.
const OF_SVG: [&str; 8] = [
    "viewBox",
    "width",
    "height",
    "version",
    "role",
    "aria-label",
    "aria-labelledby",
    "preserveAspectRatio",
];

/// The variant for all readers; none where there is an error.
pub(super) fn read(text: &str, diagnostics: &mut Diagnostics) -> Option<RawDrawingVariant> {
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..Default::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            let at = error.pos();
            let line = usize::try_from(at.row).unwrap_or(1).saturating_sub(1);
            let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
            let cure = "save it again as a plain SVG, without DOCTYPE and entities";
            diagnostics.error(start..start + 1, format!("this SVG cannot be read, {error}"), cure);
            return None;
        }
    };
    let svg = document.root_element();
    if svg.tag_name().name() != "svg" {
        diagnostics.error(
            svg.range(),
            "this is no SVG",
            "begin with `<svg viewBox=\"0 0 320 200\">`",
        );
        return None;
    }
    check_attributes(svg, &OF_SVG, diagnostics);
    let frame = frame(svg, diagnostics)?;
    let alt = alt(svg, diagnostics);
    let mut items = Vec::new();
    walk(svg, frame, 0, &mut items, diagnostics);
    if items.is_empty() && !diagnostics.any_error() {
        diagnostics.error(
            svg.range(),
            "nothing is drawn in this SVG",
            "add shapes: rect, circle, path, text",
        );
    }
    if items.len() > MOST_SHAPES {
        let message = format!("this SVG has {} shapes, more than {MOST_SHAPES}", items.len());
        diagnostics.error(svg.range(), message, "draw only what the reader has to find");
    }
    Some(RawDrawingVariant {
        when: Default::default(),
        alt: alt?,
        width: WIDTH.unsigned_abs(),
        height: frame.height.unsigned_abs(),
        shapes: items.into_iter().map(Item::raw).collect(),
    })
}

/// The view box, and how it becomes as wide as every other drawing.
fn frame(svg: Node<'_, '_>, diagnostics: &mut Diagnostics) -> Option<Frame> {
    let numbers: Vec<f64> = svg
        .attribute("viewBox")
        .unwrap_or("")
        .split(|it: char| it == ',' || it.is_whitespace())
        .filter(|it| !it.is_empty())
        .filter_map(|it| it.parse().ok())
        .filter(|it: &f64| it.is_finite())
        .collect();
    match numbers.as_slice() {
        [x, y, width, height]
            if *width > 0.0
                && *height > 0.0
                && *height <= 4.0 * *width
                && *height >= *width / 15.0 =>
        {
            Some(Frame::new(*x, *y, *width, *height))
        }
        _ => {
            diagnostics.error(
                start_tag(svg),
                "this SVG has no `viewBox` that could be shown",
                "write `viewBox=\"0 0 320 200\"`: left, top, width and height, at most four times as high as wide",
            );
            None
        }
    }
}

/// What to look for: `desc`, else `title`.
fn alt(svg: Node<'_, '_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let named = |name: &str| {
        svg.children().find(|node| node.has_tag_name((NAMESPACE, name)) || node.has_tag_name(name))
    };
    let node = named("desc").or_else(|| named("title"));
    let words = node.and_then(|node| node.text()).unwrap_or("");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        diagnostics.error(
            start_tag(svg),
            "this SVG has no `<desc>`, so some readers do not learn what it shows",
            "say in one or two sentences what to look for: `<desc>Your own name is the first row.</desc>`",
        );
        return None;
    }
    fault_of_alt(&words, node.map_or(0..0, |node| node.range()), diagnostics);
    Some(words)
}

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

fn walk(
    parent: Node<'_, '_>,
    frame: Frame,
    depth: usize,
    items: &mut Vec<Item>,
    diagnostics: &mut Diagnostics,
) {
    for node in parent.children() {
        let name = node.tag_name().name();
        let foreign = node.tag_name().namespace().is_some_and(|it| it != NAMESPACE);
        if node.is_comment() {
            continue;
        }
        if node.is_text() {
            let words = node.text().unwrap_or("");
            if !words.trim().is_empty() {
                let blank = words.len() - words.trim_start().len();
                diagnostics.error(
                    node.range().start + blank..node.range().end,
                    "these words are in no element",
                    "put them into a `text`",
                );
            }
            continue;
        }
        if !node.is_element() || foreign {
            refuse(node, diagnostics);
        } else if ["title", "desc"].contains(&name) {
            check_attributes(node, &[], diagnostics);
        } else if name == "g" && depth < DEEPEST {
            check_attributes(node, &[], diagnostics);
            let inner = svg_shapes::moved(node, frame, diagnostics);
            walk(node, inner, depth + 1, items, diagnostics);
        } else if let Some((_, own)) = SHAPES.iter().find(|(shape, _)| *shape == name) {
            check_attributes(node, own, diagnostics);
            check_inside(node, diagnostics);
            let inner = svg_shapes::moved(node, frame, diagnostics);
            items.extend(svg_shapes::shape(node, inner, diagnostics));
        } else {
            refuse(node, diagnostics);
        }
    }
}

fn refuse(node: Node<'_, '_>, diagnostics: &mut Diagnostics) {
    let name = node.tag_name().name();
    let cure = match name {
        "g" => "put fewer groups inside one another",
        "image" => "draw it with shapes: pictures are not taken",
        "use" | "symbol" | "defs" => "put the shapes themselves where they are used",
        "style" => "give each shape a `class` with its role, such as `accent` or `edge-line`",
        "tspan" | "textPath" => "make each line a `text` of its own",
        "linearGradient" | "radialGradient" | "pattern" | "filter" | "mask" | "clipPath" => {
            "use plain areas: a role has one colour"
        }
        _ => {
            "take it out: only g, rect, circle, ellipse, line, polyline, polygon, path and text are taken"
        }
    };
    let what =
        if name.is_empty() { "a processing instruction".to_owned() } else { format!("`<{name}>`") };
    diagnostics.error(start_tag(node), format!("{what} cannot be in a drawing"), cure);
}

/// A shape holds nothing but its own name, and a text its words.
fn check_inside(node: Node<'_, '_>, diagnostics: &mut Diagnostics) {
    for child in node.children().filter(Node::is_element) {
        if !["title", "desc"].contains(&child.tag_name().name()) {
            refuse(child, diagnostics);
        }
    }
}

fn check_attributes(node: Node<'_, '_>, own: &[&str], diagnostics: &mut Diagnostics) {
    for attribute in node.attributes() {
        let name = attribute.name();
        let plain = attribute.namespace().is_none();
        if plain && (own.contains(&name) || COMMON.contains(&name)) {
            continue;
        }
        let cure = match name {
            "style" => "write `class=\"accent\"` or `fill=\"…\"` instead: styles are not taken",
            "href" | "src" => "take it out: a drawing names no address",
            _ if name.starts_with("on") => "take it out: a drawing does nothing",
            _ => "take it out: it would have no effect",
        };
        diagnostics.error(attribute.range(), format!("`{name}` cannot be in a drawing"), cure);
    }
}

/// The beginning of an element, so that not a whole drawing is underlined.
fn start_tag(node: Node<'_, '_>) -> std::ops::Range<usize> {
    let range = node.range();
    range.start..range.end.min(range.start + 1 + node.tag_name().name().len())
}
