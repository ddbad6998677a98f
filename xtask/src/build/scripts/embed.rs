//! The scripts of the embed, from the parts in `src/embed`.
//!
//! Knows which parts make which script and how they stand together, not what they do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Script;
use crate::words;

/// The parts before the one that brings in the plain list.
const FIRST: [&str; 10] = [
    "clobbering.js",
    "base-url.js",
    "leader.js",
    "options.js",
    "elements.js",
    "prerender.js",
    "document-format.js",
    "crash-guard.js",
    "loader.js",
    "namespace.js",
];

/// The parts after it.
const LAST: [&str; 8] = [
    "theme.js",
    "restore.js",
    "fallback.js",
    "style-sheet.js",
    "view.js",
    "viewport.js",
    "widget.js",
    "element.js",
];

/// How the module's glue asks for the document, so that it is given the one of `page.js`.
const DOCUMENT: &str = "arg0.document;";

/// The embed, without a module and without a ladder.
pub struct Embed {
    /// With its module and its list in files beside it.
    pub beside: Script,
    /// What draws plain lists.
    pub list: Script,
    /// With both inside.
    pub inside: Script,
}

impl Embed {
    /// `glue` is what [`glue`](crate::build::modules::glue) has made of the module's, `styles` a style sheet that is small already,
    /// `ids` are those of all built-in ladders.
    ///
    /// # Errors
    ///
    /// A part that cannot be read, or that is no script, or glue that asks for no document.
    pub fn build(sources: &Path, glue: &str, styles: &str, ids: &[&str]) -> Result<Embed> {
        ensure!(glue.contains(DOCUMENT), "the glue asks for the document in another way");
        let glue = glue.replace(DOCUMENT, "document;");
        // What one form never does is left out of it, since nothing leads there.
        let script = |is_inside: bool, list: &[&str], words: Value| {
            let parts = join(sources, &[&FIRST[..], list, &LAST].concat())?;
            // The glue stands in a function, because a module that has panicked can only be replaced by a fresh
            // instance with fresh glue.
            let glue = format!("const freshGlue = () => {{\n{glue}}};\n");
            let parts = parts.replace("IS_INSIDE", if is_inside { "true" } else { "false" });
            let code = function(&[glue, parts].concat());
            Script::new(&code, json!({ "ids": ids, "styles": styles, "words": words }))
        };
        let mut all_words = words::for_script();
        let own = words::for_list();
        if let (Value::Object(all), Value::Object(own)) = (&mut all_words, own.clone()) {
            all.extend(own);
        }
        let list = join(
            sources,
            &[
                "clobbering.js",
                "elements.js",
                "document-format.js",
                "plain-list.js",
                "plain-list-file.js",
            ],
        )?;
        Ok(Embed {
            beside: script(false, &["plain-list-loader.js"], words::for_script())?,
            list: Script::new(&function(&list), json!({ "words": own }))?,
            inside: script(true, &["plain-list.js", "plain-list-inline.js"], all_words)?,
        })
    }
}

/// A function around parts.
fn function(body: &str) -> String {
    format!("(() => {{\n\"use strict\";\n{body}\n}})();")
}

/// Parts of a script, one after the other.
///
/// # Errors
///
/// A part that cannot be read.
pub fn join(folder: &Path, parts: &[&str]) -> Result<String> {
    let read = |part: &&str| {
        let file = folder.join(part);
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    };
    Ok(parts.iter().map(read).collect::<Result<Vec<_>>>()?.join("\n"))
}
