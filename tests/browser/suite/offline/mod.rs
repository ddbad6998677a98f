//! The standalone page without a connection, by a real server that is really stopped.

/// Deployments that are no version of the page.
mod bad;
/// Where the worker ends.
mod bounds;
/// The page in a new process.
mod cold;
/// The page without its server.
mod offline;
/// From one version to the next.
mod updating;
/// Browsers that keep nothing, and the end of it all.
mod without;

use std::sync::OnceLock;

use anyhow::Result;
use browser_tests::runner::Test;
use browser_tests::site::Build;

pub fn tests() -> Vec<Test> {
    let mut tests = offline::tests();
    tests.extend(cold::tests());
    tests.extend(updating::tests());
    tests.extend(bad::tests());
    tests.extend(bounds::tests());
    tests.extend(without::tests());
    tests
}

/// The version that is there, with what notices errors in it.
fn first() -> Result<&'static Build> {
    static FIRST: OnceLock<Build> = OnceLock::new();
    once(&FIRST, || {
        let pages = xtask::project_root().join("tests/browser/pages");
        let harness = std::fs::read_to_string(pages.join("harness.js"))?;
        let witness = std::fs::read_to_string(pages.join("witness.js"))?;
        Build::of_dist()?.with_head(&format!("<script>{harness}\n{witness}</script>"))
    })
}

/// The version that comes after it.
fn second() -> Result<&'static Build> {
    static SECOND: OnceLock<Build> = OnceLock::new();
    once(&SECOND, || first()?.named("0.1.0-second"))
}

/// Hashes of a megabyte take their time.
fn once(
    place: &'static OnceLock<Build>,
    make: impl FnOnce() -> Result<Build>,
) -> Result<&'static Build> {
    match place.get() {
        Some(build) => Ok(build),
        None => make().map(|build| place.get_or_init(|| build)),
    }
}
