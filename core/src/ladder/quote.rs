//! How an author's words are quoted in a message.
//!
//! Knows nothing of documents.

/// The words, cut at 40 characters, with every invisible one made visible. An author's words go into
/// messages only through here: a megabyte makes no message of a megabyte, and none that lies.
pub(super) fn shortened(words: &str) -> String {
    shortened_to(words, 40)
}

/// The same, cut at `most` characters.
pub(super) fn shortened_to(words: &str, most: usize) -> String {
    let mut short = String::new();
    for (index, character) in words.chars().enumerate() {
        if index == most {
            short.push('…');
            break;
        }
        if is_invisible(character) {
            short.push_str(&format!("\\u{{{:x}}}", u32::from(character)));
        } else {
            short.push(character);
        }
    }
    short
}

/// Whether a character is drawn as nothing, or turns the order of those beside it.
pub(super) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}
