//! What the words know of languages besides their own sentences.

use fix_ladder_core::words::{is_right_to_left, page_words};

#[test]
fn directions_follow_the_language_unless_a_script_is_named() {
    for (lang, expected) in [
        ("en", false),
        ("ar", true),
        ("AR-eg", true),
        ("he-IL", true),
        ("khw", true),
        ("ku", false),
        ("ku-Arab-IQ", true),
        ("az-Latn", false),
        ("sd", true),
        ("sd-Deva", false),
        ("ks-Arab", true),
        ("", false),
    ] {
        assert_eq!(is_right_to_left(lang), expected, "{lang:?}");
    }
}

/// A sleeping phone runs no page, so nothing that is said may sound as if something came for certain.
#[test]
fn tm_11_the_page_promises_no_ring() {
    let words = page_words("en");
    let said = [
        words.aids,
        words.awake,
        words.awake_refused,
        words.remind,
        words.reminding,
        words.remind_refused,
        words.wait_over,
        words.wait_over_more,
        words.install_hint,
    ];
    for sentence in said {
        let plain = sentence.to_lowercase();
        let each = plain.split(|it: char| !it.is_alphabetic());
        for word in each {
            const PROMISES: [&str; 8] =
                ["will", "ring", "rings", "alarm", "alert", "notify", "always", "comes"];
            assert!(!PROMISES.contains(&word), "{word:?} promises: {sentence}");
        }
    }
    assert!(words.reminding.contains("may") && words.reminding.contains("timer"));
}
