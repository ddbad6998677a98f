//! Waits by the clock on the wall.

/// Waits and the alarm.
mod alarm;
/// Clocks that are wrong, stand still or jump, and waits of impossible lengths.
mod clocks;
/// One announcement for all widgets and windows, and no timers where nobody looks.
mod leader_and_timers;
/// Time zones.
mod time_zones;

use browser_tests::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut tests = alarm::tests();
    tests.extend(clocks::tests());
    tests.extend(time_zones::tests());
    tests.extend(leader_and_timers::tests());
    tests
}
