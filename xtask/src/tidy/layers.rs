//! The layers: crates without a browser, boundary types, lists of lints against panics. Clippy holds the rest
//! (`clippy.toml`).

use super::file::{Fault, File};

/// The crates that know no browser. Cargo gives them none as long as none is among their dependencies.
const PURE: [&str; 7] = [
    "author/Cargo.toml",
    "companion/Cargo.toml",
    "core/Cargo.toml",
    "extras/Cargo.toml",
    "reader/Cargo.toml",
    "studio/Cargo.toml",
    "writer/Cargo.toml",
];

pub fn core_without_browser(files: &[File]) -> Vec<Fault> {
    const BROWSER: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| PURE.contains(&file.path.as_str())) {
        for (number, line) in file.lines() {
            for name in BROWSER.iter().filter(|name| line.starts_with(*name)) {
                let cure = "hand in a value or a function from src/view or src/browser instead";
                faults.push(
                    file.fault(number, format!("`{name}` in a crate without a browser; {cure}")),
                );
            }
        }
    }
    faults
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
        && [
            "author/src/",
            "companion/src/",
            "core/src/",
            "extras/src/",
            "reader/src/",
            "src/",
            "studio/src/",
            "writer/src/",
        ]
        .iter()
        .any(|it| file.below(it))
}

/// The lints that keep panics out. Clippy holds them.
const LINTS: [&str; 6] = [
    "clippy::expect_used",
    "clippy::indexing_slicing",
    "clippy::panic",
    "clippy::string_slice",
    "clippy::unreachable",
    "clippy::unwrap_used",
];

pub fn panics_forbidden(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_product(file) && file.path.ends_with("src/lib.rs")) {
        // What is forbidden cannot be allowed again, but `#[wasm_bindgen]` allows everything in what it makes.
        let level = if file.path == "src/lib.rs" { "deny" } else { "forbid" };
        let list =
            file.text.split_once(&format!("#![{level}(")).and_then(|(_, it)| it.split_once(")]"));
        let list = list.map_or("", |(list, _)| list);
        for lint in LINTS.iter().filter(|lint| !list.contains(*lint)) {
            faults.push(file.fault(1, format!("`{lint}` is missing; add it to `#![{level}(…)]`")));
        }
    }
    for file in files.iter().filter(|file| file.below("src/")) {
        for (number, line) in file.code() {
            let allows = line.contains("allow(") || line.contains("expect(clippy");
            for lint in LINTS.iter().filter(|lint| allows && line.contains(*lint)) {
                let cure = "return an error or a default instead";
                faults.push(file.fault(number, format!("`{lint}` is allowed; {cure}")));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    #[test]
    fn a_browser_in_a_pure_crate() {
        let faults = |path, text| core_without_browser(&sample(path, text)).len();
        assert_eq!(
            faults("core/Cargo.toml", "[dependencies]\nserde = \"1\"\nweb-sys = \"0.3\"\n"),
            1
        );
        assert_eq!(
            faults("author/Cargo.toml", "[dependencies]\ngloo-timers.version = \"0.3\"\n"),
            1
        );
        assert_eq!(faults("core/Cargo.toml", "# yew is not known here\nserde = \"1\"\n"), 0);
        assert_eq!(faults("Cargo.toml", "yew = \"0.23\"\n"), 0);
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
        let of = |level: &str| format!("//! x\n#![{level}(\n{}\n)]\n", LINTS.join(",\n"));
        let faults = |path, text: &str| panics_forbidden(&sample(path, text)).len();
        assert_eq!(faults("src/lib.rs", &of("deny")), 0);
        assert_eq!(faults("core/src/lib.rs", &of("forbid")), 0);
        assert_eq!(faults("core/src/lib.rs", &of("deny")), LINTS.len());
        assert_eq!(faults("src/lib.rs", &of("deny").replace("clippy::panic,", "")), 1);
        assert_eq!(faults("src/view/a.rs", "#[allow(clippy::unwrap_used)]\nfn f() {}"), 1);
        assert_eq!(faults("xtask/src/lib.rs", "//! x\n"), 0);
    }
}
