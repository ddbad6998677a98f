//! The package for npm: the packed files under their plain names, and two modules that bundlers and servers can take.
//!
//! Knows what npm and bundlers ask of a package. Nothing here is written anywhere.

use anyhow::{Context, Result};
use minijinja::context;
use serde_json::{Value, json};

use super::contents::{found, is_for_pages, text};
use crate::build::file::Files;
use crate::build::modules::wasm_module::MODULES;
use crate::build::scripts::BESIDE;
use crate::build::scripts::script::Script;
use crate::digest::integrity;
use crate::templates::{Templates, html};

/// What it is called there.
pub const NAME: &str = "fix-ladder";

/// What an import of the package loads.
const INDEX: &str = "index.js";

/// The same with everything inside.
const INLINE: &str = "inline.js";

/// Every file of the package, from those that are packed under their plain names. `repository` is where its sources
/// are, for who wants to know what a package was made from.
///
/// # Errors
///
/// A file that is missing, or that is not what a build makes.
pub fn package(packed: &Files, repository: Option<&str>) -> Result<Files> {
    const MORE: [&str; 4] =
        ["custom-elements.json", "fix-ladder.d.ts", "fix-ladder.inline.js", "ladder.schema.json"];
    let is_wanted =
        |path: &str| is_for_pages(path) || path.starts_with("LICENSE-") || MORE.contains(&path);
    let wanted = packed.iter().filter(|(path, _)| is_wanted(path));
    let mut files: Files = wanted.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let script = Script::parse(text(&files, "fix-ladder.js")?)?;
    let index = script.as_module(&addresses(&files, script.built_in()));
    let inline = Script::parse(text(&files, "fix-ladder.inline.js")?)?.as_module("");
    for (name, module) in [(INDEX, index), (INLINE, inline)] {
        files.insert(name.to_owned(), module.into_bytes());
    }
    files.insert("README.md".to_owned(), include_bytes!("README.md").to_vec());
    let hashes: Value =
        files.iter().map(|(path, bytes)| (path.clone(), json!(integrity(bytes)))).collect();
    files.insert("hashes.json".to_owned(), pretty(&hashes)?);
    let about = about(&files, repository)?;
    files.insert("package.json".to_owned(), about);
    Ok(files)
}

/// Tells the script where its files are, in the one form that bundlers look for: they carry such a file along, and put
/// its new address here. Where nobody knows an address, the script looks beside itself, as ever.
///
/// The ladder that travels with the script has no need of it.
fn addresses(files: &Files, built_in: &str) -> String {
    let modules = MODULES.iter().map(|it| (it.key, it.file)).chain(BESIDE);
    let mut names: Vec<(String, &str)> =
        modules.map(|(key, file)| (format!("DATA.{key}.address"), file)).collect();
    for path in files.keys().filter(|it| it.ends_with(".json")) {
        let stem = |folder: &str| path.strip_prefix(folder)?.strip_suffix(".json");
        if let Some(tag) = stem("messages/") {
            let tag = json!(tag.to_ascii_lowercase());
            names.push((format!("DATA.languages[{tag}].address"), path));
        } else if stem("ladders/").is_some_and(|id| id != built_in) {
            names.push((format!("DATA.files[{}]", json!(path)), path));
        }
    }
    let lines = names.into_iter().map(|(name, file)| {
        format!("try {{ {name} = new URL(\"./{file}\", import.meta.url).href; }} catch {{}}\n")
    });
    // A bundler that gives a script another name may have made it smaller as well, as webpack does: its hash is another.
    let named: Vec<String> =
        BESIDE.iter().map(|(key, file)| format!("[DATA.{key}, \"/{file}\"]")).collect();
    let smaller = format!(
        "for (const [asset, name] of [{}]) if (asset.address.includes(\":\") && \
         !asset.address.split(\"?\")[0].endsWith(name)) asset.integrity = \"\";\n",
        named.join(", ")
    );
    ["DATA.files = {};\n".to_owned()].into_iter().chain(lines).chain([smaller]).collect()
}

/// `package.json`. From a template, since in `exports` the first that fits counts, and nothing may change their order.
fn about(files: &Files, repository: Option<&str>) -> Result<Vec<u8>> {
    const NAME: &str = "package.json";
    let names: Value = files.keys().cloned().collect();
    let address = repository.map(|it| html(json!(format!("git+{it}.git")).to_string()));
    let values = context! {
        version => env!("CARGO_PKG_VERSION"),
        repository => address,
        files => html(names.to_string()),
    };
    let text = Templates::new([(NAME, include_str!("package.json"))])?.render(NAME, values)?;
    let about: Value = serde_json::from_str(&text).context("package.json is no JSON")?;
    // Every file that it names is there.
    for name in ["types", "customElements"] {
        let file = about[name].as_str().with_context(|| format!("package.json has no {name}"))?;
        found(files, file.trim_start_matches("./"))?;
    }
    Ok(text.into_bytes())
}

fn pretty(value: &Value) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    Ok(text)
}

#[cfg(test)]
mod tests;
