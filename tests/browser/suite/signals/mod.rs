//! What tells a reader that a wait is over, for as long as the page is open: only what they have asked for.

mod signals;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    signals::tests()
}
