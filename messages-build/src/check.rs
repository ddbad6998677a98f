//! Holds a language against English: what is unknown is a fault, what is missing is filled in and told.

use std::collections::BTreeSet;

use crate::content::{Content, Entry, Fault, Language, below, listed};
use crate::placeholders::placeholders;

/// A language without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub language: Language,
    /// The keys of what is said in English.
    pub missing: Vec<String>,
}

/// Checks a language against English, and fills its gaps from there.
///
/// # Errors
///
/// Every key, kind and placeholder that English does not have, and every placeholder that is lost.
pub fn check(english: &Language, language: &Language) -> Result<Checked, Vec<Fault>> {
    let mut checker = Checker { english, language, faults: Vec::new(), missing: Vec::new() };
    let entries = checker.entries("", &english.entries, &language.entries);
    let Checker { faults, missing, .. } = checker;
    match faults.is_empty() {
        true => Ok(Checked { language: Language { entries, ..language.clone() }, missing }),
        false => Err(faults),
    }
}

struct Checker<'a> {
    english: &'a Language,
    language: &'a Language,
    faults: Vec<Fault>,
    missing: Vec<String>,
}

impl Checker<'_> {
    fn fault(&mut self, key: &str, message: String) {
        self.faults.push(Fault { file: self.language.file.clone(), key: key.to_owned(), message });
    }

    /// All entries of English, each with what the language has for it.
    fn entries(&mut self, path: &str, english: &[Entry], own: &[Entry]) -> Vec<Entry> {
        for entry in own.iter().filter(|own| !english.iter().any(|it| it.key == own.key)) {
            let cure = format!("take it out, or give it a name from {}", self.english.file);
            self.fault(&below(path, &entry.key), format!("English has no such key; {cure}"));
        }
        let mut entries = Vec::new();
        for entry in english {
            let path = below(path, &entry.key);
            let own = own.iter().find(|it| it.key == entry.key).map(|it| &it.content);
            let content = self.content(&path, &entry.content, own);
            entries.push(Entry { content, ..entry.clone() });
        }
        entries
    }

    fn content(&mut self, path: &str, english: &Content, own: Option<&Content>) -> Content {
        match (english, own) {
            // Each message of the group is told by itself.
            (Content::Group(english), None) => Content::Group(self.entries(path, english, &[])),
            (Content::Group(english), Some(Content::Group(own))) => {
                Content::Group(self.entries(path, english, own))
            }
            (Content::Message(english), Some(Content::Message(own))) => {
                self.placeholders(path, english, own, true);
                Content::Message(own.clone())
            }
            (Content::Plural(english), Some(Content::Plural(own))) => {
                self.forms(path, english, own);
                Content::Plural(own.clone())
            }
            (english, None) => {
                self.missing.push(path.to_owned());
                english.clone()
            }
            (english, Some(_)) => {
                let kind = match english {
                    Content::Message(_) => "one message in quotes",
                    Content::Plural(_) => "a plural message, `{ one = \"…\", other = \"…\" }`",
                    Content::Group(_) => "a group of messages",
                };
                self.fault(path, format!("in English this is {kind}; write it as that"));
                english.clone()
            }
        }
    }

    fn forms(&mut self, path: &str, english: &[(String, String)], own: &[(String, String)]) {
        let other = |forms: &[(String, String)]| {
            forms.iter().find(|(category, _)| category == "other").map(|(_, form)| form.clone())
        };
        let english = other(english).unwrap_or_default();
        for (category, form) in own {
            // "One minute left" needs no number.
            let needs_all = category == "other";
            self.placeholders(&below(path, category), &english, form, needs_all);
        }
    }

    fn placeholders(&mut self, path: &str, english: &str, own: &str, needs_all: bool) {
        let [english, own] = [english, own].map(|it| placeholders(it).unwrap_or_default());
        let braced = |names: &BTreeSet<String>| {
            let names: Vec<String> = names.iter().map(|it| format!("{{{it}}}")).collect();
            match names.as_slice() {
                [] => "none".to_owned(),
                _ => listed(names.iter().map(String::as_str)),
            }
        };
        for name in own.difference(&english) {
            let cure =
                format!("English has {} here, and nothing else is filled in", braced(&english));
            self.fault(path, format!("`{{{name}}}` is unknown: {cure}"));
        }
        for name in english.difference(&own).filter(|_| needs_all) {
            let cure = "put it where your language wants it";
            self.fault(path, format!("`{{{name}}}` is lost; {cure}"));
        }
    }
}
