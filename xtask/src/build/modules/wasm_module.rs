//! The one list of the modules of WebAssembly.
//!
//! Knows which modules there are and what they are called everywhere, not how they are built.

/// A package that becomes a module in `dist/`.
#[derive(Debug, PartialEq, Eq)]
pub struct WasmModule {
    /// The package of Cargo.
    pub package: &'static str,
    /// Its file in `dist/`.
    pub file: &'static str,
    /// Under which key the data of the scripts say where it is.
    pub key: &'static str,
    /// What the linker is told.
    pub link_arguments: &'static [&'static str],
    /// Whether wasm-bindgen binds it to JavaScript; one without is called by its plain exports. The scripts have
    /// room for the glue of one.
    pub is_bound: bool,
}

/// Every module. A new one joins by a line here: it is then compiled, named in the scripts, inlined, written and packed.
pub const MODULES: [WasmModule; 4] = [WIDGET, DOCUMENTS, COMPANION, POST];

/// The widget, with the encoded form of the ladder that travels with it.
pub const WIDGET: WasmModule = WasmModule {
    package: "fix-ladder",
    file: "fix-ladder.wasm",
    key: "module",
    // All memory that it has at the start is its stack and its data; Rust's own choice would be 1 MB of stack.
    link_arguments: &["-zstack-size=131072"],
    is_bound: true,
};

/// What reads documents, loaded where one is to be read.
const DOCUMENTS: WasmModule = WasmModule {
    package: "fix-ladder-extras",
    file: "fix-ladder.document.wasm",
    key: "documents",
    // wasm-bindgen takes the names out of the other.
    link_arguments: &["--strip-all"],
    is_bound: false,
};

/// What stands around a climb: loaded at the press of a button, or where an address brings a climb along. It takes one
/// import, which formats numbers and times.
const COMPANION: WasmModule = WasmModule {
    package: "fix-ladder-companion",
    file: "fix-ladder.companion.wasm",
    key: "companion",
    link_arguments: &["--strip-all"],
    is_bound: false,
};

/// What reads a post's HTML as a ladder, loaded where an element holds one and names no other.
pub const POST: WasmModule = WasmModule {
    package: "fix-ladder-reader",
    file: "fix-ladder.post.wasm",
    key: "post",
    // Lists and quotes stand in each other as deep as an author likes.
    link_arguments: &["--strip-all"],
    is_bound: false,
};

/// What the studio asks: a module of its page alone, so that no script names it.
pub const STUDIO: WasmModule = WasmModule {
    package: "fix-ladder-studio",
    file: "fix-ladder.studio.wasm",
    key: "studio",
    // Lists and quotes stand in each other as deep as an author likes.
    link_arguments: &["--strip-all"],
    is_bound: false,
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_module_has_names_of_its_own() {
        let names: BTreeSet<&str> =
            MODULES.iter().flat_map(|it| [it.package, it.file, it.key]).collect();
        assert_eq!(names.len(), 3 * MODULES.len(), "{names:?}");
    }

    #[test]
    fn the_scripts_have_the_glue_of_one() {
        assert_eq!(MODULES.iter().filter(|it| it.is_bound).count(), 1);
    }
}
