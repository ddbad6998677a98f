//! Pages that are not kind: their styles, their scripts, their routers, what they cut out of a post.

/// What the widget does to a page.
mod quiet;
/// Routers, and elements that move.
mod routers;
/// The script in every other way, more than once, late.
mod scripts;
/// The style sheets of the gauntlet.
mod sheets;
/// What a page's style sheets do to a widget.
mod styles;
/// What is left of a post where it is read otherwise.
mod texts;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = styles::tests();
    tests.extend(quiet::tests());
    tests.extend(routers::tests());
    tests.extend(scripts::tests());
    tests.extend(texts::tests());
    tests
}
