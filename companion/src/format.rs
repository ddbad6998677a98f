//! Numbers and times in the reader's language and zone: what the script formats for the module. Knows of the border only
//! this one import; natively there is none, and tests bring a format of their own.

use fix_ladder_core::ladder::Month;
use fix_ladder_core::messages::{Format, Plain, PluralCategory};
use fix_ladder_core::progress::Time;

use crate::date::iso;
use crate::words::Dates;

/// What the script is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A moment by the clock, with its day where that is not today.
    Moment,
    Date,
    Number,
    /// The plural category of a number.
    Plural,
    TimeOfDay,
    /// A month with its year.
    Month,
}

/// More bytes than anything formatted has.
const ROOM: usize = 200;

/// What the script formats.
pub struct Outside;

impl Outside {
    fn format(kind: Kind, value: u64) -> String {
        let mut bytes = vec![0; ROOM];
        let length = import(kind as u32, value as f64, &mut bytes);
        bytes.truncate(length);
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(target_family = "wasm")]
#[expect(unsafe_code, reason = "what comes from outside of the module can only be called so")]
fn import(kind: u32, value: f64, bytes: &mut [u8]) -> usize {
    #[link(wasm_import_module = "env")]
    unsafe extern "C" {
        fn format(kind: u32, value: f64, address: *mut u8, room: u32) -> u32;
    }
    // SAFETY: the script writes no more than there is room for, and only while it is called.
    unsafe { format(kind, value, bytes.as_mut_ptr(), bytes.len() as u32) as usize }
}

/// There is no script here.
#[cfg(not(target_family = "wasm"))]
fn import(_kind: u32, _value: f64, _bytes: &mut [u8]) -> usize {
    0
}

impl Format for Outside {
    fn time_of_day(&self, at: Time) -> String {
        Outside::format(Kind::TimeOfDay, at.millis())
    }

    fn day_and_time(&self, at: Time) -> String {
        Outside::format(Kind::Moment, at.millis())
    }

    fn date_and_time(&self, at: Time) -> String {
        Outside::format(Kind::Moment, at.millis())
    }

    /// The script knows what today is, and puts the day where it is needed.
    fn same_day(&self, _one: Time, _other: Time) -> bool {
        false
    }

    fn number(&self, number: u64) -> String {
        Outside::format(Kind::Number, number)
    }

    /// The script is told a moment in the middle of it, whatever its length and the reader's zone.
    fn month(&self, month: Month) -> String {
        let months = (u64::from(month.year).saturating_sub(1970)) * 12 + u64::from(month.month);
        // The length of a month, in milliseconds.
        const MONTH: u64 = 2_629_746_000;
        Outside::format(Kind::Month, (months * MONTH).saturating_sub(MONTH / 2))
    }

    fn plural(&self, number: u64) -> PluralCategory {
        match Outside::format(Kind::Plural, number).as_str() {
            "zero" => PluralCategory::Zero,
            "one" => PluralCategory::One,
            "two" => PluralCategory::Two,
            "few" => PluralCategory::Few,
            "many" => PluralCategory::Many,
            _ => PluralCategory::Other,
        }
    }
}

impl Dates for Outside {
    fn date(&self, at: Time) -> String {
        Outside::format(Kind::Date, at.millis())
    }
}

impl Dates for Plain {
    fn date(&self, at: Time) -> String {
        iso(at)
    }
}
