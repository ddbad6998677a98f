//! The text code: a climb as some letters that somebody reads from one screen and types on another, where a page has no
//! address or the other device no camera.
//!
//! It carries outcomes, choices and the reader's wait, all dated to one minute, and no tick. Crockford's base32, in groups
//! of four, so that no letter is taken for another; the last four letters are a check that also tells this ladder, with
//! these rungs and choices, from every other.

use fix_ladder_core::ladder::{Choice, Ladder, Rung};
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    Answer, Key, Position, Progress, Time, WaitState, answer, came_back, chosen, moving_since,
    position, wait_state,
};

use crate::items::{items_hash, option_hash, rung_hash};
use crate::snapshot::restore;
use crate::token::bits::{Reader, Writer};
use crate::token::{self, Outcome, Token, Wait, checksum};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Minutes since 1970, at the start of 2026: no code is older.
const EPOCH: u64 = 1_767_225_600_000 / MINUTE;
/// So many bits has a time: 31 years.
const TIME: u32 = 24;
/// So many letters has the check.
const CHECK: usize = 4;
/// More letters than any code has that a person would type.
const LONGEST: usize = 200;

/// The code of a climb. None where nothing was done yet, and where a clock was wrong by years.
pub fn code(ladder: &Ladder, progress: &Progress) -> Option<String> {
    let newest = progress.current().map(|(_, fact)| fact.time).max()?;
    let minute = (newest.millis() / MINUTE).checked_sub(EPOCH).filter(|it| it >> TIME == 0)?;
    let mut out = Writer::default();
    out.bits(minute, TIME);
    for choice in &ladder.choices {
        let option = chosen(ladder, progress, &choice.id);
        let place = choice.options.iter().position(|it| Some(&it.id) == option);
        out.bits(place.map_or(0, |it| it + 1) as u64, width(choice));
    }
    for rung in &ladder.rungs {
        out.bits(outcome(rung, progress), 3);
    }
    if let Position::At(index) = position(ladder, progress)
        && let Some(rung) = ladder.rungs.get(index)
    {
        match wait_state(rung, progress, newest) {
            WaitState::None | WaitState::NotStarted => out.bit(false),
            WaitState::Left => out.bits(0b10, 2),
            WaitState::Running { deadline, .. } | WaitState::Ended { deadline } => {
                out.bits(0b11, 2);
                // Rounded up: nobody may go on before the deadline.
                let left = deadline.millis().saturating_sub((minute + EPOCH) * MINUTE);
                out.number(left.div_ceil(MINUTE), 5);
            }
        }
    }
    let bytes = out.bytes();
    let mut letters = in_fives(&bytes);
    letters.extend(check(ladder, &letters));
    Some(grouped(&letters))
}

/// What became of a rung, as a number.
fn outcome(rung: &Rung, progress: &Progress) -> u64 {
    if moving_since(rung, progress).is_some() {
        return 5;
    }
    if came_back(progress, &rung.id).is_some() {
        return 6;
    }
    match (progress.fact(&Key::Answer(rung.id.clone())), answer(progress, &rung.id)) {
        (None, _) => 0,
        (_, None) => 1,
        (_, Some(Answer::NotFixed)) => 2,
        (_, Some(Answer::Skipped)) => 3,
        (_, Some(Answer::Fixed)) => 4,
    }
}

/// How many bits the place of an option has, with one for none.
fn width(choice: &Choice) -> u32 {
    usize::BITS - choice.options.len().leading_zeros()
}

/// Bits in fives, without the zeros at the end.
fn in_fives(bytes: &[u8]) -> Vec<u8> {
    let mut from = Reader::new(bytes);
    let mut fives = Vec::new();
    for left in (0..=bytes.len() * 8).rev().step_by(5) {
        let count = left.min(5) as u32;
        let Some(bits) = from.bits(count).filter(|_| count > 0) else { break };
        fives.push((bits << (5 - count)) as u8);
    }
    while fives.last() == Some(&0) {
        fives.pop();
    }
    fives
}

/// The check of some letters, for this ladder alone.
fn check(ladder: &Ladder, letters: &[u8]) -> Vec<u8> {
    let mut all: Vec<u8> = b"1\n".to_vec();
    all.extend(ladder.id.as_str().bytes());
    for rung in &ladder.rungs {
        all.extend([b"\nr:", rung.id.as_str().as_bytes()].concat());
    }
    for choice in &ladder.choices {
        all.extend([b"\nc:", choice.id.as_str().as_bytes()].concat());
        for option in &choice.options {
            all.extend([b"\no:", option.id.as_str().as_bytes()].concat());
        }
    }
    all.push(b'\n');
    all.extend(letters);
    let sum = checksum(&all);
    (0..CHECK as u32).map(|place| (sum >> (5 * place) & 31) as u8).collect()
}

fn grouped(letters: &[u8]) -> String {
    let letter = |it: &u8| ALPHABET.get(usize::from(*it)).map(|it| char::from(*it));
    let groups = letters.chunks(4).map(|four| four.iter().filter_map(letter).collect());
    groups.collect::<Vec<String>>().join("-")
}

/// The letters of what may be a code, as numbers; none where it cannot be one. Capitals, blanks and hyphens do not matter,
/// and letters that look like digits are the digits.
pub fn letters(text: &str) -> Option<Vec<u8>> {
    let mut letters = Vec::new();
    for character in text.chars() {
        let letter = match character.to_ascii_uppercase() {
            '-' | '\u{2010}'..='\u{2014}' => continue,
            it if it.is_whitespace() => continue,
            'O' => '0',
            'I' | 'L' => '1',
            it => it,
        };
        letters.push(ALPHABET.iter().position(|it| char::from(*it) == letter)? as u8);
        if letters.len() > LONGEST {
            return None;
        }
    }
    (letters.len() > CHECK).then_some(letters)
}

/// The token of a code; none where it is no code of this ladder.
pub fn open(ladder: &Ladder, letters: &[u8]) -> Option<Token> {
    let (data, sum) = letters.split_at_checked(letters.len().checked_sub(CHECK)?)?;
    if check(ladder, data) != sum || data.last() == Some(&0) {
        return None;
    }
    let mut bits = Writer::default();
    data.iter().for_each(|it| bits.bits(u64::from(*it), 5));
    // The zeros that were left out.
    (0..ladder.rungs.len() + ladder.choices.len() + TIME as usize).for_each(|_| bits.bits(0, 8));
    let bytes = bits.bytes();
    let mut from = Reader::new(&bytes);
    let base = (from.bits(TIME)? + EPOCH) * 60;
    let mut token = Token { ladder: ladder.id.to_string(), base, ..Token::default() };
    for choice in &ladder.choices {
        let place = from.bits(width(choice))? as usize;
        let Some(place) = place.checked_sub(1) else { continue };
        let option = choice.options.get(place)?;
        let option = option_hash(choice.id.as_str(), option.id.as_str());
        token.choices.push(token::Choice { option, at: 0 });
    }
    for rung in &ladder.rungs {
        let mut it =
            token::Rung { id: rung_hash(rung), items: items_hash(rung), ..token::Rung::default() };
        let outcome = |outcome| Some((outcome, 0));
        match from.bits(3)? {
            0 => continue,
            1 => it.outcome = outcome(Outcome::None),
            2 => it.outcome = outcome(Outcome::NotFixed),
            3 => it.outcome = outcome(Outcome::Skipped),
            4 => it.outcome = outcome(Outcome::Fixed),
            5 => it.moving = Some((true, 0)),
            6 => {
                it.outcome = outcome(Outcome::Fixed);
                it.came_back = Some((true, 0));
            }
            _ => return None,
        }
        token.rungs.push(it);
    }
    wait(ladder, &mut token, &mut from)?;
    Some(token)
}

/// Puts the wait of the reader's rung into a token that has all else.
fn wait(ladder: &Ladder, token: &mut Token, from: &mut Reader<'_>) -> Option<()> {
    let there = restore(ladder, token, Time::MAX).progress();
    let Position::At(index) = position(ladder, &there) else { return Some(()) };
    let rung = ladder.rungs.get(index)?;
    if !from.bit()? {
        return Some(());
    }
    let wait = match from.bit()? {
        false => Wait::Left,
        true => Wait::Started { from: 0, length: from.number(5)?.checked_mul(60)? },
    };
    let wait = Some((wait, 0));
    match token.rungs.iter_mut().find(|it| it.id == rung_hash(rung)) {
        Some(known) => known.wait = wait,
        None => token.rungs.push(token::Rung {
            id: rung_hash(rung),
            items: items_hash(rung),
            wait,
            ..token::Rung::default()
        }),
    }
    Some(())
}
