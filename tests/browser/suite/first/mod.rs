//! The first view: what the script draws by itself before the module is there, and how the widget takes its place.

mod arriving;
mod keeping;
mod looks;
mod returning;
mod touching;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = looks::tests();
    tests.extend(touching::tests());
    tests.extend(keeping::tests());
    tests.extend(returning::tests());
    tests.extend(arriving::tests());
    tests
}

/// The tag at its place in a post.
const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
