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
fn first() -> Result<Build> {
    let scripts = ["harness.js", "witness.js"].map(|name| {
        std::fs::read_to_string(xtask::project_root().join("tests/browser/pages").join(name))
    });
    let [harness, witness] = scripts;
    Build::of_dist()?.with_head(&format!("<script>{}\n{}</script>", harness?, witness?))
}

/// The version that comes after it.
fn second() -> Result<Build> {
    first()?.named("0.1.0-second")
}
