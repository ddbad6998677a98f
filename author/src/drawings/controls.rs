//! Buttons, sliders, tabs and words of a screen. Know nothing of where they stand but how wide it is.

use fix_ladder_core::ladder::Role;

use super::canvas::{Area, area, both, line};
use super::flags::{Flags, Mark};
use super::kit::{BODY, Ground, Pen, Place, SMALL, at_start, centred};
use super::marks::words_of;
use super::rows::bar;
use super::widths::width;

const BUTTON: i32 = 48;

impl Pen<'_> {
    pub fn button(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let in_dialog = place.ground == Ground::Dialog;
        let main = flags.has("main") && flags.mark != Some(Mark::NotThis);
        let words = self.fit(place, BODY, main, place.width - 2 * 20, 2);
        let area_of = place.area(BUTTON + if words.len() > 1 { 18 } else { 0 });
        let (middle, end) = (area_of.middle(), area_of.right() - 4);
        let inner = area_of.inside(if in_dialog { 4 } else { 0 });
        let mut fill = words_of(flags);
        if in_dialog {
            let separator = format!("M{} {}H{}", area_of.x, area_of.y, area_of.right());
            self.path(line(Role::Line), &separator);
            self.tint(flags, inner, 10);
        } else if main {
            self.rect(area(Role::Ink), area_of, 12);
            fill = Role::Paper;
        } else {
            self.rect(both(Role::Paper, Role::Line), area_of, 12);
            self.tint(flags, area_of, 12);
        }
        let centre = area_of.x + area_of.width / 2;
        let mut baseline = middle + 6 - if words.len() > 1 { 10 } else { 0 };
        for words in &words {
            self.words(centred(fill, BODY, main), centre, baseline, words);
            baseline += 20;
        }
        self.mark(flags, inner, if in_dialog { 10 } else { 12 }, (end, middle));
        area_of.bottom()
    }

    /// A knob that is drawn along its track.
    pub fn slider(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let track = place.area(62);
        let (x, y) = (track.x + 31, track.middle());
        self.rect(both(Role::Paper, Role::Line), track, 31);
        self.tint(flags, track, 31);
        let tone = if flags.has("danger") { Role::Danger } else { Role::Ink };
        self.circle(both(Role::Paper, tone), x, y, 24);
        if flags.has("power") {
            let ring = format!(
                "M{} {}C{} {} {} {} {x} {}C{} {} {} {} {} {}",
                x - 6,
                y - 7,
                x - 13,
                y - 2,
                x - 11,
                y + 10,
                y + 10,
                x + 11,
                y + 10,
                x + 13,
                y - 2,
                x + 6,
                y - 7,
            );
            self.path(line(tone), &ring);
            self.path(line(tone), &format!("M{x} {}V{}", y - 11, y));
        } else if let Some(said) = &flags.said {
            self.words(centred(tone, SMALL, true), x, y + 5, said);
        } else {
            let arrow =
                format!("M{} {y}H{}M{} {}L{1} {y}L{2} {}", x - 8, x + 8, x + 2, y - 6, y + 6);
            self.path(line(tone), &arrow);
        }
        // What is on the knob stays, also where the words are struck out.
        self.said.clear();
        let struck = flags.mark == Some(Mark::NotThis);
        let room = Area {
            x: track.x + 62,
            width: track.width - 62 - if struck { 42 } else { 16 },
            ..track
        };
        let words = self.fit(place, BODY, false, room.width, 1).join(" ");
        self.words(
            centred(words_of_slider(struck), BODY, false),
            room.x + room.width / 2,
            y + 6,
            &words,
        );
        if flags.mark == Some(Mark::Press) {
            // Which way it is drawn.
            let (from, to, low) = (x + 30, track.right() - 20, y + 20);
            let arrow =
                format!("M{from} {low}H{to}M{} {}L{to} {low}L{0} {}", to - 8, low - 6, low + 6);
            self.marks.push(super::canvas::Item::path(line(Role::Accent), &arrow));
        }
        match struck {
            true => self.mark(flags, room, 31, (track.right() - 28, y)),
            false => self.mark(flags, track, 31, (x + 16, y + 20)),
        }
        track.bottom()
    }

    /// A line in small letters, such as the state of something.
    pub fn status(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let words = self.fit(place, SMALL, false, place.width - 2 * 12, 3);
        let height = 14 + 20 * i32::try_from(words.len()).unwrap_or(1);
        let area_of = place.area(height);
        self.lit(flags, area_of, 10);
        let mut baseline = place.y + 22;
        for words in &words {
            self.words(
                centred(Role::Ink, SMALL, false),
                area_of.x + area_of.width / 2,
                baseline,
                words,
            );
            baseline += 20;
        }
        self.mark(flags, area_of, 10, (area_of.right() - 10, area_of.bottom()));
        area_of.bottom()
    }

    pub fn text_part(&mut self, place: &Place<'_>) -> i32 {
        let flags = &place.flags;
        let strong = flags.has("strong");
        let dialog = place.ground == Ground::Dialog;
        let side = match (dialog, flags.number) {
            (true, _) => 0,
            (false, None) => 6,
            (false, Some(_)) => 16,
        };
        let words = self.fit(place, SMALL, strong, place.width - 2 * side, 4);
        let area_of = place.area(8 + 20 * i32::try_from(words.len()).unwrap_or(1));
        self.lit(flags, area_of, 8);
        let fill = if strong { Role::Ink } else { Role::Soft };
        let mut baseline = place.y + 19;
        for words in &words {
            match dialog {
                true => self.words(
                    centred(fill, SMALL, strong),
                    place.x + place.width / 2,
                    baseline,
                    words,
                ),
                false => {
                    let mut set = at_start(fill, SMALL);
                    set.strong = strong;
                    self.words(set, place.x + side, baseline, words);
                }
            }
            baseline += 20;
        }
        self.mark(flags, area_of, 8, (area_of.right() - 8, area_of.bottom()));
        area_of.bottom()
    }

    /// Lines of words that do not matter.
    pub fn bars(&mut self, place: &Place<'_>) -> i32 {
        let mut y = place.y + 8;
        for index in 0..self.number(place) {
            let wide = (place.width * bar(index) / 150).min(place.width);
            let middle = [Ground::Dialog].contains(&place.ground);
            let x = if middle { place.x + (place.width - wide) / 2 } else { place.x + 6 };
            self.bar(x, y, wide - if middle { 0 } else { 12 });
            y += 17;
        }
        y - 5
    }

    /// Rows of pictures.
    pub fn photos(&mut self, place: &Place<'_>) -> i32 {
        let across = if place.width < 200 { 3 } else { 4 };
        let side = (place.width - 4 * (across - 1)) / across;
        let height = side * 3 / 4;
        let rows = self.number(place);
        for row in 0..rows {
            for column in 0..across {
                let (x, y) = (place.x + column * (side + 4), place.y + row * (height + 4));
                self.rect(area(Role::Quiet), Area { x, y, width: side, height }, 5);
            }
        }
        place.y + rows * (height + 4) - 4
    }

    /// Names beside one another, separated by commas; the chosen one between asterisks.
    pub fn tabs(&mut self, place: &Place<'_>) -> i32 {
        let names: Vec<&str> = place.flags.words.split(',').map(str::trim).collect();
        let area_of = place.area(42);
        let plain = |name: &str| name.trim_matches('*').to_owned();
        let wide = |name: &str| width(&plain(name), SMALL, name.starts_with('*'));
        let needed: i32 = names.iter().map(|name| wide(name)).sum();
        let count = i32::try_from(names.len()).unwrap_or(1).max(1);
        // Each has as much around its words as the others.
        let spare = (area_of.width - 6 - needed) / count;
        if spare < 12 {
            self.diagnostics.error(
                place.line.words_range.clone(),
                format!("{count} tabs with these words do not fit beside one another"),
                "leave out tabs that the reader does not need, or shorten the words",
            );
        }
        self.rect(area(Role::Quiet), area_of, 12);
        let mut x = area_of.x + 3;
        for name in names {
            let tab = Area { x, y: area_of.y + 3, width: wide(name) + spare, height: 36 };
            x = tab.right();
            let chosen = name.starts_with('*');
            if chosen {
                self.rect(area(Role::Paper), tab, 10);
                self.tint(&place.flags, tab, 10);
                self.mark(&place.flags, tab, 10, (tab.right() - 10, tab.bottom() + 2));
            }
            let fill = if chosen { Role::Ink } else { Role::Soft };
            let set = centred(fill, SMALL, chosen);
            self.words(set, tab.x + tab.width / 2, tab.middle() + 5, &plain(name));
        }
        area_of.bottom()
    }

    /// The ground of a part that has none of its own, where it is marked.
    pub fn lit(&mut self, flags: &Flags, place: Area, round: i32) {
        if flags.mark.is_some() {
            self.rect(area(Role::Paper), place, round);
        }
        self.tint(flags, place, round);
    }
}

fn words_of_slider(struck: bool) -> Role {
    if struck { Role::Soft } else { Role::Ink }
}
