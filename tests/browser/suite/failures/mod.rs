//! Whatever keeps a widget from starting, and what a reader has instead.

/// Every cause of a failed start, and the way back from it.
mod every_cause;
/// What a reader is left with: a list, a reason, a retry.
mod fallback;
/// The script that draws plain lists.
pub mod plain_list;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = fallback::tests();
    tests.extend(every_cause::tests());
    tests.extend(plain_list::tests());
    tests
}
