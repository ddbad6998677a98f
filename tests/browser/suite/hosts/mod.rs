//! Pages that are not kind: their styles, their scripts, their routers, what they cut out of a post.

/// Containers that are as wide as what is in them.
mod containers;
/// Extensions that make a page dark.
mod dark_mode;
/// A widget with everything on it.
mod guarded;
/// What is hidden at first.
mod hidden;
/// Pages that take events away.
mod hijackers;
/// What the widget does to a page.
mod no_leaks;
/// What is left of a post where it is read otherwise.
mod other_readers;
/// Printed, seen or unseen.
mod paper;
/// Routers, and elements that move.
mod routers;
/// The script in every other way, more than once, late.
mod scripts;
/// Shortcuts of one key.
mod shortcuts;
/// Headers that stay in their place, and scrolling.
mod sticky;
/// The style sheets of the gauntlet.
mod stylesheet_samples;
/// What a page's style sheets do to a widget.
mod stylesheets;
/// A machine that translates the page.
mod translation;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = stylesheets::tests();
    tests.extend(no_leaks::tests());
    tests.extend(routers::tests());
    tests.extend(scripts::tests());
    tests.extend(other_readers::tests());
    tests.extend(translation::tests());
    tests.extend(dark_mode::tests());
    tests.extend(containers::tests());
    tests.extend(shortcuts::tests());
    tests.extend(paper::tests());
    tests.extend(hidden::tests());
    tests.extend(sticky::tests());
    tests.extend(hijackers::tests());
    tests
}
