//! What a part may hold, where it may stand, and whether its words fit. Draws nothing.

use super::flags::Flags;
use super::kit::{Ground, Holds, Part, Pen, Place};
use super::lines::Line;
use super::widths;

/// The largest number of rows, bars and the like.
const MOST: i32 = 12;

impl Pen<'_> {
    /// Whether a part has what it needs, and stands where it can.
    pub fn check(&mut self, part: &Part, line: &Line, flags: &Flags, ground: Ground) {
        let name = part.name;
        if part.holds != Holds::Parts
            && let Some(child) = line.children.first()
        {
            let message = format!("nothing can stand inside a {name}");
            self.diagnostics.error(
                child.name_range.clone(),
                message,
                "indent it as far as the line above it",
            );
        }
        if part.holds == Holds::Parts && line.children.is_empty() {
            self.diagnostics.error(
                line.name_range.clone(),
                format!("this {name} is empty"),
                "indent its parts below it by two blanks",
            );
        }
        if part.holds == Holds::Words && flags.words.is_empty() {
            self.diagnostics.error(
                line.name_range.clone(),
                format!("this {name} has no words"),
                format!("write them behind a colon: `{name}: Settings`; what does not matter is `rows` or `bars`"),
            );
        }
        let outer = ["screen", "window", "label"].contains(&name);
        if outer != (ground == Ground::Bare) && name != "gap" && name != "dialog" {
            let (message, cure) = match outer {
                true => (format!("a {name} cannot stand inside another part"), "indent it less"),
                false => (
                    format!("this {name} stands on no screen"),
                    "begin with `screen` or `window`, and indent this below it",
                ),
            };
            self.diagnostics.error(line.name_range.clone(), message, cure);
        }
        if name == "sidebar" && ground != Ground::Window {
            self.diagnostics.error(
                line.name_range.clone(),
                "a sidebar stands in a window only",
                "put it directly below `window`",
            );
        }
    }

    pub fn number(&mut self, place: &Place<'_>) -> i32 {
        match place.flags.words.parse::<i32>() {
            Ok(number @ 1..=MOST) => number,
            _ => {
                let line = place.line;
                self.diagnostics.error(
                    if line.words.is_empty() {
                        line.name_range.clone()
                    } else {
                        line.words_range.clone()
                    },
                    format!("`{}` takes a number from 1 to {MOST}", line.name),
                    format!("write how many: `{}: 3`", line.name),
                );
                1
            }
        }
    }

    /// The words in as many lines as they may have, or an error.
    pub fn fit(
        &mut self,
        place: &Place<'_>,
        size: i32,
        strong: bool,
        width: i32,
        most: usize,
    ) -> Vec<String> {
        let lines = widths::lines(&place.flags.words, size, strong, width);
        let widest = lines.iter().map(|it| widths::width(it, size, strong)).max().unwrap_or(0);
        if lines.len() > most || widest > width {
            let name = &place.line.name;
            let needed = widths::width(&place.flags.words, size, strong);
            let room = width.saturating_mul(i32::try_from(most).unwrap_or(1));
            self.diagnostics.error(
                place.line.words_range.clone(),
                format!("these words are too long for a {name}: they need {needed}, and there is room for {room}"),
                "shorten them to those that the reader has to find",
            );
        }
        lines
    }
}
