//! Tests of the command `fix-ladder`, run as an author runs it. Knows no browser.

mod build;
mod check;
mod climbs;
mod posts;
mod preview;
mod studio;
mod support;
mod words;
