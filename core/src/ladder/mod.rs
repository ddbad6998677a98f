//! What a ladder is: the document, its validation, the checked model, and the encoded form in which it travels.
//!
//! The widget's module has only the model and [`decode`](decode()): what it does not call, the linker leaves out.
//! Knows nothing of progress, time, storage or any browser.

mod decode;
mod drawing;
mod encode;
pub mod error;
pub mod model;
mod parse;
mod quote;
pub mod raw;
mod raw_drawing;
mod raw_guard;
mod raw_object;
pub mod raw_text;
mod safe;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "schema")]
mod schema_parts;
pub mod select;
mod url;
mod validate;
mod whitespace;

pub use decode::decode;
pub use drawing::*;
pub use encode::encode;
pub use error::{Error, Location, Part};
pub use model::*;
pub use parse::{MAX_BYTES, parse};
pub use raw::*;
pub use safe::still_safe;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use select::{Selection, applies, drawing, label, select};
pub use url::check_link;
pub use validate::{validate, validate_undrawn};
pub use whitespace::tidy;
