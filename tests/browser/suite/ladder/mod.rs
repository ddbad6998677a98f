//! The climb itself.

/// The whole climb, undo, skip, help.
mod climb;
/// The drawings of steps.
mod drawings;
/// Guards, and the ways around them that are none.
mod guards;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = climb::tests();
    tests.extend(drawings::tests());
    tests.extend(guards::tests());
    tests
}
