//! The answer between yes and no: it is at work, and has not helped yet.

use fix_ladder_core::progress::{
    Answer, Event, Fact, Key, Progress, TakesBack, Time, Value, moving_since,
};
use fix_ladder_core::saved::{Restored, restore, save};

use crate::support::*;

fn since(climb: &Climb, rung: usize) -> Option<Time> {
    moving_since(&climb.ladder.rungs[rung], &climb.progress)
}

fn takes_back(climb: &Climb, rung: usize) -> Option<TakesBack> {
    fix_ladder_core::progress::Climb::new(&climb.ladder, &climb.progress, climb.now)
        .takes_back(rung)
}

#[test]
fn it_ends_nothing_and_is_known_since_it_was_first_said() {
    let mut climb = Climb::of([rung("a").moves(), rung("b")]);
    climb.must(moving("a"));
    let first = climb.now;
    climb.later(HOUR);
    climb.must_not(moving("a"));
    assert_eq!(climb.states(), "open locked");
    assert_eq!(since(&climb, 0), Some(first));
    // Both other answers stay.
    let mut other = climb.clone();
    other.must(fixed("a"));
    climb.must(not_fixed("a"));
    assert_eq!(climb.states(), "not-fixed open");
}

#[test]
fn good_news_needs_no_guard_and_opens_none() {
    let plan = rung("a").severity("drastic").warned("w", 1).waits(10).moves();
    let mut climb = Climb::of([plan, rung("b")]);
    climb.must(moving("a"));
    assert_eq!(climb.states(), "preparing locked");
    climb.must_not(not_fixed("a"));
    climb.must_not(start_wait("a"));
    climb.must(confirm("w", 1));
    climb.must_not(not_fixed("a"));
}

#[test]
fn only_the_readers_rung_moves_and_only_where_its_author_says_how() {
    let mut climb = Climb::of([rung("a"), rung("b").moves()]);
    climb.must_not(moving("a"));
    climb.must_not(moving("b"));
    climb.must(not_fixed("a"));
    climb.must(moving("b"));
    climb.must(fixed("b"));
    climb.must_not(moving("b"));
}

#[test]
fn it_is_taken_back_before_a_wait_and_before_the_answer_above() {
    let mut climb = Climb::of([rung("a"), rung("b").waits(10).moves()]);
    climb.must(not_fixed("a"));
    climb.must(start_wait("b"));
    climb.must(moving("b"));
    assert_eq!(takes_back(&climb, 1), Some(TakesBack::Moving));
    climb.must(undo("b"));
    assert_eq!(since(&climb, 1), None);
    assert_eq!(takes_back(&climb, 1), Some(TakesBack::Wait));
    climb.must(moving("b"));
    climb.must(undo("b"));
    climb.must(undo("b"));
    climb.must(undo("b"));
    assert_eq!(climb.states(), "open locked");
}

#[test]
fn an_answer_ends_it_even_where_it_is_taken_back() {
    let mut climb = Climb::of([rung("a").moves(), rung("b")]);
    climb.must(moving("a"));
    climb.later(HOUR);
    climb.must(not_fixed("a"));
    climb.later(DAY);
    climb.must(undo("a"));
    assert_eq!(since(&climb, 0), None);
    climb.later(HOUR);
    climb.must(moving("a"));
    assert_eq!(since(&climb, 0), Some(climb.now));
    climb.must(fixed("a"));
    climb.must(Event::Reopen);
    assert_eq!(since(&climb, 0), None);
}

#[test]
fn starting_over_ends_it() {
    let mut climb = Climb::of([rung("a").moves()]);
    climb.must(moving("a"));
    climb.must(Event::StartOver);
    assert_eq!(since(&climb, 0), None);
    climb.must(moving("a"));
    assert!(since(&climb, 0).is_some_and(|it| it > climb.now));
}

#[test]
fn after_an_answer_under_a_clock_far_ahead_it_can_still_be_said() {
    let mut climb = Climb::of([rung("a").moves(), rung("b")]);
    climb.later(9 * YEAR);
    climb.must(not_fixed("a"));
    climb.turned_back(9 * YEAR);
    climb.must(undo("a"));
    climb.must(moving("a"));
    assert!(since(&climb, 0).is_some());
}

#[test]
fn an_answer_under_a_clock_that_was_turned_back_ends_it_all_the_same() {
    let mut climb = Climb::of([rung("a").moves(), rung("b")]);
    climb.must(moving("a"));
    climb.turned_back(DAY);
    climb.must(not_fixed("a"));
    climb.must(undo("a"));
    assert_eq!(since(&climb, 0), None);
}

#[test]
fn who_has_said_it_has_begun_the_rung() {
    let mut climb = Climb::of([rung("a"), rung("b").moves()]);
    climb.must(not_fixed("a"));
    climb.must(moving("b"));
    climb.ladder = ladder([rung("new"), rung("a"), rung("b").moves()]);
    assert_eq!(climb.states(), "locked not-fixed open");
}

#[test]
fn an_author_who_takes_it_out_takes_nobody_along() {
    let mut climb = Climb::of([rung("a").moves(), rung("b")]);
    climb.must(moving("a"));
    climb.ladder = ladder([rung("a"), rung("b")]);
    assert_eq!(since(&climb, 0), None);
    assert_eq!(takes_back(&climb, 0), None);
    climb.must(not_fixed("a"));
}

#[test]
fn an_older_program_finds_nothing_broken_and_answers_keep_their_form() {
    // Its own kind of key: what does not know it leaves it alone.
    let moves = Fact::new(monday(), Value::Done(true));
    let mut progress = Progress::default();
    progress.take(Key::Moving(id("a")), moves.clone());
    progress.take(Key::Answer(id("a")), Fact::new(monday(), Value::Answer(Some(Answer::Fixed))));
    assert_eq!(progress.facts().count(), 2);
    assert_eq!(restore("moving:a", &save(&moves)), Restored::Fact(Key::Moving(id("a")), moves));
    assert_eq!(restore("answer:a", r#"{"v":1,"t":5,"is":{"answer":"moving"}}"#), Restored::Broken);
}
