//! The text format, from the outside: Markdown in, document and diagnostics out.

mod diagnostics;
mod example;
mod properties;
mod rules;
mod support;
mod typography;
