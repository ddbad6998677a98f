//! What an element is by what it holds and what it is called. Knows classes that blogs give, nothing of nodes.

use super::kinds::{Is, is_block, kind};
use super::tree::{Element, Tree};
use crate::warning_words;

pub(super) fn holds_blocks(element: &Element) -> bool {
    element.children.iter().any(|child| match child {
        Tree::Element(child) => is_block(kind(&child.name)) || holds_blocks(child),
        _ => false,
    })
}

/// Whether a heading holds more than boxes and lines: then it is none, but what a script has put around all of it.
pub(super) fn holds_more_than_lines(heading: &Element) -> bool {
    heading.children.iter().any(|child| match child {
        Tree::Element(child) => {
            let is = kind(&child.name);
            let is_line = !is_block(is) || matches!(is, Is::Box | Is::Paragraph);
            !is_line || holds_more_than_lines(child)
        }
        _ => false,
    })
}

pub(super) fn is_head(row: &Element) -> bool {
    let mut cells = row.children.iter().filter_map(|child| match child {
        Tree::Element(cell) => Some(cell.name == "th"),
        _ => None,
    });
    cells.next() == Some(true) && cells.all(|it| it)
}

/// Whether a box says that it warns: by its class, as in "alert-warning", "is-danger", "callout caution", or by a sign that
/// its words begin with.
pub(super) fn warns(element: &Element) -> bool {
    let is_box = matches!(
        element.name.as_str(),
        "div" | "aside" | "p" | "section" | "blockquote" | "figure"
    );
    let by_class = |class: &str| {
        let lower = class.to_lowercase();
        warning_words::warns(class) || lower.split([' ', '-', '_']).any(|it| it == "attention")
    };
    is_box
        && (element.attribute("class").is_some_and(by_class) || begins_with_sign(&element.words()))
}

/// Classes and ids of what a blog puts around or into a post: links to share it, forms to subscribe, who wrote it, what
/// else there is to read, contents, advertisements.
const OF_THE_BLOG: [&str; 62] = [
    "sharedaddy",
    "jp-relatedposts",
    "addtoany_share_save_container",
    "social-share",
    "share-buttons",
    "share-bar",
    "social-icons",
    "wp-block-social-links",
    "wp-block-jetpack-subscriptions",
    "newsletter",
    "newsletter-form",
    "newsletter-block",
    "newsletter-signup",
    "subscription-widget-wrap",
    "subscription-widget",
    "subscribe-widget",
    "kg-signup-card",
    "kg-bookmark-card",
    "author-box",
    "author-bio",
    "about-author",
    "post-author-box",
    "post-author",
    "breadcrumbs",
    "breadcrumb",
    "byline",
    "post-meta",
    "entry-meta",
    "article-meta",
    "amp-wp-meta",
    "gh-article-meta",
    "entry-footer",
    "post-footer",
    "post-tags",
    "tags-links",
    "related-posts",
    "related-articles",
    "yarpp",
    "yarpp-related",
    "toc",
    "toc_container",
    "table-of-contents",
    "ez-toc-container",
    "lwptoc",
    "wp-block-yoast-seo-table-of-contents",
    "rank-math-toc",
    "advertisement",
    "ad-container",
    "ad-slot",
    "adsbygoogle",
    "google-auto-placed",
    "comments-area",
    "comments",
    "respond",
    "feedback",
    "article-feedback",
    "post-navigation",
    "nav-links",
    "cookie-notice",
    "button-wrapper",
    "page-header-icon",
    "reading-time",
];

/// Whether an element is the blog's and not the post's, where all words of the post are so many bytes.
pub(super) fn is_of_the_blog(element: &Element, all: usize) -> bool {
    let named = |name: &str| {
        let names = element.attribute(name).unwrap_or_default();
        names.split_whitespace().any(|it| OF_THE_BLOG.contains(&it.to_ascii_lowercase().as_str()))
    };
    let can_be = matches!(
        kind(&element.name),
        Is::Box | Is::Span | Is::Paragraph | Is::List { .. } | Is::Quote
    );
    // Who asks for an address offers mail, and no way out of a problem.
    let asks = element.name == "form" && holds_mail(element);
    can_be && (asks || named("class") || named("id")) && element.words().len() * 3 < all
}

fn holds_mail(element: &Element) -> bool {
    element.children.iter().any(|child| match child {
        Tree::Element(it) => it.attribute("type") == Some("email") || holds_mail(it),
        _ => false,
    })
}

fn begins_with_sign(words: &str) -> bool {
    words.contains(char::is_alphanumeric) && warning_words::begins_with_sign(words)
}
