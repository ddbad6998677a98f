//! Turns plain text into a document.
