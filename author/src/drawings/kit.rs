//! The kit of parts, and how parts stand below one another. What each looks like is in `frames`, `rows` and `controls`.

use fix_ladder_core::ladder::{Anchor, Role};

use super::canvas::{Area, Item, Paint, Type, area, both};
use super::flags::{self, Flags};
use super::lines::Line;
use super::widths;
use crate::diagnostics::Diagnostics;
use crate::nearest::nearest;

/// A part: its name, what its brackets may say besides a mark, and what it can hold.
pub(super) struct Part {
    pub name: &'static str,
    pub flags: &'static [&'static str],
    pub holds: Holds,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Words,
    Number,
    Nothing,
    /// Other parts, in lines indented below it.
    Parts,
}

const fn part(name: &'static str, holds: Holds, flags: &'static [&'static str]) -> Part {
    Part { name, flags, holds }
}

/// Every part of the kit. `docs/drawings.md` shows each.
pub(super) const PARTS: [Part; 17] = [
    part("screen", Holds::Parts, &["lower part", "middle", "whole"]),
    part("window", Holds::Parts, &[]),
    part("sidebar", Holds::Parts, &[]),
    part("dialog", Holds::Parts, &[]),
    part("label", Holds::Words, &[]),
    part("title", Holds::Words, &["back", "profile"]),
    part("row", Holds::Words, &["chevron", "switch on", "switch off", "tick", "value", "danger"]),
    part("rows", Holds::Number, &[]),
    part("person", Holds::Words, &["chevron"]),
    part("text", Holds::Words, &["strong"]),
    part("bars", Holds::Number, &[]),
    part("button", Holds::Words, &["main", "danger"]),
    part("slider", Holds::Words, &["power", "danger", "knob"]),
    part("status", Holds::Words, &[]),
    part("photos", Holds::Number, &[]),
    part("tabs", Holds::Words, &[]),
    part("gap", Holds::Nothing, &[]),
];

pub(super) fn known(name: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.name == name)
}

/// The width of every drawing of the kit.
pub(super) const WIDTH: i32 = 320;
/// Between parts.
pub(super) const GAP: i32 = 10;
/// The sizes of letters. Where a widget is 320 pixels wide, a drawing is shown at 0.8 of its size.
pub(super) const LARGE: i32 = 17;
pub(super) const BODY: i32 = 16;
pub(super) const SMALL: i32 = 15;

/// Where parts stand, as far as it changes their look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Beside the screens.
    Bare,
    Screen,
    Window,
    Sidebar,
    Dialog,
}

/// What draws: the shapes so far, and the marks, which lie above all of them.
pub(super) struct Pen<'a> {
    pub items: Vec<Item>,
    pub marks: Vec<Item>,
    /// Where the words of the part are that is being drawn: from, to, and the middle of their height.
    pub said: Vec<(i32, i32, i32)>,
    pub diagnostics: &'a mut Diagnostics,
}

/// One part with its line and its flags, in its own area.
pub(super) struct Place<'a> {
    pub line: &'a Line,
    pub flags: Flags,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub ground: Ground,
}

impl Place<'_> {
    pub fn area(&self, height: i32) -> Area {
        Area { x: self.x, y: self.y, width: self.width, height }
    }
}

impl Pen<'_> {
    /// Parts below one another; the lower edge of the last.
    pub fn stack(&mut self, lines: &[Line], x: i32, y: i32, width: i32, ground: Ground) -> i32 {
        let mut bottom = y;
        let mut rest = lines;
        while let Some((first, after)) = rest.split_first() {
            if bottom > y && !self.joins(first, ground) {
                bottom += GAP;
            }
            if is_row(first) && ground != Ground::Sidebar {
                let run = rest.iter().take_while(|line| is_row(line)).count();
                let (rows, after) = rest.split_at_checked(run).unwrap_or((rest, &[]));
                bottom = self.card(rows, x, bottom, width, ground);
                rest = after;
            } else {
                bottom = self.part(first, x, bottom, width, ground);
                rest = after;
            }
        }
        bottom
    }

    /// Whether a part stands at the one above it, without a gap.
    fn joins(&self, line: &Line, ground: Ground) -> bool {
        (ground == Ground::Dialog && line.name == "button") || ground == Ground::Sidebar
    }

    /// One part; its lower edge.
    pub fn part(&mut self, line: &Line, x: i32, y: i32, width: i32, ground: Ground) -> i32 {
        let Some(part) = known(&line.name) else {
            let (range, names) = (line.name_range.clone(), PARTS.iter().map(|part| part.name));
            let cure = match nearest(&line.name, names.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the parts are {}", names.collect::<Vec<_>>().join(", ")),
            };
            self.diagnostics.error(range, format!("there is no part `{}`", line.label), cure);
            return y;
        };
        let flags = flags::read(line, part.flags, self.diagnostics);
        self.check(part, line, &flags, ground);
        let place = Place { line, flags, x, y, width, ground };
        self.said.clear();
        match part.name {
            "screen" => self.screen(&place),
            "window" => self.window(&place),
            "sidebar" => self.sidebar(&place),
            "dialog" => self.dialog(&place),
            "label" => self.label(&place),
            "title" => self.title(&place),
            "row" => self.row(&place),
            "rows" => self.rows(&place),
            "person" => self.person(&place),
            "text" => self.text_part(&place),
            "bars" => self.bars(&place),
            "button" => self.button(&place),
            "slider" => self.slider(&place),
            "status" => self.status(&place),
            "photos" => self.photos(&place),
            "tabs" => self.tabs(&place),
            _ => y + GAP,
        }
    }

    pub fn words(&mut self, set: Type, x: i32, y: i32, words: &str) {
        if words.is_empty() {
            return;
        }
        let wide = widths::width(words, set.size, set.strong);
        let from = match set.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2,
            Anchor::End => x - wide,
        };
        self.said.push((from, from + wide, y - set.size * 3 / 10));
        self.items.push(Item::Text { set, x, y, words: words.to_owned() });
    }

    pub fn rect(&mut self, paint: Paint, area: Area, round: i32) {
        self.items.push(Item::Rect { paint, area, round });
    }

    pub fn path(&mut self, paint: Paint, d: &str) {
        self.items.push(Item::path(paint, d));
    }

    pub fn circle(&mut self, paint: Paint, x: i32, y: i32, radius: i32) {
        self.items.push(Item::circle(paint, x, y, radius));
    }

    /// A grey bar for words that do not matter.
    pub fn bar(&mut self, x: i32, y: i32, width: i32) {
        self.rect(area(Role::Quiet), Area { x, y: y - 4, width, height: 8 }, 4);
    }

    /// A card behind what was drawn since then.
    pub fn card_behind(&mut self, since: usize, area: Area, round: i32) {
        let card = Item::Rect { paint: both(Role::Paper, Role::Line), area, round };
        self.items.insert(since.min(self.items.len()), card);
    }
}

fn is_row(line: &Line) -> bool {
    ["row", "rows", "person"].contains(&line.name.as_str())
}

/// Words that begin at their place.
pub(super) fn at_start(fill: Role, size: i32) -> Type {
    Type { fill, size, anchor: Anchor::Start, strong: false }
}

/// Words around their place.
pub(super) fn centred(fill: Role, size: i32, strong: bool) -> Type {
    Type { fill, size, anchor: Anchor::Middle, strong }
}
