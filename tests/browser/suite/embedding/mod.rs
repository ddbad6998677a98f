//! How a widget gets into a page: the tag and the element, where the script comes from, what a page has named.

/// Another ladder named while the first is on its way.
mod another_ladder;
/// The ways in which the script may come into a page, and the base URL of its files.
mod base_url;
/// What stands in a page under the names that scripts use.
pub mod dom_clobbering;
/// The element's properties and its method.
mod from_scripts;
/// The package for npm, in bundles and from folders.
mod npm_package;
/// A post inside of the element.
mod own_html;
/// The packed folder: every tag that it hands out, pasted into a post.
mod packed_folder;
/// Documents from elsewhere under the id of a built-in ladder.
mod same_id;
/// The script tag and the element: where widgets appear, and what a page may do to them.
mod tag_and_element;
/// What a post is read from, in browsers and outside of them.
mod trees;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = tag_and_element::tests();
    tests.extend(base_url::tests());
    tests.extend(dom_clobbering::tests());
    tests.extend(another_ladder::tests());
    tests.extend(same_id::tests());
    tests.extend(own_html::tests());
    tests.extend(trees::tests());
    tests.extend(from_scripts::tests());
    tests.extend(npm_package::tests());
    tests.extend(packed_folder::tests());
    tests
}
