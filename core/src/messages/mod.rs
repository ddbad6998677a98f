//! Every message of ours, and how numbers and times are written.
//!
//! The messages are data, `messages/<language>.toml`; the build makes the types and tables of this module from them. So
//! a key that is not there does not compile, nor does a placeholder. A ladder's own text is not here.

mod format;
mod message;
mod texts;

use crate::ladder::Severity;

pub use format::{Format, Plain, PluralCategory, moment};
pub use message::{Pattern, PluralMessage, fill, lookup};
pub use texts::{Tables, Texts};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

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

/// The direction of a language as HTML writes it, by its BCP 47 tag.
pub fn direction(lang: &str) -> &'static str {
    if is_right_to_left(lang) { "rtl" } else { "ltr" }
}

impl Severities {
    pub fn of(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Gentle => self.gentle,
            Severity::Moderate => self.moderate,
            Severity::Drastic => self.drastic,
            Severity::LastResort => self.last_resort,
        }
    }
}

/// A length of time in whole minutes, as people say it: "15 minutes", "1 hour 52 minutes", "2 days".
pub fn duration(messages: &Messages, format: &dyn Format, minutes: u64) -> String {
    let (days, hours, minutes) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
    let parts = [(days, &messages.days), (hours, &messages.hours), (minutes, &messages.minutes)];
    let mut said = String::new();
    for (number, message) in parts {
        if number > 0 {
            if !said.is_empty() {
                said.push(' ');
            }
            said.push_str(&message.format(format, number));
        }
    }
    if said.is_empty() { messages.minutes.format(format, 0) } else { said }
}
