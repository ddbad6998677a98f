//! A second and a third language from file to sentence: two trial languages that go through the product's own build.
//!
//! Knows the trial files and what English says. What is refused in a file is for the tests of `messages-build`.

use fix_ladder_core::ladder::{Month, Severity};
use fix_ladder_core::messages::{
    self, DEFAULT_LANG, Format, Plain, PluralCategory, direction, duration,
};
use fix_ladder_core::progress::Time;

/// The tables that the build makes of `tests/messages/`.
mod trial {
    use fix_ladder_core::messages::*;

    include!(concat!(env!("OUT_DIR"), "/trial.rs"));
}

/// A browser whose language tells all plural categories apart.
struct Categories(PluralCategory);

impl Format for Categories {
    fn time_of_day(&self, at: Time) -> String {
        Plain.time_of_day(at)
    }
    fn day_and_time(&self, at: Time) -> String {
        Plain.day_and_time(at)
    }
    fn date_and_time(&self, at: Time) -> String {
        Plain.date_and_time(at)
    }
    fn same_day(&self, one: Time, other: Time) -> bool {
        Plain.same_day(one, other)
    }
    fn number(&self, number: u64) -> String {
        Plain.number(number)
    }
    fn month(&self, month: Month) -> String {
        Plain.month(month)
    }
    fn plural(&self, _: u64) -> PluralCategory {
        self.0
    }
}

#[test]
fn a_language_says_what_its_file_has() {
    let said = trial::messages("xx");
    assert_eq!(said.lang, "xx");
    assert_eq!(said.touches, "xx touches");
    assert_eq!(said.then_wait("15"), "15 xx wait");
    assert_eq!(said.standings.open, "xx now");
    assert_eq!(said.severities.of(Severity::LastResort), "xx last");
    assert_eq!(said.skip_wait.action, "xx go on");
    assert_eq!(trial::page_messages("xx").page_title("T"), "xx T");
    assert_eq!(trial::companion_messages("xx").labelled("one", "two"), "two xx one");
    assert_eq!(trial::panel_messages("xx").lang, "xx");
}

#[test]
fn what_a_file_lacks_is_said_in_english_and_told() {
    let (said, english) = (trial::messages("xx"), messages::messages("en"));
    assert_eq!(said.undo, english.undo);
    assert_eq!(said.standings.locked, english.standings.locked);
    assert_eq!(said.severities.moderate, english.severities.moderate);
    assert_eq!(said.skip_wait.question, english.skip_wait.question);
    assert_eq!(said.hours.format(&Plain, 2), "2 hours");
    assert_eq!(said.rung_number("1", "3"), "Fix 1 of 3:");
    assert_eq!(trial::script_messages("xx").retry, english_script().retry);
    for told in ["`widget.undo`", "`widget.standings.locked`", "`script.no_wasm.list`"] {
        let line = format!("tests/messages/xx.toml: {told} is missing, and said in English");
        assert!(trial::MISSING.contains(&line.as_str()), "{told}");
    }
    assert!(trial::MISSING.iter().all(|it| !it.contains("`widget.touches`")));
}

fn english_script() -> &'static messages::ScriptMessages {
    messages::script_messages("en")
}

#[test]
fn every_plural_category_has_its_form() {
    use PluralCategory::{Few, Many, One, Other, Two, Zero};
    let minutes = |category| duration(trial::messages("ar"), &Categories(category), 7);
    let said = [Zero, One, Two, Few, Many, Other].map(minutes);
    assert_eq!(said, ["ar zero", "ar one", "ar two", "ar few 7", "ar many 7", "ar other 7"]);
    // A form that the language has not is `other`.
    assert_eq!(duration(trial::messages("xx"), &Categories(Many), 7), "7 xx minutes");
    let forms: Vec<_> = trial::messages("xx").minutes.forms().collect();
    let expected =
        [("one", "xx one minute"), ("few", "{n} xx minutes (few)"), ("other", "{n} xx minutes")];
    assert_eq!(forms, expected);
}

#[test]
fn a_language_is_found_by_its_tag_or_a_shorter_one() {
    for (wanted, found) in [
        ("xx", "xx"),
        ("XX", "xx"),
        ("xx-Latn-ZZ", "xx"),
        ("ar-EG", "ar"),
        ("en-GB", "en"),
        ("x", "en"),
        ("xxx", "en"),
        ("-", "en"),
        ("", "en"),
    ] {
        assert_eq!(trial::messages(wanted).lang, found, "{wanted:?}");
        assert_eq!(messages::messages(wanted).lang, "en", "{wanted:?}");
    }
}

#[test]
fn the_direction_is_that_of_the_language() {
    assert_eq!(direction(trial::messages("ar-EG").lang), "rtl");
    assert_eq!(direction(trial::messages("xx").lang), "ltr");
    assert_eq!(trial::script_messages("ar").loading, "ar لحظة");
    assert_eq!(trial::messages("ar").go_on_at("14:32"), "ar 14:32 يمكنك");
}

#[test]
fn the_product_speaks_english_alone() {
    assert_eq!(DEFAULT_LANG, "en");
    assert_eq!(Plain::LANG, DEFAULT_LANG, "what is made natively is in the default language");
    assert_eq!(messages::page_messages("ar").lang, "en");
}
