//! A row of bits: numbers, hashes and texts are written one behind the other, and read back. Knows no token.
//!
//! The first bit of a byte is its highest. Whoever reads may be handed anything: each reading says whether there was
//! enough left, and takes at least one bit, so that no count can make it run for long.

/// What texts are made of mostly: six bits each.
const LETTERS: &[u8; 64] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -";

/// No text is longer, in bytes.
const LONGEST_TEXT: u64 = 2_000;

#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// How many bits of the last byte are taken; none of a byte that is full.
    taken: u32,
}

impl Writer {
    pub fn bit(&mut self, bit: bool) {
        if self.taken == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (7 - self.taken);
        }
        self.taken = (self.taken + 1) % 8;
    }

    /// The lowest `count` bits of a number, the highest of them first.
    pub fn bits(&mut self, number: u64, count: u32) {
        for place in (0..count).rev() {
            self.bit(number >> place & 1 == 1);
        }
    }

    /// A number of any size, in groups of so many bits, the lowest group first; a bit before each says that it is there.
    /// The first group is always there.
    pub fn number(&mut self, number: u64, group: u32) {
        let mut rest = number;
        loop {
            self.bits(rest, group);
            rest >>= group;
            self.bit(rest != 0);
            if rest == 0 {
                return;
            }
        }
    }

    pub fn text(&mut self, text: &str) {
        let places: Option<Vec<usize>> =
            text.bytes().map(|byte| LETTERS.iter().position(|it| *it == byte)).collect();
        self.number(text.len() as u64, 4);
        self.bits(if places.is_some() { 0 } else { 1 + u64::from(!text.is_ascii()) }, 2);
        match places {
            Some(places) => places.into_iter().for_each(|it| self.bits(it as u64, 6)),
            None => {
                let count = if text.is_ascii() { 7 } else { 8 };
                text.bytes().for_each(|it| self.bits(it.into(), count));
            }
        }
    }

    /// Whole bytes; what is left of the last is zeros.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes, at: 0 }
    }

    pub fn bit(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Some(bit == 1)
    }

    pub fn bits(&mut self, count: u32) -> Option<u64> {
        let mut number = 0;
        for _ in 0..count {
            number = number << 1 | u64::from(self.bit()?);
        }
        Some(number)
    }

    /// None as well where the number does not fit, or is written longer than it has to be.
    pub fn number(&mut self, group: u32) -> Option<u64> {
        let (mut number, mut place) = (0_u64, 0);
        loop {
            let bits = self.bits(group)?;
            let shifted = bits.checked_shl(place).filter(|it| it >> place == bits)?;
            number |= shifted;
            if place > 0 && bits == 0 && !self.peek()? {
                return None;
            }
            if !self.bit()? {
                return Some(number);
            }
            place += group;
        }
    }

    fn peek(&self) -> Option<bool> {
        Reader { bytes: self.bytes, at: self.at }.bit()
    }

    pub fn text(&mut self) -> Option<String> {
        let length = self.number(4).filter(|it| *it <= LONGEST_TEXT)?;
        let kind = self.bits(2)?;
        let mut bytes = Vec::new();
        for _ in 0..length {
            bytes.push(match kind {
                0 => *LETTERS.get(self.bits(6)? as usize)?,
                1 => self.bits(7)? as u8,
                2 => self.bits(8)? as u8,
                _ => return None,
            });
        }
        String::from_utf8(bytes).ok()
    }

    /// Whether nothing is left but the zeros that fill the last byte.
    pub fn is_at_end(&mut self) -> bool {
        let left = self.bytes.len() * 8 - self.at.min(self.bytes.len() * 8);
        left < 8 && self.bits(left as u32) == Some(0)
    }
}
