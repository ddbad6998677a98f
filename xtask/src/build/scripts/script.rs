//! A script as it is built: code, and the data that one form of it differs in from another.
//!
//! Knows how the two stand together, not what they do.

use anyhow::{Result, bail};
pub use fix_ladder_writer::in_script;
use serde_json::{Map, Value, json};

use super::minify;
use crate::build::modules::wasm_module::WasmModule;
use crate::digest::{integrity, short_hash, stamp};

/// One classic script, with its data on a line by itself.
#[derive(Clone)]
pub struct Script {
    before: String,
    data: Map<String, Value>,
    after: String,
}

/// What the line with the data begins with, so that it is found again in a built script.
const DATA: &str = "\nconst DATA = ";

impl Script {
    /// A script of this code, one expression that finds its data under the name `DATA`.
    ///
    /// # Errors
    ///
    /// The code is no script.
    pub fn new(code: &str, data: Value) -> Result<Script> {
        Ok(Script {
            before: "(() => {".to_owned(),
            data: data.as_object().cloned().unwrap_or_default(),
            // The data stands outside of what is minified, so that it can be found and exchanged.
            after: format!("{}\n}})();\n", minify::javascript(code)?),
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
    pub fn with_module_at(self, module: &WasmModule, file: &str, wasm: &[u8]) -> Script {
        let address = format!("{file}?{}", stamp(wasm));
        self.with(module.key, json!({ "address": address, "integrity": integrity(wasm) }))
    }

    /// A module is in the script itself, compressed.
    pub fn with_module_inline(self, module: &WasmModule, compressed: &str) -> Script {
        self.with(module.key, json!({ "bytes": compressed }))
    }

    /// The encoded form of the ladder is in the script as well, compressed, and not in the widget's module.
    pub fn with_encoded(self, compressed: &str) -> Script {
        self.with("encoded", json!(compressed))
    }

    /// The id of the ladder that travels with the script.
    pub fn built_in(&self) -> &str {
        self.data.get("builtIn").and_then(Value::as_str).unwrap_or_default()
    }

    /// The ladder that travels with the embed, in whatever form. It is a built-in one, if it was none before.
    pub fn with_inline(mut self, id: &str) -> Script {
        if let Some(Value::Array(ids)) = self.data.get_mut("ids")
            && !ids.contains(&json!(id))
        {
            ids.push(json!(id));
        }
        self.with("builtIn", json!(id))
    }

    /// Its document.
    pub fn with_ladder(self, id: &str, document: &Value) -> Script {
        self.with("ladders", json!({ id: document }))
    }

    /// What the companion says is in the script as well.
    pub fn with_panels(self, messages: &Value) -> Script {
        self.with("panels", messages.clone())
    }

    /// Another language is a file beside the script.
    pub fn with_language_at(self, tag: &str, file: &str, bytes: &[u8]) -> Script {
        let address = format!("{file}?{}", stamp(bytes));
        self.with_language(tag, json!({ "address": address, "integrity": integrity(bytes) }))
    }

    /// Another language is in the script itself, compressed.
    pub fn with_language_inline(self, tag: &str, compressed: &str) -> Script {
        self.with_language(tag, json!({ "bytes": compressed }))
    }

    fn with_language(mut self, tag: &str, value: Value) -> Script {
        if let Some(Value::Object(languages)) = self.data.get_mut("languages") {
            languages.insert(tag.to_owned(), value);
        }
        self
    }

    /// Of the other languages only these: the page that it goes into is in no other.
    pub fn with_languages_of(mut self, tags: &[String]) -> Script {
        if let Some(Value::Object(languages)) = self.data.get_mut("languages") {
            languages.retain(|tag, _| tags.contains(tag));
        }
        self
    }

    /// What is said in ladders that are read from posts is in the script as well.
    pub fn with_post(mut self, messages: &Value) -> Script {
        if let Some(Value::Object(all)) = self.data.get_mut("messages") {
            all.insert("post".to_owned(), messages.clone());
        }
        self
    }

    /// Without one of the modules that are inline: what asks for it stands in no page of this script.
    pub fn without(mut self, module: &WasmModule) -> Script {
        self.data.remove(module.key);
        self
    }

    /// Another script is a file beside this one. It hands itself over by an event of the name that
    /// [`Script::named_by_content`] has given it.
    pub fn with_script_at(self, key: &str, file: &str, other: &Script) -> Script {
        let event = other.data.get("event").and_then(Value::as_str).unwrap_or_default();
        // Named by the same content, in one hash less.
        let address = format!("{file}?{}", event.rsplit('-').next().unwrap_or_default());
        let integrity = integrity(other.text().as_bytes());
        self.with(key, json!({ "address": address, "integrity": integrity, "event": event }))
    }

    /// Gives the event by which a script hands itself over a name that no other content has.
    pub fn named_by_content(self) -> Script {
        let name = format!("fix-ladder-{}", short_hash(self.text().as_bytes()));
        self.with("event", json!(name))
    }

    /// The prerendered view of the one ladder that has one: what the script shows before the module is there.
    pub fn with_prerender(self, tree: Option<Value>) -> Script {
        self.with("prerender", tree.unwrap_or(Value::Null))
    }

    fn with(mut self, name: &str, value: Value) -> Script {
        self.data.insert(name.to_owned(), value);
        self
    }

    /// The whole script.
    pub fn text(&self) -> String {
        let Script { before, data, after } = self;
        format!("{before}{DATA}{};\n{after}", in_script(&json!(data)))
    }

    /// The same as an ES module that does nothing where there is no page. `first` is code that runs before all else, and
    /// may change the data.
    pub fn as_module(&self, first: &str) -> String {
        // Of what is loaded by its address, no bundler is to make anything.
        const ASK_NOBODY: &str = "import(/* webpackIgnore: true */ /* @vite-ignore */ ";
        let Script { before, data, after } = self;
        let after = after.replace("import(", ASK_NOBODY);
        let data = in_script(&json!(data));
        format!(
            "// The element `<fix-ladder>`, defined by importing this.\n\
             if (typeof customElements !== \"undefined\") {before}{DATA}{data};\n{first}{after}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::modules::wasm_module::WIDGET;

    fn script() -> Script {
        Script { before: "(() => {".to_owned(), data: Map::new(), after: "})();\n".to_owned() }
    }

    #[test]
    fn the_module_is_named_by_its_hash() {
        let script = script().with_module_at(&WIDGET, "fix-ladder.wasm", b"abc");
        let module = &script.data["module"];
        assert_eq!(module["address"], "fix-ladder.wasm?ungWv48Bz+p");
        assert_eq!(module["integrity"], "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn a_script_knows_the_ids_of_all_its_ladders() {
        let script = script().with("ids", json!(["one", "two"])).with_inline("two");
        assert_eq!(script.data["ids"], json!(["one", "two"]));
        assert_eq!(script.with_inline("three").data["ids"], json!(["one", "two", "three"]));
    }

    #[test]
    fn a_built_script_takes_another_ladder() -> Result<()> {
        let document = json!({ "title": "a;\nb </script>" });
        let built =
            script().with_module_at(&WIDGET, "a.wasm", b"abc").with_ladder("one", &document);
        assert!(!built.text().contains("</script"));
        let again = Script::parse(&built.text())?;
        assert_eq!(again.text(), built.text());
        let other = again.with_ladder("two", &json!({})).with_module_inline(&WIDGET, "YWJj");
        let data = json!({ "ladders": { "two": {} }, "module": { "bytes": "YWJj" } });
        assert_eq!(other.text(), format!("(() => {{\nconst DATA = {data};\n}})();\n"));
        assert!(Script::parse("alert(1);\n").is_err());
        Ok(())
    }
}
