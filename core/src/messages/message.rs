//! What a message can be besides a plain sentence: with placeholders, with plural categories; and how the messages of a
//! language are found. Knows no single message.

use super::format::{Format, PluralCategory};

/// A message with placeholders. A method of the table that it is in fills it in.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Pattern(
    /// As it is in the file, for scripts that fill it in themselves.
    pub &'static str,
);

impl Pattern {
    /// Puts values in the places of `{name}`.
    pub(super) fn fill(self, values: &[(&str, &str)]) -> String {
        fill(self.0, values)
    }
}

/// A message with a form for each plural category that the language tells apart; those that it does not are empty.
/// `{n}` is the count.
#[repr(C)]
pub struct PluralMessage {
    pub zero: &'static str,
    pub one: &'static str,
    pub two: &'static str,
    pub few: &'static str,
    pub many: &'static str,
    pub other: &'static str,
}

impl PluralMessage {
    /// The form for a count, with the count in it.
    pub fn format(&self, format: &dyn Format, number: u64) -> String {
        let form = match format.plural(number) {
            PluralCategory::Zero => self.zero,
            PluralCategory::One => self.one,
            PluralCategory::Two => self.two,
            PluralCategory::Few => self.few,
            PluralCategory::Many => self.many,
            PluralCategory::Other => "",
        };
        let form = if form.is_empty() { self.other } else { form };
        fill(form, &[("n", &format.number(number))])
    }

    /// The forms that there are, by the name of their category, for scripts that choose themselves.
    pub fn forms(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        [
            ("zero", self.zero),
            ("one", self.one),
            ("two", self.two),
            ("few", self.few),
            ("many", self.many),
            ("other", self.other),
        ]
        .into_iter()
        .filter(|(_, form)| !form.is_empty())
    }
}

/// What there is for a language, by its BCP 47 tag: for `zh-Hant-TW` that of `zh-Hant`, or else of `zh`.
pub fn lookup<T>(lang: &str, all: &[(&str, &'static T)], default: &'static T) -> &'static T {
    // English alone needs no search, and the module no code for one.
    let mut tag = if all.is_empty() { None } else { Some(lang) };
    while let Some(wanted) = tag {
        if let Some((_, found)) = all.iter().find(|(it, _)| it.eq_ignore_ascii_case(wanted)) {
            return found;
        }
        tag = wanted.rsplit_once('-').map(|(shorter, _)| shorter);
    }
    default
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
