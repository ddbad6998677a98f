//! Bytes as text that an address and a QR code can carry, and back: base64url, and digits. Knows no token.
//!
//! Digits cost a third less in a QR code, which has a mode for them: 10 bits for three. Seven bytes are 17 digits, which
//! wastes one bit in a hundred; what is left over at the end has as many digits as it needs.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How many digits so many bytes have, from none to seven.
const DIGITS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];

/// Base64url (RFC 4648, section 5) without padding.
pub fn base64url(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |sum, it| sum << 8 | u32::from(*it));
        let bits = number << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            let index = bits >> (18 - 6 * place) & 63;
            text.extend(ALPHABET.get(index as usize).map(|it| char::from(*it)));
        }
    }
    text
}

/// None where it is no base64url, or says the same bytes in another way than [`base64url`].
pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let mut number = 0_u32;
        for letter in four {
            number = number << 6 | ALPHABET.iter().position(|it| it == letter)? as u32;
        }
        let [_, all @ ..] = (number << (6 * (4 - four.len()))).to_be_bytes();
        bytes.extend(all.get(..four.len().checked_sub(1)?)?);
    }
    (base64url(&bytes) == text).then_some(bytes)
}

/// Digits alone.
pub fn digits(bytes: &[u8]) -> String {
    let mut text = String::new();
    for seven in bytes.chunks(7) {
        let number = seven.iter().fold(0_u64, |sum, it| sum << 8 | u64::from(*it)).to_string();
        let width = DIGITS.get(seven.len()).copied().unwrap_or_default();
        text.extend(std::iter::repeat_n('0', width.saturating_sub(number.len())));
        text.push_str(&number);
    }
    text
}

/// None where these are no digits, or none that [`digits`] writes.
pub fn from_digits(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for part in text.as_bytes().chunks(17) {
        let count = DIGITS.iter().position(|it| *it == part.len())?;
        let mut number = 0_u64;
        for digit in part {
            number = number * 10 + u64::from(digit.checked_sub(b'0').filter(|it| *it < 10)?);
        }
        if number >> (8 * count) != 0 {
            return None;
        }
        bytes.extend(number.to_be_bytes().get(8 - count..)?);
    }
    Some(bytes)
}
