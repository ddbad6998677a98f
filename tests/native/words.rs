//! What the words know of languages besides their own sentences.

use fix_ladder::words::is_right_to_left;

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
