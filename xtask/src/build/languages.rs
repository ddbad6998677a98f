//! The languages besides English: each from its file in `messages/`, as tables for what the build renders itself, and as a
//! file for readers.
//!
//! Knows where the files are and what travels of them, not how a script asks for it. What a file may hold is for
//! `messages-build`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use fix_ladder_core::messages::{
    CompanionMessages, DEFAULT_LANG, Messages, PageMessages, PanelMessages, ScriptMessages, Tables,
    companion_messages, messages, page_messages, panel_messages, script_messages,
};
use fix_ladder_messages_build::{Fault, Language, REFERENCE, check, read, texts};
use serde_json::{Value, json};

use super::scripts::messages::{for_list, for_panels, for_posts, for_script};
use crate::files::sources_below;

/// The tables of one language.
#[derive(Clone, Copy)]
pub struct Said {
    pub widget: &'static Messages,
    pub companion: &'static CompanionMessages,
    pub script: &'static ScriptMessages,
    pub panels: &'static PanelMessages,
    pub page: &'static PageMessages,
}

impl Said {
    /// English, which is in every module and script.
    pub fn in_english() -> Said {
        Said {
            widget: messages(DEFAULT_LANG),
            companion: companion_messages(DEFAULT_LANG),
            script: script_messages(DEFAULT_LANG),
            panels: panel_messages(DEFAULT_LANG),
            page: page_messages(DEFAULT_LANG),
        }
    }

    /// The BCP 47 tag.
    pub fn lang(&self) -> &'static str {
        self.widget.lang
    }
}

/// One of the other languages.
pub struct Spoken {
    pub said: Said,
    /// What readers get of it.
    document: Value,
    /// The keys of what is said in English.
    pub missing: Vec<String>,
}

impl Spoken {
    /// Its tag as the scripts look for it.
    pub fn tag(&self) -> String {
        self.said.lang().to_ascii_lowercase()
    }

    /// Its file for readers: where it is, and what is in it.
    pub fn file(&self) -> (String, Vec<u8>) {
        (format!("messages/{}.json", self.said.lang()), self.document.to_string().into_bytes())
    }
}

/// The one in which a ladder of this language is surrounded: its own, or that of its tag without the region, or English.
pub fn said_in(all: &[Spoken], lang: &str) -> Said {
    let mut tag = Some(lang);
    while let Some(wanted) = tag {
        if let Some(found) = all.iter().find(|it| it.said.lang().eq_ignore_ascii_case(wanted)) {
            return found.said;
        }
        tag = wanted.rsplit_once('-').map(|(shorter, _)| shorter);
    }
    Said::in_english()
}

/// All of them, by their tags.
///
/// # Errors
///
/// A file that cannot be read, and everything that is wrong in one.
pub fn read_all(root: &Path) -> Result<Vec<Spoken>> {
    let folder = root.join("messages");
    let english = one(&folder, REFERENCE)?;
    let mut others = Vec::new();
    for file in sources_below(&folder)? {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if file.extension().is_some_and(|it| it == "toml") && stem != REFERENCE {
            others.push(one(&folder, &stem)?);
        }
    }
    besides(&english, &others)
}

/// The files that this program was built with, English first: an author's machine has no others.
const BUILT_WITH: [(&str, &str); 2] = [
    (REFERENCE, include_str!("../../../messages/en.toml")),
    ("de", include_str!("../../../messages/de.toml")),
];

/// All of them, as they were when this program was built.
///
/// # Errors
///
/// None that a program was built with.
pub fn built_with() -> Result<Vec<Spoken>> {
    let mut all = Vec::new();
    for (lang, text) in BUILT_WITH {
        all.push(read(&format!("messages/{lang}.toml"), lang, text).map_err(|it| faults(&it))?);
    }
    match all.split_first() {
        Some((english, others)) => besides(english, others),
        None => Ok(Vec::new()),
    }
}

fn besides(english: &Language, others: &[Language]) -> Result<Vec<Spoken>> {
    let one = |it: &Language| {
        let checked = check(english, it).map_err(|it| faults(&it))?;
        spoken(&checked.language, checked.missing)
    };
    others.iter().map(one).collect()
}

fn one(folder: &Path, lang: &str) -> Result<Language> {
    let name = format!("messages/{lang}.toml");
    let text = fs::read_to_string(folder.join(format!("{lang}.toml")));
    let text = text.with_context(|| format!("reading {name}"))?;
    read(&name, lang, &text).map_err(|it| faults(&it))
}

fn spoken(language: &Language, missing: Vec<String>) -> Result<Spoken> {
    let lines = |section: &str| -> Result<String> {
        Ok(texts(language, section).map_err(|it| faults(&it))?.join("\n"))
    };
    let [widget, companion] = [lines("widget")?, lines("companion")?];
    let said = Said {
        widget: table(&widget)?,
        companion: table(&companion)?,
        script: table(&lines("script")?)?,
        panels: table(&lines("panels")?)?,
        page: table(&lines("page")?)?,
    };
    let mut own = for_script(&said);
    if let (Value::Object(all), Value::Object(list)) = (&mut own, for_list(&said)) {
        all.extend(list);
        all.insert("post".to_owned(), for_posts(&said));
    }
    let document = json!({
        "messages": own,
        "panels": for_panels(&said),
        "widget": widget,
        "companion": companion,
    });
    Ok(Spoken { said, document, missing })
}

/// Everything that is said in a language to whoever reads a ladder, in the order of the file; a form of a plural message
/// that there is not is empty.
///
/// # Errors
///
/// As for [`read_all`].
pub fn texts_of(root: &Path, lang: &str) -> Result<Vec<String>> {
    let language = one(&root.join("messages"), lang)?;
    let sections = ["widget", "companion", "script", "panels"];
    let texts = sections.map(|section| texts(&language, section).map_err(|it| faults(&it)));
    Ok(texts.into_iter().collect::<Result<Vec<_>>>()?.concat())
}

/// A table as the modules make it of what travels.
fn table<T: fix_ladder_core::messages::Texts>(lines: &str) -> Result<&'static T> {
    match Tables::new().of(lines) {
        Some(table) => Ok(table),
        None => bail!("a table has another length than its texts"),
    }
}

fn faults(faults: &[Fault]) -> anyhow::Error {
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    anyhow!("the messages are wrong:\n{}", said.join("\n"))
}

#[cfg(test)]
mod tests {
    use fix_ladder_core::messages::Plain;

    use super::*;

    fn all() -> Vec<Spoken> {
        read_all(&crate::workspace::project_root()).expect("the languages")
    }

    #[test]
    fn every_language_says_everything() {
        for spoken in all() {
            assert_eq!(spoken.missing, Vec::<String>::new(), "{}", spoken.said.lang());
        }
    }

    #[test]
    fn every_language_is_in_this_program() {
        let tags = |all: &[Spoken]| all.iter().map(|it| it.file()).collect::<Vec<_>>();
        assert_eq!(tags(&built_with().expect("the languages")), tags(&all()));
    }

    #[test]
    fn a_table_of_texts_is_the_language() {
        let all = all();
        let german = said_in(&all, "de-AT");
        assert_eq!(german.lang(), "de");
        assert_eq!(german.page.lang, "de");
        // The first, a plural, one with a placeholder, one of a group, the last.
        let said = german.widget;
        assert_eq!(said.any_option("Gerät"), "Gerät?");
        assert_eq!(said.n_steps.format(&Plain, 1), "1 Schritt");
        assert_eq!(said.n_steps.format(&Plain, 2), "2 Schritte");
        assert_eq!(said.severities.last_resort, "Letztes Mittel");
        assert!(said.said_over.ends_with('.') && said.said_over.starts_with("Die Wartezeit"));
        assert_eq!(said_in(&all, "fr").lang(), "en");
    }

    #[test]
    fn texts_of_another_build_are_no_table() {
        assert!(Tables::<Messages>::new().of("de\nzu wenig").is_none());
        assert!(table::<PageMessages>("de").is_err());
    }
}
