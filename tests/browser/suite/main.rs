//! The tests in real browsers, one file a part of the contract.

/// A module that breaks while widgets stand: nothing dead, nothing uncaught.
mod breaking;
/// The whole climb, undo, skip, help.
mod climbing;
/// The script tag and the element: where widgets appear, and what a page may do to them.
mod embedding;
/// What a reader is left with where the widget cannot start.
mod failing;
/// Storage without room.
mod filling;
/// Guards, and the ways around them that are none.
mod guarding;
/// Accessibility, focus, several widgets, storage that fails.
mod reading;
/// One voice for all widgets and windows, and no timers where nobody looks.
mod speaking;
/// Storage that is blocked or shared with others.
mod storage;
/// Other tabs.
mod tabs;
/// The colours of the page around a widget.
mod theme;
/// Clocks that are wrong, stand still or jump, and waits of impossible lengths.
mod time;
/// Waits and the alarm.
mod waiting;
/// Two windows at once, and the back button.
mod windows;
/// Time zones.
mod zones;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = embedding::tests();
    tests.extend(failing::tests());
    tests.extend(breaking::tests());
    tests.extend(theme::tests());
    tests.extend(climbing::tests());
    tests.extend(guarding::tests());
    tests.extend(reading::tests());
    tests.extend(tabs::tests());
    tests.extend(waiting::tests());
    tests.extend(storage::tests());
    tests.extend(filling::tests());
    tests.extend(windows::tests());
    tests.extend(time::tests());
    tests.extend(zones::tests());
    tests.extend(speaking::tests());
    browser_tests::runner::run(tests)
}
