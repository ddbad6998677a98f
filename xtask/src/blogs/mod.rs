//! Blog engines: each renders posts with our tags in them, and what it puts out is kept for the tests.
//!
//! Knows the list of engines and what is kept of them; how each is run stands in a file of its own.

/// WordPress, with a database of its own.
mod database;
/// A WordPress to write in.
pub mod editor;
/// Engines that are a library, behind a script that we keep.
mod scripts;
/// Engines that build a site from a folder.
mod sites;

pub mod kept;
pub mod pastes;
/// Ladders written into posts, inside of the element.
pub mod wrapped;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::progress;
use crate::setup::{self, Need};
use pastes::Paste;

/// One engine, in one of the ways in which it is set up.
pub struct Engine {
    pub name: &'static str,
    /// The folder of `tests/fixtures/engines/` with its sources.
    pub sources: &'static str,
    needs: &'static [Need],
    /// The posts that it gets.
    pub pastes: fn() -> Result<Vec<Paste>>,
    render: fn(&Engine, &[Paste]) -> Result<Rendered>,
}

/// What an engine has made of its posts, in their order.
pub struct Rendered {
    pub version: String,
    pub html: Vec<String>,
}

pub const ENGINES: [Engine; 9] = [
    Engine {
        name: "kramdown",
        sources: "kramdown",
        needs: &[Need::Jekyll],
        pastes: pastes::pastes,
        render: scripts::kramdown,
    },
    Engine {
        name: "jekyll",
        sources: "jekyll",
        needs: &[Need::Jekyll],
        pastes: sites::jekyll_pastes,
        render: sites::jekyll,
    },
    Engine {
        name: "hugo",
        sources: "hugo",
        needs: &[Need::Hugo],
        pastes: sites::hugo_pastes,
        render: sites::hugo,
    },
    Engine {
        name: "hugo-unsafe",
        sources: "hugo",
        needs: &[Need::Hugo],
        pastes: sites::hugo_pastes,
        render: sites::hugo,
    },
    Engine {
        name: "astro",
        sources: "astro",
        needs: &[Need::Node],
        pastes: sites::astro_pastes,
        render: sites::astro,
    },
    Engine {
        name: "ghost",
        sources: "ghost",
        needs: &[Need::Node],
        pastes: scripts::ghost_pastes,
        render: scripts::node_script,
    },
    Engine {
        name: "wordpress",
        sources: "wordpress",
        needs: &[Need::WordPress],
        pastes: scripts::wordpress_pastes,
        render: scripts::wordpress,
    },
    Engine {
        name: "wordpress-kses",
        sources: "wordpress",
        needs: &[Need::WordPress],
        pastes: scripts::wordpress_pastes,
        render: scripts::wordpress,
    },
    Engine {
        name: "wordpress-plugin",
        sources: "wordpress",
        needs: &[Need::WordPress],
        pastes: scripts::wordpress_plugin_pastes,
        render: scripts::wordpress,
    },
];

impl Engine {
    /// Its sources, and below them what is kept of it.
    fn folder(&self) -> PathBuf {
        crate::project_root().join("tests/fixtures/engines").join(self.sources)
    }

    /// What authors of such a blog copy; there for some engines only.
    fn includes(&self) -> PathBuf {
        crate::project_root().join("blogs").join(self.sources)
    }

    /// Where it may do as it likes.
    fn scratch(&self) -> PathBuf {
        crate::target_folder().join("blog-engines").join(self.name)
    }
}

/// Runs every engine whose name contains these letters, and keeps what each puts out.
///
/// # Errors
///
/// What is not installed, with the commands that install it, or what an engine said.
pub fn renew(wanted: &str) -> Result<()> {
    let all = || ENGINES.iter().chain(&wrapped::WRAPPED).filter(|it| it.name.contains(wanted));
    let needs: Vec<Need> = all().flat_map(|it| it.needs).copied().collect();
    setup::ensure(&needs)?;
    for engine in all() {
        let work = progress::begin(engine.name);
        let pastes = (engine.pastes)()?;
        let rendered = (engine.render)(engine, &pastes).with_context(|| engine.name.to_owned())?;
        ensure!(rendered.html.len() == pastes.len(), "{}: not every post came out", engine.name);
        kept::keep(engine, &pastes, &rendered)?;
        work.end(format!("{}: {} posts by {}", engine.name, pastes.len(), rendered.version));
    }
    Ok(())
}

/// What a program prints, without the white space around it.
fn output_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("starting {command:?}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "{command:?}: {}\n{printed}{said}", output.status);
    Ok(printed.trim().to_owned())
}
