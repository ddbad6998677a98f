//! How wide words will be, near enough: readers have many fonts, so this is a wide one. Knows no drawing.

/// The width of words in letters of this size.
pub(super) fn width(words: &str, size: i32, strong: bool) -> i32 {
    let thousandths: i32 = words.chars().map(thousandths).sum();
    let width = thousandths.saturating_mul(size) / 1000;
    if strong { width.saturating_mul(108) / 100 } else { width }
}

/// Of the size of the letters.
fn thousandths(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 300,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' | '"' => 395,
        'm' | 'M' | 'W' | '@' | '%' | '…' => 960,
        'w' | '&' | 'O' | 'Q' | 'G' | 'N' | 'H' | 'D' | 'U' => 770,
        'A'..='Z' => 650,
        'a'..='z' | '0'..='9' => 600,
        // Marks that stand on the letter before them.
        '\u{300}'..='\u{36f}'
        | '\u{5b0}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' => 0,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f000}'.. => 1000,
        _ => 640,
    }
}

/// The words in lines no wider than this, broken between words; a word that is too wide has a line of its own.
pub(super) fn lines(words: &str, size: i32, strong: bool, most: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, strong) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
