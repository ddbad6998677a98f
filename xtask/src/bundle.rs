//! The script: the glue, the element and its parts, and their data, as one classic script.
//!
//! Knows how the parts are put together, not what they do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::minify;

/// The parts in the order in which they stand in the script.
const PARTS: [&str; 11] = [
    "alone.js",
    "options.js",
    "plain.js",
    "first.js",
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
    /// What wasm-bindgen made for the module, as [`glue`](crate::glue) has made it small.
    pub glue: &'a str,
    /// The style sheet, already small.
    pub styles: &'a str,
    /// Everything that the script itself may have to say to a reader.
    pub words: Value,
}

/// The embed as one classic script: code, and between it the data that one form of it differs in from another.
///
/// The glue stands in a function, because a module that has panicked can only be replaced by a
/// fresh instance with fresh glue.
#[derive(Clone)]
pub struct Script {
    before: String,
    data: Map<String, Value>,
    after: String,
}

/// One of the two modules of the embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// The widget, with the packed form of the ladder that travels with it.
    Widget,
    /// What reads documents, loaded where one is to be read.
    Document,
}

impl Module {
    fn name(self) -> &'static str {
        match self {
            Module::Widget => "module",
            Module::Document => "documents",
        }
    }
}

/// What the line with the data begins with, so that it is found again in a built script.
const DATA: &str = "\nconst DATA = ";

impl Script {
    /// A script without a module and without a ladder.
    ///
    /// # Errors
    ///
    /// A part that cannot be read, or that is no script.
    pub fn build(sources: &Path, ingredients: &Ingredients<'_>) -> Result<Script> {
        let Ingredients { glue, styles, words } = ingredients;
        let parts = join(sources, &PARTS)?;
        let code = format!(
            "((SCRIPT) => {{\n\"use strict\";\nconst freshGlue = () => {{\n{glue}}};\n{parts}}})(document.currentScript);"
        );
        let data = json!({ "styles": styles, "words": words });
        Ok(Script {
            before: "(() => {".to_owned(),
            data: data.as_object().cloned().unwrap_or_default(),
            // The data stands outside of what is made small, so that it can be found and exchanged.
            after: format!("{}\n}})();\n", minify::javascript(&code)?),
        })
    }

    /// A built script, to be given another module or another ladder.
    ///
    /// # Errors
    ///
    /// The text is no script of [`Script::text`].
    pub fn parse(text: &str) -> Result<Script> {
        let parted = text.split_once(DATA).and_then(|(before, rest)| {
            let (data, after) = rest.split_once(";\n")?;
            Some((before.to_owned(), serde_json::from_str(data).ok()?, after.to_owned()))
        });
        let Some((before, data, after)) = parted else {
            bail!("no line with the data of the embed: is this `fix-ladder.js`?");
        };
        Ok(Script { before, data, after })
    }

    /// A module is a file beside the script. The hash in the address keeps an old cache from
    /// answering for a new module.
    pub fn with_module_at(self, module: Module, file: &str, wasm: &[u8]) -> Script {
        let address = format!("{file}?{}", short_hash(wasm));
        self.with(module.name(), json!({ "address": address, "integrity": integrity(wasm) }))
    }

    /// A module is in the script itself, as [`squeeze`](crate::squeeze) has made it.
    pub fn with_module_inside(self, module: Module, squeezed: &str) -> Script {
        self.with(module.name(), json!({ "bytes": squeezed }))
    }

    /// The packed form of the ladder is in the script as well, squeezed, and not in the widget's module.
    pub fn with_packed(self, squeezed: &str) -> Script {
        self.with("packed", json!(squeezed))
    }

    /// The one document that travels with the script.
    pub fn with_ladder(self, id: &str, document: &Value) -> Script {
        self.with("ladders", json!({ id: document }))
    }

    /// The first view of the one ladder that has one: what the script draws before the module is there.
    pub fn with_first(self, id: &str, tree: Option<Value>) -> Script {
        self.with("first", tree.map_or(Value::Null, |tree| json!({ "id": id, "tree": tree })))
    }

    fn with(mut self, name: &str, value: Value) -> Script {
        self.data.insert(name.to_owned(), value);
        self
    }

    pub fn text(&self) -> String {
        let Script { before, data, after } = self;
        format!("{before}{DATA}{};\n{after}", in_script(&json!(data)))
    }
}

/// Data as it may stand in a script, also in one that is pasted into a page.
pub fn in_script(data: &Value) -> String {
    // `</` would end a script element, and after `<!--` it might not end where it should.
    data.to_string().replace("</", "<\\/").replace("<!--", "<\\u0021--")
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

/// Sixteen hexadecimal digits that stand for the content of a file.
pub fn short_hash(file: &[u8]) -> String {
    Sha256::digest(file).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What an `integrity` attribute has to say for a file to be taken.
pub fn integrity(file: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(file)))
}

pub fn base64(bytes: &[u8]) -> String {
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

    fn script() -> Script {
        Script { before: "(() => {".to_owned(), data: Map::new(), after: "})();\n".to_owned() }
    }

    #[test]
    fn the_module_is_named_by_its_hash() {
        let script = script().with_module_at(Module::Widget, "fix-ladder.wasm", b"abc");
        let module = &script.data["module"];
        assert_eq!(module["address"], "fix-ladder.wasm?ba7816bf8f01cfea");
        assert_eq!(module["integrity"], "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn a_built_script_takes_another_ladder() -> Result<()> {
        let document = json!({ "title": "a;\nb </script>" });
        let built =
            script().with_module_at(Module::Widget, "a.wasm", b"abc").with_ladder("one", &document);
        assert!(!built.text().contains("</script"));
        let again = Script::parse(&built.text())?;
        assert_eq!(again.text(), built.text());
        let other = again.with_ladder("two", &json!({})).with_module_inside(Module::Widget, "YWJj");
        let data = json!({ "ladders": { "two": {} }, "module": { "bytes": "YWJj" } });
        assert_eq!(other.text(), format!("(() => {{\nconst DATA = {data};\n}})();\n"));
        assert!(Script::parse("alert(1);\n").is_err());
        Ok(())
    }
}
