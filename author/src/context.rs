//! What the parts of the conversion share. Knows nothing of Markdown.

use std::ops::Range;

use fix_ladder_core::ladder::Location;

use crate::diagnostics::{Diagnostics, Severity};
use crate::ids::Ids;
use crate::options::Options;
use crate::text_kind::{Loss, TextKind};

#[derive(Default)]
pub(crate) struct Context {
    pub diagnostics: Diagnostics,
    pub ids: Ids,
    pub options: Options,
    pub locations: Locations,
    /// Whether there is an error in the file of a drawing.
    pub drawings_failed: bool,
    /// How a post is read; none for a text, which is compiled strictly.
    pub lenient: Option<Lenient>,
    /// What kind of text is being read.
    pub text_kind: TextKind,
    /// Whether it stands in a quote, a heading or a table, which set it apart.
    pub marked: bool,
    /// Whether it is a heading, or stands in a table by itself.
    pub heading: bool,
}

/// What a post is read with. Nothing in it is an error: what a strict reading refuses is taken in the safe way.
pub(crate) struct Lenient {
    /// What the ladder is called where no heading of the post is its title.
    pub title: String,
    /// What stands for an id in the title.
    pub id: Option<String>,
    /// What a reader is asked to confirm where something is deleted and nothing guards it.
    pub warning: String,
    /// Whether the post knows nothing of the format, so that its structure is a guess.
    pub is_guess: bool,
    /// Whether it is in another language than English.
    pub is_elsewhere: bool,
}

impl Context {
    /// Reads something as text of another kind.
    pub fn at<T>(&mut self, text_kind: TextKind, read: impl FnOnce(&mut Context) -> T) -> T {
        let before = std::mem::replace(&mut self.text_kind, text_kind);
        let read = read(self);
        self.text_kind = before;
        read
    }

    /// Reads something that is set apart from the text around it.
    pub fn marked<T>(&mut self, heading: bool, read: impl FnOnce(&mut Context) -> T) -> T {
        let before = (self.marked, self.heading);
        (self.marked, self.heading) = (true, heading);
        let read = read(self);
        (self.marked, self.heading) = before;
        read
    }

    /// Says that words are not read as they were meant: an error where that loses a guard, else a warning. Nothing where
    /// something was said of the same words just before.
    pub fn say_lost(&mut self, loss: Loss, range: Range<usize>, message: &str, cure: &str) {
        let lost = loss == Loss::Always || (loss == Loss::InRung && self.text_kind.in_rung());
        let severity = if lost { Severity::Error } else { Severity::Warning };
        if self.diagnostics.has_just_spoken_of(&range, severity) {
            return;
        }
        match lost {
            true => self.diagnostics.error(range, message, cure),
            false => self.diagnostics.warning(range, message, cure),
        }
    }
}

/// Where in the source each part of the document stands, by the parts' kinds and numbers.
#[derive(Default)]
pub(crate) struct Locations {
    /// In the order of their keys: a map has more code than the module of readers needs.
    ranges: Vec<(Key, Range<usize>)>,
}

type Key = Vec<(&'static str, Option<usize>)>;

impl Locations {
    pub fn record(&mut self, location: &Location, range: &Range<usize>) {
        let key = key(location);
        match self.place(&key) {
            Ok(at) => {
                if let Some((_, known)) = self.ranges.get_mut(at) {
                    *known = range.clone();
                }
            }
            Err(at) => self.ranges.insert(at, (key, range.clone())),
        }
    }

    /// Whether exactly this location is known.
    pub fn has(&self, location: &Location) -> bool {
        self.place(&key(location)).is_ok()
    }

    fn place(&self, key: &Key) -> Result<usize, usize> {
        self.ranges.binary_search_by(|(known, _)| known.cmp(key))
    }

    /// The range of the location, or of the innermost part around it that is known.
    pub fn find(&self, location: &Location) -> Option<Range<usize>> {
        let mut key = key(location);
        loop {
            if let Ok(at) = self.place(&key) {
                return self.ranges.get(at).map(|(_, range)| range.clone());
            }
            key.pop()?;
        }
    }
}

fn key(location: &Location) -> Key {
    location.0.iter().map(|part| (part.what, part.number)).collect()
}
