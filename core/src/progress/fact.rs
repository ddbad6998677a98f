//! Facts: the things a reader did, each with the time it happened. Knows no ladder, and nothing of storage.
//!
//! Facts are never deleted: undo and starting over are facts too.

use std::rc::Rc;

use super::time::Time;
use crate::ladder::Id;

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Whether all items are unfolded: how the reader wants to read, and no progress. Starting over leaves it as it is.
    Unfolded,
    /// For whom the climb is. Starting over leaves it as it is.
    Case,
    Step(Id),
    Requirement(Id),
    /// A warning and the number of the acknowledgement, from 1.
    Confirm(Id, u32),
    Choice(Id),
    /// The wait of a rung.
    Wait(Id),
    /// Whether a rung is at work, although it has not helped yet.
    Moving(Id),
    /// Whether what a rung had fixed has come back.
    CameBack(Id),
    /// What became of a rung.
    Answer(Id),
    StartOver,
}

/// What the reader did. The order between values only settles ties in time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A box is ticked or not: a step, an acknowledgement, a requirement that is confirmed. Or a rung is moving or not, or
    /// what it had fixed has come back or not.
    Done(bool),
    /// The two numbers of a requirement, as the reader typed them.
    Numbers(Rc<str>, Rc<str>),
    /// The place of a requirement, as the reader typed it; for a hand-over, which of its words the reader chose.
    Place(Rc<str>),
    /// The option chosen, or none.
    Chosen(Option<Id>),
    Wait(WaitFact),
    Answer(Option<Answer>),
    Unfolded(bool),
    Case(CaseFact),
    /// The reader started over: facts up to this time no longer count. `before` is up to when they did not count before.
    StartedOver {
        before: Time,
    },
    /// Starting over was undone: facts after this moment count again.
    StartOverUndone {
        since: Time,
    },
}

/// The device for which a climb is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseFact {
    /// What the reader calls it; empty where they do not.
    pub name: Rc<str>,
    /// Whether the reader has taken it out of the list.
    pub removed: bool,
}

impl Value {
    /// Whether this is evidence or a tick, and not one that was taken back.
    pub(super) fn is_given(&self) -> bool {
        match self {
            Value::Done(done) => *done,
            Value::Numbers(first, second) => !(first.is_empty() && second.is_empty()),
            Value::Place(place) => !place.is_empty(),
            _ => false,
        }
    }
}

/// What was done about a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitFact {
    /// Not started, or taken back.
    None,
    /// Left before its end, or never started, in two presses.
    Left,
    /// Started. Its length is `deadline - started`, by the clock at the start. Of two facts of one moment it is this
    /// one that counts: no wait is over because two tabs disagree.
    Started { started: Time, deadline: Time },
}

/// What became of a rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    NotFixed,
    Skipped,
    Fixed,
}

/// One thing the reader did, with the time it happened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    pub time: Time,
    pub value: Value,
    /// The prompt under which this was given. Without it, no guard is met by the fact.
    pub prompt: Option<Prompt>,
}

/// Which rung asked for evidence, in which words, and when: a guard belongs to its rung and to its words. The tick of a
/// step has a prompt with the rung alone, and 0 for the words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prompt {
    /// The rung that the guard or step stood on.
    pub rung: Id,
    /// That of the words, as they were shown: see [`fingerprint`](super::fingerprint).
    pub fingerprint: u64,
    /// By the clock, which the time of a fact may be ahead of.
    pub at: Time,
}

impl Fact {
    /// A fact that no guard has asked for.
    pub fn new(time: Time, value: Value) -> Fact {
        Fact { time, value, prompt: None }
    }
}
