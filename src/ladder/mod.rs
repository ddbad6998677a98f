//! What a ladder is: the document, its validation, the checked model, and the packed form in which it travels.
//!
//! The widget's module has only the model and [`unpack`](unpack()); the rest comes with the feature `document`.
//! Knows nothing of progress, time, storage or any browser.

#[cfg(feature = "document")]
pub mod error;
pub mod model;
mod pack;
#[cfg(feature = "document")]
mod parse;
#[cfg(feature = "document")]
mod quote;
#[cfg(feature = "document")]
pub mod raw;
#[cfg(feature = "document")]
mod raw_guard;
#[cfg(feature = "document")]
mod raw_object;
#[cfg(feature = "document")]
pub mod raw_text;
#[cfg(feature = "schema")]
mod schema;
pub mod select;
mod unpack;
#[cfg(feature = "document")]
mod url;
#[cfg(feature = "document")]
mod validate;

#[cfg(feature = "document")]
pub use error::{Error, Part, Place};
pub use model::*;
pub use pack::pack;
#[cfg(feature = "document")]
pub use parse::{MAX_BYTES, parse};
#[cfg(feature = "document")]
pub use raw::*;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use select::{Selection, applies, label, select};
pub use unpack::unpack;
#[cfg(feature = "document")]
pub use url::check_link;
#[cfg(feature = "document")]
pub use validate::validate;
