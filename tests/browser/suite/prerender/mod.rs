//! The first view: what the script draws by itself before the module is there, and how the widget takes its place.

mod deferred_input;
mod early_input;
mod lazy_loading;
mod returning_reader;
mod same_pixels;
mod tag;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = same_pixels::tests();
    tests.extend(early_input::tests());
    tests.extend(deferred_input::tests());
    tests.extend(returning_reader::tests());
    tests.extend(lazy_loading::tests());
    tests
}
