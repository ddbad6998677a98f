//! Ladders that people wrote are written as text and read back. Knows no single rule.

use crate::support::{compiled, fixtures, read, texts, written};

#[test]
fn what_was_a_text_is_the_same_text_again_to_the_compiler() {
    for (name, text) in texts() {
        let ladder = compiled(&name, &text);
        assert_eq!(
            fix_ladder_writer::normal(&ladder),
            ladder,
            "{name}: a text gives the normal form"
        );
        let again = written(&ladder);
        assert_eq!(written(&compiled("other.md", &again)), again, "{name}");
    }
}

#[test]
fn ids_stand_only_where_the_words_would_give_others() {
    let (name, text) = texts().into_iter().next_back().expect("the example");
    let again = written(&compiled(&name, &text));
    let comments: Vec<&str> = again.split("<!--").skip(1).collect();
    // The ladder's own, which the file's name gave, and the one that the author wrote.
    assert_eq!(comments.len(), 2, "{again}");
    assert!(again.contains("2. Remove the printer. <!-- id: remove-printer -->"), "{again}");
}

#[test]
fn valid_fixtures_are_written() {
    for (name, ladder) in fixtures() {
        // Thirty marks in one another: Markdown has no signs for them.
        match name == "limits.json" {
            true => assert!(fix_ladder_writer::markdown(&ladder, read).is_err(), "{name}"),
            false => drop(written(&ladder)),
        }
    }
}

#[test]
fn a_ladder_with_ids_takes_three_readings() {
    let (name, text) =
        texts().into_iter().find(|(name, _)| name == "icloud-photos.md").expect("it");
    let ladder = compiled(&name, &text);
    let readings = std::cell::Cell::new(0);
    let counted = |text: &str| {
        readings.set(readings.get() + 1);
        read(text)
    };
    assert!(fix_ladder_writer::markdown(&ladder, counted).is_ok());
    assert_eq!(readings.get(), 3, "without ids, with those of rungs, with those of their parts");
}
