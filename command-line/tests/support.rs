//! Runs the command in a folder of its own, and makes what a build would have made. Knows no cases.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use fix_ladder_author::{Source, compile};
use xtask::Script;
use xtask::build::ladders::built_in::BuiltIn;
use xtask::build::pages::Shell;

/// What the command did.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub said: String,
}

pub fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fix-ladder"));
    let Output { status, stdout, stderr } =
        command.args(arguments).current_dir(folder).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("a text");
    Ran { code: status.code().expect("it ended by itself"), out: text(stdout), said: text(stderr) }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder").to_owned()
}

/// A folder with these files.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, text).expect("a file");
    }
    folder
}

/// A small ladder in the text format.
pub const KETTLE: &str = "# The kettle is cold\n\n## Plug it in\n\n- Wait: 2 minutes, because it warms up\n\n1. Push the plug in.\n\n\
     ## Send it back\n\n- Severity: drastic\n\n> **Warning (confirm twice):** it is gone. <!-- id: gone -->\n\n\
     ### Before you start\n\n- You have the receipt. (name the place, not the bin)\n\n### Steps\n\n1. Take it to the shop. You get another.\n";

/// A folder with the page in one file as a build makes it, with a script that does nothing.
pub fn widget() -> tempfile::TempDir {
    let compiled = compile(Source { name: "built.md", text: "# Built\n\n## One\n\n1. Look.\n" });
    let document = serde_json::to_value(compiled.ladder.expect("a ladder")).expect("JSON");
    let built_in = BuiltIn::new(document).expect("a ladder");
    let script =
        Script::parse("(() => {\nconst DATA = {\"ids\":[\"built\"],\"languages\":{}};\n})();\n")
            .expect("a script");
    let shell = Shell::read(&root()).expect("the sources");
    let page = shell.single(&built_in, &script).expect("a page");
    folder(&[("fix-ladder.html", &page)])
}
