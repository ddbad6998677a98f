//! Where progress is stored, and who else is there.

/// A page that comes out of the browser's cache.
mod back_button;
/// Storage that is blocked, or shared with the page.
mod blocked_or_shared;
/// Storage whose calls throw.
mod exceptions;
/// What another tab stores.
mod other_tab;
/// Storage without room.
mod quota;
/// Two windows at once.
mod two_windows;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = blocked_or_shared::tests();
    tests.extend(exceptions::tests());
    tests.extend(quota::tests());
    tests.extend(other_tab::tests());
    tests.extend(two_windows::tests());
    tests.extend(back_button::tests());
    tests
}
