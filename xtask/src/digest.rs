//! The digests of files: by which a browser checks them, and by which they are named. Knows nothing of what is in them.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits that stand for the content of a file.
pub fn short_hash(file: &[u8]) -> String {
    Sha256::digest(file).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Eleven characters that stand for the content of a file whose `integrity` is beside them: its beginning, which
/// compression finds there. Not for names of files, since it holds capitals and strokes.
pub fn stamp(file: &[u8]) -> String {
    integrity(file).chars().skip("sha256-".len()).take(11).collect()
}

/// What an `integrity` attribute has to say for a file to be taken.
pub fn integrity(file: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_their_standards() {
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(stamp(b"abc"), "ungWv48Bz+p");
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
