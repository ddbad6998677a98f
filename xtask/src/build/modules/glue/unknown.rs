//! What is said where the glue of wasm-bindgen has not the form that is known. Knows none of its parts.

/// The error for a part that is not there exactly once.
pub fn unknown(part: &str) -> String {
    format!(
        "the glue of wasm-bindgen has no `{part}`, or more than one: xtask/src/build/modules/glue must learn its new form"
    )
}
