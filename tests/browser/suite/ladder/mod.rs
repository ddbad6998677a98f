//! The climb itself.

/// What a widget itself shows of what stands around the climb.
mod around;
/// The whole climb, undo, skip, help.
mod climb;
/// The drawings of steps.
mod drawings;
/// What is seen without doing anything.
mod first_screen;
/// Guards, and the ways around them that are none.
mod guards;
/// One item at a time.
mod items;
/// What is folded, that it is moving, what is still safe, what two numbers mean.
mod upload;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = around::tests();
    tests.extend(climb::tests());
    tests.extend(drawings::tests());
    tests.extend(first_screen::tests());
    tests.extend(guards::tests());
    tests.extend(items::tests());
    tests.extend(upload::tests());
    tests
}
