//! Files as a zip that is the same bytes at any time and on any machine. Knows nothing of what is in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// One folder with these files in it, by their paths.
///
/// # Errors
///
/// A path or a size that a zip cannot have.
pub fn zip(folder: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The first day that a zip knows, since the real one differs from pack to pack.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes) in files {
        let path = format!("{folder}/{path}");
        writer.start_file(&path, options).with_context(|| format!("packing {path}"))?;
        writer.write_all(bytes).with_context(|| format!("packing {path}"))?;
    }
    Ok(writer.finish().context("ending the zip")?.into_inner())
}
