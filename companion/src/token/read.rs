//! Reads a token whose checksum is right. [`write`](super::write) is the other half.
//!
//! A right checksum is no promise: anybody can make one. What does not fit is none, and nothing here can run for long.

use super::bits::Reader;
use super::{Choice, Outcome, Rung, Tick, Token, Typed, Wait};

/// So much can be typed on one climb.
const MOST_TYPED: usize = 500;
/// Later than any clock can show, in seconds.
const LIMIT: u64 = 9_000_000_000_000;

pub fn read(bytes: &[u8]) -> Option<Token> {
    let mut from = Reader::new(bytes);
    from.bits(8)?;
    let mut token = Token {
        ladder: from.text()?,
        name: from.text()?,
        base: from.number(8).filter(|it| *it < LIMIT)?,
        started_over: from.bit()?,
        undone: match from.bit()? {
            true => Some(from.number(6).filter(|it| *it < LIMIT)?),
            false => None,
        },
        newest: from.number(6).filter(|it| *it < LIMIT)?,
        ..Token::default()
    };
    for _ in 0..from.number(2)? {
        let option = from.bits(24)? as u32;
        token.choices.push(Choice { option, at: from.number(6).filter(|it| *it < LIMIT)? });
    }
    let mut state = State::default();
    for _ in 0..from.number(3)? {
        token.rungs.push(rung(&mut from, &mut state)?);
    }
    from.is_at_end().then_some(token)
}

#[derive(Default)]
struct State {
    item: u64,
    at: u64,
    typed: Vec<Typed>,
}

fn rung(from: &mut Reader<'_>, state: &mut State) -> Option<Rung> {
    let mut rung = Rung {
        id: from.bits(24)? as u32,
        items: from.bits(24)? as u32,
        ticks: ticks(from, &mut state.item)?,
        ..Rung::default()
    };
    let kind = from.bits(2)?;
    if kind > 0 {
        let at = later(from, &mut state.at)?;
        let wait = match kind {
            1 => Wait::None,
            2 => Wait::Left,
            _ => {
                let start = at.checked_add_signed(signed(from, 5)?.checked_neg()?)?;
                let unit = if from.bit()? { 60 } else { 1 };
                let length = from.number(5).filter(|it| *it < LIMIT)? * unit;
                Wait::Started { from: Some(start).filter(|it| *it < LIMIT)?, length }
            }
        };
        rung.wait = Some((wait, at));
    }
    let outcome = match from.bits(3)? {
        0 => None,
        1 => Some(Outcome::None),
        2 => Some(Outcome::NotFixed),
        3 => Some(Outcome::Skipped),
        4 => Some(Outcome::Fixed),
        _ => return None,
    };
    if let Some(outcome) = outcome {
        rung.outcome = Some((outcome, later(from, &mut state.at)?));
    }
    for flag in [&mut rung.moving, &mut rung.came_back] {
        if from.bit()? {
            *flag = Some((from.bit()?, later(from, &mut state.at)?));
        }
    }
    for _ in 0..from.number(2)? {
        rung.typed.push((from.number(4)?, typed(from, &mut state.typed)?));
    }
    for _ in 0..from.number(1)? {
        rung.fingerprints.push((from.number(4)?, from.bits(53)?));
    }
    Some(rung)
}

fn ticks(from: &mut Reader<'_>, last: &mut u64) -> Option<Vec<Tick>> {
    let count = from.number(4)?;
    let all = from.bit()?;
    let back = !all && from.bit()?;
    let mut kinds = Vec::new();
    for _ in 0..count {
        // Each takes a bit, here or below.
        let done = all || from.bit()?;
        let taken_back = !done && back && from.bit()?;
        kinds.push((done, taken_back));
        if kinds.len() > super::LONGEST * 8 {
            return None;
        }
    }
    let mut ticks = Vec::new();
    for (done, taken_back) in kinds {
        ticks.push(match (done, taken_back) {
            (true, _) => Tick::Done(unit(from, last)?),
            (_, true) => Tick::TakenBack(unit(from, last)?),
            _ => Tick::Unknown,
        });
    }
    Some(ticks)
}

fn unit(from: &mut Reader<'_>, last: &mut u64) -> Option<u64> {
    let mut more = 0;
    while more < 5 && from.bit()? {
        more += 1;
    }
    let by = if more < 5 { more } else { signed(from, 5)? };
    *last = last.checked_add_signed(by).filter(|it| *it < LIMIT)?;
    Some(*last)
}

fn later(from: &mut Reader<'_>, last: &mut u64) -> Option<u64> {
    *last = last.checked_add_signed(signed(from, 6)?).filter(|it| *it < LIMIT)?;
    Some(*last)
}

fn signed(from: &mut Reader<'_>, group: u32) -> Option<i64> {
    let negative = from.bit()?;
    let number = i64::try_from(from.number(group)?).ok()?;
    Some(if negative { -number } else { number })
}

fn typed(from: &mut Reader<'_>, before: &mut Vec<Typed>) -> Option<Typed> {
    let it = if from.bit()? {
        let back = usize::try_from(from.number(2)?).ok()?;
        before.iter().rev().nth(back)?.clone()
    } else {
        match from.bits(2)? {
            0 => Typed::Place(from.text()?),
            1 => {
                let first = from.number(7).filter(|it| *it < LIMIT)?;
                let second = first.checked_add_signed(signed(from, 4)?)?;
                Typed::Numbers(first.to_string(), second.to_string())
            }
            2 => Typed::Numbers(from.text()?, from.text()?),
            _ => return None,
        }
    };
    before.push(it.clone());
    (before.len() <= MOST_TYPED).then_some(it)
}
