//! The module that reads documents: JSON goes in, a packed ladder comes out, or everything that is wrong.
//!
//! Few readers need it, since the built-in ladder is packed already; so it is a module of its own, loaded on demand.
//! Only numbers cross its border, so it needs no glue: `load.js` writes the text where [`room`] says, and reads
//! the answer from where [`answer`] says. An instance reads one document.

// Elsewhere its exports would take the places of functions of the system, such as `read`.
#![cfg(target_arch = "wasm32")]
// One panic would stop the module in the middle of a document, so product code has no way to panic.
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

use std::cell::RefCell;

use fix_ladder_core::ladder::{self, pack};

thread_local! {
    /// The document, then the answer.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Where the document is to be written, in the module's memory: UTF-8, `length` bytes.
#[expect(
    unsafe_code,
    reason = "a name for the outside is an unsafe attribute, for there must be only one of it"
)]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    BYTES.replace(vec![0; length]);
    answer()
}

/// Reads the document. 1 where the answer is a packed ladder; 0 where it is a list of sentences, as JSON.
#[expect(unsafe_code, reason = "as for `room`")]
#[unsafe(no_mangle)]
pub extern "C" fn read() -> u32 {
    let document = BYTES.take();
    let document = String::from_utf8_lossy(&document);
    let (is_ladder, answer) = match ladder::parse(&document) {
        Ok(ladder) => (1, pack(&ladder)),
        Err(faults) => {
            let sentences: Vec<String> = faults.iter().map(ladder::Error::to_string).collect();
            (0, serde_json::to_vec(&sentences).unwrap_or_default())
        }
    };
    BYTES.replace(answer);
    is_ladder
}

/// Where the answer begins, in the module's memory.
#[expect(unsafe_code, reason = "as for `room`")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| bytes.as_mut_ptr())
}

/// How long the answer is, in bytes.
#[expect(unsafe_code, reason = "as for `room`")]
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    BYTES.with_borrow(Vec::len)
}
