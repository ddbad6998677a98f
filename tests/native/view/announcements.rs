//! What is announced of a wait.

use fix_ladder::view::announcer::Announcer;
use fix_ladder_core::progress::{Time, WaitState, wait_state};

use super::super::support::{Climb, start_wait};
use super::{climb, ctx, kettle};
use fix_ladder_core::progress::time::MINUTE;

fn wait(climb: &Climb) -> WaitState {
    wait_state(&climb.ladder.rungs[0], &climb.progress, climb.now)
}

/// Everything that is announced while the widget is woken after each of these minutes.
fn announced_after(minutes: &[u64]) -> Vec<String> {
    let ctx = ctx(kettle());
    let mut climb = climb([start_wait("look")]);
    let start: Time = climb.now;
    let mut announcer = Announcer::default();
    let mut all = Vec::new();
    for (index, minute) in [0].iter().chain(minutes).enumerate() {
        climb.now = start.plus(minute * MINUTE);
        let wait = (climb.ladder.rungs[0].id.clone(), wait(&climb));
        let (said, _) = announcer.look(&ctx, Some(&wait), index == 0, climb.now);
        assert!(said.as_ref().is_none_or(|it| it.election.is_none() == (index == 0)), "{said:?}");
        all.extend(said.map(|it| it.words));
    }
    all
}

const STARTED: &str = "The wait has started. You may go on after 09:10.";
const OVER: &str = "The wait is over. You may answer now.";

#[test]
fn at_most_four_sentences_a_wait() {
    let every_minute: Vec<u64> = (1..=12).collect();
    let said = [STARTED, "5 minutes left.", "Less than a minute left.", OVER];
    assert_eq!(announced_after(&every_minute), said);
}

#[test]
fn one_sentence_after_a_long_sleep() {
    assert_eq!(announced_after(&[300]), [STARTED, OVER]);
}

#[test]
fn nothing_twice() {
    assert_eq!(announced_after(&[5, 5, 5]), [STARTED, "5 minutes left."]);
}
