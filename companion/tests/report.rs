//! "What have you tried?", as it is pasted in a comment or sent by mail.

use fix_ladder_core::ladder::{Ladder, parse};
use fix_ladder_core::progress::time::{DAY, MINUTE};
use fix_ladder_core::progress::{Answer, Event, Given, Progress, Time, act};
use serde_json::{Value, json};

use crate::climbs::{ask, built_in, everything, facts, name_it, text};
use crate::support::{id, monday, start_wait, tick};

fn ladder() -> Ladder {
    let step = |id: &str| json!({ "id": id, "text": "Do it." });
    let ladder = json!({
        "format": 1,
        "id": "wifi",
        "title": "The Wi-Fi is *slow*",
        "report_to": "help@example.org",
        "choices": [
            { "id": "device", "label": "Device", "options": [{ "id": "phone", "label": "Phone" }, { "id": "laptop", "label": "Laptop" }] },
            { "id": "box", "label": "Router", "options": [{ "id": "a", "label": "A" }, { "id": "b", "label": "B" }] },
        ],
        "rungs": [
            { "id": "near", "title": "Go nearer", "severity": "gentle", "steps": [step("walk"), step("look")] },
            { "id": "restart", "title": "Restart it", "severity": "gentle", "steps": [step("off")], "wait": { "seconds": 900 }, "moving": "It is slow and alive." },
            { "id": "forget", "title": "Forget the network", "severity": "moderate",
              "requirements": [
                { "id": "place", "text": "The password is written down.", "evidence": { "place": { "not": [] } } },
                { "id": "count", "text": "Count.", "evidence": { "numbers": { "first": "Networks here", "second": "On the list" } } },
              ],
              "steps": [{ "id": "for-phones", "text": "Phones.", "when": { "device": ["phone"] } }, { "id": "for-laptops", "text": "Laptops.", "when": { "device": ["laptop"] } }] },
            { "id": "reset", "title": "Reset_it_all", "severity": "drastic", "warnings": [{ "id": "gone", "text": ["Gone."] }], "steps": [step("reset-it")] },
        ],
        "sources": [{ "text": [{ "link": { "href": "https://example.org/manual", "text": ["The manual"] } }, ", page 3"], "checked": "2026-10" }],
    });
    parse(&ladder.to_string()).expect("it is valid")
}

/// The first fix has failed, the second helped for two days, the third is being prepared.
fn story(ladder: &Ladder) -> (Progress, Time) {
    let mut progress = Progress::default();
    let mut now = monday();
    let mut does = |event: Event, minutes: u64| {
        now = now.plus(minutes * MINUTE);
        let before = progress.clone();
        act(ladder, &mut progress, &event, now);
        assert_ne!(progress, before, "{event:?} changes something");
    };
    let answer = |rung: &str, answer| Event::Answer { rung: id(rung), answer };
    let require =
        |requirement: &str, evidence| Event::Require { requirement: id(requirement), evidence };
    does(Event::Choose { choice: id("device"), option: Some(id("laptop")) }, 0);
    does(tick("walk"), 1);
    does(answer("near", Answer::NotFixed), 2);
    does(tick("off"), 1);
    does(start_wait("restart"), 1);
    does(answer("restart", Answer::Fixed), 17);
    does(Event::CameBack { rung: id("restart") }, 2 * DAY / MINUTE + 30);
    does(require("place", Given::Place("in Mum’s drawer".into())), 5);
    does(require("count", Given::First("3".into())), 1);
    does(require("count", Given::Second("4".into())), 1);
    (progress, now.plus(MINUTE))
}

fn report(ladder: &Ladder, progress: &Progress, format: &str, now: Time) -> Value {
    let address = "https://example.org/post";
    let request =
        json!({ "do": "report", "format": format, "facts": facts(progress), "address": address });
    ask(ladder, now, request)
}

const TEXT: &str = "\
What I have tried: The Wi-Fi is *slow*

As of 2026-11-25, 10:00, for “Mum’s”

- Device: Laptop
- Router: ______
- Exact model and system version: ______
- When it began: ______
- What it shows or says now: ______
- What else I have tried: ______

1. Go nearer (gentle): not fixed (2026-11-23, 09:03)
   Steps done: 1 of 2.
2. Restart it (gentle): helped for 2 days (from 2026-11-23, 09:22), then stuck again
   Steps done: 1 of 1. Waited 17 minutes.
3. Forget the network (moderate): I am here now
   Prepared: 2 of 2. Steps done: 0 of 1. Networks here: 3. On the list: 4.
4. Reset_it_all (drastic): not tried

The list I followed: https://example.org/post

Its sources, checked October 2026:
- The manual, page 3 https://example.org/manual
";

const MARKDOWN: &str = "\
**What I have tried: The Wi-Fi is \\*slow\\***

As of 2026-11-25, 10:00, for “Mum’s”

- Device: Laptop
- Router: ______
- Exact model and system version: ______
- When it began: ______
- What it shows or says now: ______
- What else I have tried: ______

1. **Go nearer** (gentle): not fixed (2026-11-23, 09:03)\x20\x20
   Steps done: 1 of 2.
2. **Restart it** (gentle): helped for 2 days (from 2026-11-23, 09:22), then stuck again\x20\x20
   Steps done: 1 of 1. Waited 17 minutes.
3. **Forget the network** (moderate): I am here now\x20\x20
   Prepared: 2 of 2. Steps done: 0 of 1. Networks here: 3. On the list: 4.
4. **Reset\\_it\\_all** (drastic): not tried

The list I followed: <https://example.org/post>

Its sources, checked October 2026:

- The manual, page 3 <https://example.org/manual>
";

#[test]
fn it_reads_well_in_both_forms() {
    let ladder = ladder();
    let (mut progress, now) = story(&ladder);
    name_it(&mut progress, "Mum’s", now);
    let plain = report(&ladder, &progress, "text", now);
    assert_eq!(text(&plain["text"]), TEXT);
    assert_eq!(plain["filename"], "wifi-report.txt");
    let markdown = report(&ladder, &progress, "markdown", now);
    assert_eq!(text(&markdown["text"]), MARKDOWN);
    assert_eq!(markdown["filename"], "wifi-report.md");
}

#[test]
fn where_the_copies_are_stays_with_the_reader() {
    let ladder = ladder();
    let (progress, now) = story(&ladder);
    let answer = report(&ladder, &progress, "text", now).to_string();
    assert!(!answer.contains("drawer") && answer.contains("On the list: 4"), "{answer}");
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 1);
    let answer = report(&ladder, &progress, "markdown", now).to_string();
    assert!(!answer.contains("USB") && answer.contains("12503"), "{answer}");
}

#[test]
fn a_wait_is_told_as_it_was() {
    let ladder = ladder();
    let said = |minutes: u64, event: Option<Event>| {
        let mut progress = Progress::default();
        let mut now = monday();
        let skip = Event::Answer { rung: id("near"), answer: Answer::Skipped };
        act(&ladder, &mut progress, &skip, now);
        act(&ladder, &mut progress, &start_wait("restart"), now);
        now = now.plus(minutes * MINUTE);
        if let Some(event) = event {
            act(&ladder, &mut progress, &event, now);
        }
        text(&report(&ladder, &progress, "text", now)["text"])
    };
    let rung = || id("restart");
    let answered = |answer| Some(Event::Answer { rung: rung(), answer });
    let contains = |text: String, wanted: &str| assert!(text.contains(wanted), "{wanted}: {text}");
    contains(said(5, None), "Waiting until 2026-11-23, 09:15.");
    contains(said(20, None), "The wait of 15 minutes is over.");
    contains(said(5, Some(Event::SkipWait { rung: rung() })), "Skipped the wait.");
    contains(said(75, answered(Answer::NotFixed)), "Waited 1 hour 15 minutes.");
    contains(said(0, answered(Answer::Fixed)), "Did not wait.");
    contains(said(20, Some(Event::Moving { rung: rung() })), "It was moving (2026-11-23, 09:20).");
    contains(said(5, None), "1. Go nearer (gentle): skipped (2026-11-23, 09:00)\n2. Restart");
}

#[test]
fn nobody_is_asked_for_blanks_once_it_is_fixed() {
    let ladder = ladder();
    let mut progress = Progress::default();
    let fixed = Event::Answer { rung: id("near"), answer: Answer::Fixed };
    act(&ladder, &mut progress, &fixed, monday());
    let text = text(&report(&ladder, &progress, "text", monday())["text"]);
    assert!(text.contains("this fixed it") && !text.contains("When it began"), "{text}");
}

/// What a mail program makes of the part of an address.
fn decoded(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: Vec<u8> = rest.by_ref().take(2).collect();
            let digits = String::from_utf8(digits).expect("digits");
            bytes.push(u8::from_str_radix(&digits, 16).expect("two digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_mail_goes_where_the_author_wants_it_and_is_not_too_long() {
    let ladder = ladder();
    let (progress, now) = story(&ladder);
    for format in ["text", "markdown"] {
        let mail = text(&report(&ladder, &progress, format, now)["mailto"]);
        let rest = mail.strip_prefix("mailto:help@example.org?subject=").expect("the address");
        let (subject, body) = rest.split_once("&body=").expect("a body");
        assert_eq!(decoded(subject), "What I have tried: The Wi-Fi is *slow*");
        let body = decoded(body);
        assert!(body.contains("\r\n3. Forget the network (moderate): I am here now\r\n"), "{body}");
        assert!(body.contains("https://example.org/post") && !body.contains("manual"), "{body}");
    }
    let mut long = built_in();
    long.report_to = Some("help@example.org".into());
    let (progress, now) = everything(&long, 1);
    let mail = text(&report(&long, &progress, "text", now)["mailto"]);
    assert!(mail.len() <= 1_900, "{} letters", mail.len());
    assert!(decoded(&mail).ends_with("(Shortened. I can send the rest.)"), "{}", decoded(&mail));
    assert_eq!(report(&built_in(), &progress, "text", now)["mailto"], Value::Null);
}

#[test]
fn what_was_typed_is_no_markup() {
    let ladder = ladder();
    let mut progress = Progress::default();
    name_it(&mut progress, "<b>[x](y)</b> @all `c`\n# d", monday());
    let text = text(&report(&ladder, &progress, "markdown", monday())["text"]);
    assert!(text.contains("“\\<b\\>\\[x\\](y)\\</b\\> \\@all \\`c\\` # d”"), "{text}");
}
