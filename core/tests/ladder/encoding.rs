//! The encoded form: every ladder comes back as it was, and bytes that are none are refused.

use fix_ladder_core::ladder::{Ladder, decode, encode, parse};
use proptest::prelude::*;

/// Ladders with everything that a ladder may hold.
fn ladders() -> Vec<Ladder> {
    let valid = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/ladders/valid");
    let files = std::fs::read_dir(valid).expect("a folder").map(|it| it.expect("a file").path());
    let texts = files
        .filter(|file| file.extension().is_some_and(|it| it == "json"))
        .map(|file| std::fs::read_to_string(file).expect("a text"));
    texts.map(|text| parse(&text).expect("a valid ladder")).collect()
}

#[test]
fn every_ladder_comes_back_as_it_was() {
    let ladders = ladders();
    assert!(ladders.len() > 3);
    for ladder in ladders {
        assert_eq!(decode(&encode(&ladder)).as_ref(), Some(&ladder));
    }
}

#[test]
fn what_is_not_whole_is_no_ladder() {
    for ladder in ladders() {
        let encoded = encode(&ladder);
        for end in 0..encoded.len() {
            assert_eq!(decode(&encoded[..end]), None, "the first {end} of {} bytes", encoded.len());
        }
        assert_eq!(decode(&[&encoded[..], &[0]].concat()), None);
    }
}

#[test]
fn a_length_that_cannot_be_takes_no_memory() {
    // An id of 2^63 letters; then one with more letters than bytes follow.
    for bytes in [[128, 128, 128, 128, 128, 128, 128, 128, 128, 1].as_slice(), &[200, 1, 65]] {
        assert_eq!(decode(bytes), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_bytes_it_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        for ladder in ladders() {
            let mut encoded = encode(&ladder);
            for (place, byte) in &changes {
                let place = place.index(encoded.len());
                encoded[place] = *byte;
            }
            // What is still a ladder is one that can be encoded again.
            if let Some(other) = decode(&encoded) {
                prop_assert_eq!(decode(&encode(&other)), Some(other));
            }
        }
    }
}
