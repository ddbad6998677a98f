//! The state of every rung at one moment: what depends on the position of the reader, derived once for all rungs.
//! Knows facts and the time, and changes nothing.

use std::cell::OnceCell;

use super::evidence::{guards_met, next_stale};
use super::fact::{Answer, Key, Value, WaitFact};
use super::set::Progress;
use super::state::{
    Allowed, Position, RungState, WaitState, answer, answered, minutes_left, moving_since,
    position, wait_state,
};
use super::time::{MINUTE, Time};
use crate::ladder::{Id, Ladder, Rung, Severity};

/// One ladder, what the reader has done on it, and now.
pub struct Climb<'a> {
    ladder: &'a Ladder,
    progress: &'a Progress,
    now: Time,
    /// Whether any rung has an answer.
    begun: bool,
    pub position: Position,
    /// Whether the guards of the reader's rung are met, worked out when it is first needed: all their words are read for it.
    met: OnceCell<bool>,
}

/// What undo on a rung takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakesBack {
    /// That it is moving.
    Moving,
    /// Its own wait.
    Wait,
    /// The answer of the rung at this index.
    Answer(usize),
}

impl<'a> Climb<'a> {
    pub fn new(ladder: &'a Ladder, progress: &'a Progress, now: Time) -> Climb<'a> {
        let known = |rung: &Id| ladder.rungs.iter().any(|it| it.id == *rung);
        let begun = progress.answers().any(|(rung, _)| known(rung));
        let position = position(ladder, progress);
        Climb { ladder, progress, now, begun, position, met: OnceCell::new() }
    }

    pub fn ladder(&self) -> &'a Ladder {
        self.ladder
    }

    /// Whether any rung has an answer.
    pub fn is_begun(&self) -> bool {
        self.begun
    }

    /// The state of the rung at `index`, and when it was answered.
    pub fn rung(&self, index: usize) -> (RungState, Option<Time>) {
        let Some(rung) = self.ladder.rungs.get(index) else { return (RungState::Locked, None) };
        let answer = if self.begun { answered(self.progress, &rung.id) } else { None };
        match answer {
            Some((Answer::Fixed, at)) => return (RungState::Fixed, Some(at)),
            Some((Answer::NotFixed, at)) => return (RungState::NotFixed, Some(at)),
            Some((Answer::Skipped, at)) => return (RungState::Skipped, Some(at)),
            None => {}
        }
        let state = match wait_state(rung, self.progress, self.now) {
            _ if self.position != Position::At(index) => RungState::Locked,
            _ if !self.is_prepared(rung) => RungState::Preparing,
            WaitState::Running { .. } => RungState::Waiting,
            _ => RungState::Open,
        };
        (state, None)
    }

    fn is_prepared(&self, rung: &Rung) -> bool {
        *self.met.get_or_init(|| guards_met(self.ladder, rung, self.progress, self.now))
    }

    /// What the reader may do on the rung at `index`.
    pub fn allowed(&self, index: usize) -> Allowed {
        let Some(rung) = self.ladder.rungs.get(index) else { return Allowed::default() };
        let (state, _) = self.rung(index);
        if !state.is_readers() {
            return Allowed::default();
        }
        let moving = rung.moving.is_some() && moving_since(rung, self.progress).is_none();
        let closed = Allowed { guards: true, leave: true, moving, ..Allowed::default() };
        if state == RungState::Preparing {
            return closed;
        }
        let open = Allowed { steps: true, ..closed };
        match wait_state(rung, self.progress, self.now) {
            WaitState::None | WaitState::Left => Allowed { not_fixed: true, ..open },
            WaitState::NotStarted => Allowed { start_wait: true, skip_wait: true, ..open },
            WaitState::Running { .. } => Allowed { extend_wait: true, skip_wait: true, ..open },
            WaitState::Ended { .. } => Allowed { extend_wait: true, not_fixed: true, ..open },
        }
    }

    /// Whether the way to the end of the ladder is offered: from the first rung that is not gentle.
    pub fn help_offered(&self) -> bool {
        match self.position {
            Position::At(index) => {
                let rungs = self.ladder.rungs.iter().take(index.saturating_add(1));
                rungs.into_iter().any(|rung| rung.severity != Severity::Gentle)
            }
            Position::Fixed(_) | Position::End => false,
        }
    }

    /// What undo on the rung at `index` takes back.
    pub fn takes_back(&self, index: usize) -> Option<TakesBack> {
        taken_back(self.ladder, self.progress, self.position, index)
    }
}

/// The next moment at which what is shown changes by itself: a wait's next whole minute, or its
/// end; or when evidence has become too old. None where nothing of that is ahead.
pub fn next_change(ladder: &Ladder, progress: &Progress, now: Time) -> Option<Time> {
    let Position::At(index) = position(ladder, progress) else { return None };
    let rung = ladder.rungs.get(index)?;
    match wait_state(rung, progress, now) {
        WaitState::Running { remaining, .. } => {
            let whole_minutes_after = minutes_left(remaining).saturating_sub(1) * MINUTE;
            Some(now.plus(remaining.saturating_sub(whole_minutes_after)))
        }
        _ => next_stale(ladder, rung, progress, now),
    }
}

/// See [`Climb::takes_back`].
pub(super) fn taken_back(
    ladder: &Ladder,
    progress: &Progress,
    position: Position,
    index: usize,
) -> Option<TakesBack> {
    let rung = ladder.rungs.get(index)?;
    match position {
        // Once a rung has helped, only that can be taken back: the others are the story of it.
        Position::Fixed(fixed) if fixed != index => return None,
        _ if answer(progress, &rung.id).is_some() => return Some(TakesBack::Answer(index)),
        Position::At(here) if here == index && moving_since(rung, progress).is_some() => {
            return Some(TakesBack::Moving);
        }
        Position::At(here) if here == index => {}
        _ => return None,
    }
    match progress.fact(&Key::Wait(rung.id.clone())).map(|fact| &fact.value) {
        Some(Value::Wait(WaitFact::Started { .. } | WaitFact::Left)) if rung.wait.is_some() => {
            Some(TakesBack::Wait)
        }
        _ => index.checked_sub(1).map(TakesBack::Answer),
    }
}
