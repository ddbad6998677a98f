//! The shapes of a drawing while it is being made, and as the document writes them. Knows no part of the kit.

use fix_ladder_core::ladder::{Anchor, PATH_COMMANDS, RawPath, RawRect, RawShape, RawWords, Role};

/// The roles of an area and of its outline.
pub(super) type Paint = (Option<Role>, Option<Role>);

/// Only an area.
pub(super) fn area(role: Role) -> Paint {
    (Some(role), None)
}

/// Only a line.
pub(super) fn line(role: Role) -> Paint {
    (None, Some(role))
}

/// Both.
pub(super) fn both(fill: Role, line: Role) -> Paint {
    (Some(fill), Some(line))
}

/// A rectangle of the drawing.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Area {
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    pub fn middle(self) -> i32 {
        self.y + self.height / 2
    }

    /// Smaller by this at all sides.
    pub fn inside(self, by: i32) -> Area {
        Area {
            x: self.x + by,
            y: self.y + by,
            width: (self.width - 2 * by).max(0),
            height: (self.height - 2 * by).max(0),
        }
    }
}

/// How some words are set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub fill: Role,
    pub size: i32,
    pub anchor: Anchor,
    pub strong: bool,
}

pub(super) enum Item {
    Rect { paint: Paint, area: Area, round: i32 },
    Path { paint: Paint, commands: Vec<Command> },
    Text { set: Type, x: i32, y: i32, words: String },
}

/// A command of a path in capitals, and its numbers.
pub(super) type Command = (char, Vec<i32>);

/// The farthest that a shape may reach, as the validation of documents has it.
const FARTHEST: i32 = 4_000;

impl Item {
    pub fn circle(paint: Paint, x: i32, y: i32, radius: i32) -> Item {
        let area = Area { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
        Item::Rect { paint, area, round: radius }
    }

    /// A path of absolute commands, as in `M1 2L3 4`. What cannot be read is left out.
    pub fn path(paint: Paint, d: &str) -> Item {
        let mut commands: Vec<Command> = Vec::new();
        for piece in d.split_inclusive(|it: char| it.is_ascii_uppercase()) {
            // Each piece ends with the letter of the command after it.
            let numbers = piece.trim_end_matches(|it: char| it.is_ascii_uppercase());
            if let Some((_, into)) = commands.last_mut() {
                into.extend(numbers.split(' ').filter_map(|it| it.parse::<i32>().ok()));
            }
            if let Some(letter) = piece.chars().last().filter(char::is_ascii_uppercase) {
                commands.push((letter, Vec::new()));
            }
        }
        Item::Path { paint, commands }
    }

    /// The same, seen in a mirror that is this wide. Words stay as they are read: where they run from right to left,
    /// their start is at the other side.
    pub fn mirrored(self, width: i32) -> Item {
        match self {
            Item::Rect { paint, area, round } => {
                Item::Rect { paint, area: Area { x: width - area.right(), ..area }, round }
            }
            Item::Path { paint, commands } => {
                let turn = |(letter, mut numbers): Command| {
                    let vertical = letter == 'V';
                    for (index, number) in numbers.iter_mut().enumerate() {
                        if index % 2 == 0 && !vertical {
                            *number = width - *number;
                        }
                    }
                    (letter, numbers)
                };
                Item::Path { paint, commands: commands.into_iter().map(turn).collect() }
            }
            Item::Text { set, x, y, words } => Item::Text { set, x: width - x, y, words },
        }
    }

    /// As the document writes it.
    pub fn raw(self) -> RawShape {
        let role = |it: Option<Role>| it.map(|it| it.as_str().to_owned());
        match self {
            Item::Rect { paint: (fill, line), area, round } => {
                // What begins before the drawing is cut there, since it has no numbers below 0.
                let (left, top) = (area.x.clamp(0, FARTHEST), area.y.clamp(0, FARTHEST));
                RawShape::Rect(RawRect {
                    fill: role(fill),
                    line: role(line),
                    x: number(left),
                    y: number(top),
                    width: number(area.right() - left),
                    height: number(area.bottom() - top),
                    round: number(round),
                })
            }
            Item::Path { paint: (fill, line), commands } => {
                let d = written(&commands);
                RawShape::Path(RawPath { fill: role(fill), line: role(line), d })
            }
            Item::Text { set, x, y, words } => RawShape::Text(RawWords {
                fill: set.fill.as_str().to_owned(),
                x: number(x),
                y: number(y),
                size: number(set.size),
                anchor: set.anchor.as_str().to_owned(),
                strong: set.strong,
                words,
            }),
        }
    }
}

fn number(number: i32) -> u32 {
    number.clamp(0, FARTHEST).unsigned_abs()
}

fn written(commands: &[Command]) -> String {
    let mut d = String::new();
    for (letter, numbers) in commands {
        let takes = PATH_COMMANDS.iter().find(|(it, _)| char::from(*it) == *letter);
        if takes.is_none_or(|(_, takes)| numbers.len() != *takes) {
            continue;
        }
        d.push(*letter);
        let numbers = numbers.iter().map(|it| number(*it).to_string());
        d.push_str(&numbers.collect::<Vec<_>>().join(" "));
    }
    d
}
