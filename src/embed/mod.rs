//! The edge towards JavaScript: one handle for the element, and the options it hands over.
//!
//! Knows nothing of rungs, progress or storage. The element itself is in `web/embed/element.js`, since
//! wasm-bindgen cannot extend `HTMLElement`.

pub mod mount;
pub mod options;
pub mod page_host;
