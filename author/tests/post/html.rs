//! A post's HTML, as a browser would hand it over. Knows no case.

use fix_ladder_author::post::Post;

/// What a post's reader confirms where its author has written nothing.
pub const OURS: &str = "OURS";

/// The HTML in the first `fix-ladder` of a page, or in a page that is nothing else.
pub fn post(html: &str) -> Post {
    Post { page: String::new(), ..page(html) }
}

/// The same with the title of its page.
pub fn page(html: &str) -> Post {
    let found = fix_ladder_posts::posts(html).into_iter().next();
    Post { warning: OURS.to_owned(), ..found.map(|it| it.post).unwrap_or_default() }
}
