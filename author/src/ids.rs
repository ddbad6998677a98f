//! Ids: the author's, or made from the words. Knows nothing of what they name.

use std::collections::BTreeMap;

/// How many characters an id made from words may have, before a number is added.
const LONGEST: usize = 48;

/// The ids given so far, by kind: `rung`, `step`, …
#[derive(Default)]
pub(crate) struct Ids {
    /// By kind and scope, since options need only differ within their choice; each with the number that
    /// the next of the same words gets.
    given: BTreeMap<(String, String), BTreeMap<String, usize>>,
}

impl Ids {
    /// Takes the author's own id. False when something of its kind has it already.
    pub fn claim(&mut self, kind: &str, id: &str) -> bool {
        self.given
            .entry((kind.to_owned(), String::new()))
            .or_default()
            .insert(id.to_owned(), 2)
            .is_none()
    }

    /// Makes an id from words that nothing of its kind has yet, within a scope if there is one.
    pub fn make(&mut self, kind: &str, scope: &str, words: &str) -> String {
        let given = self.given.entry((kind.to_owned(), scope.to_owned())).or_default();
        let base = match slug(words).as_str() {
            "" => kind.to_owned(),
            // Every JavaScript object is born with a member of this name, so no document may use it.
            "constructor" | "prototype" => format!("{kind}-{}", slug(words)),
            slug => slug.to_owned(),
        };
        let Some(mut number) = given.get(&base).copied() else {
            given.insert(base.clone(), 2);
            return base;
        };
        loop {
            let id = format!("{base}-{number}");
            number += 1;
            if !given.contains_key(&id) {
                given.insert(base, number);
                given.insert(id.clone(), 2);
                return id;
            }
        }
    }
}

/// Lower case, letters and digits of any script, everything else a hyphen, cut between words.
pub(crate) fn slug(words: &str) -> String {
    let lower = words.to_lowercase();
    let mut slug = String::new();
    let mut length = 0;
    for word in
        lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
    {
        let characters = word.chars().count();
        if length == 0 {
            slug.extend(word.chars().take(LONGEST));
            length = characters;
        } else if length + 1 + characters <= LONGEST {
            slug.push('-');
            slug.push_str(word);
            length += 1 + characters;
        } else {
            break;
        }
    }
    slug
}
