//! From the text of a file to a language, with what can be told of it by itself. Knows nothing of English.

use toml_edit::{Document, Item, TableLike};

use crate::content::{Content, Entry, Fault, Language, PLURAL_CATEGORIES, below, listed};
use crate::placeholders::placeholders;

/// Reads one file. `file` is how faults name it, `lang` is its name without the ending.
///
/// # Errors
///
/// Everything that is wrong with it by itself.
pub fn read(file: &str, lang: &str, text: &str) -> Result<Language, Vec<Fault>> {
    let mut reader = Reader { file, faults: Vec::new() };
    if !is_tag(lang) {
        reader.fault("", format!("`{lang}` is no language tag; name the file as `pt-BR.toml`"));
    }
    let entries = match text.parse::<Document>() {
        Ok(document) => reader.entries("", document.as_table()),
        Err(error) => {
            reader.fault("", format!("not TOML: {}; mend it", error.to_string().trim()));
            Vec::new()
        }
    };
    match reader.faults.is_empty() {
        true => Ok(Language { file: file.to_owned(), lang: lang.to_owned(), entries }),
        false => Err(reader.faults),
    }
}

/// Whether this may be a BCP 47 tag, by its shape alone.
fn is_tag(lang: &str) -> bool {
    let mut parts = lang.split('-');
    let language = parts.next().unwrap_or_default();
    let is_plain = |it: &str| it.chars().all(|it| it.is_ascii_alphanumeric());
    matches!(language.len(), 2 | 3)
        && language.chars().all(|it| it.is_ascii_lowercase())
        && parts.all(|it| matches!(it.len(), 1..=8) && is_plain(it))
}

struct Reader<'a> {
    file: &'a str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, key: &str, message: String) {
        self.faults.push(Fault { file: self.file.to_owned(), key: key.to_owned(), message });
    }

    fn entries(&mut self, path: &str, table: &dyn TableLike) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, item) in table.iter() {
            let note = note(table, key, item);
            let path = below(path, key);
            if !key.chars().all(|it| it.is_ascii_lowercase() || it == '_') {
                self.fault(&path, "keys are in small letters and `_`; rename it".to_owned());
            }
            if let Some(content) = self.content(&path, item) {
                entries.push(Entry { key: key.to_owned(), note, content });
            }
        }
        entries
    }

    fn content(&mut self, path: &str, item: &Item) -> Option<Content> {
        if let Some(message) = item.as_str() {
            return Some(Content::Message(self.message(path, message)));
        }
        let Some(table) = item.as_table_like() else {
            self.fault(path, "this is no message; put it in quotes".to_owned());
            return None;
        };
        match table.iter().any(|(key, _)| PLURAL_CATEGORIES.contains(&key)) {
            true => Some(Content::Plural(self.forms(path, table))),
            false => Some(Content::Group(self.entries(path, table))),
        }
    }

    fn message(&mut self, path: &str, message: &str) -> String {
        if message.trim().is_empty() {
            let cure = "write the message, or take the key out to have it in English";
            self.fault(path, format!("this is empty; {cure}"));
        }
        if let Err(message) = placeholders(message) {
            self.fault(path, message);
        }
        message.to_owned()
    }

    fn forms(&mut self, path: &str, table: &dyn TableLike) -> Vec<(String, String)> {
        let mut forms = Vec::new();
        for (category, item) in table.iter() {
            let path = below(path, category);
            let known = listed(PLURAL_CATEGORIES);
            match item.as_str() {
                _ if !PLURAL_CATEGORIES.contains(&category) => {
                    self.fault(&path, format!("no plural category; take one of {known}"));
                }
                Some(form) => forms.push((category.to_owned(), self.message(&path, form))),
                None => self.fault(&path, "this is no message; put it in quotes".to_owned()),
            }
        }
        if !table.contains_key("other") {
            let cure = "add it: it is said of every count that no other form is for";
            self.fault(path, format!("the plural message has no `other`; {cure}"));
        }
        forms
    }
}

/// The comment above a key, without its marks; nothing of what stands apart from it.
fn note(table: &dyn TableLike, key: &str, item: &Item) -> String {
    let header = item.as_table().and_then(|it| it.decor().prefix());
    let prefix = header.or_else(|| table.key_decor(key).and_then(|it| it.prefix()));
    let above = prefix.and_then(|it| it.as_str()).unwrap_or_default();
    let block = above.rsplit("\n\n").next().unwrap_or_default();
    let lines = block.lines().filter_map(|it| it.trim().strip_prefix('#'));
    lines.map(|it| it.strip_prefix(' ').unwrap_or(it)).collect::<Vec<_>>().join("\n")
}
