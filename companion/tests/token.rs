//! The two forms of a token as text, and its bytes. Knows no ladder.

use fix_ladder_companion::token::{
    Choice, Outcome, Problem, Rung, Tick, Token, Typed, Wait, digits, letters,
};

use crate::climbs::Random;

fn bytes(random: &mut Random, length: usize) -> Vec<u8> {
    (0..length).map(|_| random.next() as u8).collect()
}

/// Anything that a token can hold.
pub fn any(random: &mut Random) -> Token {
    let far = |random: &mut Random| match random.below(4) {
        0 => random.below(9_000_000_000_000),
        1 => 0,
        _ => random.below(100_000),
    };
    let words = |random: &mut Random| {
        let words =
            ["", "Mum’s iPad", "a", "blue disk, 2", "12,480", "USB disk in the desk", "\0\n"];
        words[random.below(words.len() as u64) as usize].to_owned()
    };
    let rung = |random: &mut Random| Rung {
        id: random.below(1 << 24) as u32,
        items: random.below(1 << 24) as u32,
        outcome: (!random.one_in(3)).then(|| {
            let all = [Outcome::None, Outcome::NotFixed, Outcome::Skipped, Outcome::Fixed];
            (all[random.below(4) as usize], far(random))
        }),
        wait: (!random.one_in(3)).then(|| {
            let started = Wait::Started { from: far(random), length: random.below(3_000_000) };
            ([Wait::None, Wait::Left, started][random.below(3) as usize], far(random))
        }),
        moving: random.one_in(3).then(|| (random.one_in(2), far(random))),
        came_back: random.one_in(3).then(|| (random.one_in(2), far(random))),
        ticks: (0..random.below(30))
            .map(|_| match random.below(8) {
                0 => Tick::Unknown,
                1 => Tick::TakenBack(far(random)),
                _ => Tick::Done(random.below(50)),
            })
            .collect(),
        typed: (0..random.below(4))
            .map(|place| match random.below(3) {
                0 => (place, Typed::Numbers(words(random), words(random))),
                1 => (place, Typed::Numbers(random.below(99_999).to_string(), "7".to_owned())),
                _ => (place, Typed::Place(words(random))),
            })
            .collect(),
        fingerprints: (0..random.below(3)).map(|it| (it, random.below(1 << 53))).collect(),
    };
    Token {
        ladder: "icloud-photos".to_owned(),
        name: words(random),
        base: far(random),
        started_over: random.one_in(2),
        undone: random.one_in(4).then(|| far(random)),
        newest: far(random),
        choices: (0..random.below(4))
            .map(|_| Choice { option: random.below(1 << 24) as u32, at: far(random) })
            .collect(),
        rungs: (0..random.below(8)).map(|_| rung(random)).collect(),
    }
}

#[test]
fn what_is_written_is_read_back_in_both_forms() {
    let mut random = Random::new(1);
    for _ in 0..5_000 {
        let token = any(&mut random);
        let bytes = token.bytes();
        let (link, code) = (letters(&bytes), digits(&bytes));
        assert_eq!(Token::parse(&link), Ok(token.clone()));
        assert_eq!(Token::parse(&code), Ok(token));
        assert!(link.starts_with(|it: char| it.is_ascii_alphabetic()), "{link}");
        assert!(link.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it)), "{link}");
        assert!(code.bytes().all(|it| it.is_ascii_digit()), "{code}");
    }
}

#[test]
fn the_same_bytes_have_one_text_alone() {
    let token = any(&mut Random::new(2)).bytes();
    let link = letters(&token);
    for other in [
        [&*link, "="].concat(),
        [&*link, "A"].concat(),
        link.replace('-', "+"),
        link.to_lowercase(),
    ] {
        assert!(other == link || Token::parse(&other) == Err(Problem::Damaged), "{other}");
    }
    // Seven bytes have 17 digits, and there are more numbers of 17 digits than such bytes.
    let mut code = digits(&token);
    code.replace_range(0..17, "99999999999999999");
    assert_eq!(Token::parse(&code), Err(Problem::Damaged));
}

/// Seven bytes with more added than they can hold would be the same seven bytes once more.
#[test]
fn a_number_too_large_for_its_bytes_is_damaged() {
    let mut found = 0;
    for seed in 1..50 {
        let code = digits(&any(&mut Random::new(seed)).bytes());
        for start in (0..code.len().saturating_sub(17)).step_by(17) {
            let number: u64 = code[start..start + 17].parse().expect("digits");
            let larger = (number + (1 << 56)).to_string();
            if larger.len() == 17 {
                let mut other = code.clone();
                other.replace_range(start..start + 17, &larger);
                assert_eq!(Token::parse(&other), Err(Problem::Damaged), "{seed} {start}");
                found += 1;
            }
        }
    }
    assert!(found > 20, "{found}");
}

#[test]
fn every_length_of_bytes_is_digits_and_back() {
    let mut random = Random::new(3);
    for length in 0..200 {
        let bytes = bytes(&mut random, length);
        // It is no token; that it is damaged, and not wrongly read, is all that can be seen.
        assert_eq!(Token::parse(&digits(&bytes)), Err(Problem::Damaged));
        let per_byte = digits(&bytes).len() as f64 / length.max(1) as f64;
        assert!(length < 20 || per_byte < 2.5, "{per_byte} digits a byte");
    }
}

/// The bytes of a token with another first byte, and the checksum that belongs to it.
fn of_version(version: u8) -> Vec<u8> {
    let mut bytes = any(&mut Random::new(4)).bytes();
    bytes.truncate(bytes.len() - 4);
    bytes[0] = version;
    let sum = fix_ladder_companion::token::checksum(&bytes);
    bytes.extend(sum.to_be_bytes());
    bytes
}

#[test]
fn a_newer_version_is_told_from_what_is_damaged() {
    assert!(Token::read(&of_version(1)).is_ok());
    assert_eq!(Token::read(&of_version(2)), Err(Problem::Newer));
    assert_eq!(Token::read(&of_version(0)), Err(Problem::Damaged));
    assert_eq!(Token::parse(""), Err(Problem::Damaged));
    assert_eq!(Token::read(&[]), Err(Problem::Damaged));
}

/// Each of its parts decides something, so none may be lost: a checksum of this very text is known from elsewhere.
#[test]
fn the_checksum_is_the_one_of_zip_files() {
    assert_eq!(fix_ladder_companion::token::checksum(b"123456789"), 0xcbf4_3926);
}
