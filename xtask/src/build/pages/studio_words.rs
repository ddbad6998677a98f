//! What the studio says: from `web/studio/words/`, where a language is a file as in `messages/`.
//!
//! Knows the form of the file, nothing of where a word is said.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fix_ladder_messages_build::{Content, Entry, read};
use serde_json::{Map, Value, json};

/// The language that the studio speaks.
pub const LANG: &str = "en";

/// The words by their keys; a plural is an object of its forms.
///
/// # Errors
///
/// The file is missing, or everything that is wrong with it.
pub fn words(root: &Path) -> Result<Map<String, Value>> {
    let name = format!("web/studio/words/{LANG}.toml");
    let text = fs::read_to_string(root.join(&name)).with_context(|| format!("reading {name}"))?;
    match read(&name, LANG, &text) {
        Ok(language) => Ok(flat(&language.entries)),
        Err(faults) => {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            bail!("{}", lines.join("\n"))
        }
    }
}

fn flat(entries: &[Entry]) -> Map<String, Value> {
    let mut words = Map::new();
    for entry in entries {
        match &entry.content {
            Content::Message(text) => drop(words.insert(entry.key.clone(), json!(text))),
            Content::Plural(forms) => {
                let forms: Map<String, Value> =
                    forms.iter().map(|(name, text)| (name.clone(), json!(text))).collect();
                words.insert(entry.key.clone(), Value::Object(forms));
            }
            Content::Group(inner) => words.extend(flat(inner)),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{files_below, path_below};

    /// Every key that is asked for is there, and every key is asked for.
    #[test]
    fn each_word_is_said_somewhere() -> Result<()> {
        let root = crate::workspace::project_root();
        let words = words(&root)?;
        let mut sources = vec![include_str!("writing.html").to_owned()];
        for file in files_below(&root.join("web/studio"))? {
            if path_below(&root, &file).ends_with(".js") {
                sources.push(fs::read_to_string(file)?);
            }
        }
        let sources = sources.concat();
        // What stands below an example is named after it.
        for key in words.keys().filter(|it| !it.starts_with("about_")) {
            let ways = [format!("\"{key}\""), format!("words.{key} "), format!("words.{key}}}")];
            assert!(ways.iter().any(|it| sources.contains(it)), "nobody says `{key}`");
        }
        for call in ["say(\"", "{{ words."] {
            for (at, _) in sources.match_indices(call) {
                let rest = sources.get(at + call.len()..).unwrap_or_default();
                let key: String =
                    rest.chars().take_while(|it| it.is_ascii_lowercase() || *it == '_').collect();
                assert!(key.is_empty() || words.contains_key(&key), "no words for `{key}`");
            }
        }
        Ok(())
    }
}
