//! What a widget shows of what stands around the climb, in words.

use std::rc::Rc;

use fix_ladder::view::ladder::LadderProps;
use fix_ladder::view::{Ctx, LadderView, Notice, Shared, State};
use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::messages::{DEFAULT_LANG, Plain, messages};
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    CaseFact, Change, Changes, Event, Fact, Item, Key, Value, can_undo_start_over,
};
use yew::Callback;

use super::super::support::{Climb, HOUR, choose, fixed, id, monday, skip, start_wait, tick};
use super::{climb, html, kettle, shown, state};

#[test]
fn no_more_is_promised_of_a_wait_than_holds() {
    let climb = climb([start_wait("look")]);
    let kept = shown(&climb, state(&climb));
    assert!(kept.contains("You may close this page and come back after 09:10."), "{kept}");
    let state = State { notices: vec![Notice::NotKept], ..state(&climb) };
    let open = shown(&climb, state);
    assert!(open.contains("Keep this page open until 09:10."), "{open}");
    assert!(!open.contains("You may close this page"), "{open}");
}

#[test]
fn a_wait_that_ended_keeps_room_only_for_who_has_seen_it() {
    let mut climb = climb([start_wait("look")]);
    climb.later(10 * MINUTE);
    assert!(!shown(&climb, state(&climb)).contains("data-action=remind"));
    let seen = shown(&climb, State { waited: true, ..state(&climb) });
    assert!(seen.contains("data-action=remind disabled"), "{seen}");
}

#[test]
fn what_is_left_of_a_long_wait_is_said_in_days_and_hours() {
    let mut ladder = kettle();
    ladder.rungs[0].wait.as_mut().expect("a wait").seconds = 24 * 60 * 60;
    let mut climb = Climb { ladder, progress: Default::default(), now: monday() };
    climb.must(start_wait("look"));
    let said = shown(&climb, state(&climb));
    assert!(said.contains("1 day left."), "{said}");
    climb.later(20 * MINUTE);
    let said = shown(&climb, state(&climb));
    assert!(said.contains("23 hours 40 minutes left."), "{said}");
    assert!(said.contains("come back after Tuesday"), "{said}");
}

#[test]
fn what_is_left_of_a_fix_that_can_destroy_is_said_when_it_has_helped() {
    let gentle = climb([fixed("look")]);
    let said = shown(&gentle, state(&gentle));
    assert!(!said.contains("It is not over yet") && !said.contains("not ticked"), "{said}");
    let drastic = climb([skip("look"), fixed("apart")]);
    let said = shown(&drastic, state(&drastic));
    assert!(said.contains("It is not over yet: keep every copy"), "{said}");
    assert!(said.contains("1 step of this fix is not ticked."), "{said}");
}

#[test]
fn for_how_long_it_helped_is_told_in_whole_days_hours_or_minutes() {
    for (later, expected) in [
        (50 * HOUR, "helped for 2 days, came back"),
        (24 * HOUR, "helped for 1 day, came back"),
        (2 * HOUR - 1, "helped for 1 hour, came back"),
        (7 * MINUTE, "helped for 7 minutes, came back"),
    ] {
        let mut climb = climb([fixed("look")]);
        climb.later(later);
        climb.must(Event::CameBack { rung: id("look") });
        let shown = shown(&climb, state(&climb));
        assert!(shown.contains(expected), "{expected}: {shown}");
        assert!(shown.contains("data-rung=look data-state=not-fixed"), "{shown}");
        assert!(shown.contains("data-rung=apart data-state=preparing"), "{shown}");
    }
}

#[test]
fn for_whom_the_climb_is_stands_above_it_where_it_has_a_name() {
    let mut climb = climb([]);
    let name = |name: &str| CaseFact { name: name.into(), removed: false };
    for (case, expected) in [(name("Mum’s iPad"), true), (name(""), false)] {
        climb.progress.put(Key::Case, Fact::new(monday(), Value::Case(case)));
        let shown = shown(&climb, state(&climb));
        assert_eq!(shown.contains("For Mum’s iPad"), expected, "{shown}");
        let ways = shown.matches("data-action=new-case").count();
        assert_eq!(ways, 1 + usize::from(expected), "{shown}");
    }
}

#[test]
fn the_way_back_from_starting_over_is_there_for_a_day() {
    let mut climb = climb([tick("switch"), Event::StartOver]);
    assert!(shown(&climb, state(&climb)).contains("data-action=undo-start-over"));
    climb.later(24 * HOUR + MINUTE);
    assert!(!can_undo_start_over(&climb.progress, climb.now));
    assert!(!shown(&climb, state(&climb)).contains("data-action=undo-start-over"));
}

#[test]
fn the_step_that_takes_the_page_away_is_told_by_the_number_that_the_reader_sees() {
    let mut ladder = kettle();
    ladder.rungs[0].steps[1].interrupts = true;
    let mut climb = Climb { ladder, progress: Default::default(), now: monday() };
    let offer = "step 2 takes this page away.";
    assert!(shown(&climb, state(&climb)).contains(offer));
    // That step is for the others.
    climb.must(choose("kettle", Some("stove")));
    let shown = shown(&climb, state(&climb));
    assert!(!shown.contains("takes this page away"), "{shown}");
}

fn with_changes(climb: &Climb, changes: &[(Item, &str, Change)]) -> String {
    let changes = changes.iter().map(|(item, it, change)| (*item, id(it), *change));
    let ladder: Ladder = climb.ladder.clone();
    let ctx = Ctx::new(Shared {
        ladder: Rc::new(ladder),
        messages: messages(DEFAULT_LANG),
        format: Rc::new(Plain),
        heading_level: 2,
        changes: Rc::new(Changes(changes.collect())),
        send: Callback::noop(),
    });
    let props = LadderProps { ctx, state: Rc::new(state(climb)) };
    let renderer = yew::LocalServerRenderer::<LadderView>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    html::readable(&runtime.block_on(renderer.render()))
}

#[test]
fn what_has_changed_is_one_sentence_and_a_mark_at_each() {
    use Change::{New, Reworded};
    let climb = climb([tick("switch")]);
    let says = |changes: &[(Item, &str, Change)], expected: &str| {
        let shown = with_changes(&climb, changes);
        assert!(shown.contains(expected), "{expected}: {shown}");
        shown
    };
    let shown = says(
        &[
            (Item::Step, "switch", New),
            (Item::Step, "unplug", New),
            (Item::Warning, "seal", Reworded),
        ],
        "Since you were last here: 2 steps are new, 1 warning was reworded. Each is marked.",
    );
    assert_eq!(shown.matches("New:").count(), 2, "{shown}");
    says(
        &[
            (Item::Requirement, "parts", New),
            (Item::Requirement, "screws", New),
            (Item::Step, "switch", Reworded),
        ],
        "here: 2 requirements are new, 1 step was reworded. Each",
    );
    assert!(!with_changes(&climb, &[]).contains("data-notice"));
}

#[test]
fn steps_of_others_have_not_changed_for_this_reader() {
    let climb = climb([choose("kettle", Some("stove"))]);
    let shown = with_changes(&climb, &[(Item::Step, "unplug", Change::New)]);
    assert!(!shown.contains("data-notice"), "{shown}");
}

#[test]
fn at_the_end_of_a_climb_nothing_is_said_of_changes() {
    let climb = climb([fixed("look")]);
    let shown = with_changes(&climb, &[(Item::Step, "switch", Change::New)]);
    assert!(!shown.contains("data-notice"), "{shown}");
}
