//! The standalone page: the ladder as plain HTML, what the head says of it, the gallery, and what axe-core finds.

mod addresses;
mod gallery;
mod head;
mod installing;
mod list;
mod looks;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = list::tests();
    tests.extend(head::tests());
    tests.extend(addresses::tests());
    tests.extend(gallery::tests());
    tests.extend(installing::tests());
    tests.extend(looks::tests());
    tests
}
