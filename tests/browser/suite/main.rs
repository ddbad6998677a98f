//! The tests in real browsers, one file a part of the contract.

/// The script tag and the element: where widgets appear, and what a page may do to them.
mod embedding;
/// What a reader is left with where the widget cannot start.
mod failing;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = embedding::tests();
    tests.extend(failing::tests());
    browser_tests::runner::run(tests)
}
