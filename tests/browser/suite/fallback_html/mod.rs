//! The author's own HTML, whenever it comes: the parser may bring it after the script, in pieces, and a page's own
//! scripts at any time. It is seen wherever the widget is not, and what is said fits it.

mod by_parser;
mod by_scripts;
mod seen;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = by_parser::tests();
    tests.extend(by_scripts::tests());
    tests
}
