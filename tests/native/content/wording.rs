//! Rules that hold for every sentence of the ladder. Knows nothing of where a sentence stands.

use super::ladder;
use super::pieces::everything;

/// The sentences of everything that a reader can see.
fn sentences() -> Vec<String> {
    let whole = everything(&ladder());
    let split =
        |text: &String| text.split(['.', '?', '!', ';']).map(str::to_owned).collect::<Vec<_>>();
    whole.iter().flat_map(split).collect()
}

/// The words of a sentence in lower case, without what stands around them.
fn bare_words(sentence: &str) -> Vec<String> {
    let bare =
        |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    sentence.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

const REMOVALS: &[&str] = &[
    "delet", "remov", "eras", "throw", "thrown", "discard", "wip", "trash", "dispos", "clear",
    "rid",
];

fn is_removal(word: &str) -> bool {
    REMOVALS.iter().any(|stem| word.starts_with(stem))
}

fn is_the_copy(word: &str) -> bool {
    ["copy", "copies", "export", "exports", "exported"].contains(&word)
}

/// Whether a sentence could be read as leave to delete the copy: a removal and the copy close together,
/// without a word between or before them that forbids it.
fn risks_the_copy(sentence: &str) -> bool {
    let words = bare_words(sentence);
    let forbids =
        |word: &String| ["never", "not", "nothing", "nobody", "no"].contains(&word.as_str());
    let close = |at: usize| {
        let near = words.iter().skip(at.saturating_sub(6)).take(13);
        near.into_iter().any(|word| is_the_copy(word))
    };
    let removals = words.iter().enumerate().filter(|(_, word)| is_removal(word));
    removals.into_iter().any(|(at, _)| close(at) && !words.iter().take(at).any(forbids))
}

#[test]
fn no_sentence_suggests_deleting_the_copy() {
    let risky: Vec<_> =
        sentences().into_iter().filter(|sentence| risks_the_copy(sentence)).collect();
    assert!(risky.is_empty(), "these could be read as leave to delete the copy: {risky:#?}");
    let wanting = "no longer need";
    assert!(
        !sentences().iter().any(|sentence| sentence.contains(wanting)),
        "the copy is always needed"
    );
}

#[test]
fn the_rule_about_the_copy_sees_what_it_should() {
    for sentence in [
        "Then you may delete the copy",
        "After that the copy can be thrown away",
        "Clear out old exports",
    ] {
        assert!(risks_the_copy(sentence), "{sentence}");
    }
    for sentence in ["Never delete the copy", "Keep the copy", "Delete everything in iCloud"] {
        assert!(!risks_the_copy(sentence), "{sentence}");
    }
}

/// Holds that every sentence with the phrase has one of the words that forbid it.
#[track_caller]
fn only_forbidden(phrase: &str, at_least: usize) {
    let with_phrase: Vec<String> = sentences()
        .into_iter()
        .map(|one| one.to_lowercase())
        .filter(|one| one.contains(phrase))
        .collect();
    assert!(with_phrase.len() >= at_least, "`{phrase}` is named {} times", with_phrase.len());
    for sentence in with_phrase {
        let forbids = ["never", "cancel", "do not", "not \"", "chosen"]
            .iter()
            .any(|word| sentence.contains(word));
        assert!(forbids, "`{phrase}` without a word against it: {sentence}");
    }
}

#[test]
fn removing_from_the_device_is_named_only_to_forbid_it() {
    only_forbidden("remove from", 4);
}

#[test]
fn emptying_recently_deleted_is_named_only_to_forbid_it() {
    only_forbidden("empty recently deleted", 1);
}

#[test]
fn signing_out_on_the_device_is_named_only_to_forbid_it() {
    // A borrowed computer is another matter: there the reader has to sign out.
    let about_devices =
        |sentence: &&String| sentence.contains("sign out") && !sentence.contains("private window");
    let found: Vec<_> =
        sentences().into_iter().filter(|sentence| about_devices(&sentence)).collect();
    assert!(found.len() >= 2);
    for sentence in found {
        let forbids = ["o not sign out", "let nobody", "sign out of that page"];
        let forbids = forbids.iter().any(|it| sentence.contains(it));
        assert!(forbids, "{sentence}");
    }
}

#[test]
fn originals_are_never_given_up_for_space() {
    // Optimize Storage is a way back for who stops, a danger to know, and what not to choose: never a step.
    let found: Vec<_> =
        sentences().into_iter().filter(|sentence| sentence.contains("Optimize Storage")).collect();
    for sentence in &found {
        let known = ["With Optimize Storage, switching off removes", "small versions"];
        assert!(known.iter().any(|words| sentence.contains(words)), "{sentence}");
    }
    assert!(!found.is_empty());
}
