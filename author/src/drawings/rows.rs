//! Rows, as settings have them, and the cards that they stand in. Know no screen.

use fix_ladder_core::ladder::{Anchor, Role};

use super::canvas::{Area, Type, area, both, line};
use super::kit::{BODY, Ground, LARGE, Pen, Place, SMALL, at_start};
use super::lines::Line;
use super::marks::words_of;
use super::widths;

const CARD_ROUND: i32 = 12;
const PADDING: i32 = 14;
const ROW: i32 = 46;
const QUIET_ROW: i32 = 38;
/// The lengths of bars, so that they look like words.
const BARS: [i32; 5] = [104, 136, 84, 120, 96];

impl Pen<'_> {
    /// Rows that stand at one another, with lines between them.
    pub fn card(&mut self, rows: &[Line], x: i32, y: i32, width: i32, ground: Ground) -> i32 {
        let since = self.items.len();
        let mut bottom = y;
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                let separator = format!("M{} {bottom}H{}", x + PADDING, x + width);
                self.path(line(Role::Line), &separator);
            }
            bottom = self.part(row, x, bottom, width, ground);
        }
        self.card_behind(since, Area { x, y, width, height: bottom - y }, CARD_ROUND);
        bottom
    }

    pub fn row(&mut self, place: &Place<'_>) -> i32 {
        if place.ground == Ground::Sidebar {
            return self.sidebar_row(place);
        }
        let flags = &place.flags;
        let value = flags.said.as_deref().unwrap_or("");
        let switch = flags.has("switch on") || flags.has("switch off");
        let behind = match () {
            () if switch => 58,
            () if !value.is_empty() => widths::width(value, SMALL, false) + 12,
            () if flags.has("chevron") || flags.has("tick") => 20,
            () => 0,
        };
        let behind = if flags.mark.is_some() && !switch { behind.max(22) } else { behind };
        let words = self.fit(place, BODY, false, place.width - 2 * PADDING - behind, 2);
        let height = if words.len() > 1 { ROW + 20 } else { ROW };
        let area = place.area(height);
        let (end, middle) = (area.right() - PADDING, area.middle());
        self.tint(flags, area, CARD_ROUND);
        let mut baseline = middle + 6 - if words.len() > 1 { 10 } else { 0 };
        for words in &words {
            self.words(at_start(words_of(flags), BODY), area.x + PADDING, baseline, words);
            baseline += 20;
        }
        if switch {
            self.switch(end - 46, middle - 14, flags.has("switch on"));
        } else if !value.is_empty() {
            let set = Type { fill: Role::Soft, size: SMALL, anchor: Anchor::End, strong: false };
            self.words(set, end, middle + 5, value);
        } else if flags.has("tick") {
            let tick =
                format!("M{} {middle}L{} {}L{end} {}", end - 14, end - 9, middle + 5, middle - 6);
            self.path(line(Role::Ink), &tick);
        } else if flags.has("chevron") && flags.mark.is_none() {
            self.chevron(end, middle);
        }
        // Of a switch, the finger is beside it: the knob says how it stands.
        let hot = if switch { end - 66 } else { end - 6 };
        self.mark(flags, area, CARD_ROUND, (hot, middle));
        area.bottom()
    }

    fn sidebar_row(&mut self, place: &Place<'_>) -> i32 {
        let side = if place.flags.number.is_some() { 14 } else { 8 };
        let words = self.fit(place, SMALL, false, place.width - side - 8, 2);
        let height = if words.len() > 1 { 52 } else { 34 };
        let area = place.area(height);
        self.lit(&place.flags, area, 8);
        let mut baseline = area.middle() + 5 - if words.len() > 1 { 9 } else { 0 };
        for words in &words {
            self.words(at_start(words_of(&place.flags), SMALL), area.x + side, baseline, words);
            baseline += 18;
        }
        self.mark(&place.flags, area, 8, (area.right() - 12, area.middle()));
        area.bottom()
    }

    fn switch(&mut self, x: i32, y: i32, on: bool) {
        let track = if on { Role::Ink } else { Role::Quiet };
        self.rect(area(track), Area { x, y, width: 46, height: 28 }, 14);
        self.circle(area(Role::Paper), if on { x + 32 } else { x + 14 }, y + 14, 11);
    }

    fn chevron(&mut self, end: i32, middle: i32) {
        let chevron = format!("M{0} {1}L{end} {middle}L{0} {2}", end - 6, middle - 6, middle + 6);
        self.path(line(Role::Quiet), &chevron);
    }

    /// Rows whose words do not matter.
    pub fn rows(&mut self, place: &Place<'_>) -> i32 {
        let mut y = place.y;
        for index in 0..self.number(place) {
            let side = place.ground == Ground::Sidebar;
            let height = if side { 30 } else { QUIET_ROW };
            let middle = y + height / 2;
            if side {
                self.bar(place.x + 8, middle, bar(index) * 2 / 3);
            } else {
                if index > 0 {
                    let separator = format!("M{} {y}H{}", place.x + PADDING, place.x + place.width);
                    self.path(line(Role::Line), &separator);
                }
                let icon = Area { x: place.x + PADDING, y: middle - 10, width: 20, height: 20 };
                self.rect(area(Role::Quiet), icon, 6);
                self.bar(place.x + PADDING + 32, middle, bar(index));
                self.chevron(place.x + place.width - PADDING, middle);
            }
            y += height;
        }
        y
    }

    /// The row of whoever the device belongs to: a picture, a name, and a line that does not matter.
    pub fn person(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let area = place.area(66);
        let (x, middle) = (area.x + PADDING + 21, area.middle());
        self.tint(flags, area, CARD_ROUND);
        self.portrait(x, middle, 21);
        let words = self.fit(place, LARGE, true, area.width - 2 * PADDING - 56 - 24, 1).join(" ");
        let set = Type { strong: true, ..at_start(words_of(flags), LARGE) };
        self.words(set, x + 35, middle - 1, &words);
        self.bar(x + 35, middle + 15, 112);
        if flags.mark.is_none() {
            self.chevron(area.right() - PADDING, middle);
        }
        self.mark(flags, area, CARD_ROUND, (area.right() - PADDING - 6, middle));
        area.bottom()
    }

    /// A picture of somebody, as a circle.
    pub fn portrait(&mut self, x: i32, y: i32, radius: i32) {
        self.circle(both(Role::Wash, Role::Edge), x, y, radius);
        self.circle(area(Role::Edge), x, y - radius / 4, radius / 3);
        let (half, low) = (radius * 3 / 5, y + radius * 2 / 3);
        let top = low - radius * 2 / 3;
        let (left, right) = (x - half, x + half);
        let shoulders = format!("M{left} {low}C{left} {top} {right} {top} {right} {low}Z");
        self.path(area(Role::Edge), &shoulders);
    }
}

pub(super) fn bar(index: i32) -> i32 {
    let index = usize::try_from(index).unwrap_or(0) % BARS.len();
    BARS.get(index).copied().unwrap_or(100)
}
