//! The first view: what the script draws by itself before the module is there, and how the widget takes its place.

mod looks;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    looks::tests()
}

/// The tag at its place in a post.
const TAG: &str =
    "<script src=/fix-ladder.js data-ladder=icloud-photos data-loading=eager></script>";
