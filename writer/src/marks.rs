//! Spans as a row of tokens: words, marks that open and close, and what is whole by itself. Knows no words of the format.

use fix_ladder_core::ladder::{RawMarked, RawSpan};

use crate::escape::escaped;
use crate::line::Line;

pub(crate) enum Token {
    /// To be escaped.
    Words(String),
    Open(&'static str),
    Close(&'static str),
    /// As it is.
    Raw(String),
}

pub(crate) fn tokens(spans: &[RawSpan]) -> Vec<Token> {
    let mut tokens = Vec::new();
    push(spans, 0, &mut tokens);
    tokens
}

fn push(spans: &[RawSpan], depth: usize, tokens: &mut Vec<Token>) {
    for span in spans {
        match span {
            RawSpan::Plain(words) => push_words(words, tokens),
            RawSpan::Marked(RawMarked::Strong(inner)) => {
                marked(if depth.is_multiple_of(2) { "**" } else { "__" }, inner, depth, tokens);
            }
            RawSpan::Marked(RawMarked::Emphasis(inner)) => {
                marked(if depth.is_multiple_of(2) { "*" } else { "_" }, inner, depth, tokens);
            }
            RawSpan::Marked(RawMarked::Path(names)) => {
                let inner = [RawSpan::Plain(names.join(" > "))];
                marked(if depth.is_multiple_of(2) { "**" } else { "__" }, &inner, depth, tokens);
            }
            RawSpan::Marked(RawMarked::Code(code)) => tokens.push(Token::Raw(self::code(code))),
            RawSpan::Marked(RawMarked::Link(link)) => {
                // Marks inside of it know nothing of those outside.
                let text = escaped(&Line { runs: link.text.clone(), comments: Vec::new() }, false);
                tokens.push(Token::Raw(format!("[{text}]({})", address(&link.href))));
            }
        }
    }
}

fn push_words(words: &str, tokens: &mut Vec<Token>) {
    match tokens.last_mut() {
        _ if words.is_empty() => {}
        Some(Token::Words(before)) => before.push_str(words),
        _ => tokens.push(Token::Words(words.to_owned())),
    }
}

/// Marks in marks are written with the other sign, so that none closes what stands around it.
fn marked(mark: &'static str, inner: &[RawSpan], depth: usize, tokens: &mut Vec<Token>) {
    tokens.push(Token::Open(mark));
    push(inner, depth + 1, tokens);
    tokens.push(Token::Close(mark));
}

fn code(code: &str) -> String {
    let longest = code.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = code.starts_with(' ') && code.ends_with(' ');
    let pad = if blank || code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

fn address(href: &str) -> String {
    let mut out = String::new();
    for (at, character) in href.char_indices() {
        let rest = href.get(at + character.len_utf8()..).unwrap_or("");
        match character {
            '\\' | '(' | ')' | '<' | '>' | '|' => {
                out.push('\\');
                out.push(character);
            }
            // It may begin a reference, as in `&copy;`.
            '&' if rest.find(';').is_some_and(|end| end < 40) => out.push_str("&amp;"),
            _ => out.push(character),
        }
    }
    match out.is_empty() || out.contains(char::is_whitespace) {
        true => format!("<{out}>"),
        false => out,
    }
}
