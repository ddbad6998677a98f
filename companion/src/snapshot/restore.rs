//! A token as facts, against a ladder and the time.
//!
//! What is kept out: guards of rungs that are not gentle, guards of gentle rungs under other words, ticks of a rung
//! whose items are others here, and rungs that are not here. No time is ahead of now.

use std::rc::Rc;

use fix_ladder_core::ladder::{Id, Ladder, Rung};
use fix_ladder_core::progress::time::LONGEST_WAIT;
use fix_ladder_core::progress::{Answer, Fact, Key, Progress, Prompt, Time, Value, WaitFact};

use crate::items::{Item, find_rung, items, items_hash, only, option_hash, takes_guards};
use crate::token::{self, ITEM_UNIT, Outcome, Tick, Token, Typed, Wait};

/// A guard, and what was typed for it.
pub type Guard<'a> = (Item<'a>, Option<Typed>);

/// What a token is on a ladder.
#[derive(Default)]
pub struct Restored<'a> {
    /// All that may be taken over, with whether its time was ahead of now.
    pub facts: Vec<(Key, Fact, bool)>,
    /// Guards that are shown and not taken over: their rung, what was given for each.
    pub shown: Vec<(&'a Rung, Vec<Guard<'a>>)>,
    /// Rungs whose ticks are left out.
    pub other_items: Vec<&'a Rung>,
    /// How many rungs and choices are not here.
    pub unknown: usize,
    /// What the case is called there; may be empty.
    pub name: Rc<str>,
    pub newest: Time,
}

impl Restored<'_> {
    /// The facts as progress.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for (key, fact, _) in &self.facts {
            progress.take(key.clone(), fact.clone());
        }
        progress
    }
}

/// What `token` is on `ladder` at `now`.
pub fn restore<'a>(ladder: &'a Ladder, token: &Token, now: Time) -> Restored<'a> {
    let clock = Clock::of(token, now);
    let mut it = Restore { ladder, clock, out: Restored::default() };
    it.out.newest = it.clock.at(token.newest).0;
    it.out.name = token.name.as_str().into();
    it.start_over(token);
    for choice in &token.choices {
        it.choice(choice);
    }
    let mut seen: Vec<&Id> = Vec::new();
    for rung in &token.rungs {
        match find_rung(ladder, rung.id, rung.items).filter(|it| !seen.contains(&&it.id)) {
            Some(here) => {
                seen.push(&here.id);
                it.rung(here, rung);
            }
            None => it.out.unknown += 1,
        }
    }
    it.out
}

/// The times of a token as moments: none is ahead of now, and each is after the start over.
struct Clock {
    base: u64,
    start: Time,
    start_is_ahead: bool,
    started_over: bool,
    now: Time,
}

impl Clock {
    fn of(token: &Token, now: Time) -> Clock {
        let start = millis(token.base.saturating_mul(1000));
        // Room for a fact after it, and one after that.
        let latest = millis(now.millis().saturating_sub(3));
        Clock {
            base: token.base,
            start: start.min(latest),
            start_is_ahead: start > latest,
            started_over: token.started_over,
            now,
        }
    }

    /// So many seconds after the base, and whether that is ahead of now.
    fn at(&self, after: u64) -> (Time, bool) {
        let at = millis(self.base.saturating_add(after).saturating_mul(1000));
        let latest = millis(self.now.millis().saturating_sub(1));
        let (at, ahead) = (at.min(latest), at > latest);
        match self.started_over {
            true => (at.max(self.start.plus(1)), ahead),
            false => (at, ahead),
        }
    }
}

/// The last moment there is, where it is later.
fn millis(millis: u64) -> Time {
    Time::from_millis(millis).unwrap_or(Time::MAX)
}

struct Restore<'a> {
    ladder: &'a Ladder,
    clock: Clock,
    out: Restored<'a>,
}

impl<'a> Restore<'a> {
    fn choice(&mut self, choice: &token::Choice) {
        let options = self.ladder.choices.iter().flat_map(|it| {
            let known = it.options.iter().map(|option| Some(&option.id));
            known.chain([None]).map(move |option| (&it.id, option))
        });
        let fits = |(id, option): &(&Id, Option<&Id>)| {
            option_hash(id.as_str(), option.map_or("", |it| it.as_str())) == choice.option
        };
        let Some((id, option)) = only(options.filter(fits)) else {
            self.out.unknown += 1;
            return;
        };
        let (at, ahead) = self.clock.at(choice.at);
        let fact = Fact::new(at, Value::Chosen(option.cloned()));
        self.out.facts.push((Key::Choice(id.clone()), fact, ahead));
    }

    fn start_over(&mut self, token: &Token) {
        let (start, none) = (self.clock.start, Time::default());
        let (fact, ahead) = match (token.undone, token.started_over) {
            (Some(at), bounded) => {
                let since = if bounded { start } else { none };
                let (at, ahead) = self.clock.at(at);
                (Fact::new(at, Value::StartOverUndone { since }), ahead)
            }
            (None, true) => {
                let fact = Fact::new(start, Value::StartedOver { before: none });
                (fact, self.clock.start_is_ahead)
            }
            (None, false) => return,
        };
        self.out.facts.push((Key::StartOver, fact, ahead));
    }

    fn push(&mut self, key: Key, at: u64, value: Value) -> Time {
        let (time, ahead) = self.clock.at(at);
        self.out.facts.push((key, Fact::new(time, value), ahead));
        time
    }

    fn rung(&mut self, here: &'a Rung, rung: &token::Rung) {
        let id = || here.id.clone();
        if let Some((wait, at)) = rung.wait {
            let value = Value::Wait(self.wait(wait));
            self.push(Key::Wait(id()), at, value);
        }
        let mut answered = None;
        if let Some((outcome, at)) = rung.outcome {
            let answer = match outcome {
                Outcome::None => None,
                Outcome::NotFixed => Some(Answer::NotFixed),
                Outcome::Skipped => Some(Answer::Skipped),
                Outcome::Fixed => Some(Answer::Fixed),
            };
            answered = Some(self.push(Key::Answer(id()), at, Value::Answer(answer)));
        }
        let flags = [(rung.moving, Key::Moving(id())), (rung.came_back, Key::CameBack(id()))];
        for (flag, key) in flags {
            if let Some((is_so, at)) = flag {
                self.push(key, at, Value::Done(is_so));
                self.after(answered);
            }
        }
        if items_hash(here) == rung.items && items(here).len() == rung.ticks.len() {
            self.items(here, rung);
        } else if rung.ticks.iter().any(|it| *it != Tick::Unknown) {
            self.out.other_items.push(here);
        }
    }

    /// The last fact was made after the answer.
    fn after(&mut self, answered: Option<Time>) {
        if let (Some((_, fact, _)), Some(answered)) = (self.out.facts.last_mut(), answered) {
            fact.time = fact.time.max(answered.plus(1));
        }
    }

    fn wait(&self, wait: Wait) -> WaitFact {
        match wait {
            Wait::None => WaitFact::None,
            Wait::Left => WaitFact::Left,
            Wait::Started { from, length } => {
                let started = millis(self.clock.base.saturating_add(from).saturating_mul(1000));
                let started = started.min(self.clock.now);
                let length = length.saturating_mul(1000).min(LONGEST_WAIT);
                WaitFact::Started { started, deadline: started.plus(length) }
            }
        }
    }

    fn items(&mut self, here: &'a Rung, rung: &token::Rung) {
        let mut shown = Vec::new();
        let choices = self.choices();
        for ((place, item), tick) in (0_u64..).zip(items(here)).zip(&rung.ticks) {
            let (done, at) = match tick {
                Tick::Unknown => continue,
                Tick::Done(at) => (true, at),
                Tick::TakenBack(at) => (false, at),
            };
            let (time, ahead) = self.clock.at(at.saturating_mul(ITEM_UNIT));
            let typed = rung.typed.iter().find(|it| it.0 == place).map(|(_, typed)| typed);
            let prompt = |fingerprint| {
                Some(Prompt { rung: here.id.clone(), fingerprint, at: time.max(millis(1)) })
            };
            if !item.is_guard() {
                let fact = Fact { time, value: Value::Done(done), prompt: prompt(0) };
                self.out.facts.push((item.key(), fact, ahead));
                continue;
            }
            let words = rung.fingerprints.iter().find(|it| it.0 == place).map(|(_, words)| *words);
            let are_here = |it: &u64| item.fingerprint(self.ladder, &choices) == Some(*it);
            match words.filter(|it| takes_guards(here) && are_here(it)) {
                Some(words) if done => {
                    let fact = Fact { time, value: value(&item, typed), prompt: prompt(words) };
                    self.out.facts.push((item.key(), fact, ahead));
                }
                _ if !done && takes_guards(here) => {
                    let value = Value::Done(false);
                    self.out.facts.push((item.key(), Fact { time, value, prompt: None }, ahead));
                }
                _ if done => shown.push((item, typed.cloned())),
                _ => {}
            }
        }
        if !shown.is_empty() {
            self.out.shown.push((here, shown));
        }
    }

    /// What is chosen with it: it decides which words are shown.
    fn choices(&self) -> Progress {
        let mut progress = Progress::default();
        for (key, fact, _) in &self.out.facts {
            if matches!(key, Key::Choice(_)) {
                progress.take(key.clone(), fact.clone());
            }
        }
        progress
    }
}

/// What was given for a guard.
fn value(item: &Item<'_>, typed: Option<&Typed>) -> Value {
    match (item, typed) {
        (Item::Requirement(_), Some(Typed::Numbers(first, second))) => {
            Value::Numbers(Rc::from(first.as_str()), Rc::from(second.as_str()))
        }
        (Item::Requirement(_), Some(Typed::Place(place))) => Value::Place(Rc::from(place.as_str())),
        _ => Value::Done(true),
    }
}
