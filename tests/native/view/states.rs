//! One snapshot a state.

use fix_ladder::view::{Asked, Notice, State};

use super::super::support::{
    Climb, choose, confirm, first, fixed, has, id, monday, not_fixed, place, second, skip,
    start_wait, tick,
};
use super::{climb, kettle, shown, state};
use fix_ladder_core::progress::Event;
use fix_ladder_core::progress::time::MINUTE;

#[track_caller]
fn check(name: &str, climb: &Climb, change: impl Fn(State) -> State) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    settings.bind(|| insta::assert_snapshot!(name, shown(climb, change(state(climb)))));
}

fn as_it_is(state: State) -> State {
    state
}

fn at_the_drastic_rung() -> Vec<Event> {
    vec![start_wait("look"), Event::SkipWait { rung: id("look") }, not_fixed("look")]
}

#[test]
fn at_the_start() {
    check("start", &climb([]), as_it_is);
}

#[test]
fn with_choices_made_and_a_step_ticked() {
    let climb = climb([choose("kettle", Some("stove")), tick("switch")]);
    check("chosen", &climb, as_it_is);
}

#[test]
fn waiting() {
    let mut climb = climb([start_wait("look")]);
    climb.later(4 * MINUTE);
    check("waiting", &climb, as_it_is);
}

#[test]
fn asked_whether_to_skip_the_wait() {
    let climb = climb([start_wait("look")]);
    check("asked", &climb, |state| State { asked: Some(Asked::SkipWait), ..state });
}

#[test]
fn after_the_wait() {
    let mut climb = climb([start_wait("look")]);
    climb.later(10 * MINUTE);
    check("waited", &climb, as_it_is);
}

#[test]
fn preparing_with_evidence_that_is_wrong() {
    let climb = climb(at_the_drastic_rung().into_iter().chain([
        has("another"),
        place("parts", "the top drawer"),
        first("screws", "12"),
        second("screws", "9"),
        confirm("seal", 1),
    ]));
    check("preparing", &climb, as_it_is);
}

#[test]
fn open_once_every_guard_is_met() {
    let climb = climb(at_the_drastic_rung().into_iter().chain([
        has("another"),
        place("parts", "a bowl"),
        first("screws", "12"),
        second("screws", "12"),
        confirm("seal", 1),
        confirm("seal", 2),
    ]));
    check("open", &climb, as_it_is);
}

#[test]
fn fixed_after_a_while() {
    let mut climb = climb([tick("switch")]);
    climb.later(112 * MINUTE);
    climb.must(fixed("look"));
    check("fixed", &climb, as_it_is);
}

#[test]
fn at_the_end() {
    check("end", &climb([skip("look"), skip("apart")]), as_it_is);
}

#[test]
fn with_everything_that_can_be_noticed_and_help() {
    let climb = climb([skip("look")]);
    check("noticed", &climb, |state| State {
        help: true,
        notices: vec![Notice::NotKept, Notice::Broken, Notice::Newer],
        toggled: vec![kettle().rungs[0].id.clone()],
        ..state
    });
}

#[test]
fn in_a_language_written_from_right_to_left() {
    let mut ladder = kettle();
    ladder.lang = "ar".into();
    let climb = Climb { ladder, progress: Default::default(), now: monday() };
    let shown = shown(&climb, state(&climb));
    assert!(shown.starts_with("div lang=ar dir=rtl.ladder"), "{shown}");
    let own = |line: &&str| line.contains("data-action=fixed") && line.contains("lang=en");
    assert!(
        shown.lines().any(|line| own(&line)),
        "the widget's own words say that they are English"
    );
    assert!(!shown.contains("h2 lang"), "the author's words are the ladder's");
}

#[test]
fn a_climb_has_one_ending_whatever_was_asked_for_before() {
    let endings = |events: &[Event]| {
        let climb = climb(events.to_vec());
        let asked = State { help: true, ..state(&climb) };
        shown(&climb, asked).matches("section part=ending").count()
    };
    assert_eq!(endings(&[]), 1, "asked for, on the way");
    assert_eq!(endings(&[fixed("look")]), 1, "fixed");
    assert_eq!(endings(&[skip("look"), skip("apart")]), 1, "at the end");
}
