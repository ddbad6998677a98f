//! A draft as a text that an address can hold: raw deflate in the letters of base64 for addresses. Knows no address.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use fix_ladder_core::ladder::MAX_BYTES;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::draft::Draft;

/// The best that there is; texts are short.
const LEVEL: u8 = 10;

/// A draft with all its drawings, unpacked: what claims to be more was made by nobody here.
const MOST: usize = 8 * MAX_BYTES;

pub fn pack(draft: &Draft) -> String {
    let bytes = draft.to_json().to_string().into_bytes();
    BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec(&bytes, LEVEL))
}

/// Nothing where the text was cut off or is none of ours.
pub fn unpack(packed: &str) -> Option<Draft> {
    // Messengers break long addresses, and some add the padding.
    let packed: String = packed.chars().filter(|it| !it.is_whitespace() && *it != '=').collect();
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(packed).ok()?;
    let bytes = decompress_to_vec_with_limit(&bytes, MOST).ok()?;
    let value = serde_json::from_slice(&bytes).ok()?;
    Some(Draft::read(&value)).filter(|it| !it.text.is_empty())
}
