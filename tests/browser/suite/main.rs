//! The tests in real browsers, a folder a part of the contract. A test's name says what it holds; those of the
//! contract begin with its number there.

/// For every reader: keys, screen readers, colours, sizes, motion.
mod a11y;
/// What stands around a climb: other devices, another screen, the report.
mod companion;
/// A module that crashes while widgets stand.
mod crash;
/// How a widget gets into a page.
mod embedding;
/// Whatever keeps a widget from starting.
mod failures;
/// The author's own HTML, whenever it comes.
mod fallback_html;
/// Pages that are not kind.
mod hosts;
/// The climb itself.
mod ladder;
/// Pages in another language than English.
mod languages;
/// The standalone page without a connection.
mod offline;
/// The forms that are one file.
mod one_file;
/// A ladder that is printed by itself.
mod paper;
/// Before the module is there.
mod prerender;
/// Policies, hashes, and files that are not what they were.
mod security;
/// The end of a wait, told while the page is open.
mod signals;
/// The standalone page: its HTML, its head, its gallery, its settings.
mod standalone;
/// Where progress is stored, and who else is there.
mod storage;
/// The studio, where ladders are written.
mod studio;
/// The colours of the page around a widget.
mod theme;
/// Waits by the clock on the wall.
mod waits;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = embedding::tests();
    tests.extend(fallback_html::tests());
    tests.extend(failures::tests());
    tests.extend(security::tests());
    tests.extend(offline::tests());
    tests.extend(one_file::tests());
    tests.extend(standalone::tests());
    tests.extend(crash::tests());
    tests.extend(prerender::tests());
    tests.extend(theme::tests());
    tests.extend(ladder::tests());
    tests.extend(languages::tests());
    tests.extend(hosts::tests());
    tests.extend(a11y::tests());
    tests.extend(storage::tests());
    tests.extend(waits::tests());
    tests.extend(signals::tests());
    tests.extend(paper::tests());
    tests.extend(companion::tests());
    tests.extend(studio::tests());
    browser_tests::runner::run(tests)
}
