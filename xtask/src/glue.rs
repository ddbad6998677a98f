//! Makes the glue of wasm-bindgen smaller, together with the module that it belongs to.
//!
//! Knows how wasm-bindgen writes its glue; what it does not find as it expects it is an error, never left out.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use walrus::{ExportItem, Module};

/// What begins the names of exports that browsers call on their own: events, timers, tasks, the clearing away of
/// what is not needed. `trap.js` knows them by this.
const BY_BROWSERS: &str = "$";

/// What the imports are taken from: one name for all.
const MODULE: &str = "_";

/// The glue as the body of a function that returns `start`, which brings one instance of the module to life.
///
/// Names between the two become short: those that wasm-bindgen gives are long, and half of each is a hash,
/// which no compression makes smaller.
///
/// # Errors
///
/// The glue is not of the form that is known.
pub fn small(module: &mut Module, glue: &str) -> Result<String> {
    let short = shorten(module);
    let body = without_loader(glue)?;
    let imports = "\"./fix_ladder_bg.js\": import0";
    ensure!(body.matches(imports).count() == 1, unknown(imports));
    Ok(rename(&body.replace(imports, &format!("{MODULE}: import0")), &short))
}

/// Gives what goes in and out of the module short names, and says which.
fn shorten(module: &mut Module) -> BTreeMap<String, String> {
    let mut short = BTreeMap::new();
    for (index, import) in module.imports.iter_mut().enumerate() {
        let name = letters(index);
        short.insert(std::mem::replace(&mut import.name, name.clone()), name);
        import.module = MODULE.to_owned();
    }
    for (index, export) in module.exports.iter_mut().enumerate() {
        // Under its own name, by which those who measure know it.
        if matches!(export.item, ExportItem::Memory(_)) {
            continue;
        }
        let name = match is_called_by_browsers(&export.name) {
            true => format!("{BY_BROWSERS}{}", letters(index)),
            false => letters(index),
        };
        short.insert(std::mem::replace(&mut export.name, name.clone()), name);
    }
    short
}

fn is_called_by_browsers(name: &str) -> bool {
    name.starts_with("wasm_bindgen__convert__closures")
        || name == "__wbindgen_destroy_closure"
        || name.starts_with("__wbg_") && name.ends_with("_free")
}

/// `a` to `z`, then `aa` and on.
fn letters(index: usize) -> String {
    let last = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

/// The glue without the parts that fetch and compile: the script does that, and checks what it gets.
fn without_loader(glue: &str) -> Result<String> {
    let from = "class Mount {";
    let (_, rest) = glue.split_once(from).with_context(|| unknown(from))?;
    let to = "let wasmModule, wasmInstance, wasm;";
    let (body, loader) = rest.split_once(to).with_context(|| unknown(to))?;
    let start = "wasm.__wbindgen_start();";
    ensure!(loader.matches(start).count() == 1, unknown(start));
    let dispose = "if (Symbol.dispose) Mount.prototype[Symbol.dispose] = Mount.prototype.free;";
    ensure!(body.matches(dispose).count() == 1, unknown(dispose));
    let body = body.replace(dispose, "");
    Ok(format!(
        "const exports = {{}};\nlet wasm;\n{from}{body}\n\
         return async (instantiate) => {{\nwasm = await instantiate(__wbg_get_imports());\n{start}\nreturn exports;\n}};\n"
    ))
}

fn unknown(part: &str) -> String {
    format!(
        "the glue of wasm-bindgen has no `{part}`, or more than one: glue.rs must learn its new form"
    )
}

/// Puts other names in the places of these, where they stand as what the module takes or as what it has.
fn rename(glue: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$');
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(is_part) {
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.find(|it| !is_part(it)).unwrap_or(from.len()));
        renamed.push_str(before);
        let is_name = renamed.ends_with("wasm.") || after.starts_with(": function");
        renamed.push_str(names.get(word).filter(|_| is_name).map_or(word, String::as_str));
        rest = after;
    }
    renamed.push_str(rest);
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_change_where_they_are_names() {
        let names = [("get_1", "a"), ("memory", "b")];
        let names = names.map(|(long, short)| (long.to_owned(), short.to_owned())).into();
        let glue = "get_1: function(get_1) { wasm.memory.get_1(wasm.get_12, memory) }";
        let renamed = "a: function(get_1) { wasm.b.get_1(wasm.get_12, memory) }";
        assert_eq!(rename(glue, &names), renamed);
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(letters).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["a", "z", "aa", "zz", "aaa"]);
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        assert!(without_loader("class Mount {}").is_err());
    }
}
