//! What has to be installed before a command can run, and how to get it.
//! Knows programs and packages, not what they are for.
//!
//! On Debian as root the commands are run; elsewhere they are printed, and the command stops.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::progress;

/// Something that a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The standard library for WebAssembly.
    WasmTarget,
    Chromium,
    Firefox,
    /// WebKitGTK with its MiniBrowser, and a screen in memory for it.
    WebKit,
    /// Node.js and npm, for what the tests take from there, and for the checks of the scripts.
    Node,
    /// Jekyll, and kramdown with it.
    Jekyll,
    Hugo,
    /// What runs WordPress: PHP with its driver for a database, and a server of that which nobody starts.
    WordPress,
    /// Libraries that pages were made with for years, as Debian keeps them.
    OldLibraries,
}

impl Need {
    /// What the tests in an engine need.
    pub fn of_engine(name: &str) -> Option<Need> {
        match name {
            "chromium" => Some(Need::Chromium),
            "firefox" => Some(Need::Firefox),
            "webkit" => Some(Need::WebKit),
            _ => None,
        }
    }
}

/// Sees to it that everything needed is there.
///
/// # Errors
///
/// What is missing, with the exact commands, where they cannot be run from here.
pub fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<Need> = needs.iter().copied().filter(|need| !is_there(*need)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let commands = commands_for(&missing);
    if !commands.iter().all(can_run) {
        let lines: Vec<String> = commands.iter().map(|command| command.join(" ")).collect();
        bail!("not installed: {missing:?}; run this and try again:\n\n  {}\n", lines.join("\n  "));
    }
    for command in &commands {
        progress::say("installing", command.join(" "));
        let [program, arguments @ ..] = command.as_slice() else { continue };
        crate::process::run_visibly(
            self::program(program)?.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"),
        )
        .context("installing what is missing")?;
    }
    let missing: Vec<Need> = needs.iter().copied().filter(|need| !is_there(*need)).collect();
    if !missing.is_empty() {
        bail!("installed, but not found: {missing:?}");
    }
    Ok(())
}

pub fn is_there(need: Need) -> bool {
    match need {
        Need::WasmTarget => has_wasm_target(),
        Need::Chromium => find_chromium().is_some() && find_program("chromedriver").is_some(),
        Need::Firefox => find_firefox().is_some() && find_program("geckodriver").is_some(),
        Need::WebKit => {
            find_mini_browser().is_some()
                && find_program("WebKitWebDriver").is_some()
                && find_program("Xvfb").is_some()
        }
        Need::Node => find_program("node").is_some() && find_program("npm").is_some(),
        Need::Jekyll => find_program("ruby").is_some() && find_program("jekyll").is_some(),
        Need::Hugo => find_program("hugo").is_some(),
        Need::WordPress => ["php", "mariadb", "mariadb-install-db", "dpkg-deb"]
            .into_iter()
            .all(|it| find_program(it).is_some()),
        Need::OldLibraries => ["prototype/prototype.js", "mootools/mootools.js"]
            .into_iter()
            .all(|it| Path::new("/usr/share/javascript").join(it).is_file()),
    }
}

fn has_wasm_target() -> bool {
    let Ok(mut rustc) = program("rustc") else { return false };
    let output = rustc
        .args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])
        .stderr(Stdio::null())
        .current_dir(crate::workspace::project_root())
        .output();
    output.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
}

fn commands_for(missing: &[Need]) -> Vec<Vec<&'static str>> {
    let mut commands = Vec::new();
    if missing.contains(&Need::WasmTarget) {
        commands.push(vec!["rustup", "target", "add", "wasm32-unknown-unknown"]);
    }
    let mut packages = Vec::new();
    if missing.contains(&Need::Chromium) {
        packages.extend(["chromium", "chromium-driver"]);
    }
    if missing.contains(&Need::Firefox) && find_firefox().is_none() {
        packages.push("firefox-esr");
    }
    if missing.contains(&Need::WebKit) {
        packages.extend(["webkit2gtk-driver", "xvfb"]);
    }
    if missing.contains(&Need::Node) {
        packages.extend(["nodejs", "npm"]);
    }
    if missing.contains(&Need::Jekyll) {
        packages.push("jekyll");
    }
    if missing.contains(&Need::Hugo) {
        packages.push("hugo");
    }
    if missing.contains(&Need::WordPress) {
        let database = ["mariadb-server-core", "mariadb-client-core"];
        packages
            .extend(["php-cli", "php-mysql", "php-xml", "php-mbstring"].iter().chain(&database));
    }
    if missing.contains(&Need::OldLibraries) {
        packages.extend(["libjs-prototype", "libjs-mootools"]);
    }
    if !packages.is_empty() {
        commands.push(vec!["apt-get", "update"]);
        let install = ["apt-get", "install", "--yes", "--no-install-recommends"];
        commands.push(install.into_iter().chain(packages).collect());
    }
    if missing.contains(&Need::Firefox) && find_program("geckodriver").is_none() {
        // Debian has no package of it. Nobody minds how fast it runs, but everybody how long it builds.
        commands.push(vec!["cargo", "install", "--locked", "--debug", "geckodriver"]);
    }
    commands
}

fn can_run(command: &Vec<&str>) -> bool {
    match command.first() {
        Some(&"apt-get") => Path::new("/etc/debian_version").exists() && is_root(),
        Some(program) => find_program(program).is_some(),
        None => false,
    }
}

fn is_root() -> bool {
    let output = program("id").and_then(|mut id| Ok(id.arg("-u").output()?));
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The browser under one of the names that systems give it.
pub fn find_chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find_program)
}

/// Firefox under one of the names that systems give it.
pub fn find_firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(find_program)
}

/// WebKitGTK's own small browser. It is on no search path, and where it is depends on the machine's kind.
pub fn find_mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/libexec", "/usr/lib64"].into_iter().map(PathBuf::from);
    let kinds = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|it| it.path());
    let mut folders: Vec<PathBuf> = libraries.chain(kinds.filter(|it| it.is_dir())).collect();
    folders.sort();
    ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
        .into_iter()
        .flat_map(|version| folders.iter().map(move |it| it.join(version).join("MiniBrowser")))
        .find(|file| file.is_file())
}

/// A program of the search path, or one that Cargo has installed.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let folders = std::env::split_paths(&path).chain(cargo.map(|it| it.join("bin")));
    find_in(folders, name)
}

/// In the first of these folders that has it. A folder that is named from where the command was started is none:
/// whoever left a program there would have it run.
fn find_in(mut folders: impl Iterator<Item = PathBuf>, name: &str) -> Option<PathBuf> {
    folders.find_map(|folder| {
        let file = folder.join(name);
        (folder.is_absolute() && file.is_file()).then_some(file)
    })
}

/// A program of the search path, ready to be run.
///
/// # Errors
///
/// It is not there.
pub fn program(name: &str) -> Result<Command> {
    let file = find_program(name).with_context(|| format!("{name} is not on the search path"))?;
    Ok(Command::new(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_by_one_command() {
        let commands = commands_for(&[Need::WasmTarget, Need::Chromium, Need::WebKit, Need::Node]);
        let lines: Vec<String> = commands.iter().map(|command| command.join(" ")).collect();
        assert_eq!(
            lines,
            [
                "rustup target add wasm32-unknown-unknown",
                "apt-get update",
                "apt-get install --yes --no-install-recommends chromium chromium-driver webkit2gtk-driver xvfb nodejs npm",
            ]
        );
    }

    #[test]
    fn a_need_that_apt_does_not_serve_does_not_start_apt() {
        assert_eq!(commands_for(&[Need::WasmTarget]).len(), 1);
    }

    #[test]
    fn a_program_that_does_not_exist_is_not_found() {
        assert_eq!(find_program("a-program-that-nobody-has"), None);
        assert!(program("a-program-that-nobody-has").is_err());
    }

    #[test]
    fn no_program_is_taken_from_the_folder_one_is_in() -> Result<()> {
        // Tests run in the folder of their package, which has this file.
        assert!(Path::new("Cargo.toml").is_file());
        let here = std::env::current_dir()?;
        for relative in ["", ".", "./", "../xtask", "src/.."] {
            let folders = [PathBuf::from(relative), here.clone()];
            let found = find_in(folders.into_iter(), "Cargo.toml");
            assert_eq!(found, Some(here.join("Cargo.toml")), "{relative:?}");
        }
        Ok(())
    }
}
