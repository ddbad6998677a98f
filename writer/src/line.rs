//! A line of the text: runs of words, and the comments behind them. Knows no block.

use fix_ladder_core::ladder::{RawMarked, RawSpan, RawText};

/// A paragraph, a heading or the head of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub runs: Vec<RawSpan>,
    /// The words of each comment: `id: reset-page`.
    pub comments: Vec<String>,
}

impl Line {
    pub fn plain(words: impl Into<String>) -> Line {
        Line { runs: vec![RawSpan::Plain(words.into())], comments: Vec::new() }
    }

    pub fn bold(words: impl Into<String>) -> Line {
        let bold = RawMarked::Strong(vec![RawSpan::Plain(words.into())]);
        Line { runs: vec![RawSpan::Marked(bold)], comments: Vec::new() }
    }

    pub fn of(text: &RawText) -> Line {
        Line { runs: spans(text), comments: Vec::new() }
    }

    /// `Key: words`.
    pub fn keyed(key: &str, text: &RawText) -> Line {
        Line::plain(format!("{key}: ")).then(text)
    }

    pub fn then(mut self, text: &RawText) -> Line {
        self.runs.extend(spans(text));
        self
    }

    pub fn then_words(mut self, words: &str) -> Line {
        if !words.is_empty() {
            self.runs.push(RawSpan::Plain(words.to_owned()));
        }
        self
    }

    /// With a comment, where there is anything to say.
    pub fn with_comment(mut self, key: &str, value: Option<&str>) -> Line {
        self.comments.extend(value.map(|value| format!("{key}: {value}")));
        self
    }
}

pub(crate) fn spans(text: &RawText) -> Vec<RawSpan> {
    match text {
        RawText::Plain(words) => vec![RawSpan::Plain(words.clone())],
        RawText::Spans(spans) => spans.clone(),
    }
}
