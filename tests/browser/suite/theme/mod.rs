//! The colours of the page around a widget.

/// The colours of the page, in every notation and through every change.
mod page_colours;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    page_colours::tests()
}
