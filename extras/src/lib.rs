//! The module that reads documents: JSON goes in, an encoded ladder comes out, or everything that is wrong.
//!
//! Few readers need it, since the built-in ladder is encoded already; so it is a module of its own, loaded on demand.
//! Only numbers cross its border, so it needs no glue: `web/embed/loader.js` writes the document where [`room_for`] says,
//! and reads the answer from where [`answer_at`] says. An instance reads one document.
//!
//! Knows nothing of the widget, and of no JavaScript but the names under which its functions are exported.

// One panic would stop the module in the middle of a document, so product code has no way to panic.
#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

use std::cell::RefCell;

use fix_ladder_core::ladder::{self, encode};

thread_local! {
    /// The document, then the answer.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Where the document is to be written, in the module's memory: UTF-8, `length` bytes.
#[expect(
    unsafe_code,
    reason = "an exported name is an unsafe attribute: it has to be the only one"
)]
#[unsafe(export_name = "roomFor")]
pub extern "C" fn room_for(length: usize) -> *mut u8 {
    BYTES.replace(vec![0; length]);
    answer_at()
}

/// Reads the document. 1 where the answer is an encoded ladder; 0 where it is a list of sentences, as JSON.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "readDocument")]
pub extern "C" fn read_document() -> u32 {
    let (is_ladder, answer) = match answer_to(&BYTES.take()) {
        Ok(ladder) => (1, ladder),
        Err(sentences) => (0, sentences),
    };
    BYTES.replace(answer);
    is_ladder
}

/// Where the answer begins, in the module's memory.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "answerAt")]
pub extern "C" fn answer_at() -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| bytes.as_mut_ptr())
}

/// How long the answer is, in bytes.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "answerLength")]
pub extern "C" fn answer_length() -> usize {
    BYTES.with_borrow(Vec::len)
}

/// The encoded ladder that a document is, or what is wrong with it: sentences as a JSON list.
fn answer_to(document: &[u8]) -> Result<Vec<u8>, Vec<u8>> {
    match ladder::parse(&String::from_utf8_lossy(document)) {
        Ok(ladder) => Ok(encode(&ladder)),
        Err(errors) => {
            let sentences: Vec<String> = errors.iter().map(ladder::Error::to_string).collect();
            Err(serde_json::to_vec(&sentences).unwrap_or_default())
        }
    }
}
