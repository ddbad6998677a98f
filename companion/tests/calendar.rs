//! The calendar file, read by a parser of calendars.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{Event, Progress, Time, act};
use icalendar::parser::{read_calendar, unfold};
use serde_json::{Value, json};

use crate::climbs::{ask, built_in, facts, name_it, text};
use crate::support::{RungPlan, id, ladder, monday, rung, start_wait};

fn plan() -> RungPlan {
    rung("restart").waits(15)
}

/// A climb whose first wait has just begun.
fn waiting(ladder: &Ladder, now: Time) -> Progress {
    let mut progress = Progress::default();
    act(ladder, &mut progress, &start_wait(ladder.rungs[0].id.as_str()), now);
    progress
}

fn calendar(ladder: &Ladder, progress: &Progress, address: Option<&str>, now: Time) -> Value {
    ask(ladder, now, json!({ "do": "calendar", "facts": facts(progress), "address": address }))
}

/// The value of a property of the entry, or of its alarm.
fn property(ics: &str, of: &[&str], name: &str) -> String {
    let unfolded = unfold(ics);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let mut components = calendar.components;
    let mut found = None;
    for wanted in of {
        let at = components.iter().position(|it| it.name == *wanted).expect("a component");
        let component = components.swap_remove(at);
        found = component.find_prop(name).map(|it| it.val.to_string());
        components = component.components;
    }
    found.unwrap_or_else(|| panic!("no {name} in {of:?}: {ics}"))
}

#[test]
fn the_entry_begins_when_the_reader_may_go_on_and_rings_then() {
    let ladder = ladder([plan()]);
    let now = monday();
    let answer = calendar(&ladder, &waiting(&ladder, now), Some("https://example.org/a,b;c"), now);
    let ics = text(&answer["text"]);
    assert_eq!(property(&ics, &["VEVENT"], "DTSTART"), "20261123T091500Z");
    assert_eq!(property(&ics, &["VEVENT"], "DTSTAMP"), "20261123T090000Z");
    assert_eq!(property(&ics, &["VEVENT", "VALARM"], "TRIGGER"), "PT0S");
    assert_eq!(property(&ics, &["VEVENT", "VALARM"], "ACTION"), "DISPLAY");
    assert_eq!(property(&ics, &["VEVENT"], "URL"), "https://example.org/a,b;c");
    assert!(property(&ics, &["VEVENT"], "SUMMARY").contains("A test"));
    assert_eq!(answer["filename"], "test.ics");
    assert_eq!(answer["at"], "09:15");
}

#[test]
fn lines_end_as_they_must_and_are_at_most_75_octets_long() {
    let mut ladder = ladder([plan()]);
    let long = built_in();
    ladder.title = long.rungs[2].title.clone();
    let mut progress = waiting(&ladder, monday());
    name_it(
        &mut progress,
        "Großmutters iPad – „ältestes“, das; mit \\ und\nZeile 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
        monday(),
    );
    let ics = text(&calendar(&ladder, &progress, Some("https://example.org/"), monday())["text"]);
    assert!(ics.ends_with("END:VCALENDAR\r\n") && !ics.replace("\r\n", "").contains(['\r', '\n']));
    for line in ics.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    assert!(ics.contains("\r\n "), "a line is folded");
    let summary = property(&ics, &["VEVENT"], "SUMMARY");
    assert!(summary.contains("„ältestes“, das; mit \\ und\nZeile 🙂"), "{summary}");
}

#[test]
fn an_extended_wait_is_the_same_entry_and_a_later_one() {
    let ladder = ladder([plan()]);
    let mut progress = waiting(&ladder, monday());
    let first = text(&calendar(&ladder, &progress, None, monday())["text"]);
    let now = monday().plus(3 * MINUTE);
    act(&ladder, &mut progress, &Event::ExtendWait { rung: id("restart") }, now);
    let second = text(&calendar(&ladder, &progress, None, now)["text"]);
    let of = |ics: &str, name: &str| property(ics, &["VEVENT"], name);
    assert_eq!(of(&first, "UID"), of(&second, "UID"));
    assert_eq!(of(&second, "DTSTART"), "20261123T092000Z");
    let sequence = |ics: &str| of(ics, "SEQUENCE").parse::<u64>().expect("a number");
    assert!(sequence(&second) > sequence(&first));
    // Another device's wait is another entry.
    name_it(&mut progress, "Mum’s", now);
    let third = text(&calendar(&ladder, &progress, None, now)["text"]);
    assert_ne!(of(&third, "UID"), of(&second, "UID"));
}

#[test]
fn nothing_in_an_address_ends_a_line() {
    let ladder = ladder([plan()]);
    let progress = waiting(&ladder, monday());
    let address = "https://example.org/\r\nATTENDEE:x";
    let ics = text(&calendar(&ladder, &progress, Some(address), monday())["text"]);
    assert!(!ics.contains("\nATTENDEE") && !ics.contains("URL:"), "{ics}");
}

#[test]
fn where_no_wait_runs_there_is_no_calendar() {
    let ladder = ladder([plan()]);
    let progress = waiting(&ladder, monday());
    let over = monday().plus(15 * MINUTE);
    for (progress, now) in [(Progress::default(), monday()), (progress, over)] {
        let answer = calendar(&ladder, &progress, None, now);
        assert_eq!(answer["problem"], "no-wait", "{answer}");
        assert!(answer["sentence"].is_string());
    }
}

#[test]
fn dates_are_those_of_the_calendar() {
    let mut ladder = ladder([plan()]);
    for (millis, stamp) in [
        (951_782_400_000, "20000229T000000Z"),
        (951_868_799_000, "20000229T235959Z"),
        (1_735_689_599_000, "20241231T235959Z"),
        (4_107_542_400_000, "21000301T000000Z"),
        (0, "19700101T000000Z"),
    ] {
        let now = Time::from_millis(millis).expect("a moment");
        ladder.lang = "en".into();
        let ics = text(&calendar(&ladder, &waiting(&ladder, now), None, now)["text"]);
        assert_eq!(property(&ics, &["VEVENT"], "DTSTAMP"), stamp);
    }
}
