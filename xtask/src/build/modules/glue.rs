//! Makes the glue of wasm-bindgen smaller, together with the module that it belongs to. Short names are worth 202 bytes
//! of `fix-ladder.js` after brotli, and 206 of the module.
//!
//! Knows how wasm-bindgen writes its glue; what it does not find as it expects it is an error, never left out.

mod fast_paths;
mod runtime;
mod unknown;

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use walrus::{ExportItem, FunctionKind, ImportId, ImportKind, Module};

use self::unknown::unknown;

/// What begins the names of exports that browsers call on their own: events, timers, tasks, the clearing away of
/// what is not needed. The crash guard of the script knows them by this.
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
    let glue = without_loader(&in_lines(glue))?;
    let (before, rest) = parted(&glue, "const import0 = {\n__proto__: null,\n")?;
    let (imports, after) = parted(rest, "\n};\nreturn {")?;
    let mut imports = read_imports(imports)?;
    // What is written alike stands together.
    imports.sort_by(|(_, one), (_, other)| one.cmp(other));
    let list: Vec<&str> = imports.iter().map(|(_, code)| code.as_str()).collect();
    let list = list.join(",\n");
    // The name of the module stands before it.
    let (_, after) = parted(after, ": import0")?;
    let glue =
        format!("{before}const import0 = [\n{list}\n];\nreturn {{\n{MODULE}: import0{after}");

    order(module, imports.iter().map(|(name, _)| name.as_str()))?;
    let names = shorten(module);
    Ok(rename(&runtime::replace(&fast_paths::add(module, &glue)?)?, &names))
}

/// Every import by its name, as a function that needs no `this`.
fn read_imports(imports: &str) -> Result<Vec<(String, String)>> {
    let mut read: Vec<(String, String)> = Vec::new();
    for line in imports.lines() {
        let is_name = |it: &str| it.chars().all(|it| it.is_alphanumeric() || it == '_');
        match line.split_once(": function") {
            Some((name, code)) if is_name(name) => read.push((name.to_owned(), code.to_owned())),
            _ => {
                let (_, code) = read.last_mut().with_context(|| unknown("__wbg_…: function"))?;
                code.push('\n');
                code.push_str(line);
            }
        }
    }
    for (_, code) in &mut read {
        let whole = code.trim_end_matches(',');
        let guarded = whole.strip_prefix("() { return handleError(function (");
        let guarded = guarded.and_then(|it| it.strip_suffix("}, arguments); }"));
        let arrow = |code: &str| code.replacen(") {", ") => {", 1);
        *code = match guarded {
            Some(code) => format!("handleError(({}}})", arrow(code)),
            None => arrow(whole),
        };
    }
    Ok(read)
}

/// Puts what the module takes into this order, and calls it by its place in it: that of the list in the glue. So one
/// name follows from the other, which costs next to nothing.
fn order<'a>(module: &mut Module, names: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut taken: BTreeMap<String, ImportId> =
        module.imports.iter().map(|import| (import.name.clone(), import.id())).collect();
    for (place, name) in names.enumerate() {
        let old = taken.remove(name).with_context(|| unknown(name))?;
        let kind = module.imports.get(old).kind.clone();
        module.imports.delete(old);
        let import = module.imports.add(MODULE, &place.to_string(), kind.clone());
        let ImportKind::Function(function) = kind else { bail!("{name} is no function") };
        match &mut module.funcs.get_mut(function).kind {
            FunctionKind::Import(it) => it.import = import,
            _ => bail!("{name} is not taken from outside"),
        }
    }
    ensure!(taken.is_empty(), "the glue does not have what the module takes: {taken:?}");
    Ok(())
}

/// Gives what the module has short names, and says which.
fn shorten(module: &mut Module) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (index, export) in module.exports.iter_mut().enumerate() {
        // Under its own name, by which those who measure know it.
        if matches!(export.item, ExportItem::Memory(_)) {
            continue;
        }
        let name = match is_called_by_browsers(&export.name) {
            true => format!("{BY_BROWSERS}{}", letters(index)),
            false => letters(index),
        };
        names.insert(std::mem::replace(&mut export.name, name.clone()), name);
    }
    names
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

/// Without indentation and without empty lines.
fn in_lines(glue: &str) -> String {
    let lines = glue.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// The glue without the parts that fetch and compile: the script does that, and checks what it gets.
fn without_loader(glue: &str) -> Result<String> {
    let from = "class Mount {";
    let (_, rest) = parted(glue, from)?;
    let (body, loader) = parted(rest, "let wasmModule, wasmInstance, wasm;\n")?;
    let start = "wasm.__wbindgen_start();";
    parted(loader, start)?;
    Ok(format!(
        "const exports = {{}};\nlet wasm;\n{from}{body}\
         return async (instantiate) => {{\nwasm = await instantiate(__wbg_get_imports());\n{start}\nreturn exports;\n}};\n"
    ))
}

fn parted<'a>(glue: &'a str, at: &str) -> Result<(&'a str, &'a str)> {
    ensure!(glue.matches(at).count() == 1, unknown(at));
    glue.split_once(at).with_context(|| unknown(at))
}

/// Puts other names in the places of these, where the glue calls what the module has.
fn rename(glue: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    let mut parts = glue.split("wasm.");
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (word, rest) = part.split_at(part.find(|it| !is_part(it)).unwrap_or(part.len()));
        renamed.push_str("wasm.");
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        renamed.push_str(rest);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_change_where_the_module_is_called() {
        let names = [("get_1".to_owned(), "a".to_owned())].into();
        let glue = "get_1(wasm.get_1(wasm.get_12, get_1), wasm.memory.buffer)";
        assert_eq!(rename(glue, &names), "get_1(wasm.a(wasm.get_12, get_1), wasm.memory.buffer)");
    }

    #[test]
    fn imports_are_functions_in_a_list() -> Result<()> {
        let imports = "__wbg_top_1: function(arg0) {\nreturn arg0.top;\n},\n\
                       __wbg_call_2: function() { return handleError(function (arg0, arg1) {\nif (arg0) {\n}\nreturn arg0.call(arg1);\n}, arguments); },";
        let read = read_imports(imports)?;
        let [(top, getter), (call, guarded)] = read.as_slice() else {
            panic!("two imports: {read:?}");
        };
        assert_eq!((top.as_str(), call.as_str()), ("__wbg_top_1", "__wbg_call_2"));
        assert_eq!(getter, "(arg0) => {\nreturn arg0.top;\n}");
        assert_eq!(
            guarded,
            "handleError((arg0, arg1) => {\nif (arg0) {\n}\nreturn arg0.call(arg1);\n})"
        );
        Ok(())
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
