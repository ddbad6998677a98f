//! A ladder that comes with the build, and the scripts that carry it.
//!
//! Knows in which forms a ladder travels, not how they are read again.

use anyhow::{Result, anyhow};
use fix_ladder_core::ladder::{self, Ladder};
use serde_json::Value;

use crate::build::modules::compress::{Effort, squeeze};
use crate::build::scripts::Script;
use crate::build::scripts::prerender::first_view;

/// A ladder and its document.
pub struct BuiltIn {
    pub ladder: Ladder,
    pub document: Value,
}

impl BuiltIn {
    /// # Errors
    ///
    /// The document is not a ladder.
    pub fn new(document: Value) -> Result<BuiltIn> {
        let text = document.to_string();
        let ladder = ladder::parse(&text).map_err(|errors| anyhow!("not a ladder: {errors:?}"))?;
        Ok(BuiltIn { ladder, document })
    }

    pub fn id(&self) -> &str {
        self.ladder.id.as_str()
    }

    /// A script that knows this ladder, and its first view. The widget and the list are handed it otherwise.
    ///
    /// # Errors
    ///
    /// As for [`first_view`].
    pub fn show_in(&self, script: &Script) -> Result<Script> {
        let first = first_view(&self.ladder)?;
        Ok(script.clone().with_inside(self.id()).with_first(self.id(), first))
    }

    /// A script of one file, with this ladder inside.
    ///
    /// # Errors
    ///
    /// As for [`squeeze`] and [`first_view`].
    pub fn put_into(&self, script: &Script) -> Result<Script> {
        let packed = squeeze(&ladder::pack(&self.ladder), Effort::Much)?;
        Ok(self.show_in(script)?.with_ladder(self.id(), &self.document).with_packed(&packed))
    }
}
