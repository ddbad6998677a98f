//! For every reader.

/// Nothing moves, speaks or takes the focus by itself.
mod announcements_and_motion;
/// What axe-core finds.
mod axe_core;
/// Colours that are the reader's own, and either direction.
mod colours_and_direction;
/// The theme that the docs give as an example.
mod example_theme;
/// Focus, names, several widgets that agree.
mod focus_and_names;
/// The whole climb by keys.
mod keyboard;
/// What the widget sounds like.
mod screen_reader;
/// What is pressed is large enough, and nothing is cut off.
mod sizes_and_zoom;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = axe_core::tests();
    tests.extend(example_theme::tests());
    tests.extend(focus_and_names::tests());
    tests.extend(colours_and_direction::tests());
    tests.extend(keyboard::tests());
    tests.extend(announcements_and_motion::tests());
    tests.extend(screen_reader::tests());
    tests.extend(sizes_and_zoom::tests());
    tests
}
