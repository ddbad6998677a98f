//! What clippy holds: no panics, one clock, no HTML from strings (`clippy.toml` and the crates' `lib.rs`).
//! Knows no lint by its name.

use anyhow::Result;

use crate::progress;

/// What readers and authors get. The tools may panic, and read the clock.
const PRODUCT: [&str; 7] = [
    "fix-ladder",
    "fix-ladder-author",
    "fix-ladder-companion",
    "fix-ladder-core",
    "fix-ladder-extras",
    "fix-ladder-reader",
    "fix-ladder-writer",
];

/// Whether clippy finds nothing. It prints what it finds.
pub fn check() -> Result<bool> {
    let work = progress::begin("the lints");
    let mut command = crate::process::cargo();
    command.args(["clippy", "--quiet", "--lib"]);
    command.args(PRODUCT.iter().flat_map(|name| ["--package", name]));
    command.args(["--", "--deny", "warnings"]);
    let is_clean = command.status()?.success();
    work.end(if is_clean { "the lints: no faults" } else { "the lints: faults" });
    Ok(is_clean)
}
