//! The resume token: one climb as a short row of bytes, with a version and a checksum. `docs/resume-token.md` is its
//! description, part by part.
//!
//! Knows what a token holds and how it is written. Knows no ladder and no fact: rungs and items are numbers here that
//! stand for their ids. [`snapshot`](crate::snapshot) makes tokens of facts, and facts of tokens.

pub(crate) mod bits;
mod letters;
mod read;
mod write;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The first byte. Its first six bits are none, so that base64url begins with a letter.
pub const VERSION: u8 = 1;
/// No token is longer, in bytes.
pub const LONGEST: usize = 20_000;
/// The ticks of items are dated in steps of so many seconds.
pub const ITEM_UNIT: u64 = 240;

/// What a token holds. Times are whole seconds, counted from `base`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The id of the ladder.
    pub ladder: String,
    /// What the case is called; may be empty.
    pub name: String,
    /// Seconds since 1970: that of the start over, else of the earliest fact.
    pub base: u64,
    /// Whether `base` is that of a start over: nothing up to it counts.
    pub started_over: bool,
    /// When a later start over was undone.
    pub undone: Option<u64>,
    /// When the newest fact was made.
    pub newest: u64,
    pub choices: Vec<Choice>,
    pub rungs: Vec<Rung>,
}

/// What is chosen: one number for the choice and the option together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub option: u32,
    pub at: u64,
}

/// What was done on a rung. Only rungs on which something was done are in a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rung {
    /// Stands for its id.
    pub id: u32,
    /// Stands for the ids of its items, in their order.
    pub items: u32,
    pub outcome: Option<(Outcome, u64)>,
    pub wait: Option<(Wait, u64)>,
    /// Whether it is moving; it was said after the outcome, where there is one.
    pub moving: Option<(bool, u64)>,
    /// Whether what was fixed came back; it was said after the outcome.
    pub came_back: Option<(bool, u64)>,
    /// What is known of each item: requirements, acknowledgements, steps.
    pub ticks: Vec<Tick>,
    /// What was typed, by the place of the item.
    pub typed: Vec<(u64, Typed)>,
    /// The words under which a guard was met, by the place of the item. Of gentle rungs only.
    pub fingerprints: Vec<(u64, u64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was answered, and that was taken back.
    None,
    NotFixed,
    Skipped,
    Fixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Taken back.
    None,
    Left,
    /// When it began, and how many seconds it lasts.
    Started {
        from: u64,
        length: u64,
    },
}

/// What is known of an item, and since when, in [units](ITEM_UNIT).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    Unknown,
    Done(u64),
    /// It was done, and that was taken back.
    TakenBack(u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    Numbers(String, String),
    Place(String),
}

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Damaged,
    /// A newer version has written it.
    Newer,
}

impl Token {
    /// The bytes, with the version before them and the checksum behind.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = write::write(self);
        let sum = checksum(&bytes);
        bytes.extend(sum.to_be_bytes());
        bytes
    }

    /// Reads what [`bytes`](Token::bytes) has written, and nothing else.
    ///
    /// # Errors
    ///
    /// It is damaged, or newer.
    pub fn read(bytes: &[u8]) -> Result<Token, Problem> {
        let (content, sum) = bytes.split_last_chunk().ok_or(Problem::Damaged)?;
        if bytes.len() > LONGEST || u32::from_be_bytes(*sum) != checksum(content) {
            return Err(Problem::Damaged);
        }
        match content.first() {
            Some(&VERSION) => read::read(content).ok_or(Problem::Damaged),
            Some(&version) if version > VERSION => Err(Problem::Newer),
            _ => Err(Problem::Damaged),
        }
    }

    /// Reads either of the forms as text.
    ///
    /// # Errors
    ///
    /// It is damaged, or newer.
    pub fn parse(text: &str) -> Result<Token, Problem> {
        let bytes = match text.as_bytes().first() {
            _ if text.len() > 3 * LONGEST => None,
            Some(b'0'..=b'9') => letters::from_digits(text),
            _ => letters::from_base64url(text),
        };
        Token::read(&bytes.ok_or(Problem::Damaged)?)
    }
}

/// The form for an address: begins with a letter.
pub fn letters(bytes: &[u8]) -> String {
    letters::base64url(bytes)
}

/// The form for a QR code: digits alone.
pub fn digits(bytes: &[u8]) -> String {
    letters::digits(bytes)
}

/// CRC-32, as zip files and PNG have it. Computed bit by bit: a table would weigh more than all else here.
pub fn checksum(bytes: &[u8]) -> u32 {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(bytes)
}

/// The number, of 24 bits, that stands for an id or several.
pub fn short_hash(text: &str) -> u32 {
    checksum(text.as_bytes()) & 0xff_ffff
}
