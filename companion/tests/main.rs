//! The companion as the script asks it: requests in, answers out. Knows no browser.

mod border;
mod calendar;
mod cases;
mod climbs;
mod code;
mod editions;
mod files;
mod fuzz;
mod lengths;
mod merging;
mod qr;
mod replacing;
mod report;
#[expect(dead_code, reason = "the tests of the core use the rest")]
#[path = "../../core/tests/support.rs"]
mod support;
mod token;
