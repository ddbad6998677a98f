//! The studio: a text, and the ladder that it is; what goes in and what comes out.

mod opening;
mod publishing;
mod storage;
mod support;
mod writing;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = writing::tests();
    tests.extend(opening::tests());
    tests.extend(publishing::tests());
    tests.extend(storage::tests());
    tests
}
