//! Tests of the workflow that publishes: what it runs is what everybody runs. There is nothing else here.

use std::fs;

use anyhow::{Context, Result};

use super::names_the_version;
use crate::workspace::project_root;

/// The lines of the workflow that run something.
fn commands() -> Result<Vec<String>> {
    let text = fs::read_to_string(project_root().join(".github/workflows/release.yml"))?;
    let lines = text.lines().map(|it| it.trim().trim_start_matches("- "));
    let lines = lines.map(|it| it.strip_prefix("run: ").unwrap_or(it));
    let is_command = |it: &&str| {
        ["cargo ", "gh ", "npm ", "git ", "node "].iter().any(|word| it.starts_with(word))
    };
    Ok(lines.filter(is_command).map(str::to_owned).collect())
}

#[test]
fn a_release_runs_the_commands_of_the_readme() -> Result<()> {
    let commands = commands()?;
    let ours: Vec<&String> = commands.iter().filter(|it| it.starts_with("cargo ")).collect();
    assert_eq!(ours.len(), 2, "{ours:?}");
    let readme = fs::read_to_string(project_root().join("README.md"))?;
    for command in ours {
        let name = command.split(" --").next().context("no name")?;
        assert!(name.starts_with("cargo xtask ") && readme.contains(name), "{command}");
        for option in command.split_whitespace().filter(|it| it.starts_with("--")) {
            assert!(super::HELP.contains(option), "{command}");
        }
    }
    let published: Vec<&String> = commands.iter().filter(|it| !it.starts_with("cargo ")).collect();
    assert_eq!(published.len(), 3, "a release, a name and a package: {published:?}");
    assert!(
        commands.iter().any(|it| it.starts_with("npm publish ") && it.contains("--provenance"))
    );
    Ok(())
}

#[test]
fn every_secret_of_a_release_is_in_the_papers() -> Result<()> {
    let text = fs::read_to_string(project_root().join(".github/workflows/release.yml"))?;
    let paper = fs::read_to_string(project_root().join("CONTRIBUTING.md"))?;
    let secrets: Vec<&str> =
        text.split("secrets.").skip(1).filter_map(|it| it.split_whitespace().next()).collect();
    assert_eq!(secrets, ["NPM_TOKEN"]);
    assert!(secrets.iter().all(|it| paper.contains(&format!("`{it}`"))), "{secrets:?}");
    Ok(())
}

#[test]
fn a_tag_is_the_version() {
    assert!(names_the_version(&format!("v{}", env!("CARGO_PKG_VERSION"))).is_ok());
    for tag in ["v0.0.0", env!("CARGO_PKG_VERSION"), ""] {
        assert!(names_the_version(tag).is_err(), "{tag}");
    }
}
