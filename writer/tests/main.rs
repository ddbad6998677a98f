//! Tests of the writer: what it writes is read back as the same ladder. Knows no browser.

mod escaping;
mod generated;
mod html;
mod posts;
mod round_trips;
mod snippets;
mod support;
mod unwritable;
