//! Policies, hashes, and files that are not what they were.

/// What vouches for the script that draws plain lists.
mod list_integrity;
/// The project's own pages under their policies.
mod own_pages;
/// Content Security Policies and Trusted Types, as real blogs have them.
pub mod policies;
/// Files that are not what they were, or say that they are something else.
mod tampering;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = policies::tests();
    tests.extend(own_pages::tests());
    tests.extend(list_integrity::tests());
    tests.extend(tampering::tests());
    tests
}
