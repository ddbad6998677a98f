//! The fingerprint of the words of a guard: one number, so that what a reader has given counts for the words that they saw,
//! and for no others.
//!
//! What is to be read counts by all its words, evidence by the labels of its fields. Blanks and punctuation are left out,
//! so that a comma costs nobody a tick. Knows what is shown for the choices made, and nothing of what was given.

use super::evidence_text::digit;
use super::fact::{Key, Prompt};
use super::set::Progress;
use super::state::chosen;
use super::time::Time;
use crate::folding::lower_case;
use crate::ladder::{
    Block, Evidence, Id, Ladder, Requirement, Rung, Selection, Step, Text, Warning, label, select,
};

/// The prompt of the guard or step behind a fact's key, as it is now. None where the rung has no such part.
pub(super) fn prompt(
    ladder: &Ladder,
    rung: &Rung,
    progress: &Progress,
    key: &Key,
    now: Time,
) -> Option<Prompt> {
    let fingerprint = match key {
        Key::Requirement(id) => {
            let it = rung.requirements.iter().find(|it| it.id == *id)?;
            requirement_fingerprint(ladder, progress, it)
        }
        Key::Confirm(id, _) => {
            let it = rung.warnings.iter().find(|it| it.id == *id)?;
            warning_fingerprint(ladder, progress, it)
        }
        // Nothing is asked by a step; but an author may move it, and the reader has been where they ticked it.
        Key::Step(id) => rung.steps.iter().any(|it| it.id == *id).then_some(0)?,
        _ => return None,
    };
    // The first moment of all is that of evidence which counts no more.
    Some(Prompt { rung: rung.id.clone(), fingerprint, at: now.max(Time::default().plus(1)) })
}

/// The fingerprint of the words in which a requirement asks for what it asks.
pub fn requirement_fingerprint(ladder: &Ladder, progress: &Progress, it: &Requirement) -> u64 {
    let mut fingerprint = Fingerprint::new(ladder, progress);
    match &it.evidence {
        Evidence::Confirm => {
            fingerprint.text(&it.text);
            fingerprint.blocks(&it.more);
        }
        Evidence::Numbers { first, second, .. } => {
            fingerprint.add(first);
            fingerprint.end();
            fingerprint.add(second);
        }
        Evidence::Place { .. } | Evidence::HandOver => fingerprint.text(&it.text),
    }
    fingerprint.sum()
}

/// The fingerprint of the words of a warning.
pub fn warning_fingerprint(ladder: &Ladder, progress: &Progress, it: &Warning) -> u64 {
    let mut fingerprint = Fingerprint::new(ladder, progress);
    fingerprint.blocks(&it.text);
    fingerprint.sum()
}

/// The fingerprint of the words of a step.
pub(super) fn step_fingerprint(ladder: &Ladder, progress: &Progress, it: &Step) -> u64 {
    let mut fingerprint = Fingerprint::new(ladder, progress);
    fingerprint.text(&it.text);
    fingerprint.blocks(&it.more);
    fingerprint.sum()
}

/// The fingerprint of an id, to the letter, among others of its kind.
pub(super) fn fingerprint_of(kind: u8, id: &Id) -> u64 {
    let mut sum = with(FIRST, kind);
    id.as_str().bytes().for_each(|it| sum = with(sum, it));
    sum
}

/// FNV-1a, 64 bits: this is where it begins.
const FIRST: u64 = 0xcbf2_9ce4_8422_2325;

fn with(sum: u64, byte: u8) -> u64 {
    (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// The fingerprint of all words so far, as they come in.
struct Fingerprint<'a> {
    ladder: &'a Ladder,
    progress: &'a Progress,
    sum: u64,
    /// Whether a digit came last, and what parts it from the next one: a dash or something else that was left out.
    after_digit: bool,
    left_out: Option<u8>,
}

impl<'a> Fingerprint<'a> {
    fn new(ladder: &'a Ladder, progress: &'a Progress) -> Fingerprint<'a> {
        Fingerprint { ladder, progress, sum: FIRST, after_digit: false, left_out: Some(b'.') }
    }

    fn sum(&self) -> u64 {
        // As many bits as a number of JavaScript holds exactly: what is stored is JSON.
        self.sum & ((1 << 53) - 1)
    }

    fn byte(&mut self, byte: u8) {
        self.sum = with(self.sum, byte);
    }

    /// What comes now is another thing than what came before, whatever the words are.
    fn end(&mut self) {
        self.byte(0xff);
        self.after_digit = false;
    }

    fn add(&mut self, text: &str) {
        // Whether a dash came last, behind no word.
        let mut minus = false;
        for character in text.chars() {
            if is_left_out(character) {
                minus = is_dash(character) && (minus || self.left_out.is_some());
                match self.left_out {
                    Some(b'-') => {}
                    _ => self.left_out = Some(if is_dash(character) { b'-' } else { b'.' }),
                }
                continue;
            }
            let is_digit = digit(character).is_some();
            // "1.5" is another number than "15", and so are "1-5" and "-5".
            if let Some(byte) = self.left_out.filter(|_| is_digit && (self.after_digit || minus)) {
                self.byte(byte);
            }
            self.after_digit = is_digit;
            (self.left_out, minus) = (None, false);
            let mut bytes = [0; 4];
            for byte in lower_case(character).encode_utf8(&mut bytes).bytes() {
                self.byte(byte);
            }
        }
        self.left_out = Some(b'.');
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
                // Folded or not, they are the same words.
                Block::More(blocks) => self.blocks(blocks),
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

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}')
}

/// Blanks and the marks of punctuation. All else changes what is said: "<" is another thing than ">", and "1/2" than "1-2".
fn is_left_out(character: char) -> bool {
    matches!(character, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
        || matches!(character, '!' | '"' | '\'' ..=')' | ',' ..='.' | ':' | ';' | '?' | '[' | ']' | '`' | '{' | '}'
            | '¡' | '«' | '\u{ad}' | '·' | '»' | '¿'
            | '\u{200b}'..='\u{2027}' | '\u{202a}'..='\u{202f}' | '\u{2039}'..='\u{203a}' | '\u{203c}'..='\u{203d}'
            | '\u{2045}'..='\u{2049}' | '\u{205f}'..='\u{206f}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{feff}'
            | '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '،' | '؛' | '؟' | '।')
}
