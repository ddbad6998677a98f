//! The posts in a page's HTML, as a browser would hand them to the reader of posts: the same tree, and the same words around
//! it. What it must agree with is `web/post/`.
//!
//! Knows HTML and addresses, nothing of ladders.

#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod around;
mod dom;
mod tree;

use fix_ladder_author::post::Post;

/// A post, and where in the page its parts are.
#[derive(Clone, Debug)]
pub struct Found {
    /// Without what the widget says of its own.
    pub post: Post,
    /// The line in which each node of the tree begins, from 1, in the order of their numbers.
    pub lines: Vec<usize>,
    /// The line of the element around it.
    pub line: usize,
    /// Whether the page has the widget's tag around it. Without one, it is what the page has most likely to say.
    pub is_wrapped: bool,
}

/// The posts in a page or in a part of one: what stands in its `<fix-ladder>` elements that name no ladder; where there is
/// no such element at all, the page's article.
pub fn posts(html: &str) -> Vec<Found> {
    around::posts(&dom::parse(html))
}
