//! Facts as a token.

use fix_ladder_core::ladder::{Ladder, Rung};
use fix_ladder_core::progress::time::LONGEST_WAIT;
use fix_ladder_core::progress::{Answer, Fact, Key, Progress, Time, Value, WaitFact};

use crate::facts::{is_given, void_until};
use crate::items::{Item, items, items_hash, option_hash, rung_hash, takes_guards};
use crate::token::{self, Choice, ITEM_UNIT, Outcome, Tick, Token, Typed, Wait};

/// No longer text is carried of what is shown only, in characters.
const SHOWN: usize = 60;

/// The token of all facts that count.
pub fn take(ladder: &Ladder, progress: &Progress, now: Time) -> Token {
    let start = void_until(progress);
    let times = || progress.current().map(|(_, fact)| fact.time);
    let earliest = times().chain(undone(progress)).min();
    let base = start.or(earliest).unwrap_or(now);
    let it = Take { ladder, progress, base: seconds(base) };
    let mut token = Token {
        ladder: ladder.id.to_string(),
        name: progress.case().map(|it| it.name.to_string()).unwrap_or_default(),
        base: it.base,
        started_over: start.is_some(),
        undone: undone(progress).map(|at| it.after_base(at)),
        newest: times().max().map_or(0, |newest| it.after_base(newest)),
        ..Token::default()
    };
    for choice in &ladder.choices {
        let Some(fact) = progress.fact(&Key::Choice(choice.id.clone())) else { continue };
        let Value::Chosen(option) = &fact.value else { continue };
        let option = option.as_ref().map_or("", |it| it.as_str());
        let option = option_hash(choice.id.as_str(), option);
        token.choices.push(Choice { option, at: it.after_base(fact.time) });
    }
    token.rungs = ladder.rungs.iter().filter_map(|rung| it.rung(rung)).collect();
    token
}

fn undone(progress: &Progress) -> Option<Time> {
    let fact = progress.latest(&Key::StartOver)?;
    matches!(fact.value, Value::StartOverUndone { .. }).then_some(fact.time)
}

fn seconds(time: Time) -> u64 {
    time.millis() / 1000
}

struct Take<'a> {
    ladder: &'a Ladder,
    progress: &'a Progress,
    base: u64,
}

impl Take<'_> {
    fn after_base(&self, time: Time) -> u64 {
        seconds(time).saturating_sub(self.base)
    }

    fn fact(&self, key: Key) -> Option<(&Value, u64)> {
        let fact = self.progress.fact(&key)?;
        Some((&fact.value, self.after_base(fact.time)))
    }

    /// What was done on a rung; none where nothing was.
    fn rung(&self, rung: &Rung) -> Option<token::Rung> {
        let mut out = token::Rung {
            id: rung_hash(rung),
            items: items_hash(rung),
            outcome: self.outcome(rung),
            wait: self.wait(rung),
            moving: self.flag(rung, Key::Moving(rung.id.clone())),
            came_back: self.flag(rung, Key::CameBack(rung.id.clone())),
            ..token::Rung::default()
        };
        self.items(rung, &mut out);
        let is_known = |it: &Tick| *it != Tick::Unknown;
        let known = out.ticks.iter().any(is_known)
            || out.outcome.is_some()
            || out.wait.is_some()
            || out.moving.is_some()
            || out.came_back.is_some();
        known.then_some(out)
    }

    fn outcome(&self, rung: &Rung) -> Option<(Outcome, u64)> {
        let (value, at) = self.fact(Key::Answer(rung.id.clone()))?;
        let Value::Answer(answer) = value else { return None };
        let outcome = match answer {
            None => Outcome::None,
            Some(Answer::NotFixed) => Outcome::NotFixed,
            Some(Answer::Skipped) => Outcome::Skipped,
            Some(Answer::Fixed) => Outcome::Fixed,
        };
        Some((outcome, at))
    }

    fn wait(&self, rung: &Rung) -> Option<(Wait, u64)> {
        let (value, at) = self.fact(Key::Wait(rung.id.clone()))?;
        let Value::Wait(wait) = value else { return None };
        let wait = match wait {
            WaitFact::None => Wait::None,
            WaitFact::Left => Wait::Left,
            WaitFact::Started { started, deadline } => Wait::Started {
                // Not towards the past: nobody may go on before the deadline.
                from: self.after_base(started.plus(999)),
                length: deadline.since(*started).min(LONGEST_WAIT).div_ceil(1000),
            },
        };
        Some((wait, at))
    }

    /// A flag of a rung, where no answer has ended it.
    fn flag(&self, rung: &Rung, flag: Key) -> Option<(bool, u64)> {
        let flag = self.progress.fact(&flag)?;
        let answer = self.progress.latest(&Key::Answer(rung.id.clone()));
        let counts = answer.is_none_or(|it| flag.time > it.time);
        match flag.value {
            Value::Done(done) if counts => Some((done, self.after_base(flag.time))),
            _ => None,
        }
    }

    fn items(&self, rung: &Rung, out: &mut token::Rung) {
        for (place, item) in (0_u64..).zip(items(rung)) {
            let Some(fact) = self.progress.fact(&item.key()) else {
                out.ticks.push(Tick::Unknown);
                continue;
            };
            let mut at = fact.time;
            if is_given(&fact.value) {
                if let Some((fingerprint, asked)) = self.met(rung, &item, fact) {
                    out.fingerprints.push((place, fingerprint));
                    // Evidence never becomes younger on its way.
                    at = at.min(asked);
                }
                out.typed.extend(typed(&item, &fact.value, rung).map(|it| (place, it)));
            }
            let at = self.after_base(at) / ITEM_UNIT;
            out.ticks.push(match is_given(&fact.value) {
                true => Tick::Done(at),
                false => Tick::TakenBack(at),
            });
        }
    }

    /// The fingerprint of the words under which a guard was met, and when they were answered. None where they are others
    /// now, and of a rung whose guards nobody takes over.
    fn met(&self, rung: &Rung, item: &Item<'_>, fact: &Fact) -> Option<(u64, Time)> {
        let prompt = fact.prompt.as_ref().filter(|it| takes_guards(rung) && it.rung == rung.id)?;
        let words = item.fingerprint(self.ladder, self.progress)?;
        // Asked before all else, by a clock that was turned back: on its way it could only become younger.
        let is_after_base = prompt.at.millis() > self.base.saturating_mul(1000);
        (words == prompt.fingerprint && is_after_base).then_some((words, prompt.at))
    }
}

fn typed(item: &Item<'_>, value: &Value, rung: &Rung) -> Option<Typed> {
    // How a climb was handed over is of no use where that is asked again.
    if !takes_guards(rung) && item.is_hand_over() {
        return None;
    }
    let cut = |text: &str| match takes_guards(rung) {
        true => text.to_owned(),
        false => text.chars().take(SHOWN).collect(),
    };
    match value {
        Value::Numbers(first, second) => Some(Typed::Numbers(cut(first), cut(second))),
        Value::Place(place) => Some(Typed::Place(cut(place))),
        _ => None,
    }
}
