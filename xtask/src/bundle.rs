//! The script: the glue, the element and its parts, and their data, as one classic script.
//!
//! Knows how the parts are put together, not what they do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::strip;

/// The parts in the order in which they stand in the script.
const PARTS: [&str; 9] = [
    "options.js",
    "plain.js",
    "trap.js",
    "load.js",
    "theme.js",
    "place.js",
    "face.js",
    "widget.js",
    "element.js",
];

/// What goes into the script besides the parts of `src/embed`.
pub struct Ingredients<'a> {
    /// What wasm-bindgen made for the module.
    pub glue: &'a str,
    pub wasm: &'a [u8],
    /// The style sheet, already stripped.
    pub styles: &'a str,
    /// The built-in document that travels with the script, with its id.
    pub ladder: (&'a str, Value),
    /// Everything that the script itself may have to say to a reader.
    pub words: Value,
}

/// The whole script.
///
/// The glue stands in a function, because a module that has panicked can only be replaced by a
/// fresh instance with fresh glue. It is handed a `WebAssembly` that notices when its instance dies.
pub fn script(sources: &Path, ingredients: &Ingredients<'_>) -> Result<String> {
    let mut parts = String::new();
    for part in PARTS {
        let source = fs::read_to_string(sources.join(part))
            .with_context(|| format!("reading src/embed/{part}"))?;
        if strip::has_long_template(&source) {
            bail!(
                "src/embed/{part}: a template literal runs over the end of a line; join strings instead"
            );
        }
        parts.push_str(&strip::javascript(&source));
    }
    if strip::has_long_template(ingredients.glue) {
        bail!(
            "the glue of wasm-bindgen has a template literal over several lines: strip.rs must learn them"
        );
    }
    let (id, ladder) = &ingredients.ladder;
    let data = json!({
        "module": module(ingredients.wasm),
        "styles": ingredients.styles,
        "ladders": { *id: ladder },
        "words": ingredients.words,
    });
    // `</` would end a script element, should somebody paste the script into a page.
    let data = data.to_string().replace("</", "<\\/");
    let glue = strip::javascript(ingredients.glue);
    Ok(format!(
        "(() => {{\n\"use strict\";\nconst SCRIPT = document.currentScript;\nconst DATA = {data};\n\
         const freshGlue = (WebAssembly) => {{\n{glue}return wasm_bindgen;\n}};\n{parts}}})();\n"
    ))
}

/// Where the module is and what it has to be. The hash in the address keeps an old cache from
/// answering for a new module.
fn module(wasm: &[u8]) -> Value {
    let hash = Sha256::digest(wasm);
    let hex: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    json!({ "address": format!("fix-ladder.wasm?{hex}"), "integrity": integrity(wasm) })
}

/// What an `integrity` attribute has to say for a file to be taken.
pub fn integrity(file: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(file)))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place > group.len() { '=' } else { letter.into() });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_its_standard() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_module_is_named_by_its_hash() {
        let module = module(b"abc");
        assert_eq!(module["address"], "fix-ladder.wasm?ba7816bf8f01cfea");
        assert_eq!(module["integrity"], "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
