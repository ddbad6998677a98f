//! Pages that are not kind: their styles, their scripts, their routers, what they cut out of a post.

/// Libraries and frameworks around a widget.
mod libraries;
/// What the widget does to a page.
mod no_leaks;
/// What is left of a post where it is read otherwise.
mod other_readers;
/// Files that are kept away.
mod refusals;
/// Routers, and elements that move.
mod routers;
/// The script in every other way, more than once, late.
mod scripts;
/// The style sheets of the gauntlet.
mod stylesheet_samples;
/// What a page's style sheets do to a widget.
mod stylesheets;
/// Script tags that do not run where they stand.
mod tags;
/// A machine that translates the page.
mod translation;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = stylesheets::tests();
    tests.extend(no_leaks::tests());
    tests.extend(libraries::tests());
    tests.extend(routers::tests());
    tests.extend(scripts::tests());
    tests.extend(other_readers::tests());
    tests.extend(refusals::tests());
    tests.extend(tags::tests());
    tests.extend(translation::tests());
    tests
}
