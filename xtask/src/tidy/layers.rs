//! What may know what: the pure folders, the boundary types, panics, the clock.

use super::{Fault, File};

/// Folders and files that know nothing of any browser.
const PURE: [&str; 5] = [
    "core/src/ladder/",
    "core/src/letters.rs",
    "core/src/progress/",
    "core/src/saved",
    "core/src/messages/",
];

pub fn pure_folders(files: &[File]) -> Vec<Fault> {
    const IMPURE: [&str; 5] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| PURE.iter().any(|pure| file.below(pure))) {
        for (number, line) in file.code() {
            for name in IMPURE.iter().filter(|name| has_word(line, name)) {
                let cure = "hand in a value or a function from src/view or src/browser instead";
                faults.push(file.fault(number, format!("`{name}` in a pure folder; {cure}")));
            }
        }
    }
    faults
}

/// Whether a line has a word that begins like this: `gloo` is in `gloo_timers`, not in `igloo`.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

pub fn boundary_types(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_product(file)) {
        let mut derived = None;
        for (number, line) in file.code().map(|(number, line)| (number, line.trim_start())) {
            if line.contains("derive(")
                && (line.contains("Serialize") || line.contains("Deserialize"))
            {
                derived = Some(number);
            }
            let Some(name) = type_name(line) else { continue };
            if derived.take().is_some() && !name.starts_with("Raw") && !name.starts_with("Saved") {
                let cure = "make a counterpart called Raw… or Saved… and derive it there";
                faults.push(file.fault(number, format!("`{name}` derives serde; {cure}")));
            }
        }
    }
    faults
}

fn type_name(line: &str) -> Option<&str> {
    let words = line.strip_prefix("pub(super) ").or_else(|| line.strip_prefix("pub(crate) "));
    let words = words.or_else(|| line.strip_prefix("pub ")).unwrap_or(line);
    let rest = words.strip_prefix("struct ").or_else(|| words.strip_prefix("enum "))?;
    rest.split(|character: char| !character.is_alphanumeric()).next()
}

fn is_product(file: &File) -> bool {
    file.is("rs")
        && ["author/src/", "core/src/", "extras/src/", "src/"].iter().any(|it| file.below(it))
}

/// The lints that keep panics out, and where they have to be denied.
const LINTS: [&str; 4] =
    ["clippy::expect_used", "clippy::indexing_slicing", "clippy::panic", "clippy::unwrap_used"];

pub fn no_panics(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for root in ["author/src/lib.rs", "core/src/lib.rs", "extras/src/lib.rs", "src/lib.rs"] {
        let Some(file) = files.iter().find(|file| file.path == root) else { continue };
        let denied = file.text.split_once("#![deny(").and_then(|(_, rest)| rest.split_once(")]"));
        let denied = denied.map_or("", |(denied, _)| denied);
        for lint in LINTS.iter().filter(|lint| !denied.contains(*lint)) {
            faults.push(file.fault(1, format!("`{lint}` is not denied; add it to `#![deny(…)]`")));
        }
    }
    for file in files.iter().filter(|file| is_product(file)) {
        for (number, line) in file.code() {
            let allows = line.contains("allow(") || line.contains("expect(clippy");
            for lint in LINTS.iter().filter(|lint| allows && line.contains(*lint)) {
                faults.push(file.fault(
                    number,
                    format!("`{lint}` is allowed; return an error or a default instead"),
                ));
            }
        }
    }
    faults
}

pub fn one_clock(files: &[File]) -> Vec<Fault> {
    const RUST: [&str; 6] = [
        "Date::now",
        "Date::new_0",
        "performance()",
        "SystemTime",
        "Instant::now",
        "performance.now",
    ];
    const SCRIPT: [&str; 4] = ["Date.now", "new Date(", "new Date;", "performance.now"];
    let mut readers: Vec<Fault> = Vec::new();
    // The standalone page is a program of its own around the widget, and has a clock of its own.
    let of_the_widget = |file: &&File| {
        ["src/", "core/", "extras/", "web/"].iter().any(|it| file.below(it))
            && file.path != "web/page/notifications.js"
    };
    for file in files.iter().filter(of_the_widget) {
        let spellings: &[&str] = if file.is("js") { &SCRIPT } else { &RUST };
        for (number, line) in file.code() {
            if let Some(spelling) = spellings.iter().find(|spelling| line.contains(**spelling)) {
                let cure = "take the time as a value; only one file reads the clock";
                readers.push(file.fault(number, format!("`{spelling}`; {cure}")));
            }
        }
    }
    let first = readers.first().map(|reader| reader.path.clone());
    let one_rust_file = readers
        .iter()
        .all(|reader| Some(&reader.path) == first.as_ref() && reader.path.ends_with(".rs"));
    if one_rust_file { Vec::new() } else { readers }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_browser_in_a_pure_folder() {
        assert_eq!(
            pure_folders(&sample("core/src/messages/mod.rs", "use web_sys::Window;")).len(),
            1
        );
        assert_eq!(pure_folders(&sample("core/src/saved.rs", "    gloo_storage::x()")).len(), 1);
        assert_eq!(
            pure_folders(&sample(
                "core/src/ladder/a.rs",
                "// yew is not known here\nlet igloo = 1;"
            )),
            []
        );
        assert_eq!(pure_folders(&sample("src/view/a.rs", "use yew::prelude::*;")), []);
    }

    #[test]
    fn a_model_that_derives_serde() {
        let text = "#[derive(Clone, Serialize)]\n#[serde(x)]\npub struct Ladder {}\n";
        assert_eq!(boundary_types(&sample("core/src/ladder/model.rs", text)).len(), 1);
        let raw = text.replace("Ladder", "RawLadder");
        assert_eq!(boundary_types(&sample("core/src/ladder/raw.rs", &raw)), []);
        let other = "#[derive(Deserialize)]\nstruct RawA {}\n#[derive(Clone)]\nstruct B {}\n";
        assert_eq!(boundary_types(&sample("core/src/ladder/raw.rs", other)), []);
    }

    #[test]
    fn a_crate_that_may_panic() {
        let denied = format!("//! x\n#![deny(\n{}\n)]\n", LINTS.join(",\n"));
        assert_eq!(no_panics(&sample("src/lib.rs", &denied)), []);
        let without = denied.replace("clippy::panic,", "");
        assert_eq!(no_panics(&sample("src/lib.rs", &without)).len(), 1);
        let allowed = "#[allow(clippy::unwrap_used)]\nfn f() {}";
        assert_eq!(no_panics(&sample("src/view/a.rs", allowed)).len(), 1);
    }

    #[test]
    fn two_clocks() {
        let mut files = sample("src/browser/now.rs", "js_sys::Date::now()");
        assert_eq!(one_clock(&files), []);
        files.extend(sample("src/view/a.rs", "let now = Date::now();"));
        assert_eq!(one_clock(&files).len(), 2);
        assert_eq!(one_clock(&sample("web/embed/element.js", "const now = Date.now();")).len(), 1);
        assert_eq!(one_clock(&sample("web/page/page.js", "const now = Date.now();")).len(), 1);
        assert_eq!(one_clock(&sample("web/page/notifications.js", "const now = Date.now();")), []);
    }
}
