//! `art`: the icons and pictures of the app, from their drawings and from the built page, into `app/`.
//!
//! Knows no browser; a program of the browser tests makes the pictures.

use std::process::ExitCode;

use anyhow::Result;

use crate::build;
use crate::build::profile::Profile;
use crate::engines;

const HELP: &str = "\
usage: cargo xtask art

Builds, and makes app/*.png in Chromium: the icons and the picture for links from the drawings
app/*.svg, and pictures of the first screen of the standalone page for the manifest.";

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    if crate::command_line::asks_for_help(&mut arguments, HELP)? {
        return Ok(ExitCode::SUCCESS);
    }
    engines::prepare(&["chromium".to_owned()])?;
    build::build(Profile::Dev)?;
    let mut command = crate::process::cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--bin", "art"]);
    crate::process::run_visibly(&mut command)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use anyhow::{Context, Result};

    use crate::files::files_below;

    /// Every picture with its width and height, and how many bytes it may have.
    const PICTURES: [(&str, [u32; 2], usize); 7] = [
        ("apple-touch-icon.png", [180, 180], 12_000),
        ("icon-192.png", [192, 192], 12_000),
        ("icon-512.png", [512, 512], 12_000),
        ("icon-maskable-512.png", [512, 512], 12_000),
        ("screen-narrow.png", [2 * 390, 2 * 844], 150_000),
        ("screen-wide.png", [1280, 800], 150_000),
        ("social.png", [1200, 630], 60_000),
    ];

    /// The first bytes of every PNG: what it is, and the beginning of the part that tells its size.
    const BEGINNING: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn every_picture_has_the_size_that_its_name_promises() -> Result<()> {
        let mut found = BTreeMap::new();
        for file in files_below(&crate::workspace::project_root().join("app"))? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".png") {
                let bytes = fs::read(&file)?;
                let size = size_of(&bytes).with_context(|| format!("reading app/{name}"))?;
                found.insert(name, (size, bytes.len()));
            }
        }
        let sizes: Vec<_> = found.iter().map(|(name, (size, _))| (name.as_str(), *size)).collect();
        assert_eq!(sizes, PICTURES.map(|(name, size, _)| (name, size)));
        for (name, _, limit) in PICTURES {
            let length = found[name].1;
            assert!(length < limit, "app/{name} has {length} bytes, which may be {limit}");
        }
        Ok(())
    }

    /// It travels inside the page.
    #[test]
    fn the_icon_is_small() -> Result<()> {
        let length = fs::metadata(crate::workspace::project_root().join("app/icon.svg"))?.len();
        assert!(length < 900, "app/icon.svg has {length} bytes");
        Ok(())
    }

    fn size_of(png: &[u8]) -> Result<[u32; 2]> {
        let after = png.strip_prefix(BEGINNING).context("not a PNG")?;
        let (width, after) = after.split_first_chunk().context("no width")?;
        let (height, _) = after.split_first_chunk().context("no height")?;
        Ok([u32::from_be_bytes(*width), u32::from_be_bytes(*height)])
    }
}
