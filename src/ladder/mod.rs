//! What a ladder is: the document, its validation, and the checked model.
//!
//! Knows nothing of progress, time, storage or any browser.

pub mod error;
pub mod model;
pub mod raw;

pub use error::{Error, Part, Place};
pub use model::*;
pub use raw::*;
