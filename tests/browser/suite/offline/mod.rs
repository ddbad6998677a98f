//! The standalone page without a connection, by a real server that is really stopped.

/// Deployments that are no version of the page.
mod bad_deployments;
/// The page in a new process.
mod browser_restart;
/// Where the worker ends.
mod scope;
/// Browsers that keep nothing, and the end of it all.
mod unsupported;
/// From one version to the next.
mod updates;
/// The page without its server.
mod without_server;

use std::sync::OnceLock;

use anyhow::Result;
use browser_tests::app_site::Build;
use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = without_server::tests();
    tests.extend(browser_restart::tests());
    tests.extend(updates::tests());
    tests.extend(bad_deployments::tests());
    tests.extend(scope::tests());
    tests.extend(unsupported::tests());
    tests
}

/// The version that is there, with what notices errors in it.
fn first() -> Result<&'static Build> {
    static FIRST: OnceLock<Build> = OnceLock::new();
    once(&FIRST, || {
        let pages = xtask::project_root().join("tests/browser/pages");
        let harness = std::fs::read_to_string(pages.join("harness.js"))?;
        let recorder = std::fs::read_to_string(pages.join("recorder.js"))?;
        Build::of_dist()?.with_head(&format!("<script>{harness}\n{recorder}</script>"))
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
