//! The tests in real browsers, one file a part of the contract.

/// A module that breaks while widgets stand: nothing dead, nothing uncaught.
mod breaking;
/// The whole climb, undo, skip, help.
mod climbing;
/// The script tag and the element: where widgets appear, and what a page may do to them.
mod embedding;
/// What a reader is left with where the widget cannot start.
mod failing;
/// Guards, and the ways around them that are none.
mod guarding;
/// Pages that are not kind.
mod hosts;
/// Accessibility, focus, several widgets, storage that fails.
mod reading;
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
    tests.extend(hosts::tests());
    tests.extend(reading::tests());
    tests.extend(tabs::tests());
    tests.extend(waiting::tests());
    browser_tests::runner::run(tests)
}
