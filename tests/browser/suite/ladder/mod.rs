//! The climb itself.

/// The whole climb, undo, skip, help.
mod climb;
/// Guards, and the ways around them that are none.
mod guards;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = climb::tests();
    tests.extend(guards::tests());
    tests
}
