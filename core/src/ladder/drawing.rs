//! Drawings after validation: shapes with roles, at whole coordinates. Knows no colour, no widget and no document.

use std::rc::Rc;

use super::model::{Id, When};

/// A drawing that steps name as their illustration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub id: Id,
    /// At least one. The last is for everybody whom no other fits.
    pub variants: Vec<DrawingVariant>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawingVariant {
    pub when: When,
    /// What to look for.
    pub alt: Rc<str>,
    pub width: u32,
    pub height: u32,
    /// From the back to the front.
    pub shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `sides` are `x`, `y`, `width`, `height` and `round`.
    Rect {
        paint: Paint,
        sides: [u32; 5],
    },
    /// `d` has only commands of [`PATH_COMMANDS`], and whole numbers.
    Path {
        paint: Paint,
        d: Rc<str>,
    },
    Text {
        fill: Role,
        x: u32,
        y: u32,
        size: u32,
        anchor: Anchor,
        strong: bool,
        words: Rc<str>,
    },
}

/// The roles of an area and of its outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    pub fill: Option<Role>,
    pub line: Option<Role>,
}

/// The commands of a path, and how many numbers each takes.
pub const PATH_COMMANDS: [(u8, usize); 7] =
    [(b'M', 2), (b'L', 2), (b'H', 1), (b'V', 1), (b'C', 6), (b'Q', 4), (b'Z', 0)];

/// What a shape is for. The style sheet knows the colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What lies in front: cards, dialogs; and words on an accent.
    Paper,
    /// The ground of a screen.
    Wash,
    /// What does not matter.
    Quiet,
    /// What separates.
    Line,
    /// Outlines.
    Edge,
    /// Words of the second rank.
    Soft,
    /// Words.
    Ink,
    /// The marks.
    Accent,
    /// The ground of what is marked.
    Tint,
    /// What destroys, and what is struck out.
    Danger,
}

impl Role {
    pub const ALL: [Role; 10] = [
        Role::Paper,
        Role::Wash,
        Role::Quiet,
        Role::Line,
        Role::Edge,
        Role::Soft,
        Role::Ink,
        Role::Accent,
        Role::Tint,
        Role::Danger,
    ];

    /// The word in the document.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Paper => "paper",
            Role::Wash => "wash",
            Role::Quiet => "quiet",
            Role::Line => "line",
            Role::Edge => "edge",
            Role::Soft => "soft",
            Role::Ink => "ink",
            Role::Accent => "accent",
            Role::Tint => "tint",
            Role::Danger => "danger",
        }
    }
}

/// Which part of some words is at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    pub const ALL: [Anchor; 3] = [Anchor::Start, Anchor::Middle, Anchor::End];

    /// The word in the document, and in the attribute `text-anchor`.
    pub fn as_str(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}
