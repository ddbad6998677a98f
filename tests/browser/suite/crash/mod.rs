//! The module crashes while widgets stand.

/// A crash as readers live through it; many widgets on a page.
mod containment;
/// What a hostile page does.
pub mod hostile_page;
/// Nothing is left crashed, nothing is uncaught.
pub mod recovery;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = recovery::tests();
    tests.extend(containment::tests());
    tests
}
