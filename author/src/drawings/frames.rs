//! What parts stand in: screens, windows with side bars, dialogs. Know nothing of what stands in them.

use fix_ladder_core::ladder::Role;

use super::canvas::{Area, Item, area, both, line};
use super::kit::{BODY, GAP, Ground, LARGE, Pen, Place, SMALL, WIDTH, at_start, centred};
use super::widths;

/// From the edge of a drawing to a screen; there is room for arrows.
const MARGIN: i32 = 14;
const SCREEN_ROUND: i32 = 26;
const PADDING: i32 = 14;
const WINDOW_MARGIN: i32 = 4;
const WINDOW_ROUND: i32 = 12;
const WINDOW_BAR: i32 = 36;
const SIDEBAR: i32 = 132;
const DIALOG_ROUND: i32 = 18;

impl Pen<'_> {
    /// The screen of a phone or a tablet, cut off where nothing is to be seen.
    pub fn screen(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let cut_above = flags.has("lower part") || flags.has("middle");
        let cut_below = !flags.has("lower part") && !flags.has("whole");
        let since = self.items.len();
        let (left, right) = (MARGIN, WIDTH - MARGIN);
        let top = place.y + 2;
        let mut y = top;
        if cut_above {
            y += 14;
        } else {
            self.status_bar(left, right, top);
            y += 28;
        }
        let inner = right - left - 2 * PADDING;
        y = self.stack(&place.line.children, left + PADDING, y, inner, Ground::Screen);
        let bottom = y + if cut_below { 16 } else { PADDING };
        let frame = Area { x: left, y: top, width: right - left, height: bottom - top };
        let (round, paint) = (SCREEN_ROUND, both(Role::Wash, Role::Edge));
        let outline = match (cut_above, cut_below) {
            (false, false) => vec![Item::Rect { paint, area: frame, round }],
            (true, true) => {
                let sides = format!("M{left} {top}V{bottom}M{right} {top}V{bottom}");
                let ground = Item::Rect { paint: area(Role::Wash), area: frame, round: 0 };
                vec![ground, Item::path(line(Role::Edge), &sides)]
            }
            // Open where the screen is cut off: there is no line, and the ground ends.
            (true, false) => vec![Item::path(paint, &open_above(frame))],
            (false, true) => vec![Item::path(paint, &open_below(frame))],
        };
        self.items.splice(since..since, outline);
        bottom
    }

    /// The time and the battery, which do not matter.
    fn status_bar(&mut self, left: i32, right: i32, top: i32) {
        self.rect(area(Role::Quiet), Area { x: left + 24, y: top + 13, width: 30, height: 7 }, 3);
        self.rect(area(Role::Quiet), Area { x: right - 48, y: top + 12, width: 22, height: 9 }, 3);
    }

    /// A page of a browser, or a window of a computer.
    pub fn window(&mut self, place: &Place<'_>) -> i32 {
        let since = self.items.len();
        let (left, top) = (WINDOW_MARGIN, place.y + 2);
        let width = WIDTH - 2 * WINDOW_MARGIN;
        let inside = top + WINDOW_BAR;
        for index in 0..3 {
            self.circle(area(Role::Quiet), left + 16 + index * 14, top + WINDOW_BAR / 2, 4);
        }
        self.path(line(Role::Line), &format!("M{left} {inside}H{}", left + width));
        if !place.flags.words.is_empty() {
            let words = self.fit(place, SMALL, false, 170, 1).join(" ");
            let bar =
                Area { x: left + 66, y: top + 6, width: width - 2 * 66, height: WINDOW_BAR - 12 };
            self.rect(area(Role::Wash), bar, 8);
            self.words(centred(Role::Soft, SMALL, false), left + width / 2, top + 23, &words);
        }
        let children = &place.line.children;
        let (aside, main): (Vec<_>, Vec<_>) =
            children.iter().cloned().partition(|line| line.name == "sidebar");
        let mut bottom = inside;
        let mut x = left;
        if !aside.is_empty() {
            bottom = self.stack(&aside, left, inside, SIDEBAR, Ground::Window);
            x += SIDEBAR;
        }
        let inner = left + width - x - 2 * PADDING;
        let main = self.stack(&main, x + PADDING, inside + 12, inner, Ground::Window) + PADDING;
        let bottom = bottom.max(main);
        let frame = Area { x: left, y: top, width, height: bottom - top };
        if !aside.is_empty() {
            let (round, corner) = (WINDOW_ROUND, bottom - WINDOW_ROUND);
            let ground = format!(
                "M{left} {inside}V{corner}C{left} {0} {1} {bottom} {2} {bottom}H{x}V{inside}Z",
                bottom - round / 2,
                left + round / 2,
                left + round,
            );
            let ground = Item::path(area(Role::Wash), &ground);
            self.items.insert(since.min(self.items.len()), ground);
            self.path(line(Role::Line), &format!("M{x} {inside}V{bottom}"));
        }
        let card = Item::Rect { paint: area(Role::Paper), area: frame, round: WINDOW_ROUND };
        self.items.insert(since.min(self.items.len()), card);
        // Above the ground of a side bar.
        self.rect(line(Role::Edge), frame, WINDOW_ROUND);
        bottom + 2
    }

    pub fn sidebar(&mut self, place: &Place<'_>) -> i32 {
        let (x, width) = (place.x + 8, place.width - 16);
        self.stack(&place.line.children, x, place.y + 10, width, Ground::Sidebar) + 10
    }

    /// A dialog in front of what is dark behind it.
    pub fn dialog(&mut self, place: &Place<'_>) -> i32 {
        let since = self.items.len();
        let bare = place.ground == Ground::Bare;
        let x = if bare { MARGIN + PADDING } else { place.x };
        let width = if bare { WIDTH - 2 * (MARGIN + PADDING) } else { place.width };
        let middle = x + width / 2;
        let mut y = place.y + 18;
        let title = self.fit(place, LARGE, true, width - 36, 3);
        for words in &title {
            self.words(centred(Role::Ink, LARGE, true), middle, y + 14, words);
            y += 23;
        }
        if !title.is_empty() {
            y += 2;
        }
        let (buttons, words): (Vec<_>, Vec<_>) =
            place.line.children.iter().cloned().partition(|line| line.name == "button");
        if !words.is_empty() {
            y = self.stack(&words, x + 18, y, width - 36, Ground::Dialog) + 4;
        }
        y += 10;
        let bottom = self.stack(&buttons, x, y, width, Ground::Dialog);
        let frame = Area { x, y: place.y, width, height: bottom - place.y };
        let card =
            Item::Rect { paint: both(Role::Paper, Role::Edge), area: frame, round: DIALOG_ROUND };
        self.items.insert(since.min(self.items.len()), card);
        bottom
    }

    /// A heading over a screen, where a drawing has several.
    pub fn label(&mut self, place: &Place<'_>) -> i32 {
        let words = self.fit(place, BODY, true, WIDTH - 2 * MARGIN, 1).join(" ");
        let mut set = at_start(Role::Ink, BODY);
        set.strong = true;
        self.words(set, MARGIN, place.y + 18, &words);
        place.y + 20
    }

    pub fn title(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let narrow = place.ground == Ground::Window;
        let place_of = place.area(if narrow { 34 } else { 38 });
        let middle = place_of.middle();
        let sides = if flags.has("back") || flags.has("profile") { 2 * 40 } else { 8 };
        let sides = if narrow { sides / 2 } else { sides };
        let words = self.fit(place, LARGE, true, place_of.width - sides, 1).join(" ");
        let portrait = (place_of.right() - 15, middle);
        if !flags.has("profile") {
            let wide = widths::width(&words, LARGE, true) + 24;
            let around = if narrow {
                place_of
            } else {
                Area { x: place_of.x + (place_of.width - wide) / 2, width: wide, ..place_of }
            };
            self.tint(flags, around, 10);
            self.mark(flags, around, 10, (around.right() - 8, middle));
        }
        match narrow {
            true => {
                let mut set = at_start(Role::Ink, LARGE);
                set.strong = true;
                self.words(set, place_of.x + 6, middle + 6, &words);
            }
            false => {
                let set = centred(Role::Ink, LARGE, true);
                self.words(set, place_of.x + place_of.width / 2, middle + 6, &words);
            }
        }
        if flags.has("back") {
            let (x, back) = (place_of.x + 4, place_of.x + 12);
            let chevron = format!("M{back} {}L{x} {middle}L{back} {}", middle - 8, middle + 8);
            self.path(line(Role::Soft), &chevron);
        }
        if flags.has("profile") {
            let (x, y) = portrait;
            self.portrait(x, y, 15);
            let around = Area { x: x - 18, y: y - 18, width: 36, height: 36 };
            self.mark(flags, around, 18, (x + 12, y + 15));
        }
        place_of.bottom() + if narrow { 0 } else { GAP / 2 - 4 }
    }
}

/// How far the handles of a curve stand from its corner, so that it is a quarter of a circle.
const HANDLE: i32 = SCREEN_ROUND * 45 / 100;

/// The outline of a screen that is cut off below, from one end to the other.
fn open_below(frame: Area) -> String {
    let (left, right, top, bottom) = (frame.x, frame.right(), frame.y, frame.bottom());
    let (below, near) = (top + SCREEN_ROUND, top + HANDLE);
    format!(
        "M{left} {bottom}V{below}C{left} {near} {} {top} {} {top}H{}C{} {top} {right} {near} {right} {below}V{bottom}",
        left + HANDLE,
        left + SCREEN_ROUND,
        right - SCREEN_ROUND,
        right - HANDLE,
    )
}

/// The same of one that is cut off above.
fn open_above(frame: Area) -> String {
    let (left, right, top, bottom) = (frame.x, frame.right(), frame.y, frame.bottom());
    let (above, near) = (bottom - SCREEN_ROUND, bottom - HANDLE);
    format!(
        "M{left} {top}V{above}C{left} {near} {} {bottom} {} {bottom}H{}C{} {bottom} {right} {near} {right} {above}V{top}",
        left + HANDLE,
        left + SCREEN_ROUND,
        right - SCREEN_ROUND,
        right - HANDLE,
    )
}
