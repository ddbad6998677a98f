//! The package for npm in a project that takes it from its file, and what bundlers and Node.js make of that.
//!
//! Knows npm and two bundlers by their commands, nothing of what is in the package.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bundles::bundler;
use crate::packed_folder::{Files, package, read_below};
use crate::temp_folder;

/// What an author of an application writes.
const PAGE: &str = "<!doctype html><meta charset=utf-8><title>A test</title>
<script type=module src=./main.js></script>
<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>";
const MAIN: &str = "import \"fix-ladder\";\nwindow.bundled = true;\n";
const INLINE: &str = "import \"fix-ladder/inline\";\nwindow.bundled = true;\n";

/// A project in a folder that nobody else knows.
pub struct Project(tempfile::TempDir);

impl Project {
    /// One with the package installed.
    ///
    /// # Errors
    ///
    /// What npm says.
    pub fn new() -> Result<Project> {
        let project = Project(temp_folder::folder()?);
        let folder = project.folder();
        std::fs::write(folder.join("fix-ladder.tgz"), package()?)?;
        std::fs::write(
            folder.join("package.json"),
            "{ \"private\": true, \"type\": \"module\" }\n",
        )?;
        for (name, text) in [("index.html", PAGE), ("main.js", MAIN), ("inline.js", INLINE)] {
            std::fs::write(folder.join(name), text)?;
        }
        let npm = [
            "install",
            "./fix-ladder.tgz",
            "--offline",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ];
        run(Command::new("npm").args(npm).current_dir(folder))?;
        Ok(project)
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Where the package is installed.
    pub fn package(&self) -> PathBuf {
        self.folder().join("node_modules/fix-ladder")
    }

    /// What Node.js prints, with this as a module.
    ///
    /// # Errors
    ///
    /// It throws.
    pub fn node(&self, module: &str) -> Result<String> {
        let node = ["--input-type=module", "--eval", module];
        run(Command::new("node").args(node).current_dir(self.folder()))
    }

    /// The application as Vite builds it, by paths.
    ///
    /// # Errors
    ///
    /// What Vite says.
    pub fn built_by_vite(&self) -> Result<Files> {
        let vite = packages().join("vite/bin/vite.js");
        let build = ["build", "--base=./", "--logLevel=warn"];
        let said = run(Command::new("node").arg(vite).args(build).current_dir(self.folder()))?;
        ensure!(said.is_empty(), "Vite has nothing to say of it: {said}");
        read_below(&self.folder().join("dist"), "")
    }

    /// One of its modules as esbuild bundles it, without a hint of what the files are.
    ///
    /// # Errors
    ///
    /// What esbuild says.
    pub fn built_by_esbuild(&self, module: &str) -> Result<Vec<u8>> {
        let esbuild = ["--bundle", "--format=esm", "--minify", "--log-level=error", module];
        let mut command = Command::new(bundler(&packages())?);
        Ok(run(command.args(esbuild).current_dir(self.folder()))?.into_bytes())
    }
}

fn packages() -> PathBuf {
    xtask::project_root().join("tests/browser/node_modules")
}

/// What a program prints.
fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("starting {command:?}"))?;
    let [printed, said] = [&output.stdout, &output.stderr].map(|it| String::from_utf8_lossy(it));
    ensure!(output.status.success(), "{command:?}: {printed}{said}");
    Ok(printed.into_owned())
}
