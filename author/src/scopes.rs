//! Guesses from the words of a rung what it touches, and whether it resets something. Knows no Markdown.
//!
//! Both are guesses from English words. A wrong guess costs a label; what is guarded is never decided here.

/// The scopes named in the words after `Touches:`, which are plain and in lower case.
pub(crate) fn scopes(lower: &str) -> Vec<String> {
    let mut found = [false; 3];
    for clause in lower.split([',', ';', '.', '(', ')']).flat_map(|part| part.split(" but ")) {
        let words: Vec<&str> = words(clause).collect();
        if denies(&words) {
            continue;
        }
        let [this, all, account] = &mut found;
        for pair in words.windows(2) {
            *this |=
                matches!(pair, ["this", thing] if !matches!(*thing, "account" | "rung" | "ladder"));
        }
        for (index, word) in words.iter().enumerate() {
            *all |= matches!(*word, "every" | "all" | "each" | "other")
                && words
                    .iter()
                    .skip(index + 1)
                    .take(3)
                    .any(|word| matches!(*word, "device" | "devices"));
            *account |= matches!(*word, "account" | "icloud" | "cloud");
        }
    }
    let names = ["this-device", "all-devices", "account"];
    names
        .into_iter()
        .zip(found)
        .filter(|(_, found)| *found)
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Whether words say that settings or more are set back.
pub(crate) fn resets(lower: &str) -> bool {
    words(lower).any(|word| matches!(word, "reset" | "resets" | "resetting"))
}

fn denies(words: &[&str]) -> bool {
    words.iter().enumerate().any(|(index, word)| {
        let next = words.get(index + 1).copied();
        match *word {
            "not" => next != Some("only"),
            "nothing" => next != Some("but"),
            "no" | "never" | "don't" | "doesn't" | "cannot" | "can't" | "without" | "none" => true,
            _ => false,
        }
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '\'')
        .filter(|word| !word.is_empty())
}
