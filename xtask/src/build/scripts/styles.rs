//! The style sheets of the widget, and which of them travels with what.
//!
//! Knows when each is needed, nothing of what is in it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::minify;

/// What the script shows by itself: the prerendered view and notices.
const EARLY: [&str; 6] =
    ["tokens.css", "frame.css", "ladder.css", "rung.css", "items.css", "check.css"];

/// What the companion shows: panels, and a ladder that is printed by itself.
const COMPANION: [&str; 4] =
    ["companion.css", "companion-parts.css", "print.css", "print-items.css"];

/// The style sheets, minified.
pub struct Styles {
    early: String,
    /// What only a live widget shows.
    live: String,
    /// What a live widget and the plain list show.
    endings: String,
    /// What only the plain list shows.
    list: String,
    /// What only the companion shows.
    companion: String,
}

impl Styles {
    /// Reads all of them from their folder.
    ///
    /// # Errors
    ///
    /// One that cannot be read, or is no style sheet.
    pub fn read(folder: &Path) -> Result<Styles> {
        let read = |name: &&str| {
            let file = folder.join(name);
            fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
        };
        let minified =
            |names: &[&str]| minify::css(&names.iter().map(read).collect::<Result<String>>()?);
        Ok(Styles {
            early: minified(&EARLY)?,
            live: minified(&["live.css", "around.css", "drawing.css", "paper.css"])?,
            endings: minified(&["endings.css"])?,
            list: minified(&["plain.css"])?,
            companion: minified(&COMPANION)?,
        })
    }

    /// For the script that has its module and its list in files beside it.
    pub fn early(&self) -> String {
        self.early.clone()
    }

    /// For the widget's module.
    pub fn live(&self) -> String {
        [&*self.live, &self.endings].concat()
    }

    /// For the script of the plain list.
    pub fn of_list(&self) -> String {
        [&*self.endings, &self.list].concat()
    }

    /// For the script of the companion.
    pub fn of_companion(&self) -> String {
        self.companion.clone()
    }

    /// For the script with everything inline.
    pub fn all(&self) -> String {
        [&*self.early, &self.live, &self.endings, &self.list, &self.companion].concat()
    }
}
