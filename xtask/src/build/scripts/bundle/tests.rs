//! What the bundler makes of modules, and what it refuses.

use std::fs;

use anyhow::Result;
use tempfile::TempDir;

use super::bundle;

/// Writes modules into a new folder; `main.js` is the entry.
fn folder(files: &[(&str, &str)]) -> Result<TempDir> {
    let folder = TempDir::new()?;
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder.path()))?;
        fs::write(file, text)?;
    }
    Ok(folder)
}

fn bundled(files: &[(&str, &str)]) -> Result<String> {
    bundle(&folder(files)?.path().join("main.js"))
}

/// The whole chain of an error.
fn fault(files: &[(&str, &str)]) -> String {
    bundled(files).map_or_else(|error| format!("{error:#}"), |text| format!("no error: {text}"))
}

#[test]
fn modules_stand_in_the_order_of_their_imports() -> Result<()> {
    let text = bundled(&[
        (
            "main.js",
            "import { b } from \"./parts/b.js\";\nimport { a } from \"./parts/a.js\";\nb(a);\n",
        ),
        ("parts/a.js", "export const a = 1, c = 2;\n"),
        (
            "parts/b.js",
            "import { c } from \"../parts/./a.js\";\nexport function b(it) { return it + c; }\n",
        ),
    ])?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["const a = 1, c = 2;", "function b(it) { return it + c; }", "b(a);"]);
    Ok(())
}

#[test]
fn a_module_stands_there_once_and_what_is_its_own_may_be_called_like_an_inner_name() -> Result<()> {
    let text = bundled(&[
        (
            "main.js",
            "import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\na(b);\nimport(a);\n",
        ),
        ("a.js", "import { b } from \"./b.js\";\nexport const a = (own) => own + b;\n"),
        ("b.js", "const own = 1;\nexport const b = own;\n"),
    ])?;
    assert_eq!(text.matches("const own").count(), 1);
    assert!(text.contains("import(a)"), "an import at run time stays: {text}");
    Ok(())
}

#[test]
fn every_fault_is_named_with_its_module_and_cure() {
    let a = ("a.js", "export const a = 1;\n");
    for (files, said) in [
        (
            vec![("main.js", "import { b } from \"./a.js\";\n"), a],
            "main.js imports `b`, which a.js does not export",
        ),
        (vec![("main.js", "import { a } from \"./c.js\";\n"), a], "imported by main.js: reading"),
        (vec![("main.js", "import { a } from \"a\";\n"), a], "main.js:1: `a` is no file of ours"),
        (
            vec![("main.js", "import { a as b } from \"./a.js\";\n"), a],
            "`a` cannot be imported as `b`",
        ),
        (
            vec![("main.js", "import * as all from \"./a.js\";\n"), a],
            "write the names that are imported",
        ),
        (
            vec![("main.js", "import all from \"./a.js\";\n"), a],
            "write the names that are imported",
        ),
        (
            vec![("main.js", "const b = 1;\n\nexport { b };\n")],
            "main.js:3: write `export` before the declaration",
        ),
        (
            vec![("main.js", "export default 1;\n")],
            "main.js:1: write `export` before the declaration",
        ),
        (
            vec![
                ("main.js", "import { a } from \"./a.js\";\nimport { c } from \"./c.js\";\n"),
                a,
                ("c.js", "export const c = a;\n"),
            ],
            "c.js uses `a` of a.js without importing it",
        ),
        (
            vec![
                ("main.js", "import { a } from \"./a.js\";\nimport { c } from \"./c.js\";\n"),
                a,
                ("c.js", "export const c = 1;\nconst a = 2;\n"),
            ],
            "a.js and c.js both declare `a`",
        ),
        (
            vec![
                ("main.js", "import { a } from \"./a.js\";\n"),
                ("a.js", "import { b } from \"./b.js\";\nexport const a = 1;\n"),
                ("b.js", "import { a } from \"./a.js\";\nexport const b = a;\n"),
            ],
            "a circle of imports: a.js → b.js → a.js",
        ),
        (vec![("main.js", "const = 1;\n")], "main.js is no module"),
    ] {
        let message = fault(&files);
        assert!(message.contains(said), "{said}\n{message}");
    }
}

/// The entries of the project itself, without a build.
#[test]
fn every_entry_is_bundled() -> Result<()> {
    let web = crate::workspace::project_root().join("web");
    let mut n_entries = 0;
    for entry in fs::read_dir(&web)? {
        let entry = entry?.path();
        if entry.extension().is_some_and(|it| it == "js") {
            super::super::minify::javascript(&super::super::embed::function(&bundle(&entry)?))?;
            n_entries += 1;
        }
    }
    assert_eq!(n_entries, 10);
    Ok(())
}
