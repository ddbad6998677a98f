//! The list of devices: names, where each stands, the order. Several climbs of one ladder.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::time::{DAY, MINUTE};
use fix_ladder_core::progress::{
    Answer, CaseFact, Event, Fact, Key, Progress, Time, Value as FactValue, act,
};
use fix_ladder_core::saved::{name, save};
use serde_json::{Value, json};

use crate::climbs::{ask, name_it};
use crate::support::{choose, id, ladder, monday, rung, start_wait, tick};

fn three() -> Ladder {
    ladder([rung("one"), rung("two").waits(15).moves(), rung("three")])
}

fn cases(ladder: &Ladder, climbs: &[(&str, &Progress)], now: Time) -> Vec<Value> {
    let mut entries = Vec::new();
    for (case, progress) in climbs {
        entries.extend(
            progress
                .facts()
                .map(|(key, fact)| json!([format!("{case}/{}", name(key)), save(fact)])),
        );
    }
    // What else stands under the keys of a ladder.
    entries.push(json!(["default/said:two", "{\"until\":1,\"left\":1,\"t\":1}"]));
    entries.push(json!(["gone0000/broken/step:x", "nonsense"]));
    entries.push(json!(["nonsense", "{}"]));
    let answer = ask(ladder, now, json!({ "do": "cases", "entries": entries }));
    answer["cases"].as_array().expect("a list").clone()
}

fn climb(ladder: &Ladder, events: &[(u64, Event)]) -> Progress {
    let mut progress = Progress::default();
    for (minutes, event) in events {
        act(ladder, &mut progress, event, monday().plus(minutes * MINUTE));
    }
    progress
}

fn answer(rung: &str, answer: Answer) -> Event {
    Event::Answer { rung: id(rung), answer }
}

#[test]
fn each_says_where_it_stands_and_the_latest_comes_first() {
    let ladder = three();
    let waiting = climb(&ladder, &[(0, answer("one", Answer::NotFixed)), (20, start_wait("two"))]);
    let fixed = climb(&ladder, &[(5, tick("one-step")), (10, answer("one", Answer::Fixed))]);
    let ended = climb(
        &ladder,
        &[
            (0, answer("one", Answer::Skipped)),
            (1, answer("two", Answer::Skipped)),
            (2, answer("three", Answer::NotFixed)),
        ],
    );
    let begun = climb(&ladder, &[(15, tick("one-step"))]);
    let moving = climb(
        &ladder,
        &[(0, answer("one", Answer::Skipped)), (3, Event::Moving { rung: id("two") })],
    );
    let mut new = Progress::default();
    name_it(&mut new, "New one", monday());
    let climbs = [
        ("default", &waiting),
        ("aaaaaaaa", &fixed),
        ("bbbbbbbb", &ended),
        ("cccccccc", &begun),
        ("dddddddd", &moving),
        ("eeeeeeee", &new),
    ];
    let said = |now: Time| -> Vec<(String, String, bool)> {
        let cases = cases(&ladder, &climbs, now);
        let of = |it: &Value| {
            let [id, stands] =
                ["id", "stands"].map(|name| it[name].as_str().expect("text").to_owned());
            (id, stands, it["ended"].as_bool().expect("a flag"))
        };
        cases.iter().map(of).collect()
    };
    let now = monday().plus(21 * MINUTE);
    let expected = [
        ("default", "Fix 2, you may go on after 09:35", false),
        ("cccccccc", "Fix 1 of 3, “one”", false),
        ("aaaaaaaa", "2026-11-23: “one” fixed it, in 5 minutes", true),
        ("dddddddd", "Fix 2, moving since 09:03", false),
        ("bbbbbbbb", "2026-11-23: every fix tried, none helped", true),
        ("eeeeeeee", "Not begun", false),
    ];
    let expected = expected.map(|(id, stands, ended)| (id.to_owned(), stands.to_owned(), ended));
    assert_eq!(said(now), expected);
    assert_eq!(said(monday().plus(36 * MINUTE))[0].1, "Fix 2, the wait is over");
    assert_eq!(said(monday().plus(3 * DAY))[3].1, "Fix 2, moving since Monday 09:03");
}

#[test]
fn a_name_is_the_readers_or_the_choice_or_a_number() {
    let ladder = three();
    let plain = |minutes| climb(&ladder, &[(minutes, tick("one-step"))]);
    let chosen = |minutes| climb(&ladder, &[(minutes, choose("device", Some("iphone")))]);
    let mut named = chosen(30);
    name_it(&mut named, "  Mum’s iPad ", monday().plus(31 * MINUTE));
    let (first, second, third, fourth) = (plain(50), chosen(10), chosen(20), plain(40));
    let climbs = [
        ("zzzzzzzz", &fourth),
        ("default", &first),
        ("bbbbbbbb", &second),
        ("aaaaaaaa", &third),
        ("cccccccc", &named),
    ];
    let mut names: Vec<(String, String)> = cases(&ladder, &climbs, monday().plus(DAY))
        .iter()
        .map(|it| {
            (
                it["id"].as_str().expect("an id").to_owned(),
                it["name"].as_str().expect("a name").to_owned(),
            )
        })
        .collect();
    names.sort();
    let expected = [
        ("aaaaaaaa", "iphone 2"),
        ("bbbbbbbb", "iphone"),
        ("cccccccc", "Mum’s iPad"),
        ("default", "Device 1"),
        ("zzzzzzzz", "Device 5"),
    ];
    assert_eq!(names, expected.map(|(id, name)| (id.to_owned(), name.to_owned())));
}

#[test]
fn one_that_is_removed_says_so_and_since_when() {
    let ladder = three();
    let mut progress = climb(&ladder, &[(0, tick("one-step"))]);
    let at = monday().plus(9 * MINUTE);
    let value = FactValue::Case(CaseFact { name: "Old".into(), removed: true });
    progress.take(Key::Case, Fact::new(at, value));
    let kept = climb(&ladder, &[(1, tick("one-step"))]);
    let cases = cases(&ladder, &[("aaaaaaaa", &progress), ("default", &kept)], at);
    assert_eq!(
        (&cases[0]["removed"], &cases[0]["removed_at"]),
        (&json!(true), &json!(at.millis()))
    );
    assert_eq!((&cases[1]["removed"], &cases[1]["removed_at"]), (&json!(false), &Value::Null));
    assert_eq!(cases[0]["latest"], json!(at.millis()));
}

#[test]
fn what_came_back_and_what_was_started_over_is_no_end() {
    let ladder = three();
    let back = climb(
        &ladder,
        &[(0, answer("one", Answer::Fixed)), (9, Event::CameBack { rung: id("one") })],
    );
    let over = climb(&ladder, &[(0, answer("one", Answer::Fixed)), (8, Event::StartOver)]);
    let cases = cases(&ladder, &[("default", &back), ("aaaaaaaa", &over)], monday());
    let said: Vec<&str> = cases.iter().filter_map(|it| it["stands"].as_str()).collect();
    assert_eq!(said, ["Fix 2 of 3, “two”", "Not begun"]);
}

#[test]
fn where_nothing_is_stored_there_is_no_case() {
    assert_eq!(cases(&three(), &[], monday()), Vec::<Value>::new());
}
