//! The standalone page: the ladder as plain HTML, what the head says of it, the gallery, and what axe-core finds.

mod accessibility;
mod addresses;
mod gallery;
mod head;
mod manifest;
mod plain_html;
mod settings;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = plain_html::tests();
    tests.extend(head::tests());
    tests.extend(addresses::tests());
    tests.extend(gallery::tests());
    tests.extend(manifest::tests());
    tests.extend(accessibility::tests());
    tests.extend(settings::tests());
    tests
}
