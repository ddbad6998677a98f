//! Folding of letters: what two ways of writing one word have in common. Knows the scripts by rules, since the tables of
//! Unicode would be a tenth of the WebAssembly module. A test compares the rules with the tables.

/// Only the letters and digits, in lower case, of one width and without accents: "I-Cloud" names iCloud as well as
/// "ｉｃｌｏｕｄ" does, and "Gerate" names Geräte.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|it| is_part_of_a_word(*it))
        .map(|it| without_accent(lower_case(narrow(it))))
        .collect()
}

/// A small letter without its accent, where that may be a character of its own or be left out: those of Western Europe,
/// and the two of Russian.
fn without_accent(letter: char) -> char {
    const BARE: &[u8; 32] = b"aaaaaa*ceeeeiiii*nooooo**uuuuy*y";
    match u32::from(letter).checked_sub(0xe0) {
        Some(0x359) => 'и',
        Some(0x371) => 'е',
        Some(place) => match BARE.get(place as usize) {
            None | Some(b'*') => letter,
            Some(bare) => char::from(*bare),
        },
        None => letter,
    }
}

/// A letter or digit as wide as those of Latin, where keyboards of East Asia make it wider.
fn narrow(character: char) -> char {
    match u32::from(character) {
        code @ 0xff10..=0xff5a => char::from_u32(code - 0xfee0).unwrap_or(character),
        // The i of Turkish without its dot, which its keyboards have beside the other.
        0x131 => 'i',
        _ => character,
    }
}

/// The small letter of a capital, in the scripts that have both: Latin, Greek, Cyrillic and Armenian.
pub fn lower_case(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => {
            code + 32
        }
        0x400..=0x40f => code + 80,
        0x531..=0x556 => code + 48,
        // İ has a small letter of two characters, the second of which is no letter.
        0x130 => 0x69,
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e..=0x38f => code + 63,
        0x4c0 => 0x4cf,
        0x1e9e => 0xdf,
        // A capital, its small letter, a capital, and so on.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x370..=0x373
        | 0x376..=0x377
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        // The same, with capitals in the odd places.
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => code + code % 2,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Whether it is no space, no mark and no picture, as far as people type those between the letters of a name.
pub fn is_part_of_a_word(character: char) -> bool {
    match u32::from(character) {
        0..=0x7f => character.is_ascii_alphanumeric(),
        0x80..=0xa9 | 0xab..=0xb1 | 0xb4 | 0xb6..=0xb8 | 0xbb | 0xbf | 0xd7 | 0xf7 => false,
        // Accents that stand by themselves; punctuation, arrows and signs; those of East Asia; pictures.
        0x300..=0x344 | 0x346..=0x362 | 0x2000..=0x206f | 0x20a0..=0x20ff | 0x2190..=0x245f => {
            false
        }
        0x2500..=0x2775
        | 0x2794..=0x2bff
        | 0x3000..=0x3004
        | 0x3008..=0x3020
        | 0xfe00..=0xfe6f
        | 0xfeff
        | 0xff00..=0xff0f => false,
        0x1f000..=0x1f0ff | 0x1f200..=0x1faff | 0xe0000.. => false,
        _ => true,
    }
}
