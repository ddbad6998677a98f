//! Bytes as text in a script: compressed, then written in letters.
//!
//! Of the encodings that every browser can undo by itself, this is the smallest on disk, and after brotli
//! within a tenth of the best. Knows nothing of what it compresses.

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use zopfli::{Format, Options};

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// For a build that nobody but its maker loads.
    Fast,
    Best,
}

/// Base64 of raw deflate, as the loader of the script undoes it.
///
/// # Errors
///
/// None that bytes in memory are known to cause.
pub fn compress(bytes: &[u8], effort: Effort) -> Result<String> {
    let rounds = match effort {
        Effort::Fast => 1,
        Effort::Best => 15,
    };
    let options =
        Options { iteration_count: rounds.try_into().context("no rounds")?, ..Options::default() };
    let mut deflated = Vec::new();
    zopfli::compress(options, Format::Deflate, bytes, &mut deflated)
        .context("compressing the module")?;
    Ok(BASE64_STANDARD.encode(&deflated))
}
