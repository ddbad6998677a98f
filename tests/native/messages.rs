//! What the messages know of languages, and what they may not promise.

use fix_ladder_core::messages::{DEFAULT_LANG, is_right_to_left, page_messages};

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
    let messages = page_messages(DEFAULT_LANG);
    let said = [
        messages.aids,
        messages.awake,
        messages.awake_refused,
        messages.remind,
        messages.reminding,
        messages.remind_refused,
        messages.wait_over,
        messages.wait_over_more,
        messages.install_hint,
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
    assert!(messages.reminding.contains("may") && messages.reminding.contains("timer"));
}
