//! Moments of the wall clock, as values. Knows no clock: every moment comes in from outside.

/// A moment: milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(u64);

pub const SECOND: u64 = 1_000;
pub const MINUTE: u64 = 60 * SECOND;
pub const DAY: u64 = 24 * 60 * MINUTE;
/// The longest wait a ladder may ask for, in milliseconds: 30 days.
pub const LONGEST_WAIT: u64 = 30 * DAY;

impl Time {
    /// The last moment a browser's clock can show. Facts may lie a little beyond it, so that a
    /// fact made under the wrongest of clocks can still be replaced by a later one.
    pub const MAX: Time = Time(8_640_000_000_000_000);
    const LIMIT: u64 = 9_000_000_000_000_000;

    /// A moment from milliseconds since 1970; `None` beyond what a clock and a long chain of facts
    /// after it can reach. There is room left above, so that whatever is let in can be replaced.
    pub fn from_millis(millis: u64) -> Option<Time> {
        const CHAIN: u64 = DAY;
        (millis <= Time::MAX.0 + CHAIN + LONGEST_WAIT).then_some(Time(millis))
    }

    /// A moment from a browser's clock. A clock before 1970 or not a number counts as 1970.
    pub fn from_clock(millis: f64) -> Time {
        // A float becomes an integer by saturation, and NaN becomes 0.
        Time((millis as u64).min(Time::MAX.0))
    }

    pub fn millis(self) -> u64 {
        self.0
    }

    pub fn plus(self, millis: u64) -> Time {
        Time(self.0.saturating_add(millis).min(Time::LIMIT))
    }

    /// The last moment, up to this one, that is a multiple of so many milliseconds.
    pub fn down_to(self, millis: u64) -> Time {
        Time(self.0 - self.0 % millis.max(1))
    }

    /// Milliseconds from `earlier` to this moment; 0 where it is not later.
    pub fn since(self, earlier: Time) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}
