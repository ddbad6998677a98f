//! Engines that build a site from a folder: Jekyll, Hugo, Astro. Each post is a page of it.
//!
//! Knows where each engine looks for pages and puts them, nothing of what it does in between.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::pastes::{Paste, pastes, snippets};
use super::{Engine, Rendered, output_of};
use crate::files::{files_below, path_below, write_whole};
use crate::recipes::recipe;
use crate::{node, setup};

pub fn jekyll_pastes() -> Result<Vec<Paste>> {
    with_recipe("Jekyll")
}

pub fn jekyll(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    let site = copy_site(engine)?;
    copy_includes(engine, &site)?;
    for (number, paste) in pastes.iter().enumerate() {
        write_whole(&site.join(format!("{number}.md")), post(paste).as_bytes())?;
    }
    output_of(setup::program("jekyll")?.args(["build", "--quiet"]).current_dir(&site))?;
    let version = output_of(setup::program("jekyll")?.arg("--version"))?;
    read(pastes, version, |number| site.join(format!("_site/{number}.html")))
}

pub fn hugo_pastes() -> Result<Vec<Paste>> {
    with_recipe("Hugo")
}

pub fn hugo(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    let site = copy_site(engine)?;
    copy_includes(engine, &site)?;
    for (number, paste) in pastes.iter().enumerate() {
        write_whole(&site.join(format!("content/{number}.md")), post(paste).as_bytes())?;
    }
    let is_unsafe = if engine.name == "hugo-unsafe" { "true" } else { "false" };
    let mut hugo = setup::program("hugo")?;
    hugo.env("HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE", is_unsafe).current_dir(&site);
    output_of(&mut hugo)?;
    let version = output_of(setup::program("hugo")?.arg("version"))?;
    // What follows are the machine and the day of the build.
    let version = version.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    read(pastes, version, |number| site.join(format!("public/{number}.html")))
}

/// In its Markdown, in MDX, in its own templates.
pub fn astro_pastes() -> Result<Vec<Paste>> {
    let mut all = with_recipe("Astro")?;
    for (snippet, text) in snippets()? {
        for place in ["in-mdx", "in-astro"] {
            // JSX ends a paragraph where a line is empty.
            if place == "in-astro" || snippet != "list-spaced" {
                let text = format!("<p>Before.</p>\n\n{text}\n\n<p>After.</p>\n");
                all.push(Paste { snippet, place, text });
            }
        }
    }
    Ok(all)
}

pub fn astro(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    let site = copy_site(engine)?;
    install_packages(engine, &site)?;
    let component = recipe("Astro", 0)?;
    write_whole(&site.join("src/components/FixLadder.astro"), component.as_bytes())?;
    for (number, paste) in pastes.iter().enumerate() {
        let kind = match (paste.snippet, paste.place) {
            (_, "in-astro") => "astro",
            (_, "in-mdx") | ("recipe", _) => "mdx",
            _ => "md",
        };
        let page = site.join(format!("src/pages/p{number}.{kind}"));
        write_whole(&page, paste.text.as_bytes())?;
    }
    let mut astro = Command::new(node::program()?);
    astro.args(["node_modules/astro/astro.js", "build"]).env("ASTRO_TELEMETRY_DISABLED", "1");
    output_of(astro.current_dir(&site))?;
    let package = fs::read_to_string(site.join("node_modules/astro/package.json"))?;
    let package: serde_json::Value = serde_json::from_str(&package)?;
    let version = format!("astro {}", package["version"].as_str().unwrap_or_default());
    read(pastes, version, |number| site.join(format!("dist/p{number}.html")))
}

/// The posts in Markdown, and one that does as the recipe of the engine says.
fn with_recipe(name: &str) -> Result<Vec<Paste>> {
    let mut all = pastes()?;
    let place = super::pastes::RECOMMENDED;
    if name == "Astro" {
        let text = format!("{}\n\nAfter.\n", recipe(name, 1)?);
        all.push(Paste { snippet: "recipe", place, text });
        return Ok(all);
    }
    for (index, snippet) in ["recipe", "recipe-written"].into_iter().enumerate() {
        let text = format!("Before.\n\n{}\n\nAfter.\n", recipe(name, index)?);
        all.push(Paste { snippet, place, text });
    }
    Ok(all)
}

/// What Jekyll and Hugo take for a post: it begins with what there is to say about it.
fn post(paste: &Paste) -> String {
    format!("---\nlayout: null\n---\n{}", paste.text)
}

pub fn read(
    pastes: &[Paste],
    version: String,
    file: impl Fn(usize) -> std::path::PathBuf,
) -> Result<Rendered> {
    let pages = (0..pastes.len()).map(|number| {
        let file = file(number);
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    });
    Ok(Rendered { version, html: pages.collect::<Result<_>>()? })
}

/// What authors copy into a site of this engine.
fn copy_includes(engine: &Engine, site: &Path) -> Result<()> {
    let folder = engine.includes();
    for file in files_below(&folder)? {
        write_whole(&site.join(path_below(&folder, &file)), &fs::read(&file)?)?;
    }
    Ok(())
}

/// A fresh copy of the folder of a site. Packages of npm that are there stay.
pub fn copy_site(engine: &Engine) -> Result<std::path::PathBuf> {
    let scratch = engine.scratch();
    fs::create_dir_all(&scratch)?;
    for entry in fs::read_dir(&scratch)? {
        let path = entry?.path();
        match path.ends_with("node_modules") {
            true => {}
            false if path.is_dir() => fs::remove_dir_all(&path)?,
            false => fs::remove_file(&path)?,
        }
    }
    let source = engine.folder().join("site");
    for file in files_below(&source)? {
        let to = scratch.join(path_below(&source, &file));
        write_whole(&to, &fs::read(&file)?)?;
    }
    Ok(scratch)
}

/// What an engine takes from npm, at the versions of its lock file.
pub fn install_packages(engine: &Engine, scratch: &Path) -> Result<()> {
    const LOCK: &str = "package-lock.json";
    let source = match engine.folder().join("site").join(LOCK).is_file() {
        true => engine.folder().join("site"),
        false => engine.folder(),
    };
    let wanted = fs::read(source.join(LOCK)).with_context(|| format!("reading {LOCK}"))?;
    let done = scratch.join("node_modules/.installed-lock.json");
    if fs::read(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    for name in [LOCK, "package.json"] {
        write_whole(&scratch.join(name), &fs::read(source.join(name))?)?;
    }
    let mut npm = setup::program("npm")?;
    npm.args(["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"])
        .current_dir(scratch);
    output_of(&mut npm)?;
    write_whole(&done, &wanted)
}
