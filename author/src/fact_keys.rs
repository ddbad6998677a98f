//! The keys of a rung's facts, and the words of its severity. Does not know what they mean.

pub(crate) const KEYS: [&str; 6] = ["severity", "touches", "undo", "takes", "wait", "check"];
pub(crate) const SEVERITIES: [&str; 4] = ["gentle", "moderate", "drastic", "last-resort"];
