//! The tests in real browsers, one file a part of the contract.

/// For every reader: what axe-core finds.
mod axe;
/// A module that breaks while widgets stand: nothing dead, nothing uncaught.
mod breaking;
/// The whole climb, undo, skip, help.
mod climbing;
/// For every reader: colours that are the reader's own, and either direction.
mod directions;
/// The script tag and the element: where widgets appear, and what a page may do to them.
mod embedding;
/// What a reader is left with where the widget cannot start.
mod failing;
/// Guards, and the ways around them that are none.
mod guarding;
/// For every reader: what the widget sounds like.
mod hearing;
/// For every reader: the whole climb by keys.
mod keys;
/// Focus, several widgets, storage that fails.
mod reading;
/// For every reader: what is pressed is large enough, and nothing is cut off.
mod seeing;
/// For every reader: nothing moves, speaks or takes the focus by itself.
mod steady;
/// Other tabs.
mod tabs;
/// The colours of the page around a widget.
mod theme;
/// Waits and the alarm.
mod waiting;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = embedding::tests();
    tests.extend(failing::tests());
    tests.extend(breaking::tests());
    tests.extend(theme::tests());
    tests.extend(climbing::tests());
    tests.extend(guarding::tests());
    tests.extend(reading::tests());
    tests.extend(axe::tests());
    tests.extend(directions::tests());
    tests.extend(keys::tests());
    tests.extend(steady::tests());
    tests.extend(hearing::tests());
    tests.extend(seeing::tests());
    tests.extend(tabs::tests());
    tests.extend(waiting::tests());
    browser_tests::runner::run(tests)
}
