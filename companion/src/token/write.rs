//! Writes a token, all but its checksum. [`read`](super::read) is the other half.

use super::bits::Writer;
use super::{Outcome, Rung, Tick, Token, Typed, VERSION, Wait};

pub fn write(token: &Token) -> Vec<u8> {
    let mut out = Writer::default();
    out.bits(VERSION.into(), 8);
    out.text(&token.ladder);
    out.text(&token.name);
    out.number(token.base, 8);
    out.bit(token.started_over);
    out.bit(token.undone.is_some());
    if let Some(at) = token.undone {
        out.number(at, 6);
    }
    out.number(token.newest, 6);
    out.number(token.choices.len() as u64, 2);
    for choice in &token.choices {
        out.bits(choice.option.into(), 24);
        out.number(choice.at, 6);
    }
    out.number(token.rungs.len() as u64, 3);
    let mut state = State::default();
    for it in &token.rungs {
        rung(&mut out, it, &mut state);
    }
    out.bytes()
}

/// What the last rung has left: the next is told by how it differs.
#[derive(Default)]
struct State {
    /// The last time of an item, in units.
    item: u64,
    /// The last time of anything else.
    at: u64,
    typed: Vec<Typed>,
}

fn rung(out: &mut Writer, rung: &Rung, state: &mut State) {
    out.bits(rung.id.into(), 24);
    out.bits(rung.items.into(), 24);
    ticks(out, &rung.ticks, &mut state.item);
    let kind = match rung.wait {
        None => 0,
        Some((Wait::None, _)) => 1,
        Some((Wait::Left, _)) => 2,
        Some((Wait::Started { .. }, _)) => 3,
    };
    out.bits(kind, 2);
    if let Some((wait, at)) = rung.wait {
        later(out, at, &mut state.at);
        if let Wait::Started { from, length } = wait {
            signed(out, at as i64 - from as i64, 5);
            // Most waits are whole minutes.
            let minutes = length.is_multiple_of(60);
            out.bit(minutes);
            out.number(if minutes { length / 60 } else { length }, 5);
        }
    }
    let kind = match rung.outcome {
        None => 0,
        Some((Outcome::None, _)) => 1,
        Some((Outcome::NotFixed, _)) => 2,
        Some((Outcome::Skipped, _)) => 3,
        Some((Outcome::Fixed, _)) => 4,
    };
    out.bits(kind, 3);
    if let Some((_, at)) = rung.outcome {
        later(out, at, &mut state.at);
    }
    for flag in [rung.moving, rung.came_back] {
        out.bit(flag.is_some());
        if let Some((is_so, at)) = flag {
            out.bit(is_so);
            later(out, at, &mut state.at);
        }
    }
    out.number(rung.typed.len() as u64, 2);
    for (place, it) in &rung.typed {
        out.number(*place, 4);
        typed(out, it, &mut state.typed);
    }
    out.number(rung.fingerprints.len() as u64, 1);
    for (place, words) in &rung.fingerprints {
        out.number(*place, 4);
        out.bits(*words, 53);
    }
}

fn ticks(out: &mut Writer, ticks: &[Tick], last: &mut u64) {
    out.number(ticks.len() as u64, 4);
    let all = ticks.iter().all(|it| matches!(it, Tick::Done(_)));
    out.bit(all);
    if !all {
        let back = ticks.iter().any(|it| matches!(it, Tick::TakenBack(_)));
        out.bit(back);
        for tick in ticks {
            out.bit(matches!(tick, Tick::Done(_)));
            if back && !matches!(tick, Tick::Done(_)) {
                out.bit(matches!(tick, Tick::TakenBack(_)));
            }
        }
    }
    for tick in ticks {
        let (Tick::Done(at) | Tick::TakenBack(at)) = tick else { continue };
        match at.checked_sub(*last) {
            Some(more @ 0..=4) => out.bits((1 << (more + 1)) - 2, more as u32 + 1),
            _ => {
                out.bits(0b11111, 5);
                signed(out, *at as i64 - *last as i64, 5);
            }
        }
        *last = *at;
    }
}

/// A time by how much it is after the last one, or before.
fn later(out: &mut Writer, at: u64, last: &mut u64) {
    signed(out, at as i64 - *last as i64, 6);
    *last = at;
}

fn signed(out: &mut Writer, number: i64, group: u32) {
    out.bit(number < 0);
    out.number(number.unsigned_abs(), group);
}

/// What was typed, or which of those before it is the same.
fn typed(out: &mut Writer, it: &Typed, before: &mut Vec<Typed>) {
    let same = before.iter().rev().position(|other| other == it);
    out.bit(same.is_some());
    match (same, it) {
        (Some(back), _) => out.number(back as u64, 2),
        (None, Typed::Place(place)) => {
            out.bits(0, 2);
            out.text(place);
        }
        (None, Typed::Numbers(first, second)) => match (plain(first), plain(second)) {
            (Some(first), Some(second)) => {
                out.bits(1, 2);
                out.number(first, 7);
                signed(out, second as i64 - first as i64, 4);
            }
            _ => {
                out.bits(2, 2);
                out.text(first);
                out.text(second);
            }
        },
    }
    before.push(it.clone());
}

/// A number that is typed as this program would write it.
fn plain(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number < 1 << 40 && number.to_string() == text).then_some(number)
}
