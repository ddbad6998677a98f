//! `tidy`: the rules of the house that no compiler holds. Reports every fault, each with its cure.
//!
//! Each rule is a pure function from the files to faults, so that its tests can show it bad samples.

mod console;
mod contract;
mod described;
mod file;
mod files;
mod layers;
mod lints;
mod names;
mod papers;
mod script;
mod styles;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::files::files_below;
use crate::progress;
use file::{Fault, File};

const HELP: &str = "\
usage: cargo xtask tidy

Checks the rules of the house that no compiler holds, and names every fault with its place and cure.";

type Rule = fn(&[File]) -> Vec<Fault>;

/// Every rule, with what it holds.
const RULES: [(&str, Rule); 22] = [
    ("the core has no browser among its dependencies", layers::core_without_browser),
    ("only boundary types derive serde", layers::boundary_types),
    ("product code cannot panic", layers::panics_forbidden),
    ("element.js holds no product logic", script::no_product_logic),
    ("the hooks and attributes of the contract are there", contract::present),
    ("what describes the element says what there is", described::says_what_there_is),
    ("no script of the widget reads the clock", script::no_clock),
    ("no eval in what is built", script::no_eval),
    ("every script says what it is", script::says_what_it_is),
    ("no rem in the widget's styles", files::no_rem),
    ("styles name no side that does not turn round", styles::no_sides),
    ("no style attribute in the view", files::no_style_attribute),
    ("every module says what it is", files::module_says_what_it_is),
    ("no trailing white space", files::no_trailing_space),
    ("no file grows over 300 lines", files::not_too_long),
    ("no two files of one folder share a stem in two languages", names::one_language_a_stem),
    ("no two files of one language are called `page`", names::one_page_a_language),
    ("the links of papers lead somewhere", papers::links_lead_somewhere),
    (
        "what authors paste is HTML and XML at once, with its marks",
        papers::snippets_hold_everywhere,
    ),
    (
        "what the scripts say in the console is in docs/console.md",
        console::sentences_have_their_rows,
    ),
    ("no path of one machine", files::no_machine_paths),
    ("no name of a registry", files::no_registries),
];

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    if crate::command_line::asks_for_help(&mut arguments, HELP)? {
        return Ok(ExitCode::SUCCESS);
    }
    Ok(if check()? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks every rule and prints every fault, then those that clippy finds. True where there is none.
pub fn check() -> Result<bool> {
    let work = progress::begin("the rules of the house");
    let files = read_files()?;
    let mut n_faults = 0;
    for (what, rule) in RULES {
        let faults = rule(&files);
        if !faults.is_empty() {
            eprintln!("\nagainst the rule that {what}:");
            faults.iter().for_each(|fault| eprintln!("  {fault}"));
        }
        n_faults += faults.len();
    }
    work.end(format!("{} rules, {} files, {n_faults} faults", RULES.len(), files.len()));
    Ok(lints::check()? && n_faults == 0)
}

/// Every text file of the project's own, and what is built, where there is something.
fn read_files() -> Result<Vec<File>> {
    const FOLDERS: [&str; 25] = [
        ".cargo",
        ".ci",
        ".github",
        "app",
        "author",
        "bench",
        "blogs",
        "command-line",
        "companion",
        "core",
        "demo",
        "docs",
        "extras",
        "ladders",
        "messages",
        "messages-build",
        "reader",
        "src",
        "studio",
        "styles",
        "tests",
        "web",
        "writer",
        "xtask",
        "dist",
    ];
    const KINDS: [&str; 12] =
        ["rs", "js", "ts", "css", "html", "md", "toml", "json", "snap", "svg", "php", "yml"];
    let root = crate::workspace::project_root();
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(&root)? {
        paths.push(entry?.path());
    }
    for folder in FOLDERS {
        paths.extend(files_below(&root.join(folder))?);
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let relative = path.strip_prefix(&root).unwrap_or(&path);
        let name = relative.to_string_lossy().replace('\\', "/");
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        let wanted = KINDS.contains(&kind) || name == ".ci/run";
        if path.is_file() && wanted && !name.contains("node_modules/") {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {name}"))?;
            files.push(File { path: name, text });
        }
    }
    Ok(files)
}
