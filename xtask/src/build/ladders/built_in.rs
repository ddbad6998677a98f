//! A ladder that comes with the build, and the scripts that carry it.
//!
//! Knows in which forms a ladder travels, not how they are read again.

use anyhow::{Result, anyhow};
use fix_ladder_core::ladder::{self, Ladder};
use fix_ladder_core::messages::DEFAULT_LANG;
use fix_ladder_writer::for_plain_list;
use serde_json::Value;

use crate::build::file::File;
use crate::build::modules::compress::{Effort, compress};
use crate::build::scripts::prerender::prerender;
use crate::build::scripts::script::Script;

/// A ladder and its document.
pub struct BuiltIn {
    pub ladder: Ladder,
    pub document: Value,
    /// What its author wrote, in Markdown, where that is known.
    pub source: Option<String>,
}

impl BuiltIn {
    /// # Errors
    ///
    /// The document is not a ladder.
    pub fn new(document: Value) -> Result<BuiltIn> {
        let text = document.to_string();
        let ladder = ladder::parse(&text).map_err(|errors| anyhow!("not a ladder: {errors:?}"))?;
        Ok(BuiltIn { ladder, document, source: None })
    }

    pub fn id(&self) -> &str {
        self.ladder.id.as_str()
    }

    /// Its document as a file for readers.
    pub fn file(&self) -> File {
        (format!("ladders/{}.json", self.id()), self.document.to_string().into_bytes())
    }

    /// What its author wrote as a file: for who reads it, and for whoever writes another.
    pub fn source_file(&self) -> Option<File> {
        let text = self.source.as_ref()?;
        Some((format!("ladders/{}.md", self.id()), text.clone().into_bytes()))
    }

    /// Its document as the plain list needs it.
    pub fn document_for_list(&self) -> Value {
        for_plain_list(self.document.clone())
    }

    /// A script that knows this ladder, and its prerendered view. The widget and the list are handed it otherwise.
    ///
    /// # Errors
    ///
    /// As for [`prerender`].
    pub fn show_in(&self, script: &Script) -> Result<Script> {
        let script = script.clone().with_inline(self.id());
        // The prerendered view is in English: around other words it would be another view than the widget.
        if self.ladder.lang.split('-').next() != Some(DEFAULT_LANG) {
            return Ok(script.with_prerender(None));
        }
        Ok(script.with_prerender(prerender(&self.ladder)?))
    }

    /// A script of one file, with this ladder inline.
    ///
    /// # Errors
    ///
    /// As for [`compress`] and [`prerender`].
    pub fn put_into(&self, script: &Script) -> Result<Script> {
        let encoded = compress(&ladder::encode(&self.ladder), Effort::Best)?;
        Ok(self
            .show_in(script)?
            .with_ladder(self.id(), &self.document_for_list())
            .with_encoded(&encoded))
    }
}
