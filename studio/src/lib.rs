//! The module of the studio: what an author writes or opens goes in; documents, diagnostics, texts, tags and pages come out.
//!
//! Only numbers cross its border, as with the other modules that are called by their plain exports: `web/studio/module.js`
//! writes a request of JSON where [`room_for`] says, and reads the answer from where [`answer_at`] says. An instance answers
//! any number of requests. What can be asked is in [`request`].
//!
//! Knows nothing of the page of the studio, and of no JavaScript but the names under which its functions are exported.

// One panic would take an author's studio away while they write, so product code has no way to panic.
#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod compiled;
mod draft;
mod fallback;
mod opened;
mod packed;
mod page;
mod places;
mod post;
pub mod request;
mod written;

use std::cell::RefCell;

thread_local! {
    /// The request, then the answer.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Where the request is to be written, in the module's memory: UTF-8, `length` bytes.
#[expect(
    unsafe_code,
    reason = "an exported name is an unsafe attribute: it has to be the only one"
)]
#[unsafe(export_name = "roomFor")]
pub extern "C" fn room_for(length: usize) -> *mut u8 {
    BYTES.replace(vec![0; length]);
    answer_at()
}

/// Answers the request.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "answer")]
pub extern "C" fn answer() {
    let request = BYTES.take();
    BYTES.replace(request::answer(&String::from_utf8_lossy(&request)).into_bytes());
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
