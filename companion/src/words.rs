//! Sentences with their numbers and times in the reader's language. Knows how times are put into words, and not which
//! sentence is said where.

use fix_ladder_core::ladder::{Id, Ladder, Rung};
use fix_ladder_core::messages::{CompanionMessages, Format, PluralMessage, moment};
use fix_ladder_core::progress::Time;
use fix_ladder_core::progress::time::MINUTE;

/// How numbers and times are written, with dates as well.
pub trait Dates: Format {
    /// "30 November 2026".
    fn date(&self, at: Time) -> String;
}

/// What sentences are made with.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub say: &'static CompanionMessages,
    pub format: &'a dyn Dates,
    pub now: Time,
}

impl Words<'_> {
    /// A moment by the clock, with its day where that is not today.
    pub fn moment(&self, at: Time) -> String {
        moment(self.format, at, self.now)
    }

    /// A moment with its date: for what is read on another day.
    pub fn date_and_time(&self, at: Time) -> String {
        self.say.date_and_time(&self.format.date(at), &self.format.time_of_day(at))
    }

    pub fn count(&self, message: &PluralMessage, number: usize) -> String {
        message.format(self.format, number as u64)
    }

    pub fn number(&self, number: usize) -> String {
        self.format.number(number as u64)
    }

    /// A length of time in whole minutes; in hours from an hour on, in days from a day on.
    pub fn duration(&self, millis: u64) -> String {
        let minutes = millis / MINUTE;
        let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
        let parts = match (days, hours) {
            (0, 0) => [(rest, &self.say.minutes), (0, &self.say.minutes)],
            (0, _) => [(hours, &self.say.hours), (rest, &self.say.minutes)],
            _ => [(days, &self.say.days), (hours, &self.say.hours)],
        };
        let said =
            parts.iter().enumerate().filter(|(place, (number, _))| *place == 0 || *number > 0);
        said.map(|(_, (number, message))| message.format(self.format, *number))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// "Fix 2, “Restart the device”".
    pub fn rung(&self, ladder: &Ladder, rung: &Rung) -> String {
        self.say.rung(&self.number(place(ladder, &rung.id)), rung.title.plain().trim())
    }
}

/// The place of a rung, from 1.
pub fn place(ladder: &Ladder, rung: &Id) -> usize {
    ladder.rungs.iter().position(|it| it.id == *rung).map_or(0, |it| it + 1)
}
