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
/// The versions that the tests put on their sites.
mod versions;
/// The page without its server.
mod without_server;

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
