//! The tests in real browsers, one file a part of the contract.

/// A module that breaks while widgets stand: nothing dead, nothing uncaught.
mod breaking;
/// The whole climb, undo, skip, help.
mod climbing;
/// A crash as readers live through it; many widgets on a page.
mod containing;
/// The script tag and the element: where widgets appear, and what a page may do to them.
mod embedding;
/// What a reader is left with where the widget cannot start.
mod failing;
/// Guards, and the ways around them that are none.
mod guarding;
/// What a hostile page does.
mod hostile;
/// Pages that are not kind.
mod hosts;
/// The project's own page under a policy.
mod own_page;
/// Content Security Policies and Trusted Types, as real blogs have them.
mod policies;
/// Accessibility, focus, several widgets, storage that fails.
mod reading;
/// Everything that keeps a widget from starting, and the way back.
mod starting;
/// Other tabs.
mod tabs;
/// Files that are not what they were, or say that they are something else.
mod tampering;
/// The colours of the page around a widget.
mod theme;
/// Storage whose calls throw.
mod throwing;
/// A machine that translates the page.
mod translating;
/// Waits and the alarm.
mod waiting;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = embedding::tests();
    tests.extend(failing::tests());
    tests.extend(starting::tests());
    tests.extend(tampering::tests());
    tests.extend(policies::tests());
    tests.extend(own_page::tests());
    tests.extend(breaking::tests());
    tests.extend(containing::tests());
    tests.extend(theme::tests());
    tests.extend(climbing::tests());
    tests.extend(guarding::tests());
    tests.extend(hosts::tests());
    tests.extend(reading::tests());
    tests.extend(tabs::tests());
    tests.extend(throwing::tests());
    tests.extend(translating::tests());
    tests.extend(waiting::tests());
    browser_tests::runner::run(tests)
}
