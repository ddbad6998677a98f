//! Moments as dates of the calendar, in UTC: where a form asks for them and nobody's habits count.

use fix_ladder_core::progress::Time;

const DAY: u64 = 86_400;

/// A moment as `20261130T143200Z`.
pub fn stamp(at: Time) -> String {
    let (year, month, day) = date(at);
    let rest = at.millis() / 1000 % DAY;
    let mut text = String::new();
    for number in [year / 100, year, month, day] {
        push_two(&mut text, number);
    }
    text.push('T');
    for number in [rest / 3600, rest / 60 % 60, rest % 60] {
        push_two(&mut text, number);
    }
    text.push('Z');
    text
}

/// A day as `2026-11-30`.
pub fn iso(at: Time) -> String {
    let (year, month, day) = date(at);
    let mut text = String::new();
    push_two(&mut text, year / 100);
    for (number, mark) in [(year, "-"), (month, "-"), (day, "")] {
        push_two(&mut text, number);
        text.push_str(mark);
    }
    text
}

/// The last two digits of a number.
fn push_two(text: &mut String, number: u64) {
    text.extend([number / 10 % 10, number % 10].map(|it| char::from(b'0' + it as u8)));
}

/// Year, month and day.
fn date(at: Time) -> (u64, u64, u64) {
    let mut days = at.millis() / 1000 / DAY;
    let mut year = 1970;
    while days >= days_of(year) {
        days -= days_of(year);
        year += 1;
    }
    let february = days_of(year) - 337;
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year, month, days + 1)
}

fn days_of(year: u64) -> u64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    365 + u64::from(is_leap)
}
