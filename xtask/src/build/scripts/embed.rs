//! The scripts of the embed, each from its entry in `web/`.
//!
//! Knows what a script is given besides its modules, not what they do.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::bundle::bundle;
use super::messages;
use super::script::Script;
use super::styles::Styles;
use crate::build::languages::Said;

/// How the module's glue asks for the document, so that it is given the unclobbered one of `web/`.
const DOCUMENT: &str = "arg0.document;";

/// How the module's glue asks whether it runs in a page. What MooTools calls `Window` is another class.
const WINDOW: &str = "arg0 instanceof Window";

/// The embed, without a module and without a ladder.
pub struct Embed {
    /// With its modules and the other scripts in files beside it.
    pub external: Script,
    /// Renders plain lists.
    pub list: Script,
    /// What stands around a climb.
    pub companion: Script,
    /// Reads posts.
    pub post: Script,
    /// With all of them inline.
    pub inline: Script,
}

impl Embed {
    /// `glue` is what [`glue`](crate::build::modules::glue) has made of the module's, `ids` are those of all built-in
    /// ladders.
    ///
    /// # Errors
    ///
    /// A part that cannot be read, or that is no script, or glue that asks for no document.
    pub fn build(sources: &Path, glue: &str, styles: &Styles, ids: &[&str]) -> Result<Embed> {
        ensure!(glue.contains(DOCUMENT), "the glue asks for the document in another way");
        ensure!(glue.contains(WINDOW), "the glue asks for the window in another way");
        let glue = glue.replace(DOCUMENT, "document;").replace(WINDOW, "arg0 === window");
        let script = |entry: &str, styles: String, messages: Value| {
            // The glue stands in a function, because an instance that has crashed can only be replaced by a fresh
            // one with fresh glue.
            let glue = format!("const freshGlue = () => {{\n{glue}}};\n");
            let code = function(&[glue, bundle(&sources.join(entry))?].concat());
            Script::new(
                &code,
                json!({ "ids": ids, "styles": styles, "messages": messages, "languages": {} }),
            )
        };
        let beside =
            |entry: &str, data: Value| Script::new(&function(&bundle(&sources.join(entry))?), data);
        let said = Said::in_english();
        let mut all = messages::for_script(&said);
        let own = messages::for_list(&said);
        if let (Value::Object(all), Value::Object(own)) = (&mut all, own.clone()) {
            all.extend(own);
        }
        let panels = messages::for_panels(&said);
        let of_posts = messages::for_posts(&said);
        let (of_list, of_companion) = (styles.of_list(), styles.of_companion());
        Ok(Embed {
            external: script("embed.js", styles.early(), messages::for_script(&said))?,
            list: beside("plain-list.js", json!({ "messages": own, "styles": of_list }))?,
            inline: script("embed-inline.js", styles.all(), all)?
                .with_panels(&panels)
                .with_post(&of_posts),
            companion: beside("companion.js", json!({ "panels": panels, "styles": of_companion }))?,
            post: beside("post.js", json!({ "messages": { "post": of_posts } }))?,
        })
    }
}

/// A function around a bundle, called at once.
pub fn function(body: &str) -> String {
    format!("(() => {{\n\"use strict\";\n{body}\n}})();")
}
