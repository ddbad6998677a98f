//! Where the reader is, and what became of each choice, wait and rung: derived from single facts and the time.
//!
//! Knows nothing of guards; what a rung's state is with them, [`Climb`](super::Climb) says.

use super::fact::{Answer, Key, Value, WaitFact};
use super::set::Progress;
use super::time::{DAY, LONGEST_WAIT, MINUTE, Time};
use crate::ladder::{Id, Ladder, Rung};

/// Where the reader is on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The reader's rung is the one at this index.
    At(usize),
    /// The rung at this index has helped.
    Fixed(usize),
    /// No rung has helped.
    End,
}

/// The state of one rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    Locked,
    Preparing,
    Open,
    Waiting,
    NotFixed,
    Fixed,
    Skipped,
}

impl RungState {
    /// The word in `data-state`.
    pub fn as_str(self) -> &'static str {
        match self {
            RungState::Locked => "locked",
            RungState::Preparing => "preparing",
            RungState::Open => "open",
            RungState::Waiting => "waiting",
            RungState::NotFixed => "not-fixed",
            RungState::Fixed => "fixed",
            RungState::Skipped => "skipped",
        }
    }

    /// Whether this is the reader's rung.
    pub fn is_readers(self) -> bool {
        matches!(self, RungState::Preparing | RungState::Open | RungState::Waiting)
    }
}

/// The state of the wait of a rung. Lengths are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitState {
    /// The rung asks for no wait.
    None,
    NotStarted,
    Running {
        deadline: Time,
        remaining: u64,
        duration: u64,
    },
    Ended {
        deadline: Time,
    },
    Left,
}

/// What the reader may do on a rung now. The view shows these doors, and [`step`](super::step())
/// goes through no other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Requirements and acknowledgements may be given and taken back.
    pub guards: bool,
    pub steps: bool,
    pub start_wait: bool,
    pub extend_wait: bool,
    pub skip_wait: bool,
    pub not_fixed: bool,
    /// Fixed, and skip.
    pub leave: bool,
    /// That it is moving. Good news needs no guard, and takes nobody past one.
    pub moving: bool,
}

/// Where the reader stands: on the first rung without an answer, and on none above the one they have begun. A rung that
/// an author put in above is tried before the climb ends, but takes nobody away from a wait or from a deletion.
pub fn position(ladder: &Ladder, progress: &Progress) -> Position {
    position_after(ladder, progress, None)
}

/// The position once a rung is left, or as it is.
pub fn position_after(ladder: &Ladder, progress: &Progress, left: Option<&Id>) -> Position {
    let place = |rung: &Id| ladder.rungs.iter().position(|it| it.id == *rung);
    let fixed = progress.answers().filter(|(_, answer)| *answer == Answer::Fixed);
    if let Some(index) = fixed.filter_map(|(rung, _)| place(rung)).min() {
        return Position::Fixed(index);
    }
    let rungs = || (0..).zip(&ladder.rungs);
    let is_open = |rung: &Rung| left != Some(&rung.id) && answer(progress, &rung.id).is_none();
    let open = rungs().find(|(_, it)| is_open(it));
    let Some((first, rung)) = open else { return Position::End };
    // Nobody comes to a rung without having left those above it: one that has never had an answer is new there.
    let is_new = |rung: &Rung| progress.latest(&Key::Answer(rung.id.clone())).is_none();
    if !is_new(rung) {
        return Position::At(first);
    }
    // What can be done only on the reader's rung says where they have been.
    let mut begun = left.and_then(place).map_or(first, |it| it.max(first));
    let mut last = None;
    for rung in progress.worked_on() {
        if last == Some(rung) {
            continue;
        }
        last = Some(rung);
        match place(rung) {
            // Whatever is said of those below.
            Some(index) if index == first => return Position::At(first),
            Some(index) => begun = begun.max(index),
            None => {}
        }
    }
    let mut open = rungs().skip(first).filter(|(_, it)| is_open(it));
    let next = open.find(|(index, it)| *index >= begun || !is_new(it));
    Position::At(next.map_or(first, |(index, _)| index))
}

/// What became of a rung so far.
pub fn answer(progress: &Progress, rung: &Id) -> Option<Answer> {
    answered(progress, rung).map(|(answer, _)| answer)
}

/// What became of a rung, and when.
pub fn answered(progress: &Progress, rung: &Id) -> Option<(Answer, Time)> {
    let fact = progress.fact(&Key::Answer(rung.clone()))?;
    match fact.value {
        Value::Answer(Some(answer)) => Some((progress.lasting(rung, answer, fact), fact.time)),
        _ => None,
    }
}

/// When a rung had helped, and when what it had fixed came back.
pub fn came_back(progress: &Progress, rung: &Id) -> Option<(Time, Time)> {
    let fact = progress.fact(&Key::Answer(rung.clone()))?;
    let fixed = fact.value == Value::Answer(Some(Answer::Fixed));
    let back = progress.came_back_after(rung, fact.time).filter(|_| fixed)?;
    Some((fact.time, back))
}

/// Whether starting over can still be undone: for a day.
pub fn can_undo_start_over(progress: &Progress, now: Time) -> bool {
    let fact = progress.latest(&Key::StartOver);
    fact.is_some_and(|it| matches!(it.value, Value::StartedOver { .. }) && now.since(it.time) < DAY)
}

/// Since when a rung is at work, as the reader has seen it. An answer ends that, also one that is taken back: whoever
/// comes back to a rung looks again.
pub fn moving_since(rung: &Rung, progress: &Progress) -> Option<Time> {
    rung.moving.as_ref()?;
    let fact = progress.fact(&Key::Moving(rung.id.clone()))?;
    let ended = progress.latest(&Key::Answer(rung.id.clone()));
    let counts = fact.value == Value::Done(true) && ended.is_none_or(|it| fact.time > it.time);
    counts.then_some(fact.time)
}

/// The option chosen for a choice. One that the author has renamed or taken out is as good as none.
pub fn chosen<'a>(ladder: &'a Ladder, progress: &Progress, choice: &Id) -> Option<&'a Id> {
    let Value::Chosen(Some(option)) = &progress.fact(&Key::Choice(choice.clone()))?.value else {
        return None;
    };
    let choice = ladder.choices.iter().find(|it| it.id == *choice)?;
    choice.options.iter().map(|it| &it.id).find(|it| *it == option)
}

pub fn wait_state(rung: &Rung, progress: &Progress, now: Time) -> WaitState {
    if rung.wait.is_none() {
        return WaitState::None;
    }
    let fact = progress.fact(&Key::Wait(rung.id.clone())).map(|fact| &fact.value);
    match fact {
        Some(Value::Wait(WaitFact::Left)) => WaitState::Left,
        Some(Value::Wait(WaitFact::Started { started, deadline })) => {
            let duration = deadline.since(*started).min(LONGEST_WAIT);
            // However the clock is turned, no more is left than there was at the start.
            match deadline.since(now).min(duration) {
                0 => WaitState::Ended { deadline: *deadline },
                remaining => WaitState::Running { deadline: *deadline, remaining, duration },
            }
        }
        _ => WaitState::NotStarted,
    }
}

/// The whole minutes left of a wait, the last one begun counted whole.
pub fn minutes_left(remaining: u64) -> u64 {
    remaining.div_ceil(MINUTE)
}

/// How long the climb took, in milliseconds: from the first fact that counts, or from when it last came back, to the
/// answer "fixed". None where a clock that was wrong makes it more than a year.
pub fn duration(progress: &Progress, fixed: Time) -> Option<u64> {
    let back = progress.answers().filter_map(|(rung, _)| came_back(progress, rung)).map(|it| it.1);
    let back = back.filter(|it| *it <= fixed).max();
    let first = back.or_else(|| progress.current().map(|(_, fact)| fact.time).min())?;
    Some(fixed.since(first)).filter(|it| *it < 365 * 24 * 60 * MINUTE)
}
