//! A file for readers, as the steps of the build hand it on. Knows its path and its bytes, not what is in it.

use std::collections::BTreeMap;

/// A file for readers, by its path in `dist/`.
pub type File = (String, Vec<u8>);

/// Files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;
