//! The module of what stands around a climb: other devices, going on at another screen, the report, the calendar.
//!
//! Few readers need it, and none at once, so it is a module of its own, loaded at the press. Only numbers cross its border,
//! as with the reader of documents: the script writes a ladder where [`ladder_room`] says, then each request where
//! [`room_for`] says, and reads the answer from where [`answer_at`] says. Requests and answers are JSON.
//!
//! Knows no storage and no clock: facts and the time come with each request. Of JavaScript it knows the names under which
//! its functions are exported, and one function that formats numbers and times.

// One panic would stop the module in the middle of a request, so product code has no way to panic.
#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod calendar;
mod carried;
mod cases;
mod code;
mod date;
mod export;
mod facts;
mod file;
mod format;
mod items;
mod json;
mod mail;
mod markup;
mod open;
mod order;
mod qr;
mod report;
pub mod request;
mod snapshot;
mod sources;
pub mod token;
mod words;

use std::cell::RefCell;

use fix_ladder_core::ladder::{Ladder, decode};

use self::format::Outside;
pub use self::words::Dates;

thread_local! {
    /// A ladder or a request, then the answer.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// What requests are about.
    static LADDER: RefCell<Option<Ladder>> = const { RefCell::new(None) };
}

/// Where an encoded ladder is to be written, in the module's memory: `length` bytes.
#[expect(
    unsafe_code,
    reason = "an exported name is an unsafe attribute: it has to be the only one"
)]
#[unsafe(export_name = "ladderRoom")]
pub extern "C" fn ladder_room(length: usize) -> *mut u8 {
    room_for(length)
}

/// Takes the ladder that was written. 1 where it is one; else 0, and there is none.
#[expect(unsafe_code, reason = "as for `ladder_room`")]
#[unsafe(export_name = "setLadder")]
pub extern "C" fn set_ladder() -> u32 {
    let ladder = decode(&BYTES.take());
    let is_one = u32::from(ladder.is_some());
    LADDER.replace(ladder);
    is_one
}

/// Where a request is to be written: UTF-8, `length` bytes.
#[expect(unsafe_code, reason = "as for `ladder_room`")]
#[unsafe(export_name = "roomFor")]
pub extern "C" fn room_for(length: usize) -> *mut u8 {
    BYTES.replace(vec![0; length]);
    answer_at()
}

/// Answers the request.
#[expect(unsafe_code, reason = "as for `ladder_room`")]
#[unsafe(export_name = "answer")]
pub extern "C" fn answer() {
    // The script writes UTF-8; what is none is no request.
    let request = String::from_utf8(BYTES.take()).unwrap_or_default();
    let answer = LADDER.with_borrow(|ladder| request::answer(ladder.as_ref(), &request, &Outside));
    BYTES.replace(answer.into_bytes());
}

/// Where the answer begins, in the module's memory.
#[expect(unsafe_code, reason = "as for `ladder_room`")]
#[unsafe(export_name = "answerAt")]
pub extern "C" fn answer_at() -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| bytes.as_mut_ptr())
}

/// How long the answer is, in bytes.
#[expect(unsafe_code, reason = "as for `ladder_room`")]
#[unsafe(export_name = "answerLength")]
pub extern "C" fn answer_length() -> usize {
    BYTES.with_borrow(Vec::len)
}
