//! The keys of a rung's facts, and the words of its severity. Does not know what they mean.

pub(crate) const KEYS: [&str; 9] =
    ["severity", "touches", "undo", "takes", "wait", "check", "moving", "safe", "still safe"];
/// Those that no common word is close to: what is close to one of the others need not be meant as it.
pub(crate) const UNMISTAKABLE: [&str; 6] =
    ["severity", "touches", "undo", "takes", "wait", "check"];
pub(crate) const SEVERITIES: [&str; 4] = ["gentle", "moderate", "drastic", "last-resort"];
