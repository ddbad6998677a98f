//! The forms that are one file: the page that opens by double click, and the embed with its bytes inside.

mod both_scripts;
mod hostile_ladder;
mod inline_script;
mod no_decompression;
mod standalone_page;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = standalone_page::tests();
    tests.extend(hostile_ladder::tests());
    tests.extend(inline_script::tests());
    tests.extend(both_scripts::tests());
    tests.extend(no_decompression::tests());
    tests
}
