//! The words that authors, tests and tools rely on: hooks, states, actions, attributes, events.

use super::file::{Fault, File};

/// What the view has to set.
const HOOKS: [&str; 43] = [
    "data-rung",
    "data-state",
    "locked",
    "preparing",
    "open",
    "waiting",
    "not-fixed",
    "fixed",
    "skipped",
    "data-severity",
    "data-step",
    "data-requirement",
    "data-part",
    "first",
    "second",
    "data-confirm",
    "data-deadline",
    "data-choice",
    "data-action",
    "start-wait",
    "skip-wait",
    "extend-wait",
    "skip-rung",
    "moving",
    "undo",
    "toggle",
    "toggle-item",
    "unfold-all",
    "start-over",
    "reopen",
    "get-help",
    "confirm",
    "cancel",
    "came-back",
    "undo-start-over",
    "new-case",
    "resume-link",
    "copy-report",
    "print",
    "remind",
    "opened",
    "written-down",
    "data-panel",
];

/// What the embed has to know. `auto` and `lazy` are what happens where nothing else is said.
const EMBED: [&str; 15] = [
    "src",
    "ladder",
    "lang",
    "theme",
    "heading-level",
    "loading",
    "eager",
    "light",
    "dark",
    "data-state",
    "data-notice",
    "data-action",
    "retry",
    "ready",
    "failed",
];

/// What panels have.
const PANELS: [&str; 23] = [
    "data-panel",
    "data-case",
    "cases",
    "resume",
    "report",
    "open",
    "switch-case",
    "add-case",
    "rename-case",
    "remove-case",
    "undo-remove-case",
    "copy-link",
    "share-link",
    "copy-code",
    "save-file",
    "open-file",
    "enter-code",
    "merge",
    "replace",
    "ignore",
    "save-report",
    "send-report",
    "close-panel",
];

/// How many of what the page is told are events; the others are kinds of a change.
pub const N_EVENTS: usize = 4;

/// What the page is told.
pub const EVENTS: [&str; 13] = [
    "ready",
    "change",
    "fixed",
    "error",
    "step",
    "requirement",
    "confirm",
    "choice",
    "wait",
    "answer",
    "skip",
    "undo",
    "start-over",
];

pub fn present(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let groups: [(&[&str], &[&str]); 4] = [
        // The states and severities are words of the model, which the view passes on.
        (&HOOKS, &["src/view/", "core/src/progress/", "core/src/ladder/model.rs"]),
        (&EMBED, &["web/embed/"]),
        (&PANELS, &["web/companion/"]),
        (&EVENTS, &["web/embed/", "src/view/", "core/src/progress/"]),
    ];
    for (words, places) in groups {
        for word in words {
            let is_there =
                |file: &&File| places.iter().any(|place| file.below(place)) && says(file, word);
            if !files.iter().any(|file| is_there(&file)) {
                faults.push(Fault {
                    path: places.first().copied().unwrap_or_default().to_owned(),
                    line: 1,
                    message: format!(
                        "`{word}` of the contract is nowhere; authors and tests find things by it"
                    ),
                });
            }
        }
    }
    faults
}

/// Whether a word stands whole in a file's code: in quotes, or as the name of an attribute.
fn says(file: &File, word: &str) -> bool {
    let is_part =
        |character: char| character.is_alphanumeric() || character == '-' || character == '_';
    file.code().any(|(_, line)| {
        line.match_indices(word).any(|(at, _)| {
            let before = line.get(..at).and_then(|it| it.chars().next_back());
            let after = line.get(at + word.len()..).and_then(|it| it.chars().next());
            !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    #[test]
    fn words_that_are_missing() {
        let mut files =
            sample("src/view/a.rs", &format!("{}\n{}", HOOKS.join(" "), EVENTS.join(" ")));
        files.extend(sample("web/embed/a.js", &EMBED.join(" ")));
        files.extend(sample("web/companion/a.js", &PANELS.join(" ")));
        assert_eq!(present(&files), []);
        let all = files[0].text.clone();
        files[0].text = all.replace("data-deadline", "data-end");
        let faults = present(&files);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].message.contains("`data-deadline`"), "{}", faults[0]);
    }

    #[test]
    fn a_part_of_a_word_is_not_the_word() {
        assert!(!says(&sample("a.rs", "\"not-fixed\"")[0], "fixed"));
        assert!(says(&sample("a.rs", "data-rung={id}")[0], "data-rung"));
    }
}
