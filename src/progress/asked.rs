//! What a guard asks, as one number: so that what a reader has given counts for the words that they saw, and for no others.
//!
//! What is to be read counts by all its words, evidence by the labels of its fields. Blanks and punctuation are left out,
//! so that a comma costs nobody a tick. Knows what is shown for the choices made, and nothing of what was given.

use super::fact::{Asked, Key, Progress};
use super::state::chosen;
use super::time::Time;
use super::typed::digit;
use crate::ladder::{
    Block, Evidence, Id, Ladder, Requirement, Rung, Selection, Text, Warning, label, select,
};
use crate::letters::small;

/// What the guard behind a fact's key asks now; none where the rung has no such guard.
pub(super) fn asked(
    ladder: &Ladder,
    rung: &Rung,
    progress: &Progress,
    key: &Key,
    now: Time,
) -> Option<Asked> {
    let words = match key {
        Key::Requirement(id) => {
            let it = rung.requirements.iter().find(|it| it.id == *id)?;
            words_of_requirement(ladder, progress, it)
        }
        Key::Confirm(id, _) => {
            let it = rung.warnings.iter().find(|it| it.id == *id)?;
            words_of_warning(ladder, progress, it)
        }
        _ => return None,
    };
    Some(Asked { rung: rung.id.clone(), words, at: now })
}

/// Stands for the words under which a requirement asks for what it asks.
pub(super) fn words_of_requirement(ladder: &Ladder, progress: &Progress, it: &Requirement) -> u64 {
    let mut words = Words::new(ladder, progress);
    match &it.evidence {
        Evidence::Confirm => {
            words.text(&it.text);
            words.blocks(&it.more);
        }
        Evidence::Numbers { first, second } => {
            words.add(first);
            words.end();
            words.add(second);
        }
        Evidence::Place { .. } => words.text(&it.text),
    }
    words.sum()
}

/// Stands for the words of a warning.
pub(super) fn words_of_warning(ladder: &Ladder, progress: &Progress, it: &Warning) -> u64 {
    let mut words = Words::new(ladder, progress);
    words.blocks(&it.text);
    words.sum()
}

/// Words as they come in, and the number that stands for them so far.
struct Words<'a> {
    ladder: &'a Ladder,
    progress: &'a Progress,
    sum: u64,
    /// Whether a digit came last, and whether something was left out since.
    after_digit: bool,
    left_out: bool,
}

impl<'a> Words<'a> {
    fn new(ladder: &'a Ladder, progress: &'a Progress) -> Words<'a> {
        // The sum is that of Fowler, Noll and Vo: this is where it begins.
        let sum = 0xcbf2_9ce4_8422_2325;
        Words { ladder, progress, sum, after_digit: false, left_out: false }
    }

    fn sum(&self) -> u64 {
        // As many bits as a number of JavaScript holds exactly: what is stored is JSON.
        self.sum & ((1 << 53) - 1)
    }

    fn byte(&mut self, byte: u8) {
        self.sum = (self.sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// What comes now is another thing than what came before, whatever the words are.
    fn end(&mut self) {
        self.byte(0xff);
        self.after_digit = false;
    }

    fn add(&mut self, text: &str) {
        for character in text.chars() {
            if is_left_out(character) {
                self.left_out = true;
                continue;
            }
            let is_digit = digit(character).is_some();
            // "1.5" is another number than "15".
            if is_digit && self.after_digit && self.left_out {
                self.byte(b'.');
            }
            self.after_digit = is_digit;
            self.left_out = false;
            let mut bytes = [0; 4];
            for byte in small(character).encode_utf8(&mut bytes).bytes() {
                self.byte(byte);
            }
        }
        self.left_out = true;
    }

    fn text(&mut self, text: &Text) {
        self.add(&text.plain());
    }

    fn texts<'b>(&mut self, texts: impl IntoIterator<Item = &'b Text>) {
        for text in texts {
            self.text(text);
        }
    }

    /// The blocks as they are shown for the choices that are made.
    fn blocks(&mut self, blocks: &[Block]) {
        let ladder = self.ladder;
        let progress = self.progress;
        let option = |choice: &Id| chosen(ladder, progress, choice).cloned();
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.text(text),
                Block::List(items) => self.texts(items),
                Block::Variants(variants) => match select(variants, &option) {
                    Selection::One(variant) => self.text(&variant.text),
                    Selection::Several(several) => {
                        for variant in several {
                            self.add(&label(&variant.when, &ladder.choices));
                            self.text(&variant.text);
                        }
                    }
                },
            }
        }
    }
}

/// Blanks and the marks of punctuation. All else changes what is said: "<" is another thing than ">".
fn is_left_out(character: char) -> bool {
    matches!(character, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
        || matches!(character, '!'..='#' | '&'..='*' | ',' ..='/' | ':' | ';' | '?' | '['..='`' | '{'..='}'
            | '¡' | '§' | '«' | '\u{ad}' | '¶' | '·' | '»' | '¿'
            | '\u{200b}'..='\u{2027}' | '\u{202a}'..='\u{2043}' | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{206f}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{feff}'
            | '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '،' | '؛' | '؟' | '।')
}
