//! Tokens as they must never be: random, cut, flipped, mixed up, and made by hand with a right checksum. Nothing panics,
//! nothing wrong is merged, and no guard of a grave fix is ever among the facts.

use fix_ladder_companion::token::{Outcome, Problem, Rung, Token, Typed, digits, letters};
use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::time::LONGEST_WAIT;
use fix_ladder_core::progress::{Progress, Time, Value as FactValue, WaitFact};
use serde_json::Value;

use crate::climbs::{Random, built_in, everything, is_grave_guard, open, taken, text};
use crate::support::monday;
use crate::token::any;

/// Whether a text is refused as it must be, by a parse alone.
fn is_damaged(text: &str) -> bool {
    Token::parse(text) == Err(Problem::Damaged)
}

fn sample() -> (Ladder, Vec<u8>, Time) {
    let ladder = built_in();
    let (progress, now) = everything(&ladder, 3);
    let token = crate::climbs::token(&ladder, &progress, now);
    (ladder, Token::parse(&token).expect("a token").bytes(), now)
}

#[test]
fn random_bytes_are_no_token() {
    let mut random = Random::new(11);
    for _ in 0..200_000 {
        let length = random.below(120) as usize;
        let mut bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
        if let (Some(first), true) = (bytes.first_mut(), random.one_in(2)) {
            *first = 1;
        }
        assert_eq!(Token::read(&bytes), Err(Problem::Damaged));
    }
}

#[test]
fn random_text_is_no_token() {
    let mut random = Random::new(12);
    let alphabet: Vec<char> = "AZaz09-_=+/ \n#é\u{200b}\0{}[]\":,".chars().collect();
    for _ in 0..100_000 {
        let length = random.below(60);
        let pick = |random: &mut Random| alphabet[random.below(alphabet.len() as u64) as usize];
        let text: String = (0..length).map(|_| pick(&mut random)).collect();
        assert!(is_damaged(&text), "{text:?}");
    }
}

#[test]
fn no_token_that_is_cut_is_a_token() {
    let (_, bytes, _) = sample();
    let (link, code) = (letters(&bytes), digits(&bytes));
    for end in 0..link.len() {
        assert!(is_damaged(&link[..end]) && is_damaged(&link[end + 1..]), "{end}");
    }
    for end in 0..code.len() {
        assert!(is_damaged(&code[..end]) && is_damaged(&code[end + 1..]), "{end}");
    }
}

#[test]
fn one_or_two_flipped_bits_are_noticed() {
    let (_, bytes, _) = sample();
    let bits = bytes.len() * 8;
    for one in 0..bits {
        let mut flipped = bytes.clone();
        flipped[one / 8] ^= 1 << (one % 8);
        assert_eq!(Token::read(&flipped), Err(Problem::Damaged), "bit {one}");
        for other in one + 1..bits.min(one + 40) {
            let mut flipped = flipped.clone();
            flipped[other / 8] ^= 1 << (other % 8);
            assert_eq!(Token::read(&flipped), Err(Problem::Damaged), "bits {one} and {other}");
        }
    }
}

#[test]
fn letters_and_digits_that_are_mixed_up_are_noticed() {
    let (_, bytes, _) = sample();
    for text in [letters(&bytes), digits(&bytes)] {
        let mut random = Random::new(13);
        for _ in 0..60_000 {
            let mut mixed = text.clone().into_bytes();
            let (one, other) = (random.below(mixed.len() as u64), random.below(mixed.len() as u64));
            match random.below(4) {
                0 => mixed.swap(one as usize, other as usize),
                1 => mixed[one as usize] = mixed[other as usize],
                2 => drop(mixed.remove(one as usize)),
                _ => mixed.insert(one as usize, mixed[other as usize]),
            }
            let mixed = String::from_utf8(mixed).expect("ASCII");
            assert!(mixed == text || is_damaged(&mixed), "{mixed}");
        }
    }
}

/// A token that nobody has made by climbing: whatever its parts say, with a right checksum.
fn forged(sample: &Token, random: &mut Random) -> Token {
    let mut token = if random.one_in(3) { any(random) } else { sample.clone() };
    token.ladder = sample.ladder.clone();
    let strange = any(random);
    if random.one_in(2) {
        token.base = strange.base;
    }
    token.newest = strange.newest;
    token.started_over = strange.started_over;
    token.undone = strange.undone;
    for (rung, other) in token.rungs.iter_mut().zip(&strange.rungs) {
        let Rung { id, items, ticks, .. } = rung.clone();
        if random.one_in(2) {
            *rung = Rung { id, items, ticks, ..other.clone() };
        }
        // As if all guards were met under any words.
        rung.fingerprints =
            (0..rung.ticks.len() as u64).map(|it| (it, random.below(1 << 53))).collect();
        rung.typed =
            (0..rung.ticks.len() as u64).map(|it| (it, Typed::Place("a desk".into()))).collect();
    }
    if random.one_in(4) {
        token.rungs.extend(sample.rungs.clone());
    }
    token
}

#[test]
fn whatever_is_forged_no_guard_and_no_time_ahead_comes_in() {
    let (ladder, bytes, now) = sample();
    let sample = Token::read(&bytes).expect("a token");
    let mut random = Random::new(14);
    let (here, _) = crate::climbs::random(&ladder, 5, 40);
    let mut opened = 0;
    for _ in 0..500 {
        let forged = letters(&forged(&sample, &mut random).bytes());
        let now = if random.one_in(3) { monday() } else { now };
        let answer = open(&ladder, &forged, &here, now);
        if answer.get("problem").is_some() {
            continue;
        }
        opened += 1;
        for list in ["merge", "replace"] {
            hold(&ladder, &here, &taken(&here, &answer, list), list, now);
        }
    }
    assert!(opened > 300, "only {opened} were opened");
}

/// What comes in is no grave guard, not ahead of now, and waits no longer than a wait may.
fn hold(ladder: &Ladder, here: &Progress, after: &Progress, list: &str, now: Time) {
    for (key, fact) in after.changed_since(here) {
        let is_given = !matches!(&fact.value, FactValue::Done(false) | FactValue::Answer(None))
            && fact.value != FactValue::Numbers("".into(), "".into())
            && fact.value != FactValue::Place("".into());
        assert!(!(is_grave_guard(ladder, key) && is_given), "{list}: {key:?} {fact:?}");
        let known = here.facts().map(|(_, it)| it.time).max().unwrap_or_default().max(now);
        // Replacing puts facts after those that they replace, and after a start over.
        assert!(fact.time <= known.plus(10_000), "{list}: {key:?} {fact:?}");
        assert!(list != "merge" || fact.time <= now, "{list}: {key:?} {fact:?} {now:?}");
        if let FactValue::Wait(WaitFact::Started { started, deadline }) = fact.value {
            assert!(deadline.since(started) <= LONGEST_WAIT && deadline >= started);
            assert!(deadline <= now.plus(LONGEST_WAIT), "{fact:?}");
        }
    }
}

#[test]
fn what_cannot_be_read_changes_nothing() {
    let (ladder, bytes, now) = sample();
    let whole = letters(&bytes);
    let here = Progress::default();
    let problem = |text: &str| -> Value { open(&ladder, text, &here, now)["problem"].clone() };
    for text in [
        "",
        "   ",
        "#fix-ladder=",
        "{",
        "{}",
        "[]",
        "null",
        "nonsense!",
        &whole[1..],
        "{\"fix-ladder\":1}",
    ] {
        assert_eq!(problem(text), "damaged", "{text:?}");
    }
    let outcome = Some((Outcome::Fixed, 0));
    let rungs = vec![Rung { id: 7, outcome, ..Rung::default() }];
    let unknown = Token { ladder: ladder.id.to_string(), rungs, ..Token::default() };
    assert_eq!(problem(&letters(&unknown.bytes())), "nothing");
    let other = Token { ladder: "other".to_owned(), ..unknown };
    assert_eq!(problem(&letters(&other.bytes())), "unknown-ladder");
    let newer = "{\"fix-ladder\":2,\"ladder\":\"icloud-photos\",\"facts\":[]}";
    assert_eq!(problem(newer), "newer");
    let sentence = text(&open(&ladder, newer, &here, now)["sentence"]);
    assert!(sentence.contains("newer") && sentence.contains("Nothing here has changed"));
}
