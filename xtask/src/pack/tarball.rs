//! Files as a package of npm: a compressed tar that is the same bytes at any time and on any machine. Knows nothing of
//! what is in them.

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use crate::build::file::Files;

/// The moment that npm itself gives to every file, since the real one differs from pack to pack.
const MOMENT: u64 = 499_162_500;

/// # Errors
///
/// A path or a size that a tar cannot have.
pub fn tarball(files: &Files) -> Result<Vec<u8>> {
    let compressed = GzBuilder::new().write(Vec::new(), Compression::best());
    let mut builder = Builder::new(compressed);
    for (path, bytes) in files {
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_mtime(MOMENT);
        header.set_size(u64::try_from(bytes.len())?);
        let path = format!("package/{path}");
        builder
            .append_data(&mut header, &path, bytes.as_slice())
            .with_context(|| format!("packing {path}"))?;
    }
    let compressed = builder.into_inner().context("ending the tar")?;
    compressed.finish().context("ending the package")
}
