//! The forms that are one file: the page that opens by double click, and the embed with its bytes inside.

mod hostile;
mod inline;
mod single;
mod together;
mod unpacking;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = single::tests();
    tests.extend(hostile::tests());
    tests.extend(inline::tests());
    tests.extend(together::tests());
    tests.extend(unpacking::tests());
    tests
}
