//! Rungs and what belongs to them: severity, guards, waits, months, amounts.

use fix_ladder_core::ladder::{Month, Severity, parse};
use serde_json::{Value, json};

use super::{check, document, errors_in, ladder_with, put};

#[test]
fn every_severity_has_its_word() {
    for (word, severity) in [
        ("gentle", Severity::Gentle),
        ("moderate", Severity::Moderate),
        ("drastic", Severity::Drastic),
        ("last-resort", Severity::LastResort),
    ] {
        assert_eq!(ladder_with("/rungs/1/severity", json!(word)).rungs[1].severity, severity);
    }
    for word in ["severe", "Drastic", "last resort", ""] {
        check(
            "/rungs/1/severity",
            json!(word),
            &[&format!(
                "rung 2 `erase`: unknown severity `{word}`: use `gentle`, `moderate`, `drastic` or `last-resort`"
            )],
        );
    }
}

#[test]
fn a_dangerous_rung_needs_a_requirement_or_a_warning() {
    for severity in ["drastic", "last-resort"] {
        let fault = format!(
            "rung 1 `restart`: a {severity} rung needs a guard: add `requirements` that say what must be true first, \
             or `warnings` that say what can be lost"
        );
        check("/rungs/0/severity", json!(severity), &[&fault]);
    }
    ladder_with("/rungs/1/requirements", json!([]));
    ladder_with("/rungs/1/warnings", json!([]));
    ladder_with("/rungs/0/severity", json!("moderate"));
}

#[test]
fn a_wait_is_0_to_30_days() {
    for (seconds, expected) in [(0, None), (1, Some(1)), (2_592_000, Some(2_592_000))] {
        let ladder = ladder_with("/rungs/1/wait/seconds", json!(seconds));
        assert_eq!(ladder.rungs[1].wait.as_ref().map(|wait| wait.seconds), expected);
    }
    for seconds in [-1, 2_592_001, i64::MIN, i64::MAX, i64::from(u32::MAX) + 900] {
        check(
            "/rungs/1/wait/seconds",
            json!(seconds),
            &[&format!(
                "rung 2 `erase`, wait: a wait of {seconds} seconds is outside 0 to 2592000 (30 days): correct it"
            )],
        );
    }
}

#[test]
fn a_warning_is_confirmed_1_to_5_times() {
    for confirmations in [1, 5] {
        let ladder = ladder_with("/rungs/1/warnings/0/confirmations", json!(confirmations));
        assert_eq!(ladder.rungs[1].warnings[0].confirmations, confirmations);
    }
    for confirmations in [0, 6, u32::MAX] {
        check(
            "/rungs/1/warnings/0/confirmations",
            json!(confirmations),
            &[&format!(
                "rung 2 `erase`, warning 1 `lost`: a warning is confirmed 1 to 5 times, not {confirmations}: \
             correct the number"
            )],
        );
    }
    check(
        "/rungs/1/warnings/0/text",
        json!([]),
        &["rung 2 `erase`, warning 1 `lost`, text: there is no text: write it"],
    );
}

#[test]
fn time_is_counted_within_limits() {
    let undo = |possible: bool, seconds: Value| json!({ "possible": possible, "window_seconds": seconds, "text": "Yes" });
    ladder_with("/rungs/0/takes", json!({ "minutes": 43_200 }));
    ladder_with("/rungs/0/undo", undo(true, json!(315_360_000)));
    ladder_with("/rungs/0/undo", undo(false, json!(null)));
    check(
        "/rungs/0/takes",
        json!({ "minutes": 43_201 }),
        &["rung 1 `restart`, takes: 43201 minutes are more than 43200 (30 days): write fewer"],
    );
    for seconds in [0, 315_360_001, u64::MAX] {
        check(
            "/rungs/0/undo",
            undo(true, json!(seconds)),
            &[&format!(
                "rung 1 `restart`, undo: a window of {seconds} seconds is outside 1 to 315360000: correct it, or take it out"
            )],
        );
    }
    check(
        "/rungs/0/undo",
        undo(false, json!(60)),
        &[
            "rung 1 `restart`, undo: what cannot be undone has no window: take `window_seconds` out, or say it is possible",
        ],
    );
}

#[test]
fn evidence_asks_for_something_that_can_be_told_apart() {
    let numbers =
        |first: &str, second: &str| json!({ "numbers": { "first": first, "second": second } });
    ladder_with("/rungs/1/requirements/0/evidence", numbers("in the cloud", "in the copy"));
    ladder_with("/rungs/1/requirements/0/evidence", json!({ "place": { "not": ["iCloud"] } }));
    let place = "rung 2 `erase`, requirement 1 `copy`, evidence";
    check(
        "/rungs/1/requirements/0/evidence",
        numbers("items", " items "),
        &[&format!("{place}: both numbers have the same label: say what each of them counts")],
    );
    check(
        "/rungs/1/requirements/0/evidence",
        numbers("", "\u{200b}"),
        &[
            &format!("{place}, first: this is empty: give it words"),
            &format!("{place}, second: this is empty: give it words"),
        ],
    );
    check(
        "/rungs/1/requirements/0/evidence",
        json!({ "place": { "not": ["iCloud", " "] } }),
        &[&format!("{place}, not 2: this is empty: give it words")],
    );
}

#[test]
fn what_is_touched_is_one_of_three_scopes() {
    let touches = |scopes: &[&str]| json!({ "scopes": scopes, "text": "Much" });
    let ladder =
        ladder_with("/rungs/0/touches", touches(&["this-device", "all-devices", "account"]));
    assert_eq!(ladder.rungs[0].touches.as_ref().map(|touches| touches.scopes.len()), Some(3));
    check(
        "/rungs/0/touches",
        touches(&["account", "my-device"]),
        &[
            "rung 1 `restart`, touches: unknown scope `my-device`: use `this-device`, `all-devices` or `account`",
        ],
    );
}

#[test]
fn advice_and_sources_say_who_and_when() {
    let advice =
        |by: &str, checked: &str| json!([{ "by": by, "text": ["Do not."], "checked": checked }]);
    let ladder = ladder_with("/rungs/0/advice_against", advice("The maker", "2026-11"));
    assert_eq!(ladder.rungs[0].advice_against[0].checked, Some(Month { year: 2026, month: 11 }));
    check(
        "/rungs/0/advice_against",
        advice(" ", "2026-11"),
        &["rung 1 `restart`, advice 1, by: this is empty: give it words"],
    );
    check(
        "/rungs/0/advice_against",
        json!([{ "by": "The maker", "text": [] }]),
        &["rung 1 `restart`, advice 1, text: there is no text: write it"],
    );
    for checked in [
        "2026-13",
        "2026-00",
        "26-11",
        "2026-1",
        "November",
        "2026-11-01",
        "+026-11",
        "２０２６-11",
        "",
    ] {
        let fault = format!("checked: `{checked}` is not a month: write it as `2026-11`");
        check(
            "/rungs/0/advice_against",
            advice("The maker", checked),
            &[&format!("rung 1 `restart`, advice 1, {fault}")],
        );
        check(
            "/sources",
            json!([{ "text": "A page", "checked": checked }]),
            &[&format!("source 1, {fault}")],
        );
    }
}

#[test]
fn a_rung_says_something() {
    let empty = json!({ "id": "nothing", "title": "Nothing", "severity": "gentle", "check": "Did it help?" });
    check(
        "/rungs/0",
        empty,
        &["rung 1 `nothing`: the rung is empty: add `steps`, or say in `why` what to do"],
    );
    check("/rungs", json!([]), &["the ladder: there are no rungs: add at least one"]);
}

#[test]
fn languages_look_like_tags() {
    for lang in ["en", "pt-BR", "zh-Hant-TW", "gsw", "de-CH-1996"] {
        assert_eq!(&*ladder_with("/lang", json!(lang)).lang, lang);
    }
    assert_eq!(&*ladder_with("/id", json!("other")).lang, "en", "the language where none is given");
    for lang in [
        "",
        "english please",
        "e",
        "en_US",
        "de-",
        "-de",
        "englisch-",
        "12",
        "a-b-c",
        "en-123456789",
    ] {
        check(
            "/lang",
            json!(lang),
            &[&format!("lang: `{lang}` is not a language tag: write one such as `en` or `pt-BR`")],
        );
    }
}

#[test]
fn at_most_200_rungs_and_5000_steps() {
    let rung = |index: usize| json!({ "id": format!("r{index}"), "title": "R", "severity": "gentle", "why": ["W"] });
    let rungs = |n: usize| Value::Array((0..n).map(rung).collect());
    assert_eq!(ladder_with("/rungs", rungs(200)).rungs.len(), 200);
    check(
        "/rungs",
        rungs(201),
        &["the ladder: there are 201 rungs: at most 200 are allowed, so split the ladder"],
    );

    // 4,999 steps and the one of the second rung.
    let steps = |n: usize| {
        Value::Array(
            (0..n).map(|index| json!({ "id": format!("s{index}"), "text": "S" })).collect(),
        )
    };
    ladder_with("/rungs/0/steps", steps(4_999));
    check(
        "/rungs/0/steps",
        steps(5_000),
        &["the ladder: there are 5001 steps: at most 5000 are allowed, so split the ladder"],
    );
}

#[test]
fn ten_faults_are_reported_at_once_in_the_order_of_the_document() {
    let mut document = document();
    for (pointer, value) in [
        ("/id", json!("printer 2")),
        ("/lang", json!("english please")),
        ("/title", json!(" ")),
        ("/choices/0/options/1/label", json!("")),
        ("/rungs/0/severity", json!("mild")),
        ("/rungs/0/steps/0/when", json!({ "device": ["watch"] })),
        ("/rungs/1/id", json!("restart")),
        (
            "/rungs/1/requirements/0/text",
            json!([{ "link": { "href": "javascript:alert(1)", "text": ["here"] } }]),
        ),
        ("/rungs/1/warnings/0/confirmations", json!(0)),
        ("/rungs/1/wait/seconds", json!(-5)),
    ] {
        put(&mut document, pointer, value);
    }
    assert_eq!(
        errors_in(parse(&document.to_string())),
        [
            "the ladder: the id `printer 2` contains ` `: use only letters, digits, `-` and `_`",
            "lang: `english please` is not a language tag: write one such as `en` or `pt-BR`",
            "title: the text is empty: give it words",
            "choice 1 `device`, option 2 `tablet`, label: this is empty: give it words",
            "rung 1 `restart`: unknown severity `mild`: use `gentle`, `moderate`, `drastic` or `last-resort`",
            "rung 1 `restart`, step 1 `switch-off`, when: the choice `device` has no option `watch`: \
         use `phone` or `tablet`, or add it to the options",
            "rung 2 `restart`: the id `restart` is already used by rung 1 `restart`: give one of the two another id",
            "rung 2 `restart`, requirement 1 `copy`, text, span 1: a link may not use `javascript:`: \
         only `https:`, `http:`, `mailto:` and `tel:` are allowed",
            "rung 2 `restart`, warning 1 `lost`: a warning is confirmed 1 to 5 times, not 0: correct the number",
            "rung 2 `restart`, wait: a wait of -5 seconds is outside 0 to 2592000 (30 days): correct it",
        ]
    );
}
