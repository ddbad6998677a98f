//! The marks: *press here* a ring and a fingertip, *look here* a ring and an arrow, *not this* a stroke through and a
//! cross. Each has a shape of its own, so that none is told by its colour alone. Know no part.

use fix_ladder_core::ladder::Role;

use super::canvas::{Area, Item, area, both, line};
use super::flags::{Flags, Mark};
use super::kit::{Pen, SMALL, centred};

/// How far a ring stands off what it marks.
const OFF: i32 = 1;

impl Pen<'_> {
    /// The ground of what is to be pressed or looked at. Drawn before its words.
    pub fn tint(&mut self, flags: &Flags, place: Area, round: i32) {
        if matches!(flags.mark, Some(Mark::Press | Mark::Look | Mark::Number)) {
            self.rect(area(Role::Tint), place, round);
        }
    }

    /// The mark of a part: around `place`, with the fingertip at `hot`.
    pub fn mark(&mut self, flags: &Flags, place: Area, round: i32, hot: (i32, i32)) {
        let Some(mark) = flags.mark else { return };
        let ring = place.inside(-OFF);
        if mark != Mark::NotThis {
            let ring = Item::Rect { paint: line(Role::Accent), area: ring, round: round + OFF };
            self.marks.push(ring);
        }
        let (x, y) = hot;
        match mark {
            Mark::Press => {
                // On what is small, a small one.
                let (outer, inner) = if place.width < 50 { (10, 5) } else { (13, 7) };
                self.marks.push(Item::circle(both(Role::Paper, Role::Accent), x, y, outer));
                self.marks.push(Item::circle(area(Role::Accent), x, y, inner));
            }
            Mark::Look => {
                let (tip, y) = (ring.x - 3, ring.middle());
                let arrow = format!("M{} {y}H{tip}", (tip - 22).max(2));
                let head = format!("M{0} {1}L{tip} {y}L{0} {2}", tip - 8, y - 7, y + 7);
                self.marks.push(Item::path(line(Role::Accent), &[arrow, head].concat()));
            }
            Mark::NotThis => self.strike(hot),
            Mark::Number => {}
        }
        if let Some(number) = flags.number {
            let (x, y) = (ring.x - 1, ring.y - 1);
            self.marks.push(Item::circle(both(Role::Accent, Role::Paper), x, y, 12));
            let set = centred(Role::Paper, SMALL, true);
            self.marks.push(Item::Text { set, x, y: y + 5, words: number.to_string() });
        }
    }

    /// Every line of the words struck out, and a cross.
    fn strike(&mut self, (x, y): (i32, i32)) {
        let lines = self.said.iter();
        let strokes = lines.map(|(from, to, y)| format!("M{} {y}H{}", from - 6, to + 6));
        let strokes = strokes.collect::<String>();
        self.marks.push(Item::path(line(Role::Danger), &strokes));
        self.marks.push(Item::circle(both(Role::Paper, Role::Danger), x, y, 13));
        let (left, right, top, bottom) = (x - 5, x + 5, y - 5, y + 5);
        let cross = format!("M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}");
        self.marks.push(Item::path(line(Role::Danger), &cross));
    }
}

/// The role of the words of a part: those of what is struck out step back.
pub(super) fn words_of(flags: &Flags) -> Role {
    match flags.mark {
        Some(Mark::NotThis) => Role::Soft,
        _ if flags.has("danger") => Role::Danger,
        _ => Role::Ink,
    }
}
