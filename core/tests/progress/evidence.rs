//! What counts as two numbers, and what as a place.

use std::cmp::Ordering;

use fix_ladder_core::ladder::Evidence;
use fix_ladder_core::progress::{GuardStatus, Key, Value, compared, guards_met};

use crate::support::*;

fn status_of(climb: &Climb) -> GuardStatus {
    let rung = &climb.ladder.rungs[0];
    let status = climb.guards("erase").requirements.remove(0).status;
    let met = guards_met(&climb.ladder, rung, &climb.progress, climb.now);
    assert_eq!(met, status == GuardStatus::Met);
    status
}

fn numbers(one: &str, other: &str) -> GuardStatus {
    let mut climb = Climb::of([rung("erase").counted("originals")]);
    climb.does(&first("originals", one));
    climb.does(&second("originals", other));
    status_of(&climb)
}

fn named(text: &str) -> GuardStatus {
    let mut climb = Climb::of([rung("erase").placed("copy")]);
    climb.does(&place("copy", text));
    status_of(&climb)
}

#[test]
fn a_count_is_read_as_people_write_it() {
    for text in [
        "12480",
        "12,480",
        "12.480",
        "12 480",
        "12'480",
        "12’480",
        "12\u{a0}480",
        "12\u{202f}480",
        "  12,480 ",
        "012480",
        "١٢٤٨٠",
        "١٢٬٤٨٠",
        "۱۲۴۸۰",
        "१२,४८०",
        "১২,৪৮০",
        "๑๒๔๘๐",
        "１２４８０",
        "12 480",
        "12ʼ480",
        "\u{200e}12,480\u{202c}",
        "12480. ",
        "12,480 items",
        "12,480 Photos",
        "12,000 Photos, 480 Videos",
        "480 videos and 12.000 photos",
    ] {
        assert_eq!(numbers("12480", text), GuardStatus::Met, "{text:?} as the second");
        assert_eq!(numbers(text, "12480"), GuardStatus::Met, "{text:?} as the first");
        assert_eq!(numbers("12481", text), GuardStatus::Fewer(1), "{text:?} is 12480");
        assert_eq!(numbers(text, "12479"), GuardStatus::Fewer(1), "{text:?} is 12480");
    }
    assert_eq!(numbers("1,234,567", "1234566"), GuardStatus::Fewer(1));
    assert_eq!(numbers("12,34,567", "1234566"), GuardStatus::Fewer(1), "as grouped in India");
}

#[test]
fn what_could_be_a_fraction_or_is_no_number_is_refused() {
    for text in [
        "12.5",
        "12,480.000",
        "12.480,000",
        "1.234 567",
        "1 2 345",
        "678,12 480",
        "12,48",
        "1.2345",
        "1234,567",
        "12,",
        ",480",
        "12,,480",
        "-5",
        "+5",
        "1e3",
        "0x10",
        "twelve",
        "12 thousand",
        "12 k",
        "about 12",
        "12 photos 13 pictures",
        "12 items, 3 videos",
        "12photos",
        "12/480",
        "½",
        "²",
        ".",
        "-",
    ] {
        assert_eq!(numbers(text, "1"), GuardStatus::NotANumber { second: false }, "{text:?}");
        assert_eq!(numbers("1", text), GuardStatus::NotANumber { second: true }, "{text:?}");
    }
}

#[test]
fn a_number_beyond_any_library_is_refused_and_not_wrapped_round() {
    assert_eq!(numbers("999999999999", "999999999999"), GuardStatus::Met);
    for text in ["1000000000000", "18446744073709551617", &"9".repeat(5000)] {
        assert_eq!(numbers("1", text), GuardStatus::NotANumber { second: true }, "{text:.30}");
    }
}

#[test]
fn the_second_number_may_not_be_below_the_first_and_the_difference_is_told() {
    assert_eq!(numbers("12,480", "12,480"), GuardStatus::Met);
    assert_eq!(numbers("12,480", "12,481"), GuardStatus::Met);
    assert_eq!(numbers("12,480", "12,000"), GuardStatus::Fewer(480));
    assert_eq!(numbers("1", "0"), GuardStatus::Fewer(1));
}

#[test]
fn one_number_alone_is_missing_the_other() {
    assert_eq!(numbers("12", ""), GuardStatus::Missing);
    assert_eq!(numbers("", "12"), GuardStatus::Missing);
    assert_eq!(numbers(" ", "12"), GuardStatus::Missing);
    assert_eq!(numbers("", ""), GuardStatus::Missing);
}

#[test]
fn a_place_is_any_words_without_the_forbidden_one() {
    for text in ["USB disk", "at Anna’s", "磁盘", "D2", " disk "] {
        assert_eq!(named(text), GuardStatus::Met, "{text:?}");
    }
    for text in [
        "iCloud",
        "ICLOUD",
        "in my icloud drive",
        "disk and iCloud",
        "i cloud drive",
        "I-Cloud",
        "İCLOUD",
    ] {
        assert_eq!(named(text), GuardStatus::Forbidden("iCloud".into()), "{text:?}");
    }
    for text in ["", "   ", "…", "-", "x", " 2 "] {
        assert_eq!(named(text), GuardStatus::Missing, "{text:?}");
    }
}

#[test]
fn a_very_long_text_is_cut_between_characters() {
    let mut climb = Climb::of([rung("erase").placed("copy")]);
    climb.must(place("copy", &"é".repeat(5000)));
    let fact = climb.progress.fact(&Key::Requirement(id("copy"))).map(|fact| &fact.value);
    assert_eq!(fact, Some(&Value::Place("é".repeat(200).into())));
}

#[test]
fn changing_one_number_keeps_the_other() {
    let mut climb = Climb::of([rung("erase").counted("originals")]);
    climb.must(second("originals", "7"));
    climb.must(first("originals", "6"));
    climb.must(first("originals", "8"));
    assert_eq!(status_of(&climb), GuardStatus::Fewer(1));
    climb.must(second("originals", "8"));
    assert_eq!(status_of(&climb), GuardStatus::Met);
    climb.must_not(second("originals", "8"));
}

fn outside(word: &str, text: &str) -> GuardStatus {
    let mut climb = Climb::of([rung("erase").placed_outside("copy", word)]);
    climb.does(&place("copy", text));
    status_of(&climb)
}

#[test]
fn a_forbidden_place_is_forbidden_however_it_is_written() {
    for (word, text) in [
        ("iCloud", "ｉＣｌｏｕｄ"),
        ("iCloud", "ıCloud"),
        ("iCloud", "i\u{200b}Cloud Drive"),
        ("iCloud", "i.c.l.o.u.d"),
        ("iCloud Photos", "iCloud"),
        ("Google Drive", "google"),
        ("Disk 2", "disk ２"),
        ("Geräte", "dieses Gera\u{308}t, Gera\u{308}te"),
        ("Téléphone", "TELEPHONE"),
        ("Телефон Алёны", "телефон Алены"),
        ("Домашний", "домашнии\u{306}"),
    ] {
        assert_eq!(outside(word, text), GuardStatus::Forbidden(word.into()), "{text:?}");
    }
    for (word, text) in [("iCloud Photos", "Photos on a disk"), ("Disk 2", "Disk 3")] {
        assert_eq!(outside(word, text), GuardStatus::Met, "{text:?}");
    }
}

#[test]
fn words_that_name_no_place_open_nothing() {
    for text in
        ["none", "No.", "n/a", "not yet", "I don’t know", "nowhere!", "NO COPY", "yes", "Nein"]
    {
        assert_eq!(named(text), GuardStatus::NotAPlace, "{text:?}");
    }
    for text in ["-", "?", "x", "…"] {
        assert_eq!(named(text), GuardStatus::Missing, "{text:?}");
    }
    for text in ["D:", "E:\\", "家", "NAS", "Nora’s Mac", "Noah’s disk"] {
        assert_eq!(named(text), GuardStatus::Met, "{text:?}");
    }
}

#[test]
fn two_numbers_are_compared_by_what_they_are_and_not_by_how_they_are_written() {
    for (first, second, expected) in [
        ("12,480", "12.458", Some((Ordering::Less, 22))),
        ("12480", "12,480 items", Some((Ordering::Equal, 0))),
        ("0", "7", Some((Ordering::Greater, 7))),
        ("7", "", None),
        ("", "7", None),
        ("7", "many", None),
    ] {
        assert_eq!(compared(first, second), expected, "{first} {second}");
    }
}

#[test]
fn what_two_numbers_mean_may_be_said_anew_without_asking_for_them_again() {
    let mut climb = Climb::of([rung("a").severity("drastic").counted("n")]);
    climb.must(first("n", "7"));
    climb.must(second("n", "8"));
    let Evidence::Numbers { meanings, .. } = &mut climb.ladder.rungs[0].requirements[0].evidence
    else {
        panic!("two numbers")
    };
    meanings.more = Some(climb.ladder.title.clone());
    assert_eq!(climb.states(), "open");
}
