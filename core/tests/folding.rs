//! The rules of folding, compared with the tables of Unicode.

use fix_ladder_core::folding::{is_part_of_a_word, lower_case};

/// The scripts that have capitals and whose readers are many.
fn cased() -> impl Iterator<Item = char> {
    (0..0x590).chain(0x1e00..0x1f00).filter_map(char::from_u32)
}

/// Letters of scholars and of small languages, whose pairs follow no rule.
fn follows_no_rule(letter: char) -> bool {
    matches!(u32::from(letter), 0x181..=0x24f | 0x345 | 0x37f | 0x3cf | 0x3f4..=0x3ff)
}

#[test]
fn small_letters_are_those_of_unicode() {
    let wrong: Vec<String> = cased()
        .filter(|it| !follows_no_rule(*it) && it.to_lowercase().next() != Some(lower_case(*it)))
        .map(|it| format!("{it} U+{:04X}", u32::from(it)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn no_letter_and_no_digit_is_lost() {
    let lost: Vec<String> = (0..=0x10_ffff)
        .filter_map(char::from_u32)
        .filter(|it| it.is_alphanumeric() && !is_part_of_a_word(*it))
        .map(|it| format!("{it} U+{:04X}", u32::from(it)))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn what_stands_between_letters_is_left_out() {
    for character in " -_.,'’\u{a0}\u{ad}\u{200b}\u{2060}\u{301}\u{feff}·–—☁\u{fe0f}🙂。　".chars()
    {
        assert!(!is_part_of_a_word(character), "U+{:04X}", u32::from(character));
    }
}
