//! What is packed: the build under its plain names, and the scripts once more under names that change with them.
//!
//! Knows files and names. Nothing here is written anywhere.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::file::Files;
use crate::build::ladders::INLINE;
use crate::build::ladders::built_in::BuiltIn;
use crate::build::modules::wasm_module::MODULES;
use crate::build::scripts::BESIDE;
use crate::build::scripts::script::Script;
use crate::digest::short_hash;

/// Every packed file by its path, and the names of those that the author is told of.
pub struct Contents {
    pub files: Files,
    /// The script with its modules in files beside it, under the name of its content.
    pub script: String,
    /// Its modules, each under the name of its content.
    pub modules: Vec<String>,
    /// The other scripts and the languages that stand beside it, each under the name of its content.
    pub beside: Vec<String>,
    /// The script with the modules and its ladder inline, under the name of its content.
    pub inline: String,
    pub ladders: Vec<Carried>,
}

/// A built-in ladder with the file that holds it and everything that it needs.
pub struct Carried {
    pub built_in: BuiltIn,
    /// The name of that file.
    pub plain: String,
    /// The same file under the name of its content.
    pub hashed: String,
}

impl Contents {
    /// From what a build has written.
    ///
    /// # Errors
    ///
    /// A file that is missing or that is not what a build makes.
    pub fn new(mut files: Files) -> Result<Contents> {
        // The demo post is there to be looked at where the project is worked on.
        files.retain(|path, _| !path.starts_with("demo/"));
        let root = crate::workspace::project_root();
        for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
            files.insert(name.to_owned(), read(&root.join(name))?);
        }

        let mut script = Script::parse(text(&files, "fix-ladder.js")?)?;
        let mut beside = Vec::new();
        for (key, file) in BESIDE {
            let bytes = found(&files, file)?.to_vec();
            let stem = file.strip_suffix(".js").unwrap_or(file);
            let name = hashed_name(stem, "js", &bytes);
            script = script.with_script_at(key, &name, &Script::parse(text(&files, file)?)?);
            beside.push((name, bytes));
        }
        let mut modules = Vec::new();
        for module in &MODULES {
            let wasm = found(&files, module.file)?.to_vec();
            let stem = module.file.strip_suffix(".wasm").unwrap_or(module.file);
            let name = hashed_name(stem, "wasm", &wasm);
            script = script.with_module_at(module, &name, &wasm);
            modules.push((name, wasm));
        }
        for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("messages/")) {
            let stem = path.strip_suffix(".json").unwrap_or(path);
            let name = hashed_name(stem, "json", bytes);
            let tag = stem.trim_start_matches("messages/").to_ascii_lowercase();
            script = script.with_language_at(&tag, &name, bytes);
            beside.push((name, bytes.clone()));
        }
        let script = script.text().into_bytes();
        let inline = found(&files, "fix-ladder.inline.js")?.to_vec();
        let parsed = Script::parse(text(&files, "fix-ladder.inline.js")?)?;
        let mut documents: Vec<String> =
            files.keys().filter(|path| is_document(path)).cloned().collect();
        // First the one that travels with the script.
        documents.sort_by_key(|path| *path != format!("ladders/{INLINE}.json"));

        let mut contents = Contents {
            files,
            modules: Vec::new(),
            beside: Vec::new(),
            script: String::new(),
            inline: String::new(),
            ladders: Vec::new(),
        };
        for (name, wasm) in modules {
            let name = contents.add(name, wasm)?;
            contents.modules.push(name);
        }
        for (name, bytes) in beside {
            let name = contents.add(name, bytes)?;
            contents.beside.push(name);
        }
        contents.script = contents.add(hashed_name("fix-ladder", "js", &script), script)?;
        contents.inline = contents.add(hashed_name("fix-ladder.inline", "js", &inline), inline)?;
        for path in documents {
            let document = serde_json::from_slice(found(&contents.files, &path)?);
            let built_in = BuiltIn::new(document.with_context(|| format!("reading {path}"))?)?;
            let stem = format!("fix-ladder.{}.inline", built_in.id());
            let own = built_in.put_into(&parsed)?.text().into_bytes();
            let hashed = contents.add(hashed_name(&stem, "js", &own), own.clone())?;
            let plain = contents.add(format!("{stem}.js"), own)?;
            contents.ladders.push(Carried { built_in, plain, hashed });
        }
        Ok(contents)
    }

    /// What a file under this name has to be for a browser to run it.
    ///
    /// # Errors
    ///
    /// There is no such file.
    pub fn integrity(&self, name: &str) -> Result<String> {
        Ok(crate::digest::integrity(found(&self.files, name)?))
    }

    /// Adds a file, and says its name. The same file may be there already.
    ///
    /// # Errors
    ///
    /// Another one has that name.
    fn add(&mut self, name: String, bytes: Vec<u8>) -> Result<String> {
        if self.files.get(&name).is_some_and(|other| *other != bytes) {
            bail!("two packed files would be called {name}");
        }
        self.files.insert(name.clone(), bytes);
        Ok(name)
    }
}

/// Whether it is a file that the tag or the element asks for, under its plain name: the script, what stands beside it,
/// and its folders.
pub fn is_for_pages(path: &str) -> bool {
    path == "fix-ladder.js"
        || MODULES.iter().any(|it| it.file == path)
        || BESIDE.iter().any(|(_, file)| *file == path)
        || ["ladders/", "messages/"].iter().any(|folder| path.starts_with(folder))
}

/// Whether it is a ladder's document, and not what that was made from.
fn is_document(path: &str) -> bool {
    path.starts_with("ladders/") && path.ends_with(".json")
}

/// A name that no other content will ever have, so that it can be kept for good.
fn hashed_name(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}.{}.{extension}", short_hash(bytes))
}

pub fn found<'a>(files: &'a Files, name: &str) -> Result<&'a [u8]> {
    let file = files.get(name).map(Vec::as_slice);
    file.with_context(|| format!("{name} is not there; run `cargo xtask build`"))
}

pub fn text<'a>(files: &'a Files, name: &str) -> Result<&'a str> {
    std::str::from_utf8(found(files, name)?).with_context(|| format!("{name} is no text"))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}
