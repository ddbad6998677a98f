//! The tests in real browsers, one file a part of the contract.

/// What the standalone page offers around its ladder.
mod aids;
/// The ways in which the script may come into a page.
mod arriving;
/// For every reader: what axe-core finds.
mod axe;
/// Documents from elsewhere under the id of a built-in ladder.
mod borrowing;
/// A module that breaks while widgets stand: nothing dead, nothing uncaught.
mod breaking;
/// The whole climb, undo, skip, help.
mod climbing;
/// The back button.
mod coming_back;
/// A crash as readers live through it; many widgets on a page.
mod containing;
/// For every reader: colours that are the reader's own, and either direction.
mod directions;
/// The script tag and the element: where widgets appear, and what a page may do to them.
mod embedding;
/// What a reader is left with where the widget cannot start.
mod failing;
/// Storage without room.
mod filling;
/// Before the module is there.
mod first;
/// Guards, and the ways around them that are none.
mod guarding;
/// For every reader: what the widget sounds like.
mod hearing;
/// What a hostile page does.
mod hostile;
/// Pages that are not kind.
mod hosts;
/// For every reader: the whole climb by keys.
mod keys;
/// The script that draws plain lists.
mod listing;
/// What stands in a page under the names that scripts use.
mod named;
/// Another ladder named while the first is on its way.
mod naming;
/// The standalone page without a connection.
mod offline;
/// The forms that are one file.
mod one_file;
/// The author's own HTML, whenever it comes.
mod own_html;
/// The project's own pages under their policies.
mod own_page;
/// The packed folder: every tag that it hands out, pasted into a post.
mod packed;
/// Content Security Policies and Trusted Types, as real blogs have them.
mod policies;
/// Focus, several widgets, storage that fails.
mod reading;
/// For every reader: what is pressed is large enough, and nothing is cut off.
mod seeing;
/// One voice for all widgets and windows, and no timers where nobody looks.
mod speaking;
/// The standalone page: the list in it, its head, its gallery.
mod standalone;
/// Everything that keeps a widget from starting, and the way back.
mod starting;
/// For every reader: nothing moves, speaks or takes the focus by itself.
mod steady;
/// Storage that is blocked, or shared with the page.
mod storage;
/// Other tabs.
mod tabs;
/// Files that are not what they were, or say that they are something else.
mod tampering;
/// The colours of the page around a widget.
mod theme;
/// Storage whose calls throw.
mod throwing;
/// Clocks that are wrong, stand still or jump, and waits of impossible lengths.
mod time;
/// A machine that translates the page.
mod translating;
/// What vouches for the script that draws plain lists.
mod vouching;
/// Waits and the alarm.
mod waiting;
/// Two windows at once, and the back button.
mod windows;
/// Time zones.
mod zones;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = embedding::tests();
    tests.extend(named::tests());
    tests.extend(arriving::tests());
    tests.extend(naming::tests());
    tests.extend(borrowing::tests());
    tests.extend(own_html::tests());
    tests.extend(coming_back::tests());
    tests.extend(failing::tests());
    tests.extend(starting::tests());
    tests.extend(listing::tests());
    tests.extend(vouching::tests());
    tests.extend(tampering::tests());
    tests.extend(policies::tests());
    tests.extend(own_page::tests());
    tests.extend(offline::tests());
    tests.extend(one_file::tests());
    tests.extend(standalone::tests());
    tests.extend(packed::tests());
    tests.extend(breaking::tests());
    tests.extend(containing::tests());
    tests.extend(first::tests());
    tests.extend(theme::tests());
    tests.extend(climbing::tests());
    tests.extend(guarding::tests());
    tests.extend(hosts::tests());
    tests.extend(reading::tests());
    tests.extend(aids::tests());
    tests.extend(axe::tests());
    tests.extend(directions::tests());
    tests.extend(keys::tests());
    tests.extend(steady::tests());
    tests.extend(hearing::tests());
    tests.extend(seeing::tests());
    tests.extend(tabs::tests());
    tests.extend(throwing::tests());
    tests.extend(translating::tests());
    tests.extend(waiting::tests());
    tests.extend(storage::tests());
    tests.extend(filling::tests());
    tests.extend(windows::tests());
    tests.extend(time::tests());
    tests.extend(zones::tests());
    tests.extend(speaking::tests());
    browser_tests::runner::run(tests)
}
