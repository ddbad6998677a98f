//! What a ladder is: the document, its validation, and the checked model.
//!
//! Knows nothing of progress, time, storage or any browser.

pub mod error;
pub mod model;
mod parse;
mod quote;
pub mod raw;
mod raw_guard;
mod raw_object;
pub mod raw_text;
#[cfg(feature = "schema")]
mod schema;
pub mod select;
mod url;
mod validate;

pub use error::{Error, Part, Place};
pub use model::*;
pub use parse::{MAX_BYTES, parse};
pub use raw::*;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use select::{Selection, applies, label, select};
pub use url::check_link;
pub use validate::validate;
