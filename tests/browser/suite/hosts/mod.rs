//! Pages that are not kind: their styles, their scripts, their routers, what they cut out of a post.

/// Tools that count readers.
mod analytics;
/// Containers that are as wide as what is in them.
mod containers;
/// Posts that are cut, repeated or saved.
mod cut_and_repeated;
/// Extensions that make a page dark.
mod dark_mode;
/// Hosts that take frames.
mod frames;
/// A widget with everything on it.
mod guarded;
/// What is hidden at first.
mod hidden;
/// Pages that take events away.
mod hijackers;
/// Libraries and frameworks around a widget.
mod libraries;
/// What Markdown engines and blog engines make of our tags.
mod markdown;
/// What optimizers make of a tag.
mod minified;
/// What the widget does to a page.
mod no_leaks;
/// Files from other origins, and pages that have none.
mod origins;
/// What is left of a post where it is read otherwise.
mod other_readers;
/// Printed, seen or unseen.
mod paper;
/// Files that are kept away.
mod refusals;
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
/// Script tags that do not run where they stand.
mod tags;
/// A machine that translates the page.
mod translation;
/// The editor of WordPress, with the plugin.
mod wordpress_editor;
/// Pages of XML.
mod xml;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = stylesheets::tests();
    tests.extend(markdown::tests());
    tests.extend(no_leaks::tests());
    tests.extend(libraries::tests());
    tests.extend(routers::tests());
    tests.extend(scripts::tests());
    tests.extend(other_readers::tests());
    tests.extend(refusals::tests());
    tests.extend(tags::tests());
    tests.extend(translation::tests());
    tests.extend(dark_mode::tests());
    tests.extend(containers::tests());
    tests.extend(shortcuts::tests());
    tests.extend(paper::tests());
    tests.extend(hidden::tests());
    tests.extend(sticky::tests());
    tests.extend(hijackers::tests());
    tests.extend(analytics::tests());
    tests.extend(frames::tests());
    tests.extend(minified::tests());
    tests.extend(origins::tests());
    tests.extend(cut_and_repeated::tests());
    tests.extend(xml::tests());
    tests.extend(wordpress_editor::tests());
    tests
}
