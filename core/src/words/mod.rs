//! Every word the widget itself says, one file a language, and how numbers and times are put.
//!
//! A ladder's own text is not here. Words are data: `{name}` stands for something filled in.

mod en;
mod format;
mod page;
mod table;

pub use format::{Format, Plain, Plural, moment};
pub use page::{PageWords, page_words};
pub use table::{Answers, Counted, Failed, Failures, Notices, Question, Standings, Unread, Words};

/// The words for a language, by its BCP 47 tag. English until there are more.
pub fn words(_lang: &str) -> &'static Words {
    &en::ENGLISH
}

/// Written from right to left, unless the tag names another script.
const RIGHT_TO_LEFT: [&str; 14] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "ps", "sd", "ug", "ur", "yi"];

/// Whether a language is written from right to left, by its BCP 47 tag.
pub fn is_right_to_left(lang: &str) -> bool {
    let lang = lang.to_ascii_lowercase();
    let mut parts = lang.split('-');
    let language = parts.next().unwrap_or_default();
    // Tags name a script by four letters.
    let script = parts.find(|it| it.len() == 4 && it.bytes().all(|it| it.is_ascii_alphabetic()));
    match script {
        Some(script) => matches!(script, "arab" | "hebr" | "syrc" | "thaa"),
        None => RIGHT_TO_LEFT.contains(&language),
    }
}

/// Puts `values` in the places of `{name}`.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}') {
            Some((name, after)) => {
                let value = values.iter().find(|(it, _)| *it == name);
                filled.push_str(value.map_or("", |(_, value)| value));
                rest = after;
            }
            None => rest = after,
        }
    }
    filled.push_str(rest);
    filled
}

/// A length of time in whole minutes, as people say it: "15 minutes", "1 hour 52 minutes", "2 days".
pub fn duration(words: &Words, format: &dyn Format, minutes: u64) -> String {
    let (days, hours, minutes) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
    let parts = [(days, &words.days), (hours, &words.hours), (minutes, &words.minutes)];
    let mut said = String::new();
    for (number, counted) in parts {
        if number > 0 {
            if !said.is_empty() {
                said.push(' ');
            }
            said.push_str(&counted.say(format, number));
        }
    }
    if said.is_empty() { words.minutes.say(format, 0) } else { said }
}
