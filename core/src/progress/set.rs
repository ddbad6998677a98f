//! Progress: the set of facts. Knows which of them count, and no ladder.
//!
//! For one key the latest fact wins, equal times by value. That makes merging two sets of facts one operation that gives
//! the same result in whatever order and however often it is done.

use super::fact::{Answer, CaseFact, Fact, Key, Prompt, Value};
use super::time::Time;
use crate::ladder::Id;

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
            Key::Answer(rung) => Some((rung, self.counts(key, fact), fact)),
            _ => None,
        });
        answers.filter_map(|(rung, counts, fact)| match fact.value {
            Value::Answer(Some(answer)) if counts => Some((rung, self.lasting(rung, answer, fact))),
            _ => None,
        })
    }

    /// The answer that a rung has now: what it had fixed may have come back.
    pub(super) fn lasting(&self, rung: &Id, answer: Answer, fact: &Fact) -> Answer {
        match answer {
            Answer::Fixed if self.came_back_after(rung, fact.time).is_some() => Answer::NotFixed,
            _ => answer,
        }
    }

    /// When what a rung had fixed at a moment came back.
    pub(super) fn came_back_after(&self, rung: &Id, fixed: Time) -> Option<Time> {
        let fact = self.fact(&Key::CameBack(rung.clone()))?;
        (fact.value == Value::Done(true) && fact.time > fixed).then_some(fact.time)
    }

    /// Facts up to this moment do not count.
    pub(super) fn void_until(&self) -> Option<Time> {
        let fact = self.latest(&Key::StartOver)?;
        Some(match fact.value {
            Value::StartOverUndone { since } => since,
            _ => fact.time,
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
        let since = self.void_until();
        let counts = move |fact: &Fact| since.is_none_or(|it| fact.time > it);
        self.facts().filter(move |(_, fact)| counts(fact)).filter_map(|(key, fact)| match key {
            Key::Answer(rung) | Key::Wait(rung) | Key::Moving(rung) | Key::CameBack(rung) => {
                Some(rung)
            }
            _ => fact.prompt.as_ref().map(|it| &it.rung),
        })
    }

    /// For whom the climb is; none where nobody has said.
    pub fn case(&self) -> Option<&CaseFact> {
        match &self.latest(&Key::Case)?.value {
            Value::Case(case) => Some(case),
            _ => None,
        }
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
        !matches!(key, Key::StartOver | Key::Unfolded | Key::Case)
            && self.void_until().is_none_or(|until| fact.time > until)
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
                // An answer ends what moved or came back before it, whatever the clock was.
                let others = match &key {
                    Key::Moving(rung) | Key::CameBack(rung) => vec![Key::Answer(rung.clone())],
                    Key::Answer(rung) => {
                        vec![Key::Moving(rung.clone()), Key::CameBack(rung.clone())]
                    }
                    _ => Vec::new(),
                };
                let replaced = [self.latest(&key), self.latest(&Key::StartOver)];
                let others = others.iter().map(|it| self.latest(it));
                let replaced = replaced.into_iter().chain(others);
                replaced.flatten().map(|fact| fact.time).max()
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
