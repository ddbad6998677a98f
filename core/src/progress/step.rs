//! The one way progress changes: an event, judged against the ladder and the time.
//!
//! Total and pure. What is not allowed changes nothing.

use std::rc::Rc;

use super::climb::{Climb, TakesBack, taken_back};
use super::event::{Event, Given};
use super::evidence::{given, is_done, is_read};
use super::fact::{Answer, Key, Value, WaitFact};
use super::fingerprint::prompt;
use super::set::Progress;
use super::state::{
    Allowed, Position, WaitState, answer, came_back, can_undo_start_over, chosen, position,
    wait_state,
};
use super::time::{LONGEST_WAIT, MINUTE, SECOND, Time};
use crate::ladder::{Evidence, Id, Ladder, Rung};

/// By how much a wait is extended, in milliseconds.
pub const EXTENSION: u64 = 5 * MINUTE;
/// Typed evidence beyond so many characters is cut.
pub const LONGEST_TEXT: usize = 200;

/// The progress after `event` at `now`. The same progress where the event is not allowed or
/// changes nothing.
pub fn step(ladder: &Ladder, progress: &Progress, event: &Event, now: Time) -> Progress {
    let mut next = progress.clone();
    act(ladder, &mut next, event, now);
    next
}

/// Does in place what [`step`] does to a copy. Returns what the fact is about that was added.
pub fn act(ladder: &Ladder, progress: &mut Progress, event: &Event, now: Time) -> Option<Key> {
    let (key, value) = change(ladder, progress, event, now)?;
    let on = |rung: &Rung| prompt(ladder, rung, progress, &key, now);
    let mut prompt = ladder.rungs.iter().find_map(on);
    // One of two numbers that stays is as old as it was.
    let stays = match (&value, event) {
        (Value::Numbers(_, other), Event::Require { evidence: Given::First(_), .. })
        | (Value::Numbers(other, _), Event::Require { evidence: Given::Second(_), .. }) => {
            !other.is_empty()
        }
        _ => false,
    };
    let before = progress.latest(&key).and_then(|it| it.prompt.as_ref());
    if let (true, Some(prompt), Some(before)) = (stays, &mut prompt, before) {
        prompt.at = prompt.at.min(before.at);
    }
    progress.note(key.clone(), value, prompt, now);
    Some(key)
}

/// The one fact that `event` adds, if it adds any.
pub fn change(
    ladder: &Ladder,
    progress: &Progress,
    event: &Event,
    now: Time,
) -> Option<(Key, Value)> {
    match event {
        Event::Tick { step, done } => {
            let has_it = |rung: &Rung| rung.steps.iter().any(|it| it.id == *step);
            let doors = doors(ladder, progress, now, &has_it)?;
            toggle(progress, Key::Step(step.clone()), *done, doors.steps)
        }
        Event::Confirm { warning, number, done } => {
            let find = |rung: &Rung| rung.warnings.iter().position(|it| it.id == *warning);
            let (rung, place, doors) = guard(ladder, progress, now, &find)?;
            let warning = rung.warnings.get(place)?;
            if !(1..=warning.confirmations).contains(number) {
                return None;
            }
            let before = is_read(ladder, rung, progress, warning, *number);
            let key = Key::Confirm(warning.id.clone(), *number);
            (doors.guards && before != *done).then_some((key, Value::Done(*done)))
        }
        Event::Require { requirement, evidence } => {
            require(ladder, progress, requirement, evidence, now)
        }
        Event::Choose { choice, option } => {
            let known = ladder.choices.iter().find(|it| it.id == *choice)?;
            let is_known = |id: &Id| known.options.iter().any(|it| it.id == *id);
            let fits = option.as_ref().is_none_or(is_known);
            let changes = chosen(ladder, progress, choice) != option.as_ref();
            (fits && changes).then(|| (Key::Choice(choice.clone()), Value::Chosen(option.clone())))
        }
        Event::StartWait { rung } => {
            let (rung, doors) = on(ladder, progress, now, rung)?;
            let millis = u64::from(rung.wait.as_ref()?.seconds) * SECOND;
            doors.start_wait.then(|| wait(rung, now, now.plus(millis)))
        }
        Event::ExtendWait { rung } => {
            let (rung, doors) = on(ladder, progress, now, rung)?;
            let (started, deadline) = extended(rung, progress, now)?;
            doors.extend_wait.then(|| wait(rung, started, deadline))
        }
        Event::SkipWait { rung } => {
            let (rung, doors) = on(ladder, progress, now, rung)?;
            doors.skip_wait.then(|| (Key::Wait(rung.id.clone()), Value::Wait(WaitFact::Left)))
        }
        Event::Answer { rung, answer } => {
            let (rung, doors) = on(ladder, progress, now, rung)?;
            let open = match answer {
                Answer::NotFixed => doors.not_fixed,
                Answer::Fixed | Answer::Skipped => doors.leave,
            };
            open.then(|| (Key::Answer(rung.id.clone()), Value::Answer(Some(*answer))))
        }
        Event::Moving { rung } => {
            let (rung, doors) = on(ladder, progress, now, rung)?;
            doors.moving.then(|| (Key::Moving(rung.id.clone()), Value::Done(true)))
        }
        Event::Undo { rung } => undo(ladder, progress, rung),
        Event::Reopen => match position(ladder, progress) {
            Position::At(_) => None,
            Position::Fixed(index) => withdraw(progress, ladder.rungs.get(index)?),
            Position::End => withdraw(progress, ladder.rungs.last()?),
        },
        Event::Unfold { all } => {
            (progress.is_unfolded() != *all).then_some((Key::Unfolded, Value::Unfolded(*all)))
        }
        Event::StartOver => progress.current().next().map(|_| {
            let before = progress.void_until().unwrap_or_default();
            (Key::StartOver, Value::StartedOver { before })
        }),
        Event::UndoStartOver => {
            let Value::StartedOver { before } = progress.latest(&Key::StartOver)?.value else {
                return None;
            };
            can_undo_start_over(progress, now)
                .then_some((Key::StartOver, Value::StartOverUndone { since: before }))
        }
        Event::CameBack { rung } => {
            let helped = answer(progress, rung) == Some(Answer::Fixed);
            let known = ladder.rungs.iter().any(|it| it.id == *rung);
            (helped && known).then(|| (Key::CameBack(rung.clone()), Value::Done(true)))
        }
    }
}

/// What `Undo` on a rung takes back: its answer; on the reader's rung that it is moving, or its wait, or else the
/// answer of the rung before.
pub fn undo(ladder: &Ladder, progress: &Progress, rung: &Id) -> Option<(Key, Value)> {
    let index = ladder.rungs.iter().position(|it| it.id == *rung)?;
    match taken_back(ladder, progress, position(ladder, progress), index)? {
        TakesBack::Moving => Some((Key::Moving(rung.clone()), Value::Done(false))),
        TakesBack::Wait => Some((Key::Wait(rung.clone()), Value::Wait(WaitFact::None))),
        TakesBack::Answer(index) => withdraw(progress, ladder.rungs.get(index)?),
    }
}

/// Takes back what became of a rung: where it has come back, that it has.
fn withdraw(progress: &Progress, rung: &Rung) -> Option<(Key, Value)> {
    Some(match came_back(progress, &rung.id) {
        Some(_) => (Key::CameBack(rung.id.clone()), Value::Done(false)),
        None => (Key::Answer(rung.id.clone()), Value::Answer(None)),
    })
}

fn wait(rung: &Rung, started: Time, deadline: Time) -> (Key, Value) {
    (Key::Wait(rung.id.clone()), Value::Wait(WaitFact::Started { started, deadline }))
}

/// Five minutes more than what is left, and the start that goes with it.
fn extended(rung: &Rung, progress: &Progress, now: Time) -> Option<(Time, Time)> {
    match wait_state(rung, progress, now) {
        WaitState::Ended { .. } => Some((now, now.plus(EXTENSION))),
        WaitState::Running { remaining, duration, .. } => {
            // Counted from now, so that a deadline made under a wrong clock is mended as well.
            let left = remaining.saturating_add(EXTENSION).min(LONGEST_WAIT);
            let gone = duration.saturating_sub(remaining).min(LONGEST_WAIT);
            let started = now.millis().saturating_sub(gone);
            Some((Time::from_millis(started)?, now.plus(left)))
        }
        _ => None,
    }
}

fn require(
    ladder: &Ladder,
    progress: &Progress,
    id: &Id,
    evidence: &Given,
    now: Time,
) -> Option<(Key, Value)> {
    let find = |rung: &Rung| rung.requirements.iter().position(|it| it.id == *id);
    let (rung, place, doors) = guard(ladder, progress, now, &find)?;
    let requirement = rung.requirements.get(place)?;
    let key = Key::Requirement(id.clone());
    // Half of what was given under other words, or too long ago, is not made whole.
    let before = given(ladder, rung, progress, requirement, now);
    let value = match (&requirement.evidence, evidence) {
        (Evidence::Confirm, Given::Confirmed(done)) => {
            let before = before == Some(Value::Done(true));
            return (doors.guards && before != *done).then_some((key, Value::Done(*done)));
        }
        (Evidence::Place { .. } | Evidence::HandOver, Given::Place(place)) => {
            Value::Place(cut(place))
        }
        (Evidence::Numbers { .. }, Given::First(first)) => match &before {
            Some(Value::Numbers(_, second)) => Value::Numbers(cut(first), second.clone()),
            _ => Value::Numbers(cut(first), "".into()),
        },
        (Evidence::Numbers { .. }, Given::Second(second)) => match &before {
            Some(Value::Numbers(first, _)) => Value::Numbers(first.clone(), cut(second)),
            _ => Value::Numbers("".into(), cut(second)),
        },
        _ => return None,
    };
    let changes = match &before {
        Some(before) => *before != value,
        None => value.is_given(),
    };
    (doors.guards && changes).then_some((key, value))
}

/// The rung with the guard that `find` finds, the guard's place in it, and what is allowed there.
fn guard<'a>(
    ladder: &'a Ladder,
    progress: &Progress,
    now: Time,
    find: &dyn Fn(&Rung) -> Option<usize>,
) -> Option<(&'a Rung, usize, Allowed)> {
    let found = ladder.rungs.iter().enumerate();
    let (index, rung, place) = found.into_iter().find_map(|(at, it)| Some((at, it, find(it)?)))?;
    Some((rung, place, Climb::new(ladder, progress, now).allowed(index)))
}

fn cut(text: &Rc<str>) -> Rc<str> {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => text.get(..end).unwrap_or_default().into(),
        None => text.clone(),
    }
}

fn toggle(progress: &Progress, key: Key, done: bool, open: bool) -> Option<(Key, Value)> {
    (open && is_done(progress, &key) != done).then_some((key, Value::Done(done)))
}

/// What is allowed on the rung that `fits`.
fn doors(
    ladder: &Ladder,
    progress: &Progress,
    now: Time,
    fits: &dyn Fn(&Rung) -> bool,
) -> Option<Allowed> {
    let index = ladder.rungs.iter().position(fits)?;
    Some(Climb::new(ladder, progress, now).allowed(index))
}

fn on<'a>(
    ladder: &'a Ladder,
    progress: &Progress,
    now: Time,
    id: &Id,
) -> Option<(&'a Rung, Allowed)> {
    let index = ladder.rungs.iter().position(|it| it.id == *id)?;
    Some((ladder.rungs.get(index)?, Climb::new(ladder, progress, now).allowed(index)))
}
