//! Which role a shape of an author's own SVG has: by its class, else by its colours. Knows no shape.

use std::ops::Range;

use fix_ladder_core::ladder::Role;
use roxmltree::Node;

use super::canvas::Paint;
use crate::diagnostics::Diagnostics;

/// The colours with names that drawings use.
const NAMED: [(&str, &str); 12] = [
    ("black", "#000"),
    ("white", "#fff"),
    ("gray", "#808080"),
    ("grey", "#808080"),
    ("silver", "#c0c0c0"),
    ("lightgray", "#d3d3d3"),
    ("lightgrey", "#d3d3d3"),
    ("red", "#f00"),
    ("blue", "#00f"),
    ("green", "#008000"),
    ("orange", "#ffa500"),
    ("currentColor", "#000"),
];

/// The roles of area and line. A class says them, `accent` that of the area and `accent-line` that of the line; where no
/// class does, the nearest to the colour of `fill` and `stroke`, which a group may have for all that is in it.
pub(super) fn paint(node: Node<'_, '_>, diagnostics: &mut Diagnostics) -> Paint {
    let (mut fill, mut line, mut by_class) = (None, None, false);
    for class in node.attribute("class").unwrap_or("").split_whitespace() {
        let (name, slot) = match class.strip_suffix("-line") {
            Some(name) => (name, &mut line),
            None => (class, &mut fill),
        };
        match Role::ALL.into_iter().find(|role| role.as_str() == name) {
            Some(role) => {
                *slot = Some(role);
                by_class = true;
            }
            None if class == "strong" => {}
            None => {
                let known = Role::ALL.map(Role::as_str).join(", ");
                diagnostics.error(
                    range(node, "class"),
                    format!("there is no role `{class}`"),
                    format!(
                        "the roles are {known}; with `-line` behind it a role is that of the line"
                    ),
                );
            }
        }
    }
    if by_class {
        return (fill, line);
    }
    let fill = inherited(node, "fill").unwrap_or(("#000", 0..0));
    let fill = colour(fill, false, diagnostics);
    let line = inherited(node, "stroke").and_then(|it| colour(it, true, diagnostics));
    (fill, line)
}

fn inherited<'a>(node: Node<'a, '_>, name: &str) -> Option<(&'a str, Range<usize>)> {
    let holder = node.ancestors().find(|it| it.has_attribute(name))?;
    Some((holder.attribute(name)?, range(holder, name)))
}

pub(super) fn range(node: Node<'_, '_>, name: &str) -> Range<usize> {
    let attribute = node.attribute_node(name);
    attribute.map_or(node.range(), |it| it.range())
}

fn colour(
    (colour, range): (&str, Range<usize>),
    is_line: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Role> {
    let colour = colour.trim();
    if colour == "none" || colour == "transparent" {
        return None;
    }
    let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(colour));
    let Some([red, green, blue]) = named.map_or_else(|| hex(colour), |(_, it)| hex(it)) else {
        diagnostics.error(
            range,
            format!("`{colour}` is no colour that could be read"),
            "write it as `#1a2b3c`, or give the shape a `class` with its role, such as `accent`",
        );
        return None;
    };
    Some(nearest(red, green, blue, is_line))
}

fn hex(colour: &str) -> Option<[i32; 3]> {
    let digits: Vec<i32> = colour
        .strip_prefix('#')?
        .chars()
        .map(|it| it.to_digit(16).and_then(|it| i32::try_from(it).ok()))
        .collect::<Option<_>>()?;
    match digits.as_slice() {
        [r, g, b] => Some([r * 17, g * 17, b * 17]),
        [a, b, c, d, e, f] => Some([a * 16 + b, c * 16 + d, e * 16 + f]),
        _ => None,
    }
}

/// Greys by how dark they are; of colours, reds destroy, pale ones are grounds, and the rest is the accent.
fn nearest(red: i32, green: i32, blue: i32, is_line: bool) -> Role {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let light = (most + least) / 2;
    if most - least > 24 {
        return match () {
            () if light > 215 => Role::Tint,
            () if red == most && green - least < 60 && blue - least < 60 => Role::Danger,
            () => Role::Accent,
        };
    }
    match light {
        250.. => Role::Paper,
        236.. => {
            if is_line {
                Role::Line
            } else {
                Role::Wash
            }
        }
        175.. => {
            if is_line {
                Role::Line
            } else {
                Role::Quiet
            }
        }
        80.. => {
            if is_line {
                Role::Edge
            } else {
                Role::Soft
            }
        }
        _ => Role::Ink,
    }
}
