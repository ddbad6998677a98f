//! Durations in words: `90 seconds`, `an hour`. Knows nothing of what waits.

/// How a duration is written, for cures.
pub(crate) const CURE: &str = "write a whole number and a unit, as in `90 seconds`, `15 minutes`, `2 hours` or `1 day`, \
     and anything else after a comma";

/// A duration at the beginning of a text: its seconds, and the byte at which it ends. The text is plain and in lower case.
pub(crate) fn leading(text: &str) -> Option<(u64, usize)> {
    let start = text.trim_start();
    let (number, rest) = number(start)?;
    let unit_start = rest.trim_start();
    let unit_length =
        unit_start.find(|character: char| !character.is_alphabetic()).unwrap_or(unit_start.len());
    let (unit, after) = unit_start.split_at_checked(unit_length)?;
    let seconds = number.checked_mul(seconds_of(unit)?)?;
    Some((seconds, text.len() - after.len()))
}

/// A duration, then nothing, or a comma and more: the seconds, and where the rest begins.
pub(crate) fn with_rest(text: &str) -> Option<(u64, usize)> {
    let (seconds, end) = leading(text)?;
    let rest = text.get(end..)?;
    let separator = rest.find(|character: char| !character.is_whitespace()).unwrap_or(rest.len());
    let (blank, rest) = rest.split_at_checked(separator)?;
    let mark = match rest.chars().next() {
        None => 0,
        Some(',' | ';' | ':' | '.') => 1,
        // A dash is one only with blanks around it.
        Some('-') if !blank.is_empty() => 1,
        Some(_) => return None,
    };
    Some((seconds, end + separator + mark))
}

/// The seconds of words that are a duration and nothing else: `15 minutes`.
pub fn duration(words: &str) -> Option<u64> {
    let lower = words.trim().to_lowercase();
    leading(&lower).filter(|(_, end)| *end == lower.len()).map(|(seconds, _)| seconds)
}

fn number(text: &str) -> Option<(u64, &str)> {
    for word in ["an", "a", "one"] {
        match text.strip_prefix(word) {
            Some(rest) if rest.starts_with(' ') => return Some((1, rest)),
            _ => {}
        }
    }
    let length = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(length)?;
    Some((digits.parse().ok()?, rest))
}

fn seconds_of(unit: &str) -> Option<u64> {
    match unit {
        "second" | "seconds" | "sec" | "s" => Some(1),
        "minute" | "minutes" | "min" => Some(60),
        "hour" | "hours" | "h" => Some(60 * 60),
        "day" | "days" => Some(24 * 60 * 60),
        "week" | "weeks" => Some(7 * 24 * 60 * 60),
        _ => None,
    }
}
