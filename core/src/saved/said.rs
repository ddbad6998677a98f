//! What is noted beside the facts: that something was said of a wait. Knows nothing of what was said.

use super::json::Json;
use crate::ladder::Id;
use crate::progress::Time;
use crate::progress::time::MINUTE;

/// That something was said of a wait: noted beside the facts, so that no other tab says it again.
/// It is no fact of the reader's, and what cannot be read is as good as not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSaid {
    /// The wait's deadline, in milliseconds since 1970.
    until: u64,
    /// How many minutes were left: the fewer, the later it was said.
    left: u64,
    /// When, in milliseconds since 1970.
    t: u64,
}

impl SavedSaid {
    pub fn new(deadline: Time, minutes_left: u64, now: Time) -> SavedSaid {
        SavedSaid { until: deadline.millis(), left: minutes_left, t: now.millis() }
    }

    /// In the form in which it is stored.
    pub fn text(&self) -> String {
        let [until, left, t] = [self.until, self.left, self.t].map(|it| it.to_string());
        ["{\"until\":", &until, ",\"left\":", &left, ",\"t\":", &t, "}"].concat()
    }

    /// Tells it from everything else that is to be said of the same wait.
    pub fn mark(&self) -> String {
        [self.until.to_string(), self.left.to_string()].join(":")
    }

    /// Whether this, or what comes after it, has been said. What was said in the future was said
    /// under a wrong clock, and the wait may run once more.
    pub fn is_covered_by(&self, stored: &str) -> bool {
        let Some(there) = Json::parse(stored) else { return false };
        there.number("until") == Some(self.until)
            && there.number("left").is_some_and(|it| it <= self.left)
            && there.number("t").is_some_and(|it| it <= self.t.saturating_add(MINUTE))
    }
}

/// The name beside the facts under which is noted what was said of a rung's wait.
pub fn said_name(rung: &Id) -> String {
    ["said:", rung.as_str()].concat()
}
