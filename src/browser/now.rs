//! The one place that reads the clock. Knows nothing of what the time is for.

/// Milliseconds since 1970 by the device's clock, right or wrong.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn now() -> f64 {
    js_sys::Date::now()
}
