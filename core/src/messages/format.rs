//! How numbers, times and months are written: a value handed to the view, so that components can be
//! rendered natively too. In a browser it is `Intl`; natively, [`Plain`]. Knows no message.

use crate::ladder::Month;
use crate::progress::Time;

pub trait Format {
    /// "14:32", by the reader's clock and habit.
    fn time_of_day(&self, at: Time) -> String;
    /// "Tuesday 14:32", for a moment on another day than today.
    fn day_and_time(&self, at: Time) -> String;
    /// "3 November 14:32", for a moment that is not within a week.
    fn date_and_time(&self, at: Time) -> String;
    /// Whether two moments are on one day of the reader's calendar.
    fn same_day(&self, one: Time, other: Time) -> bool;
    /// "12,480".
    fn number(&self, number: u64) -> String;
    /// "November 2026".
    fn month(&self, month: Month) -> String;
    /// The plural category of a count.
    fn plural(&self, number: u64) -> PluralCategory;
}

/// The plural categories of the Unicode CLDR that a language may tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// A moment by the clock, with the day where it is not today.
pub fn moment(format: &dyn Format, at: Time, now: Time) -> String {
    let apart = at.since(now).max(now.since(at));
    match format.same_day(at, now) {
        true => format.time_of_day(at),
        // Six days, so that no weekday can mean two.
        false if apart < 6 * DAY => format.day_and_time(at),
        false => format.date_and_time(at),
    }
}

/// UTC, the 24-hour clock and English: for native rendering and tests.
pub struct Plain;

impl Plain {
    /// The language whose plurals, months and digits these are.
    pub const LANG: &str = "en";
}

const DAY: u64 = 24 * 60 * 60 * 1000;

impl Format for Plain {
    fn time_of_day(&self, at: Time) -> String {
        let minutes = at.millis() % DAY / 60_000;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    fn day_and_time(&self, at: Time) -> String {
        // 1970-01-01 was a Thursday.
        let days = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
        let day = days.into_iter().cycle().nth((at.millis() / DAY % 7) as usize);
        [day.unwrap_or_default(), " ", &self.time_of_day(at)].concat()
    }

    fn date_and_time(&self, at: Time) -> String {
        // Days since 1970 are enough where nobody but a test reads it.
        ["day ", &(at.millis() / DAY).to_string(), " ", &self.time_of_day(at)].concat()
    }

    fn same_day(&self, one: Time, other: Time) -> bool {
        one.millis() / DAY == other.millis() / DAY
    }

    fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    fn month(&self, month: Month) -> String {
        let names = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = names.get(usize::from(month.month).wrapping_sub(1));
        [name.unwrap_or(&""), " ", &month.year.to_string()].concat()
    }

    fn plural(&self, number: u64) -> PluralCategory {
        if number == 1 { PluralCategory::One } else { PluralCategory::Other }
    }
}
