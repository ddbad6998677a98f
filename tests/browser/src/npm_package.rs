//! The package for npm in a project that takes it from its file, and what bundlers and Node.js make of that.
//!
//! Knows npm and three bundlers by their commands, nothing of what is in the package.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::bundles::bundler;
use crate::packed_folder::{Files, package, read_below};
use crate::temp_folder;

/// What an author of an application writes.
const PAGE: &str = "<!doctype html><meta charset=utf-8><title>A test</title>
<script type=module src=./main.js></script>
<fix-ladder ladder=icloud-photos loading=eager></fix-ladder>
<fix-ladder ladder=drucker-offline lang=de loading=eager></fix-ladder>";
const MAIN: &str = "import \"fix-ladder\";\nwindow.bundled = true;\n";
const INLINE: &str = "import \"fix-ladder/inline\";\nwindow.bundled = true;\n";

/// What the paper of the package asks for where Vite serves what is being written.
const VITE_SETTINGS: &str =
    "export default { optimizeDeps: { exclude: [\"fix-ladder\"] }, logLevel: \"silent\" };\n";

/// Bundles the application in a folder of its own, and has nothing to say of it.
const WEBPACK: &str = "const all = webpack({
  mode: \"production\", context: FOLDER, entry: \"./main.js\", performance: false,
  output: { path: FOLDER + \"/webpack\" },
});
all.run((error, stats) => {
  if (error || stats.hasErrors() || stats.hasWarnings()) throw error || Error(stats.toString(\"errors-warnings\"));
});";

/// How long a server may take until it answers.
const LIMIT: Duration = Duration::from_secs(60);

/// The application as Vite serves it while somebody writes it. It ends when it is dropped.
pub struct Served {
    vite: Child,
    pub address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.vite.kill());
        drop(self.vite.wait());
    }
}

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

    /// The application while it is being written.
    ///
    /// # Errors
    ///
    /// Vite does not answer.
    pub fn served_by_vite(&self) -> Result<Served> {
        std::fs::write(self.folder().join("vite.config.js"), VITE_SETTINGS)?;
        // Free a moment ago, and nobody else on this computer asks for ports in between.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port().to_string();
        let place = format!("127.0.0.1:{port}");
        let mut command = Command::new("node");
        command.arg(packages().join("vite/bin/vite.js"));
        command.args(["--host=127.0.0.1", "--strictPort", "--port", &port]);
        let silent = command.stdout(Stdio::null()).stderr(Stdio::null());
        let vite = silent.current_dir(self.folder()).spawn()?;
        let served = Served { vite, address: format!("http://{place}/") };
        let begun = Instant::now();
        while TcpStream::connect(&place).is_err() {
            ensure!(begun.elapsed() < LIMIT, "Vite does not answer at {place}");
            sleep(Duration::from_millis(50));
        }
        Ok(served)
    }

    /// The application as webpack builds it, by paths.
    ///
    /// # Errors
    ///
    /// What webpack says.
    pub fn built_by_webpack(&self) -> Result<Files> {
        let webpack = json!(packages().join("webpack/lib/index.js"));
        let folder = json!(self.folder());
        self.node(&format!("import webpack from {webpack};\nconst FOLDER = {folder};\n{WEBPACK}"))?;
        read_below(&self.folder().join("webpack"), "")
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
