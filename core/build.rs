//! Makes Rust of the messages, in English: other languages are data, which `xtask` makes. Stops the build where the file is
//! wrong.
//!
//! Knows where the files are; what they hold is for `messages-build`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use fix_ladder_messages_build::{Fault, Language, REFERENCE, check, read, tables, types};

/// From the folder of this package.
const FOLDER: &str = "../messages";

/// Languages that tests take, and no reader.
const TRIAL: &str = "tests/messages";

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let english = language(FOLDER, REFERENCE)?;
    let default = format!(
        "/// The language of those who ask for none, and of all that a build says once for everybody.\n\
         pub const DEFAULT_LANG: &str = {REFERENCE:?};\n"
    );
    let types = types(&english).unwrap_or_else(stop);
    fs::write(
        Path::new(&out).join("messages.rs"),
        [default, types, tables(std::slice::from_ref(&english))].concat(),
    )?;

    let (trial, missing) = complete(&english, TRIAL)?;
    let missing = format!("pub const MISSING: &[&str] = &{missing:?};\n");
    fs::write(Path::new(&out).join("trial.rs"), [missing, tables(&trial)].concat())?;
    Ok(())
}

/// English and the other languages of a folder, without gaps, and a line for each message that is missing.
fn complete(
    english: &Language,
    folder: &str,
) -> Result<(Vec<Language>, Vec<String>), Box<dyn Error>> {
    // A new file changes the folder alone.
    println!("cargo::rerun-if-changed={folder}");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "toml") {
            names.extend(path.file_stem().map(|it| it.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    let (mut all, mut lines) = (vec![english.clone()], Vec::new());
    for name in names.iter().filter(|it| *it != REFERENCE) {
        let checked = check(english, &language(folder, name)?).unwrap_or_else(stop);
        let file = &checked.language.file;
        lines.extend(
            checked
                .missing
                .iter()
                .map(|it| format!("{file}: `{it}` is missing, and said in English")),
        );
        all.push(checked.language);
    }
    Ok((all, lines))
}

fn language(folder: &str, name: &str) -> Result<Language, Box<dyn Error>> {
    let path = format!("{folder}/{name}.toml");
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(&path).map_err(|error| format!("reading {path}: {error}"))?;
    let file = path.trim_start_matches("../");
    Ok(read(file, name, &text).unwrap_or_else(stop))
}

/// Says everything that is wrong and ends the build.
fn stop<T>(faults: Vec<Fault>) -> T {
    for fault in faults {
        println!("cargo::error={}", fault.to_string().replace('\n', " "));
    }
    std::process::exit(1)
}
