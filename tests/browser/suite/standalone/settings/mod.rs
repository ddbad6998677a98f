//! What the standalone page offers around its ladder: a note after a wait, a screen that stays on, the hint how
//! it becomes an app. `pages/browser_features.js` plays browsers that can and cannot do it.

mod controls;
mod notifications;
mod toasts;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = notifications::tests();
    tests.extend(toasts::tests());
    tests
}
