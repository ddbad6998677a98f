//! `build`: ladders → modules → scripts → pages → `dist/`.
//!
//! Knows the order of the steps. Each takes values and returns values; only [`dist`] writes.

pub mod dist;
pub mod file;
pub mod ladders;
pub mod languages;
pub mod modules;
pub mod pages;
pub mod profile;
pub mod scripts;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::ValueExt;

use self::dist::Dist;
use self::profile::Profile;
use crate::setup::{self, Need};
use crate::{address, progress};

const HELP: &str = "\
usage: cargo xtask build [--dev] [--address URL]

Builds everything for readers into dist/.

  --dev            faster to build, larger to load; sizes after brotli are not measured
  --address URL    where the standalone page will be, for search engines and sites that link to it";

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short};
    let mut profile = Profile::Release;
    let mut address = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("dev") => profile = Profile::Dev,
            Long("address") => address = Some(address::of_folder(&arguments.value()?.string()?)?),
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    build_for(profile, address.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

/// As [`build_for`], for pages that do not know where they will be.
///
/// # Errors
///
/// As for [`build_for`].
pub fn build(profile: Profile) -> Result<()> {
    build_for(profile, None)
}

/// Builds everything. On an error `dist/` holds what earlier builds made; only a release that is too large is
/// written before that is seen.
///
/// # Errors
///
/// Whatever is missing or wrong, after the compiler or the diagnostics have said it in full.
pub fn build_for(profile: Profile, address: Option<&str>) -> Result<()> {
    setup::ensure(&[Need::WasmTarget])?;
    let root = crate::workspace::project_root();
    let dist = Dist::begin(
        crate::workspace::dist_folder(),
        crate::workspace::target_folder(),
        profile == Profile::Release,
    )?;

    let ladders = ladders::compile_all(&root.join("ladders"), ladders::INLINE)?;
    let languages = languages::read_all(&root)?;
    for (language, key) in
        languages.iter().flat_map(|it| it.missing.iter().map(move |key| (it, key)))
    {
        let lang = language.said.lang();
        progress::say(
            "language",
            format!("messages/{lang}.toml: `{key}` is missing, and said in English"),
        );
    }
    let modules = modules::build_all(profile)?;
    let scripts = scripts::build(&root, &ladders, &languages, modules, profile)?;
    let studio = modules::build_studio(profile)?;
    let studio = modules::compress::compress(&studio, profile.effort())?;
    let pages = pages::render_all(&root, &ladders, &scripts.inline, &studio, address)?;

    let work = progress::begin("writing dist/");
    dist.write([scripts.files, ladders::files(&ladders)?, pages].concat())?;
    work.end("dist/ is ready");
    Ok(())
}
