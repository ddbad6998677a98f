//! How long a hundred ladders take to be checked, each with its drawings, against the same texts read and rendered by a
//! Markdown engine, in turns: `cargo bench --package fix-ladder-command-line`, and the last row of `cargo xtask bench`.
//! Knows one ladder, a hundred times.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use fix_ladder_command_line::load::{files, load_all};
use xtask::bench::figures::{ratio, spread};

/// What a whole command may take, in seconds.
const MOST: f64 = 1.0;
const RUNS: usize = 7;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ladders");
    let folder = tempfile::tempdir()?;
    for number in 0..100 {
        let copy = folder.path().join(format!("ladder-{number}"));
        std::fs::copy(root.join("icloud-photos.md"), copy.with_extension("md"))?;
        std::fs::create_dir(&copy)?;
        for drawing in std::fs::read_dir(root.join("icloud-photos"))? {
            let drawing = drawing?;
            std::fs::copy(drawing.path(), copy.join(drawing.file_name()))?;
        }
    }
    let paths = files(&[folder.path().to_owned()])?;
    let (mut ours, mut engines) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        engines.push(seconds(|| rendered(&paths))?);
        ours.push(seconds(|| checked(&paths))?);
    }
    let ours_spread = spread(&ours).context("no run")?;
    let engine = spread(&engines).context("no run")?;
    let times = ratio(&engines, &ours).context("no run")?;
    println!(
        "command line: {} ladders are checked in {:.3} s ({:.3}–{:.3}); pulldown-cmark reads and renders the same texts in \
         {:.3} s: {:.1} × ({:.1}–{:.1})",
        paths.len(),
        ours_spread.median,
        ours_spread.least,
        ours_spread.most,
        engine.median,
        times.median,
        times.least,
        times.most,
    );
    ensure!(ours_spread.median < MOST, "a hundred ladders are to take less than {MOST} s");
    Ok(())
}

fn seconds(run: impl FnOnce() -> Result<()>) -> Result<f64> {
    let begun = Instant::now();
    run()?;
    Ok(begun.elapsed().as_secs_f64())
}

fn checked(paths: &[PathBuf]) -> Result<()> {
    for loaded in load_all(paths)? {
        ensure!(loaded.ladder.is_some(), "{} is no ladder", loaded.name);
    }
    Ok(())
}

/// On one processor: it is over before threads have begun.
fn rendered(paths: &[PathBuf]) -> Result<()> {
    for path in paths {
        let text = std::fs::read_to_string(path)?;
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&text));
        ensure!(html.contains("<h1>"), "{} has no title", path.display());
    }
    Ok(())
}
