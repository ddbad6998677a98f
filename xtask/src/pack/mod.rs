//! `pack`: everything for readers as a folder and a zip to carry to a host, the same bytes wherever they are packed.
//!
//! Knows where things go. What is packed is in [`contents`], what the author is told in [`guide`].

mod archive;
mod blogs;
mod contents;
mod guide;
mod lines;
mod npm;
mod tarball;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;
use sha2::{Digest, Sha256};

use crate::build;
use crate::build::dist;
use crate::build::file::Files;
use crate::build::profile::Profile;
use crate::files::{files_below, path_below, write_whole};
use crate::lock::lock;
use crate::{address, progress};

use self::contents::Contents;

const HELP: &str = "\
usage: cargo xtask pack [--address URL] [--repository URL] [--tag TAG]

Builds everything, then packs it as target/pack/fix-ladder-<version>/ and as a zip beside it, the same bytes
from the same sources. EMBED.md in it has the tags to paste. Beside it are fix-ladder-<version>.tgz, which npm installs, and
fix-ladder-<version>.wordpress.zip, which WordPress does.

  --address URL       where the packed files will be; without it the tags say https://example.org/fix-ladder/
  --repository URL    where the sources are; the package for npm names it
  --tag TAG           fails unless it names the version of the project, as v0.1.0 does";

/// What stands for the author's own address until they put it in.
const ANYWHERE: &str = "https://example.org/fix-ladder/";

/// What has been packed, and where it is.
pub struct Packed {
    pub folder: PathBuf,
    pub zip: PathBuf,
    /// The SHA-256 of the zip, in hexadecimal digits.
    pub hash: String,
    /// The package for npm.
    pub package: PathBuf,
    /// The plugin for WordPress, a zip.
    pub plugin: PathBuf,
}

/// What the author says of where things are, if anything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places<'a> {
    /// The packed folder, with a slash at its end.
    pub address: Option<&'a str>,
    /// The sources.
    pub repository: Option<&'a str>,
}

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short};
    let (mut address, mut repository) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("address") => address = Some(address::of_folder(&arguments.value()?.string()?)?),
            Long("repository") => {
                let given = address::of_folder(&arguments.value()?.string()?)?;
                repository = Some(given.trim_end_matches('/').to_owned());
            }
            Long("tag") => names_the_version(&arguments.value()?.string()?)?,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    build::build_for(Profile::Release, address.as_deref())?;
    let work = progress::begin("packing");
    let into = crate::workspace::target_folder().join("pack");
    let places = Places { address: address.as_deref(), repository: repository.as_deref() };
    let packed = pack(built()?, &into, places)?;
    for (path, size) in sizes(&packed.folder)? {
        progress::say("pack", format!("{path:<56} {size:>9} bytes"));
    }
    progress::say("folder", packed.folder.display());
    let size = fs::metadata(&packed.zip)?.len();
    progress::say("zip", format!("{}, {size} bytes", packed.zip.display()));
    progress::say("sha256", &packed.hash);
    for (what, file) in [("npm", &packed.package), ("wordpress", &packed.plugin)] {
        progress::say(what, format!("{}, {} bytes", file.display(), fs::metadata(file)?.len()));
    }
    work.end("everything is packed");
    Ok(ExitCode::SUCCESS)
}

/// What is published under a tag says so itself.
fn names_the_version(tag: &str) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    if tag.strip_prefix('v') != Some(version) {
        bail!("the tag {tag} is not v{version}: change `version` in Cargo.toml, or the tag");
    }
    Ok(())
}

/// What the last build has written into `dist/`, by path; nothing of what else stands there.
///
/// # Errors
///
/// Nothing is built, or a file is not as it was built.
pub fn built() -> Result<Files> {
    dist::built(&crate::workspace::dist_folder(), &crate::workspace::target_folder())
}

/// Packs what a build has written as a folder and a zip in `into`, in place of what was packed there before.
///
/// # Errors
///
/// A file that cannot be written, or that is not what a build makes, or a link where the pack belongs.
pub fn pack(build: Files, into: &Path, places: Places<'_>) -> Result<Packed> {
    let mut contents = Contents::new(build)?;
    let guide = guide::guide(&contents, places.address.unwrap_or(ANYWHERE))?;
    contents.files.insert("EMBED.md".to_owned(), guide.into_bytes());
    let root = crate::workspace::project_root();
    contents.files.extend(blogs::includes(&root)?);

    let name = format!("fix-ladder-{}", env!("CARGO_PKG_VERSION"));
    let folder = into.join(&name);
    let unfinished = into.join(format!("{name}.unfinished"));
    let zip = into.join(format!("{name}.zip"));
    let package = into.join(format!("{}-{}.tgz", npm::NAME, env!("CARGO_PKG_VERSION")));
    let plugin = into.join(format!("{name}.wordpress.zip"));
    for place in [into, &folder, &unfinished, &zip, &package, &plugin] {
        if let Ok(to) = fs::read_link(place) {
            bail!(
                "{} is a link to {}, and nothing is packed through a link: remove it",
                place.display(),
                to.display()
            );
        }
    }
    let _alone = lock(&into.join("pack.lock"), "another pack")?;
    for old in [&folder, &unfinished] {
        if old.exists() {
            fs::remove_dir_all(old).with_context(|| format!("removing {}", old.display()))?;
        }
    }
    for (path, bytes) in &contents.files {
        let file = unfinished.join(path);
        fs::create_dir_all(file.parent().unwrap_or(into))?;
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
    }
    fs::rename(&unfinished, &folder).with_context(|| format!("naming {}", folder.display()))?;

    let bytes = archive::zip(&name, &contents.files)?;
    write_anew(&zip, &bytes)?;
    let files = npm::package(&contents.files, places.repository)?;
    write_anew(&package, &tarball::tarball(&files)?)?;
    let files = blogs::plugin(&root, &contents.files)?;
    write_anew(&plugin, &archive::zip(blogs::NAME, &files)?)?;
    let hash = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Packed { folder, zip, hash, package, plugin })
}

fn write_anew(file: &Path, bytes: &[u8]) -> Result<()> {
    let left = crate::files::unfinished(file);
    if left.is_file() {
        // Of a pack that broke off. Where it is a link, only that goes.
        fs::remove_file(&left).with_context(|| format!("removing {}", left.display()))?;
    }
    write_whole(file, bytes)
}

/// The plugin for WordPress, from packed files. Who only renders posts needs none of them.
///
/// # Errors
///
/// As for what is packed.
pub fn plugin(packed: &Files) -> Result<Files> {
    blogs::plugin(&crate::workspace::project_root(), packed)
}

/// Every file below a folder, with its size in bytes.
fn sizes(folder: &Path) -> Result<Vec<(String, u64)>> {
    let mut sizes = Vec::new();
    for file in files_below(folder)? {
        let path = path_below(folder, &file);
        sizes.push((path, fs::metadata(&file)?.len()));
    }
    Ok(sizes)
}

#[cfg(test)]
mod release;
#[cfg(test)]
mod tests;
