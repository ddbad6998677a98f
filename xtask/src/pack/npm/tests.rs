//! Tests with a package that is made up. What npm, bundlers, servers and browsers make of it is tested in browsers.

use anyhow::Result;

use super::*;

/// What a pack of a build has, with nothing in it.
fn packed() -> Files {
    const SCRIPT: &str =
        "(() => {\nconst DATA = {\"builtIn\":\"kettle\"};\nimport(\"x\");\n})();\n";
    let names =
        ["fix-ladder.js", "fix-ladder.inline.js", "fix-ladder.d.ts", "custom-elements.json"];
    let others = [
        "messages/de.json",
        "ladders/kettle.json",
        "LICENSE-MIT",
        "ladders/tea.json",
        "ladders/tea.md",
        "EMBED.md",
        "sw.js",
    ];
    let hashed = ["fix-ladder.0123456789abcdef.js", "fix-ladder.tea.inline.js", "index.html"];
    let beside = MODULES.iter().map(|it| it.file).chain(BESIDE.map(|(_, file)| file));
    let all = names.into_iter().chain(others).chain(hashed).chain(beside);
    all.map(|name| (name.to_owned(), SCRIPT.into())).collect()
}

fn as_text(files: &Files, name: &str) -> String {
    String::from_utf8_lossy(files.get(name).map_or(b"", Vec::as_slice)).into_owned()
}

#[test]
fn a_package_has_what_an_import_needs_and_says_so() -> Result<()> {
    let files = package(&packed(), Some("https://git.example/fix/ladder"))?;
    for name in
        ["index.js", "inline.js", "README.md", "LICENSE-MIT", "ladders/tea.md", "hashes.json"]
    {
        assert!(files.contains_key(name), "{name}");
    }
    for name in ["EMBED.md", "sw.js", "index.html", "fix-ladder.tea.inline.js"] {
        assert!(!files.contains_key(name), "{name}");
    }
    assert!(!files.keys().any(|it| it.contains("0123456789abcdef")), "names that change");
    let about: Value = serde_json::from_str(&as_text(&files, "package.json"))?;
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(about["repository"]["url"], "git+https://git.example/fix/ladder.git");
    for names in [&about["exports"]["."], &about["exports"]["./inline"]] {
        for name in ["types", "default"] {
            let file = names[name].as_str().unwrap_or_default().trim_start_matches("./");
            assert!(files.contains_key(file), "{file}");
        }
    }
    // The first that fits counts, and `default` always does.
    let text = as_text(&files, "package.json");
    for line in text.lines().filter(|it| it.contains("\"default\"")) {
        assert!(line.find("\"types\"") < line.find("\"default\""), "{line}");
    }
    assert_eq!(text.matches("\"default\"").count(), 2, "{text}");
    let listed = about["files"].as_array().map(Vec::len);
    assert_eq!(listed, Some(files.len() - 1), "each but the one that npm takes anyway");
    let hashes: Value = serde_json::from_str(&as_text(&files, "hashes.json"))?;
    assert_eq!(hashes["index.js"], integrity(as_text(&files, "index.js").as_bytes()));
    assert!(package(&packed(), None)?["package.json"].len() < files["package.json"].len());
    Ok(())
}

#[test]
fn bundlers_find_every_file_and_servers_nothing_to_run() -> Result<()> {
    let files = package(&packed(), None)?;
    let index = as_text(&files, "index.js");
    for file in MODULES.iter().map(|it| it.file).chain(BESIDE.map(|(_, file)| file)) {
        assert!(index.contains(&format!("new URL(\"./{file}\", import.meta.url)")), "{file}");
    }
    let carried =
        "DATA.languages[\"de\"].address = new URL(\"./messages/de.json\", import.meta.url)";
    assert!(index.contains(carried), "{index}");
    let carried =
        "DATA.files[\"ladders/tea.json\"] = new URL(\"./ladders/tea.json\", import.meta.url)";
    assert!(index.contains(carried) && !index.contains("kettle.json\", import"), "{index}");
    assert!(index.contains("[DATA.list, \"/fix-ladder.list.js\"]"), "{index}");
    for module in [&index, &as_text(&files, "inline.js")] {
        assert!(
            module.contains("\nif (typeof customElements !== \"undefined\") (() => {\n"),
            "{module}"
        );
        assert!(
            module.contains("import(/* webpackIgnore: true */ /* @vite-ignore */ \"x\")"),
            "{module}"
        );
    }
    Ok(())
}
