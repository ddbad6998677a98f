//! Facts: the things a reader did, each with the time it happened. Progress is the set of them.
//! Knows no ladder, and nothing of storage.
//!
//! For one key the latest fact wins, equal times by value. Facts are never deleted: undo and
//! starting over are facts too. That makes merging two sets of facts one operation that gives the
//! same result in whatever order and however often it is done.

use std::rc::Rc;

use super::time::Time;
use crate::ladder::Id;

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Whether all items are unfolded: how the reader wants to read, and no progress. Starting over leaves it as it is.
    Unfolded,
    Step(Id),
    Requirement(Id),
    /// A warning and the number of the acknowledgement, from 1.
    Confirm(Id, u32),
    Choice(Id),
    /// The wait of a rung.
    Wait(Id),
    /// Whether a rung is at work, although it has not helped yet.
    Moving(Id),
    /// What became of a rung.
    Answer(Id),
    StartOver,
}

/// What the reader did. The order between values only settles ties in time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A box is ticked or not: a step, an acknowledgement, a requirement that is confirmed. Or a rung is moving or not.
    Done(bool),
    /// The two numbers of a requirement, as the reader typed them.
    Numbers(Rc<str>, Rc<str>),
    /// The place of a requirement, as the reader typed it.
    Place(Rc<str>),
    /// The option chosen, or none.
    Chosen(Option<Id>),
    Wait(WaitFact),
    Answer(Option<Answer>),
    Unfolded(bool),
    /// The reader started over: facts up to this time no longer count.
    StartedOver,
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

/// Everything the reader has done on one ladder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// In the order of their keys. (A sorted map would do the same, and weighs a tenth of this whole module.)
    facts: Vec<(Key, Fact)>,
}

impl Progress {
    /// All facts, whether they still count or not.
    pub fn facts(&self) -> impl Iterator<Item = (&Key, &Fact)> {
        self.facts.iter().map(|(key, fact)| (key, fact))
    }

    /// The place of a key, or the one where it would be.
    fn place(&self, key: &Key) -> Result<usize, usize> {
        self.facts.binary_search_by(|(it, _)| it.cmp(key))
    }

    /// The fact that counts for `key`; none where the reader has started over since.
    pub fn fact(&self, key: &Key) -> Option<&Fact> {
        self.latest(key).filter(|fact| self.counts(key, fact))
    }

    /// The facts that count.
    pub fn current(&self) -> impl Iterator<Item = (&Key, &Fact)> {
        self.facts().filter(|(key, fact)| self.counts(key, fact))
    }

    /// The answers that count, and whose they are.
    pub(super) fn answers(&self) -> impl Iterator<Item = (&Id, Answer)> {
        // Answers are the last of all facts but one kind: with thousands of steps, this finds them at once.
        let last = self.facts.iter().rev().skip_while(|(key, _)| *key == Key::StartOver);
        let answers = last.map_while(|(key, fact)| match key {
            Key::Answer(rung) => Some((rung, self.counts(key, fact), &fact.value)),
            _ => None,
        });
        answers.filter_map(|(rung, counts, value)| match value {
            Value::Answer(Some(answer)) if counts => Some((rung, *answer)),
            _ => None,
        })
    }

    /// Makes evidence stale for good: it is kept, and never counts again.
    pub(super) fn expire(&mut self, key: &Key) {
        let Some(fact) = self.latest(key) else { return };
        let prompt = fact.prompt.clone().map(|it| Prompt { at: Time::default(), ..it });
        let fact = Fact { time: fact.time.plus(1), value: fact.value.clone(), prompt };
        self.put(key.clone(), fact);
    }

    /// The rungs that something was done on that still counts, a rung as often as it comes.
    pub(super) fn worked_on(&self) -> impl Iterator<Item = &Id> {
        let since = self.latest(&Key::StartOver).map(|it| it.time);
        let counts = move |fact: &Fact| since.is_none_or(|it| fact.time > it);
        self.facts().filter(move |(_, fact)| counts(fact)).filter_map(|(key, fact)| match key {
            Key::Answer(rung) | Key::Wait(rung) | Key::Moving(rung) => Some(rung),
            _ => fact.prompt.as_ref().map(|it| &it.rung),
        })
    }

    /// Whether the reader wants all items unfolded.
    pub fn is_unfolded(&self) -> bool {
        let fact = self.latest(&Key::Unfolded);
        matches!(fact.map(|it| &it.value), Some(Value::Unfolded(true)))
    }

    /// The latest fact for `key`, whether it still counts or not.
    pub fn latest(&self, key: &Key) -> Option<&Fact> {
        self.facts.get(self.place(key).ok()?).map(|(_, fact)| fact)
    }

    fn counts(&self, key: &Key, fact: &Fact) -> bool {
        !matches!(key, Key::StartOver | Key::Unfolded)
            && self.latest(&Key::StartOver).is_none_or(|start| fact.time > start.time)
    }

    /// Takes in a fact from elsewhere: it stays out where a later one is known.
    pub fn take(&mut self, key: Key, fact: Fact) {
        if self.latest(&key).is_none_or(|known| wins(&key, &fact, known)) {
            self.put(key, fact);
        }
    }

    /// Puts a fact in the place of whatever was known: for what is stored, not for what holds.
    pub fn put(&mut self, key: Key, fact: Fact) {
        match self.place(&key) {
            Ok(place) => {
                if let Some((_, known)) = self.facts.get_mut(place) {
                    *known = fact;
                }
            }
            Err(place) => self.facts.insert(place, (key, fact)),
        }
    }

    /// Both sets of facts in one. Commutative, associative and idempotent.
    pub fn merge(mut self, other: Progress) -> Progress {
        for (key, fact) in other.facts {
            self.take(key, fact);
        }
        self
    }

    /// Notes that the reader did something at `now`. The fact's time is the later of now and one
    /// millisecond after the facts it replaces, so that a clock which was wrong once cannot pin a
    /// fact for ever.
    pub(super) fn note(&mut self, key: Key, value: Value, prompt: Option<Prompt>, now: Time) {
        let replaced = match key {
            Key::StartOver => self.facts.iter().map(|(_, fact)| fact.time).max(),
            _ => {
                // An answer ends what moved before it, whatever the clock was.
                let other = match &key {
                    Key::Moving(rung) => Some(Key::Answer(rung.clone())),
                    Key::Answer(rung) => Some(Key::Moving(rung.clone())),
                    _ => None,
                };
                let other = other.and_then(|it| self.latest(&it));
                let replaced = [self.latest(&key), self.latest(&Key::StartOver), other];
                replaced.into_iter().flatten().map(|fact| fact.time).max()
            }
        };
        let time = replaced.map_or(now, |replaced| now.max(replaced.plus(1)));
        self.put(key, Fact { time, value, prompt });
    }

    /// The facts that differ from those in `before`: what there is to save.
    pub fn changed_since<'a>(
        &'a self,
        before: &'a Progress,
    ) -> impl Iterator<Item = (&'a Key, &'a Fact)> {
        self.facts().filter(|(key, fact)| before.latest(key) != Some(fact))
    }
}

/// Whether a fact takes the place of another that is known about the same: the later one does. Equal times are settled
/// by value, and where that would open a guard, by the value that leaves it closed.
fn wins(key: &Key, fact: &Fact, known: &Fact) -> bool {
    let is_guard = matches!(key, Key::Requirement(_) | Key::Confirm(..));
    let closed = |it: &Fact| is_guard && !it.value.is_given();
    (fact.time, closed(fact), fact) > (known.time, closed(known), known)
}
