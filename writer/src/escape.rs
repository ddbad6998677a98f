//! Words as Markdown, with a backslash before each character that would mean something, in our engines or in one of
//! those that bloggers use. Knows no marks: those are in `marks.rs`.

use crate::line::Line;
use crate::marks::{Token, tokens};

/// An empty comment. No reader sees it, and it is punctuation to Markdown: so marks begin and end beside it anywhere.
pub(crate) const RIFT: &str = "<!---->";

/// A line as Markdown.
pub(crate) fn escaped(line: &Line, heading: bool) -> String {
    let tokens = tokens(&line.runs);
    let mut out = String::new();
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| tokens.get(index));
        let after = tokens.get(index + 1);
        match token {
            Token::Words(words) => {
                // A blank beside a mark inside of it would make the mark a mere sign.
                let opened = matches!(before, Some(Token::Open(_)));
                let closed = matches!(after, Some(Token::Close(_)));
                let follows = match after {
                    Some(Token::Raw(raw)) => raw.chars().next(),
                    _ => None,
                };
                push_words(words, &Around { opened, closed, follows, heading }, &mut out);
            }
            Token::Raw(raw) => out.push_str(raw),
            Token::Open(mark) => {
                let last = out.chars().next_back();
                let mark_before = matches!(before, Some(Token::Open(_) | Token::Close(_)));
                // A blank there is written as a reference.
                let next = match first_character(after) {
                    blank if blank.is_whitespace() => '&',
                    next => next,
                };
                let free = last.is_none_or(|it| it.is_whitespace() || it.is_ascii_punctuation());
                let inside_word = mark.starts_with('_') || is_mark(next);
                if mark_before || last == Some('*') || last == Some('_') || (inside_word && !free) {
                    out.push_str(RIFT);
                }
                out.push_str(mark);
            }
            Token::Close(mark) => {
                let mark_before = matches!(before, Some(Token::Open(_) | Token::Close(_)));
                if mark_before {
                    out.push_str(RIFT);
                }
                let last = out.chars().next_back().unwrap_or(' ');
                out.push_str(mark);
                let next = first_character(after);
                let free = after.is_none()
                    || next.is_whitespace()
                    || (next.is_ascii_punctuation() && !matches!(after, Some(Token::Words(_))))
                    || ".,;:?".contains(next);
                let follows_mark = matches!(after, Some(Token::Open(_) | Token::Close(_)));
                if !free && !follows_mark && (mark.starts_with('_') || is_mark(last)) {
                    out.push_str(RIFT);
                }
            }
        }
    }
    for comment in &line.comments {
        out.push_str(&format!(" <!-- {comment} -->"));
    }
    out
}

/// What a token begins with; beside another mark stands a rift.
fn first_character(token: Option<&Token>) -> char {
    match token {
        Some(Token::Words(words) | Token::Raw(words)) => words.chars().next().unwrap_or('<'),
        _ => '<',
    }
}

/// Whether a character may be punctuation to Markdown: of those beyond ASCII, whatever is no letter and no digit.
fn is_mark(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace()
}

/// What stands around some words.
struct Around {
    opened: bool,
    closed: bool,
    /// What a link or a code behind them begins with.
    follows: Option<char>,
    heading: bool,
}

fn push_words(words: &str, around: &Around, out: &mut String) {
    let starts = out.is_empty();
    let characters: Vec<char> = words.chars().collect();
    let last = characters.len().saturating_sub(1);
    let at = |index: Option<usize>| index.and_then(|index| characters.get(index)).copied();
    let digits = characters.iter().take_while(|it| it.is_ascii_digit()).count();
    for (index, character) in characters.iter().copied().enumerate() {
        let before = at(index.checked_sub(1));
        let after = at(Some(index + 1)).or(around.follows);
        let is_end = index == last;
        if character.is_whitespace() && ((index == 0 && around.opened) || (is_end && around.closed))
        {
            out.push_str(&format!("&#{};", u32::from(character)));
            continue;
        }
        let alone = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
        let escapes = match character {
            '\\' | '`' | '*' | '[' | ']' | '|' => true,
            '_' => alone(before) || alone(after),
            '<' => after.is_none_or(|it| it.is_ascii_alphabetic() || "/!?".contains(it)),
            '!' => after.is_none_or(|it| it == '['),
            '~' | '$' => before == Some(character) || after == Some(character),
            '#' if around.heading => after.is_none() || after == Some(' '),
            '#' | '>' | '+' | '-' | '=' | ':' => starts && index == 0,
            '.' | ')' => starts && digits > 0 && index == digits,
            _ => false,
        };
        match character {
            '&' if after.is_none_or(|it| it.is_ascii_alphanumeric() || it == '#') => {
                out.push_str("&amp;");
            }
            // Of engines' own tags, which are read before Markdown is, and of lists of attributes.
            '{' if after.is_some_and(|it| "{%:#.".contains(it)) => out.push_str("&#123;"),
            _ => {
                if escapes {
                    out.push('\\');
                }
                out.push(character);
            }
        }
    }
}
