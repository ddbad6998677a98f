//! Makes Rust of languages: types from English, so that a key that is not there does not compile, and a table each.
//!
//! Knows the names of the types around it: `Pattern` is a message with placeholders, `PluralMessage` one with forms.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::content::{Content, Entry, Fault, Language, PLURAL_CATEGORIES, below, listed};
use crate::placeholders::placeholders;

/// A section of the file, its type, and the function that finds it for a language.
const SECTIONS: [(&str, &str, &str); 5] = [
    ("widget", "Messages", "messages"),
    ("companion", "CompanionMessages", "companion_messages"),
    ("script", "ScriptMessages", "script_messages"),
    ("panels", "PanelMessages", "panel_messages"),
    ("page", "PageMessages", "page_messages"),
];

/// Types of groups that there are several of: name, documentation, keys. Any other group has a type of its own, named by
/// its key.
const SHARED: [(&str, &str, &[&str]); 3] = [
    (
        "Question",
        "A thing that is asked again before it is done.",
        &["action", "question", "confirm", "cancel"],
    ),
    (
        "Failed",
        "What is said of a failure, by what the reader is left with.",
        &["list", "own", "nothing"],
    ),
    (
        "Unread",
        "What is said of a document that cannot be shown as a list either.",
        &["own", "nothing"],
    ),
];

/// The types of all messages.
///
/// # Errors
///
/// English has a section or a group that no type can be made of, or a plural message with other placeholders than `{n}`.
pub fn types(english: &Language) -> Result<String, Vec<Fault>> {
    let mut types = Types { file: &english.file, made: BTreeMap::new(), faults: Vec::new() };
    for entry in &english.entries {
        match (section(&entry.key), &entry.content) {
            (Some((_, name, _)), Content::Group(entries)) => {
                types.group(name, &entry.key, &entry.note, entries, true);
            }
            _ => {
                let sections = listed(SECTIONS.map(|(section, ..)| section));
                types.fault(&entry.key, format!("no section; the sections are {sections}"));
            }
        }
    }
    match types.faults.is_empty() {
        true => Ok(types.made.into_values().map(|(_, code)| code).collect()),
        false => Err(types.faults),
    }
}

/// The tables of languages without gaps, and a function for each section that finds one. The first language is the one
/// for all that is not among the others.
pub fn tables(languages: &[Language]) -> String {
    let mut code = String::new();
    let Some((first, others)) = languages.split_first() else { return code };
    for (key, name, function) in SECTIONS {
        for language in languages {
            let entries = language.entries.iter().find(|it| it.key == key).map(|it| &it.content);
            let Some(Content::Group(entries)) = entries else { continue };
            let table = table_name(key, language);
            let value = group(name, entries, Some(&language.lang));
            let _ = writeln!(code, "static {table}: {name} = {value};");
        }
        let more: String = others
            .iter()
            .map(|it| format!("({:?}, &{}), ", it.lang, table_name(key, it)))
            .collect();
        let first = table_name(key, first);
        let _ = writeln!(
            code,
            "/// Those for a language, by its BCP 47 tag; in the default language where there are none.\n\
             pub fn {function}(lang: &str) -> &'static {name} {{\n    lookup(lang, &[{more}], &{first})\n}}"
        );
    }
    code
}

fn section(key: &str) -> Option<(&'static str, &'static str, &'static str)> {
    SECTIONS.into_iter().find(|(section, ..)| *section == key)
}

fn table_name(section: &str, language: &Language) -> String {
    format!("{}_{section}", language.lang.replace('-', "_")).to_uppercase()
}

struct Types<'a> {
    file: &'a str,
    /// By name, each with its keys.
    made: BTreeMap<String, (Vec<String>, String)>,
    faults: Vec<Fault>,
}

impl Types<'_> {
    fn fault(&mut self, key: &str, message: String) {
        self.faults.push(Fault { file: self.file.to_owned(), key: key.to_owned(), message });
    }

    /// The type of a group; sections say their language as well.
    fn group(&mut self, name: &str, path: &str, note: &str, entries: &[Entry], is_section: bool) {
        let keys: Vec<String> = entries.iter().map(|it| it.key.clone()).collect();
        if let Some((made, _)) = self.made.get(name) {
            if *made != keys {
                self.fault(path, format!("another group makes the type `{name}`; rename this one"));
            }
            return;
        }
        let (mut fields, mut methods) = (String::new(), String::new());
        if is_section {
            fields.push_str("    /// The BCP 47 tag.\n    pub lang: &'static str,\n");
        }
        for Entry { key, note, content } in entries {
            let path = below(path, key);
            let kind = match content {
                Content::Message(message) => match self.method(&path, key, message) {
                    Some(method) => {
                        methods.push_str(&method);
                        "Pattern".to_owned()
                    }
                    None => "&'static str".to_owned(),
                },
                Content::Plural(forms) => {
                    self.has_only_a_count(&path, forms);
                    "PluralMessage".to_owned()
                }
                Content::Group(entries) => {
                    let name = group_name(key, entries);
                    self.group(&name, &path, note, entries, false);
                    name
                }
            };
            let _ = writeln!(fields, "{}    pub {key}: {kind},", documentation("    ", note));
        }
        let shared = SHARED.iter().find(|(it, ..)| *it == name);
        let note = documentation("", shared.map_or(note, |(_, note, _)| note));
        // Nothing but texts, one after the other: a language that comes later is read as that (`Texts`).
        let mut code = format!(
            "{note}#[repr(C)]\npub struct {name} {{\n{fields}}}\n\
             // SAFETY: in the order of C, each field is a text, a type that is one, or a type of this kind.\n\
             #[expect(unsafe_code, reason = \"what is promised of a layout can only be promised so\")]\n\
             unsafe impl Texts for {name} {{}}\n"
        );
        if !methods.is_empty() {
            let _ = writeln!(code, "impl {name} {{\n{methods}}}");
        }
        self.made.insert(name.to_owned(), (keys, code));
    }

    /// Fills a message in. The parameters are its placeholders in alphabetical order, so that other words in English
    /// exchange none of them.
    fn method(&mut self, path: &str, key: &str, message: &str) -> Option<String> {
        let names = placeholders(message).unwrap_or_default();
        if names.contains("self") {
            self.fault(path, "`{self}` cannot be a placeholder; rename it".to_owned());
        }
        let parameters: String = names.iter().map(|it| format!(", {it}: &str")).collect();
        let values: String = names.iter().map(|it| format!("({it:?}, {it}), ")).collect();
        let said = format!("`{message}`").replace('\n', " ");
        (!names.is_empty()).then(|| {
            format!(
                "    /// {said}\n    pub fn {key}(&self{parameters}) -> String {{\n        \
                 self.{key}.fill(&[{values}])\n    }}\n"
            )
        })
    }

    fn has_only_a_count(&mut self, path: &str, forms: &[(String, String)]) {
        for (category, form) in forms {
            let names = placeholders(form).unwrap_or_default();
            for name in names.iter().filter(|it| *it != "n") {
                let cure = "a plural message has `{n}` alone; say the rest in another message";
                self.fault(
                    &below(path, category),
                    format!("`{{{name}}}` is never filled in: {cure}"),
                );
            }
        }
    }
}

/// A note as the documentation of what it is about.
fn documentation(indent: &str, note: &str) -> String {
    note.lines().map(|line| format!("{indent}/// {line}\n")).collect()
}

/// The name of a group's type.
fn group_name(key: &str, entries: &[Entry]) -> String {
    let keys: Vec<&str> = entries.iter().map(|it| it.key.as_str()).collect();
    let shared = SHARED.iter().find(|(.., shared)| *shared == keys.as_slice());
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|it| it.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    shared.map_or_else(|| key.split('_').map(capital).collect(), |(name, ..)| (*name).to_owned())
}

/// The value of a group.
fn group(name: &str, entries: &[Entry], lang: Option<&str>) -> String {
    let mut value = format!("{name} {{");
    if let Some(lang) = lang {
        let _ = write!(value, " lang: {lang:?},");
    }
    for Entry { key, content, .. } in entries {
        let it = match content {
            Content::Message(message) if placeholders(message).is_ok_and(|it| it.is_empty()) => {
                format!("{message:?}")
            }
            Content::Message(message) => format!("Pattern({message:?})"),
            Content::Plural(forms) => plural(forms),
            Content::Group(entries) => group(&group_name(key, entries), entries, None),
        };
        let _ = write!(value, "\n    {key}: {it},");
    }
    value.push_str("\n}");
    value
}

fn plural(forms: &[(String, String)]) -> String {
    let mut value = "PluralMessage {".to_owned();
    for category in PLURAL_CATEGORIES {
        let form = forms.iter().find(|(it, _)| it == category).map(|(_, form)| form);
        let _ = write!(value, " {category}: {:?},", form.map_or("", |it| it));
    }
    value.push_str(" }");
    value
}

/// The texts of a section, as its type has them one after the other: the language, then every message in the order of
/// English, of a plural message all six forms, of which those that there are not are empty.
///
/// # Errors
///
/// A message has a line end, by which the texts are told apart where they travel.
pub fn texts(language: &Language, section: &str) -> Result<Vec<String>, Vec<Fault>> {
    let mut texts = vec![language.lang.clone()];
    let entries = language.entries.iter().find(|it| it.key == section).map(|it| &it.content);
    if let Some(Content::Group(entries)) = entries {
        put_texts(entries, &mut texts);
    }
    let fault = |text: &String| Fault {
        file: language.file.clone(),
        key: section.to_owned(),
        message: format!("`{}` has a line end; write the message on one line", text.trim()),
    };
    let faults: Vec<Fault> = texts.iter().filter(|it| it.contains('\n')).map(fault).collect();
    if faults.is_empty() { Ok(texts) } else { Err(faults) }
}

fn put_texts(entries: &[Entry], texts: &mut Vec<String>) {
    for entry in entries {
        match &entry.content {
            Content::Message(message) => texts.push(message.clone()),
            Content::Plural(forms) => texts.extend(PLURAL_CATEGORIES.iter().map(|category| {
                let form = forms.iter().find(|(it, _)| it == category);
                form.map_or_else(String::new, |(_, form)| form.clone())
            })),
            Content::Group(entries) => put_texts(entries, texts),
        }
    }
}
