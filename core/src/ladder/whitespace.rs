//! White space between and around words, as any engine's HTML would show it. Knows nothing of what the words say.

use super::raw_text::{RawMarked, RawSpan};

/// Single blanks, none at the ends, no empty spans: what any engine's HTML would show.
pub fn tidy(spans: &mut Vec<RawSpan>) {
    let mut after_blank = true;
    collapse(spans, &mut after_blank);
    while let Some(last) = spans.last_mut() {
        match last {
            RawSpan::Plain(text) => {
                text.truncate(text.trim_end().len());
                match text.is_empty() {
                    true => spans.pop(),
                    false => break,
                };
            }
            RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => {
                tidy_end(inner);
                break;
            }
            RawSpan::Marked(_) => break,
        }
    }
}

fn tidy_end(spans: &mut [RawSpan]) {
    if let Some(RawSpan::Plain(text)) = spans.last_mut() {
        text.truncate(text.trim_end().len());
    }
}

fn collapse(spans: &mut Vec<RawSpan>, after_blank: &mut bool) {
    for span in spans.iter_mut() {
        match span {
            RawSpan::Plain(text) => *text = collapsed(text, after_blank),
            RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => {
                collapse(inner, after_blank)
            }
            RawSpan::Marked(RawMarked::Link(link)) => collapse(&mut link.text, after_blank),
            RawSpan::Marked(RawMarked::Code(_) | RawMarked::Path(_)) => *after_blank = false,
        }
    }
    spans.retain(|span| match span {
        RawSpan::Plain(text) => !text.is_empty(),
        RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => !inner.is_empty(),
        RawSpan::Marked(RawMarked::Link(link)) => !link.text.is_empty(),
        RawSpan::Marked(_) => true,
    });
}

fn collapsed(text: &str, after_blank: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let blank = match character {
            // A blank that does not break is one that the author wants, except at an end.
            '\u{a0}' | '\u{202f}' => *after_blank,
            _ => character.is_whitespace(),
        };
        match blank {
            true if *after_blank => {}
            true => {
                out.push(' ');
                *after_blank = true;
            }
            false => {
                out.push(character);
                *after_blank = false;
            }
        }
    }
    out
}
