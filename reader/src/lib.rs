//! The module that reads posts: a tree of HTML goes in as JSON; an encoded ladder and hints for its author come out.
//!
//! Only an element that holds a post needs it, so it is a module of its own, loaded there. Only numbers cross its border,
//! as with the reader of documents: `web/post/module.js` writes the request where [`room_for`] says, and reads the
//! answers from where [`answer_at`] and [`hints_at`] say. An instance may read any number of posts.
//!
//! Knows nothing of the widget, and of no JavaScript but the names under which its functions are exported.

// One panic would stop the module in the middle of a post, so product code has no way to panic.
#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

use std::cell::RefCell;

use fix_ladder_author::post::{Post, read};
use fix_ladder_core::ladder::{encode, validate_undrawn};

thread_local! {
    /// The request, then the encoded ladder.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// What there is to say besides, as JSON.
    static HINTS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
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

/// Reads the post. 1 where the answer is an encoded ladder; 0 where there is none. The hints are there in any case.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "readPost")]
pub extern "C" fn read_post() -> u32 {
    let (ladder, hints) = answer_to(&BYTES.take());
    let is_ladder = u32::from(ladder.is_some());
    BYTES.replace(ladder.unwrap_or_default());
    HINTS.replace(hints.into_bytes());
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

/// Where the hints begin, in the module's memory.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "hintsAt")]
pub extern "C" fn hints_at() -> *mut u8 {
    HINTS.with_borrow_mut(|bytes| bytes.as_mut_ptr())
}

/// How long the hints are, in bytes.
#[expect(unsafe_code, reason = "as for `room_for`")]
#[unsafe(export_name = "hintsLength")]
pub extern "C" fn hints_length() -> usize {
    HINTS.with_borrow(Vec::len)
}

/// The encoded ladder of a request, if it is one, and the rest of what there is to know, as JSON.
fn answer_to(request: &[u8]) -> (Option<Vec<u8>>, String) {
    let Some(post) = Post::from_json(&String::from_utf8_lossy(request)) else {
        return (None, "{\"id\":null,\"isOwn\":false,\"hints\":[]}".to_owned());
    };
    let read = read(&post);
    let ladder = read.ladder.as_ref().and_then(|raw| validate_undrawn(raw).ok());
    (ladder.map(|ladder| encode(&ladder)), read.to_json())
}
