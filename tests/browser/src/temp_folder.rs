//! Folders for what a test needs for a while.
//!
//! Knows nothing of what is put there.

use anyhow::{Context, Result};
use tempfile::TempDir;

/// A new folder that nobody else has, and that goes away with its value. One that is there already is never taken.
///
/// # Errors
///
/// It cannot be made.
pub fn folder() -> Result<TempDir> {
    tempfile::Builder::new().prefix("fix-ladder-").tempdir().context("making a folder for a while")
}
