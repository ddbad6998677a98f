//! How long a hundred ladders take to be checked, each with its drawings: `cargo bench --package fix-ladder-command-line`.
//! Knows one ladder, a hundred times.

use std::path::Path;
use std::time::Instant;

use fix_ladder_command_line::load::{files, load_all};

fn main() -> anyhow::Result<()> {
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
    let mut took = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        for loaded in load_all(&paths)? {
            anyhow::ensure!(loaded.ladder.is_some(), "{} is no ladder", loaded.name);
        }
        took.push(begun.elapsed());
    }
    took.sort();
    println!("{} ladders are checked in {:?} (median of 5)", paths.len(), took[took.len() / 2]);
    Ok(())
}
